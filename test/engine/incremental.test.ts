import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { makeRandom, shuffle } from '../support/random.ts';
import { makeRawHistory } from '../support/raw-history.ts';
import { run } from '../support/run-bench.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe('[M2] bit by bit is as at once, on plans with every join, outcome, condition and fact', () => {
  it('after every event, in the order of writing', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeRawHistory(seed, 45);
        const fold = createRunFold(run);
        events.forEach((event, index) => {
          const before = new Map(fold.state.occurrences);
          const changed = fold.add([event]);
          expect(fold.state).toEqual(foldRun(run, events.slice(0, index + 1)));
          const { occurrences } = fold.state;
          const keys = new Set([...before.keys(), ...occurrences.keys()]);
          const different = [...keys].filter((key) => before.get(key) !== occurrences.get(key));
          expect([...changed].sort()).toEqual(different.sort());
        });
      }),
      { seed: 20260303, numRuns: 40 },
    );
  });

  it('[E1] in any order and in any batches, also the order of what is listed', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { events } = makeRawHistory(seed);
        const random = makeRandom(seed + 1);
        const fold = createRunFold(run);
        const shuffled = shuffle(random, events);
        for (let from = 0; from < shuffled.length; ) {
          const size = 1 + Math.floor(random() * 9);
          fold.add(shuffled.slice(from, from + size));
          from += size;
        }
        const expected = foldRun(run, events);
        expect(fold.state).toEqual(expected);
        expect([...fold.state.occurrences.keys()]).toEqual([...expected.occurrences.keys()]);
      }),
      { seed: 20260304, numRuns: 120 },
    );
  });
});
