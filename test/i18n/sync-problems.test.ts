/** Whatever the relay or the log of a room can do to a person has a sentence of its own, with a way out. */
import { describe, expect, it } from 'vitest';
import { createFormats } from '../../src/i18n/core/formats.ts';
import { problemWords } from '../../src/i18n/core/en/problems.ts';
import { refusalWords } from '../../src/i18n/core/en/refusals.ts';
import { ERROR_CODES } from '../../src/wire/error-codes.ts';
import type { Problem } from '../../src/worker/messages.ts';

const words = problemWords(createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' }));
const unknown = refusalWords(4999);

describe('what the relay refuses', () => {
  it.each(Object.entries(ERROR_CODES))('%s has a sentence and a way out', (_, code) => {
    const { what, wayOut } = refusalWords(code);
    expect(what).not.toBe(unknown.what);
    expect(what).toMatch(/^[A-Z].*\.$/);
    expect(wayOut).toMatch(/^Everything is saved on this device.*\.$/);
  });

  it('is told apart where something else helps', () => {
    const alike: readonly number[] = [ERROR_CODES.notJoined, ERROR_CODES.notSupported];
    const others = Object.values(ERROR_CODES).filter((code) => !alike.includes(code));
    expect(new Set(others.map((code) => refusalWords(code).what)).size).toBe(others.length);
  });

  it('is answered also when the number is of a later relay', () => {
    expect(unknown.what).toContain('does not know');
    expect(unknown.wayOut).toContain('Updating Baton');
  });
});

describe('a problem', () => {
  const run = { run: 'r', title: 'Trip' } as unknown as { run: never; title: string };
  const problems: { readonly [Type in Problem['type']]: Extract<Problem, { type: Type }> } = {
    storageUnavailable: { type: 'storageUnavailable' },
    storageFull: { type: 'storageFull' },
    keysDamaged: { type: 'keysDamaged' },
    damagedEntries: { type: 'damagedEntries', ...run, count: 2 },
    newerEvents: { type: 'newerEvents', ...run, count: 1 },
    relayRefuses: { type: 'relayRefuses', code: ERROR_CODES.storageFull },
    foreignFrames: { type: 'foreignFrames', count: 1 },
    unreadableChanges: { type: 'unreadableChanges', count: 3 },
    forked: { type: 'forked' },
  };

  it.each(Object.values(problems))('$type says what it is and what to do', (problem) => {
    const { what, wayOut } = words.problem(problem);
    expect(what).toMatch(/^[A-Z0-9].*\.$/);
    expect(wayOut).toMatch(/^[A-Z].*\.$/);
    expect(`${what} ${wayOut}`).not.toMatch(/#|undefined|NaN/);
  });

  it('counts what it is about', () => {
    expect(words.problem(problems.unreadableChanges).what).toContain('3 changes');
    expect(words.problem(problems.foreignFrames).what).toContain('Something on the relay');
  });
});
