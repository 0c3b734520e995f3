/** The passes of a step that was done more than once, or is to be. */
import { occurrenceKey } from '../model/occurrence.ts';
import { outcomeToName, readStep, type RunReading, type StepReading } from './run-reading.ts';
import type { PassView } from './step-view.ts';

/** All of them, first first; empty for a step with one. */
export function computePasses(run: RunReading, { step }: StepReading, now: number): readonly PassView[] {
  const { state, people, timed } = run;
  const current = state.current.get(step.id)?.occurrence;
  if (current === undefined || current.iteration === 1) return [];
  return Array.from({ length: current.iteration }, (_, index) => index + 1).flatMap(
    (iteration): readonly PassView[] => {
      const pass = state.occurrences.get(occurrenceKey({ ...current, iteration }));
      if (pass === undefined) return [];
      const { key, outcome, closedAt, closedBy, reason } = pass;
      return [
        {
          iteration,
          key,
          tone: readStep(step, pass, state, people.me, timed, now).tone,
          outcome: outcomeToName(step, outcome),
          closedAt,
          closedBy: closedBy.flatMap((person) => people.find(person) ?? []),
          reason,
        },
      ];
    },
  );
}
