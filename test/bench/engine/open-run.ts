/** Opening a run of 500 events: from the entries as they lie in the log, or a checkpoint, to a state that can be shown. */
import { deserialize, serialize } from 'node:v8';
import { checkpointToState, stateToCheckpoint } from '../../../src/engine/checkpoint.ts';
import { decodeCheckpoint } from '../../../src/engine/decode-checkpoint.ts';
import { createRunFold } from '../../../src/engine/fold-run.ts';
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../../../src/model/decode-event.ts';
import { asId, type RunId } from '../../../src/model/ids.ts';
import { firstOccurrence } from '../../../src/model/occurrence.ts';
import { makeChain, medianOf, startBenchRun, timeOf } from './plans.ts';

const runId = asId<RunId>('run');

export interface OpeningTimes {
  /** Milliseconds, decoding and folding the log. */
  readonly fold: number;
  /** Milliseconds, reading the checkpoint's structured clone and restoring the state. */
  readonly checkpoint: number;
}

export function measureOpening(): OpeningTimes {
  const steps = makeChain(166);
  const run = startBenchRun(steps);
  for (const { id } of steps) {
    const occurrence = firstOccurrence(id);
    run.give({ kind: 'claimStep', occurrence });
    run.give({ kind: 'startStep', occurrence });
    run.give({ kind: 'completeStep', occurrence });
  }
  const entries = run.log.map((event) => JSON.stringify(encodeLogEntry(event)));
  if (entries.length !== 500) throw new Error(`The log has ${entries.length} events.`);
  const fold = medianOf(
    Array.from({ length: 21 }, () => {
      const stored = entries.map((entry) => JSON.parse(entry) as unknown);
      return timeOf(() => {
        const fold = createRunFold(runId);
        fold.add(
          stored.flatMap((entry) => {
            const decoded = decodeLogEntry(entry);
            return isDamaged(decoded) ? [] : [decoded];
          }),
        );
        if (fold.state.status !== 'finished') throw new Error('The opened run is another.');
      });
    }),
  );
  const stored = serialize(stateToCheckpoint(run.fold.state));
  const checkpoint = medianOf(
    Array.from({ length: 21 }, () =>
      timeOf(() => {
        const decoded = decodeCheckpoint(deserialize(stored), runId);
        const state = decoded && checkpointToState(decoded, () => run.fold.state);
        if (state?.status !== 'finished') throw new Error('The restored run is another.');
      }),
    ),
  );
  return { fold, checkpoint };
}
