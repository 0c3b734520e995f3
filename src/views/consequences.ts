/**
 * What follows at once if a step is closed in one way or another. Asked for the step that is shown only:
 * each answer walks the plan as far as it would change.
 */
import { countRedosLeft } from '../engine/decide/redo.ts';
import { type Closing, previewClosing } from '../engine/preview.ts';
import { readingsOf, type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import type { ConsequenceView, OutcomeView } from './step-view.ts';

export const noConsequence: ConsequenceView = { ready: [], withdrawn: [], stillWaiting: [], redone: [] };

export function computeConsequence(run: RunReading, { step }: StepReading, how: Closing): ConsequenceView {
  const { ready, withdrawn, stillWaiting, redone } = previewClosing(run.state, step.id, how);
  return {
    ready: readingsOf(run, ready).map(stepToRef),
    withdrawn: readingsOf(run, withdrawn).map(stepToRef),
    stillWaiting: readingsOf(run, stillWaiting).map(stepToRef),
    redone: readingsOf(run, redone).map(stepToRef),
  };
}

/** `open`: it can still end so; else only the names are told. */
export function computeOutcomes(
  run: RunReading,
  reading: StepReading,
  open: boolean,
): readonly OutcomeView[] {
  return (reading.step.outcomes ?? []).map((outcome) => ({
    id: outcome.id,
    name: outcome.name,
    follows: open
      ? computeConsequence(run, reading, { kind: 'complete', outcome: outcome.id })
      : noConsequence,
    redosLeft: outcome.redo === undefined ? null : countRedosLeft(run.state, reading.step.id, outcome.redo),
  }));
}
