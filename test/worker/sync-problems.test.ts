import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../../src/wire/error-codes.ts';
import { computeSyncProblems } from '../../src/worker/sync-problems.ts';

const faults = (more: object) => ({ faults: { badFrames: 0, badUpdates: 0, forks: 0, ...more } });

describe('[W12] what sync knows', () => {
  it('is no problem where nothing is wrong', () => {
    expect(computeSyncProblems([], null)).toEqual([]);
    expect(computeSyncProblems([faults({}), faults({})], null)).toEqual([]);
  });

  it('is summed over the rooms and told apart', () => {
    const rooms = [faults({ badFrames: 1, forks: 1 }), faults({ badFrames: 2, badUpdates: 4 }), faults({})];
    expect(computeSyncProblems(rooms, ERROR_CODES.storageFull)).toEqual([
      { type: 'relayRefuses', code: ERROR_CODES.storageFull },
      { type: 'foreignFrames', count: 3 },
      { type: 'unreadableChanges', count: 4 },
      { type: 'forked' },
    ]);
  });

  it('says nothing of refusals that pass by themselves', () => {
    for (const code of ['tooMany', 'goingAway', 'diverged', 'badSnapshot', 'tooSlowToJoin'] as const)
      expect(computeSyncProblems([], ERROR_CODES[code])).toEqual([]);
  });
});
