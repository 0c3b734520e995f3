import { describe, expect, it } from 'vitest';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import type { RunId } from '../../src/model/ids.ts';
import frozen from '../fixtures/logs/business-trip-1.json' with { type: 'json' };
import { makeRandom, shuffle } from '../support/random.ts';
import { stateToSummary } from '../support/state-summary.ts';

const run = frozen.run as RunId;
const events = frozen.log.map(decodeLogEntry).flatMap((entry) => (isDamaged(entry) ? [] : [entry]));

describe('a log of schema 1', () => {
  it('folds to the same state for ever', () => {
    expect(events).toHaveLength(frozen.log.length - frozen.damaged);
    expect(stateToSummary(foldRun(run, events))).toEqual(frozen.expected);
  });

  it('[E1] in any order, one by one', () => {
    const fold = createRunFold(run);
    for (const event of shuffle(makeRandom(1), events)) fold.add([event]);
    expect(stateToSummary(fold.state)).toEqual(frozen.expected);
  });
});
