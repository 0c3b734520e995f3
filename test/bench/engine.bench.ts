/**
 * `npm run bench -- engine`: the engine against its peers in the same run, and what an event costs.
 *
 * - `steps_vs_bpmn_engine`: their time over ours for 960 user tasks; at least 200.
 * - `join_width_exponent`: time against the width of a join; at most 1.3.
 * - `replay_vs_xstate`: their time over ours for 100,000 events; at least 5.
 * - `steps_touched_p99`: steps visited per event in a space of 2,000 runs; at most 100.
 * - `deep_worst_passes`: visits of the worst event over the steps of a 100,000-step run; at most 1.5.
 * - `open_run_ms`: from 500 stored entries to a state; `open_run_checkpoint_ms`: from their stored checkpoint.
 */
import type { BenchReport } from './bench-report.ts';
import { computeExponent, measureJoins } from './engine/join-width.ts';
import { measureOpening } from './engine/open-run.ts';
import { installPeers } from './engine/peers.ts';
import { measureReplay } from './engine/replay.ts';
import { measureSteps } from './engine/steps-vs-bpmn.ts';
import { measureDeep, measureSpace } from './engine/visits.ts';

export async function bench(): Promise<BenchReport> {
  installPeers();
  const steps = await measureSteps();
  const joins = await measureJoins();
  const replay = await measureReplay();
  const opening = measureOpening();
  const space = measureSpace();
  const deep = measureDeep();
  return {
    results: {
      steps_vs_bpmn_engine: round(steps.theirs / steps.ours, 1),
      join_width_exponent: round(computeExponent(joins), 2),
      replay_vs_xstate: round(replay.theirs / replay.ours, 1),
      steps_touched_p99: space.p99,
      deep_worst_passes: round(deep.worst, 3),
      open_run_ms: round(opening.fold, 2),
      open_run_checkpoint_ms: round(opening.checkpoint, 2),
    },
    table: [
      row(`${steps.tasks} user tasks, with commands`, steps.ours, `bpmn-engine ${round(steps.theirs, 1)}`),
      ...joins.map(({ width, ours, theirs }) =>
        row(`join of ${width}`, ours, theirs === null ? '' : `XState parallel ${round(theirs, 1)}`),
      ),
      row(`replay of ${replay.events} events`, replay.ours, `XState actors ${round(replay.theirs, 1)}`),
      row('open a run of 500 events', opening.fold, `from its checkpoint ${round(opening.checkpoint, 2)}`),
      { what: `steps visited by the worst of ${space.events} events`, ours: space.most, theirs: '' },
      ...Object.entries(deep.byEvent).map(([name, passes]) => ({
        what: `100,000 steps in a row: passes when ${name}`,
        ours: round(passes, 5),
        theirs: '',
      })),
    ],
  };
}

function row(what: string, ours: number, theirs: string) {
  return { what: `${what} (ms)`, ours: round(ours, 2), theirs };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
