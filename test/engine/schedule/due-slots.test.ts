/** Catch-up and overlap: which slots of a schedule are to start. */
import { describe, expect, it } from 'vitest';
import { computeDueSlots, mostCaughtUp, type StartedSlot } from '../../../src/engine/schedule/due-slots.ts';
import type { CatchUp, Overlap, Slot } from '../../../src/model/schedule.ts';

const hour = 3_600_000;
const nine = (date: string): number => Date.parse(`${date}T09:00:00Z`);
const slot = (date: string): Slot => ({ date, at: nine(date) });
const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'].map(slot);
const ran = (date: string, endedAt: number | null): StartedSlot => ({ date, endedAt });

function due(
  catchUp: CatchUp,
  overlap: Overlap,
  started: readonly StartedSlot[] = [],
  now = nine('2026-11-26') + 3 * hour,
  more: { readonly paused?: boolean; readonly since?: number } = {},
): readonly string[] {
  const { start, held } = computeDueSlots({ catchUp, overlap, ...more }, week, started, now);
  return [
    ...start.map(({ date }) => date.slice(8)),
    ...(held === null ? [] : [`held ${held.date.slice(8)}`]),
  ];
}

describe('what was missed', () => {
  it('[S2] is left out, made up for by the latest, or by all', () => {
    expect(due('skip', 'allow')).toEqual([]);
    expect(due('latest', 'allow')).toEqual(['26']);
    expect(due('all', 'allow')).toEqual(['23', '24', '25', '26']);
  });

  it('[S2] is not missed within an hour, and not due before its time', () => {
    expect(due('skip', 'allow', [], nine('2026-11-26') + hour)).toEqual(['26']);
    expect(due('skip', 'allow', [], nine('2026-11-26') + hour + 1)).toEqual([]);
    expect(due('all', 'allow', [], nine('2026-11-24') - 1)).toEqual(['23']);
  });

  it('[S1] begins after the last that was started, wherever that was', () => {
    expect(due('all', 'allow', [ran('2026-11-24', null)])).toEqual(['25', '26']);
    expect(due('latest', 'allow', [ran('2026-11-27', null)])).toEqual([]);
  });

  it('[S4] is nothing before it was made or changed, and nothing while it is paused', () => {
    expect(due('all', 'allow', [], undefined, { since: nine('2026-11-25') + 1 })).toEqual(['26']);
    expect(due('all', 'allow', [], undefined, { paused: true })).toEqual([]);
  });

  it('is never a flood', () => {
    const year = Array.from({ length: 365 }, (_, day) =>
      slot(new Date(day * 86_400_000).toISOString().slice(0, 10)),
    );
    const { start } = computeDueSlots({ catchUp: 'all', overlap: 'allow' }, year, [], nine('2026-11-26'));
    expect([start.length, start.at(-1)?.date]).toEqual([mostCaughtUp, '1970-12-31']);
  });
});

describe('while the last one goes on', () => {
  it('[S3] a new one starts all the same, waits, or is left out', () => {
    const last = [ran('2026-11-25', null)];
    expect(due('latest', 'allow', last)).toEqual(['26']);
    expect(due('latest', 'queue', last)).toEqual(['held 26']);
    expect(due('latest', 'skip', last)).toEqual([]);
  });

  it('[S3] one that was left out stays so when the last ends, and one that waited starts', () => {
    const ended = [ran('2026-11-25', nine('2026-11-26') + 2 * hour)];
    expect(due('latest', 'skip', ended)).toEqual([]);
    expect(due('skip', 'queue', ended)).toEqual(['26']);
    expect(due('skip', 'skip', [ran('2026-11-25', nine('2026-11-26'))], nine('2026-11-26') + 1)).toEqual([
      '26',
    ]);
  });

  it('[S3] several that wait start one after the other', () => {
    expect(due('all', 'queue')).toEqual(['23', 'held 24']);
    expect(due('all', 'queue', [ran('2026-11-23', null)])).toEqual(['held 24']);
    expect(due('all', 'queue', [ran('2026-11-23', nine('2026-11-26'))])).toEqual(['24', 'held 25']);
    expect(due('all', 'skip')).toEqual(['23']);
  });
});
