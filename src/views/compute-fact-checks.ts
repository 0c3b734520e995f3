/**
 * Facts that are another than what completed steps rest on, with everything that asks for [F1] [F4]:
 * "Flight now lands 16:10. Two steps to check again: transfer, dinner."
 */
import { findOrigin } from '../engine/facts/fact-origin.ts';
import type { FactId } from '../model/ids.ts';
import { computeMovedSteps } from './compute-moved-steps.ts';
import type { FactCheckView } from './flow-view.ts';
import { type RunReading, type StepReading, stepToRef } from './run-reading.ts';
import { findOriginValue } from './stale-facts.ts';

/** In the order of the facts; derived ones are told with the one they follow. Steps in rail order. */
export function computeFactChecks(run: RunReading): readonly FactCheckView[] {
  const stepsByFact = new Map<FactId, StepReading[]>();
  for (const reading of run.steps) {
    if (reading.tone !== 'recheck') continue;
    for (const fact of staleOrigins(run, reading))
      stepsByFact.set(fact, [...(stepsByFact.get(fact) ?? []), reading]);
  }
  return [...run.state.facts.keys()].flatMap((fact) => {
    const steps = stepsByFact.get(fact);
    return steps === undefined ? [] : (toCheck(run, fact, steps) ?? []);
  });
}

function staleOrigins(run: RunReading, { occurrence }: StepReading): ReadonlySet<FactId> {
  return new Set(
    occurrence.staleReads.flatMap(({ read }) => findOrigin(run.state.facts, read.fact)?.id ?? read.fact),
  );
}

function toCheck(run: RunReading, id: FactId, steps: readonly StepReading[]): FactCheckView | null {
  const fact = run.state.facts.get(id);
  if (fact === undefined) return null;
  const { name, kind, options = [] } = fact.definition;
  const last = fact.changes.at(-1);
  const stale = steps
    .flatMap(({ occurrence }) => occurrence.staleReads)
    .find(({ read }) => (findOrigin(run.state.facts, read.fact)?.id ?? read.fact) === id);
  const was = stale === undefined ? null : findOriginValue(run.state, stale);
  return {
    fact: { fact: id, name, kind, options },
    was,
    now: fact.value,
    by: run.people.find(last?.actor),
    at: last?.at ?? null,
    checks: steps.map(stepToRef),
    // What nothing rested on before was not moved, only found out.
    moved: was === null ? [] : computeMovedSteps(run, id, was),
  };
}
