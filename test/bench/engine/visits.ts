/** How many steps the fold looks at: counted, so the same on every machine. */
import { asId, type StepId } from '../../../src/model/ids.ts';
import { firstOccurrence } from '../../../src/model/occurrence.ts';
import { makeRandom } from '../../support/random.ts';
import { type BenchRun, makeChain, plainStep, startBenchRun } from './plans.ts';

/** A space of 2,000 runs of 50 steps: steps visited per event, over 20,000 events anywhere in it; p99. */
export function measureSpace(): { readonly p99: number; readonly most: number; readonly events: number } {
  const random = makeRandom(20_260_302);
  const runs = Array.from({ length: 2000 }, (_, index) => startBenchRun(makeNet(random, 50), `run-${index}`));
  const visits: number[] = [];
  while (visits.length < 20_000) {
    const run = runs[Math.floor(random() * runs.length)] as BenchRun;
    const open = [...run.fold.state.current.values()].filter(({ status }) => status === 'ready');
    const closed = [...run.fold.state.current.values()].filter(({ status }) => status === 'completed');
    const reopen = closed.length > 0 && (open.length === 0 || random() < 0.1);
    const from = reopen ? closed : open;
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) continue;
    const before = run.fold.visits;
    run.give({ kind: reopen ? 'reopenStep' : 'completeStep', occurrence: chosen.occurrence });
    visits.push(run.fold.visits - before);
  }
  visits.sort((one, other) => one - other);
  return {
    p99: visits[Math.ceil(visits.length * 0.99) - 1] ?? Number.NaN,
    most: visits.at(-1) ?? Number.NaN,
    events: visits.length,
  };
}

/** Every step after one to three of the ten before it. */
function makeNet(random: () => number, count: number) {
  return Array.from({ length: count }, (_, index) => {
    const reach = Math.min(index, 10);
    const after = new Set(
      Array.from(
        { length: Math.min(reach, 1 + Math.floor(random() * 3)) },
        () => `s${index - 1 - Math.floor(random() * reach)}`,
      ),
    );
    return plainStep(`s${index}`, [...after]);
  });
}

/** One run of 100,000 steps in a row: the most steps that any one event visits, in passes over the run. */
export function measureDeep(): {
  readonly worst: number;
  readonly byEvent: Readonly<Record<string, number>>;
} {
  const count = 100_000;
  const run = startBenchRun(makeChain(count));
  const byEvent: Record<string, number> = { started: run.fold.visits / count };
  const note = (name: string, work: () => void): void => {
    const before = run.fold.visits;
    work();
    byEvent[name] = Math.max(byEvent[name] ?? 0, (run.fold.visits - before) / count);
  };
  const step = (index: number) => firstOccurrence(asId<StepId>(`s${index}`));
  for (let index = 0; index < count; index++)
    note('completed', () => void run.give({ kind: 'completeStep', occurrence: step(index) }));
  note('first reopened', () => void run.give({ kind: 'reopenStep', occurrence: step(0) }));
  note(
    'first completed again',
    () => void run.give({ kind: 'completeStep', occurrence: { ...step(0), iteration: 2 } }),
  );
  note('middle reopened', () => void run.give({ kind: 'reopenStep', occurrence: step(count / 2) }));
  note('paused', () => void run.give({ kind: 'suspendRun' }));
  note('resumed', () => void run.give({ kind: 'resumeRun' }));
  note('cancelled', () => void run.give({ kind: 'cancelRun' }));
  return { worst: Math.max(...Object.values(byEvent)), byEvent };
}
