/** Opening a run of 500 events: from the entries as they lie in the log to a state that can be shown. */
import { createRunFold } from '../../../src/engine/fold-run.ts';
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../../../src/model/decode-event.ts';
import { asId, type RunId } from '../../../src/model/ids.ts';
import { firstOccurrence } from '../../../src/model/occurrence.ts';
import { makeChain, medianOf, startBenchRun, timeOf } from './plans.ts';

export function measureOpening(): number {
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
  return medianOf(
    Array.from({ length: 21 }, () => {
      const stored = entries.map((entry) => JSON.parse(entry) as unknown);
      return timeOf(() => {
        const fold = createRunFold(asId<RunId>('run'));
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
}
