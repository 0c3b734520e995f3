import { describe, expect, it } from 'vitest';
import { alertWords, type SayableAlert } from '../../src/i18n/core/en/alerts.ts';
import { timeWords } from '../../src/i18n/core/en/times.ts';
import { createFormats } from '../../src/i18n/core/formats.ts';

const formats = createFormats({ locale: 'en-GB', zone: 'Europe/Lisbon' });
const { what } = alertWords(formats, timeWords(formats));
const now = Date.UTC(2026, 2, 20, 9);
const undo: SayableAlert = {
  cause: 'undo',
  rung: 'remind',
  who: { name: 'Sam', isMe: false },
  due: null,
  pausedAt: null,
  since: now,
  details: [],
  alsoLate: [],
};

describe('what needs a look, in words', () => {
  it('[X8] says by when something was to be undone, and whose it is', () => {
    const due = { at: now + 3_600_000, hasTime: true, late: false };
    expect(what(undo, now)).toBe('It is still to be undone. Sam has it.');
    expect(what({ ...undo, due }, now)).toMatch(/^It is to be undone by .*10:00.* Sam has it\.$/);
    expect(what({ ...undo, due: { ...due, at: now - 3_600_000, late: true } }, now)).toMatch(
      /^It was to be undone by .*08:00.* Sam has it\.$/,
    );
  });

  it('[X7] says who paused something, and since when', () => {
    const paused: SayableAlert = { ...undo, cause: 'paused', pausedAt: now - 8 * 86_400_000 };
    expect(what(paused, now)).toMatch(/^Sam paused it .*12 Mar.*, and nobody has gone on since\.$/);
    expect(what({ ...paused, who: { name: 'Ana', isMe: true } }, now)).toMatch(/^You paused it /);
  });
});
