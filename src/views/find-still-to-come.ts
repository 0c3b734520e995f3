/** What a step that is done for now rests on: steps still open, in whose place another has said something [F7]. */
import { findStillToSay } from '../engine/facts/is-fact-confirmed.ts';
import type { StepId } from '../model/ids.ts';
import { readingsOf, type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { StepRef } from './shared.ts';

/** In the plan's order; empty unless it is provisional, and for no other reason. */
export function findStillToCome(run: RunReading, { step, occurrence }: StepReading): readonly StepRef[] {
  if (occurrence.validity !== 'provisional') return [];
  const { state } = run;
  const stepById = new Map(state.steps.map((each) => [each.id, each]));
  const found = new Set<StepId>();
  const queue = new Set([step.id]);
  for (const id of queue) {
    const { reads = [], writes = [], after = [] } = stepById.get(id) ?? {};
    for (const fact of [...reads.map((read) => read.fact), ...writes]) {
      const stillToSay = findStillToSay(state, fact);
      if (stillToSay !== null) found.add(stillToSay);
    }
    for (const { from } of after) if (state.current.get(from)?.validity === 'provisional') queue.add(from);
  }
  return readingsOf(run, found).map(stepToRef);
}
