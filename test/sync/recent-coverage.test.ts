import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/sync/coverage.ts';
import { makeRecentCoverage } from '../../src/sync/recent-coverage.ts';

const at = (clock: number): Coverage => ({
  structs: new Map([[1, [[clock, clock + 1]]]]),
  deletions: new Map(),
});

describe('what frames after a place hold', () => {
  it('[P4] leaves out an update whose first part lies before it', () => {
    const recent = makeRecentCoverage(0);
    recent.add(1, 1, at(1));
    recent.add(2, 5, at(2));
    recent.add(4, 4, at(4));
    expect(recent.after(3)).toEqual({ coverage: at(4), isComplete: true });
    expect(recent.after(1).coverage.structs.get(1)).toEqual([
      [2, 3],
      [4, 5],
    ]);
  });

  it('[P4] says when it does not know all of them', () => {
    const recent = makeRecentCoverage(10);
    recent.add(11, 11, at(11));
    expect(recent.after(9).isComplete).toBe(false);
    expect(recent.after(10).isComplete).toBe(true);
    for (let seq = 12; seq < 5000; seq += 1) recent.add(seq, seq, at(seq));
    expect(recent.after(100).isComplete).toBe(false);
    expect(recent.after(4500)).toMatchObject({ isComplete: true });
    expect(recent.after(4500).coverage.structs.get(1)).toEqual([[4501, 5000]]);
    recent.restartAt(20);
    expect(recent.after(20)).toMatchObject({ isComplete: true, coverage: { structs: new Map() } });
  });
});
