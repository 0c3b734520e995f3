/** Facts that keep a step from being done [F5] [F6]. */
import type { FactId } from '../../model/ids.ts';
import { err } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { evaluateCondition } from '../facts/evaluate-condition.ts';
import { computeSuppliers } from '../facts/is-fact-confirmed.ts';
import { readsOfStep } from '../facts/stale-reads.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import type { Facts } from './fact-drafts.ts';

/**
 * Null when every fact that the step needs is known and undisputed. `facts`: those given along count.
 * Rival values in the way come first: picking one of them may be all that is missing.
 */
export function refuseForFacts(state: RunState, step: StepDefinition, facts: Facts): Decision | null {
  if (facts.size === 0) return null;
  const disputed = findDisputed(step, facts);
  if (disputed.length > 0) return err({ type: 'factsDisputed', step: step.id, facts: disputed });
  const missing = findMissing(step, facts);
  if (missing.length === 0) return null;
  const who = [...new Set(missing.flatMap((fact) => computeSuppliers(state, fact)))];
  return err({ type: 'factsMissing', step: step.id, facts: missing, who });
}

/** A fact that the plan does not have can never be supplied: it holds nothing up. */
export function findMissing(step: StepDefinition, facts: Facts): readonly FactId[] {
  const { onlyIf, reads = [] } = step;
  const missing = new Set<FactId>();
  for (const { fact, optional } of reads)
    if (optional !== true && facts.get(fact)?.value === null) missing.add(fact);
  if (onlyIf !== undefined && facts.has(onlyIf.fact) && evaluateCondition(onlyIf, facts) === 'missing')
    missing.add(onlyIf.fact);
  return [...missing];
}

export function findDisputed(step: StepDefinition, facts: Facts): readonly FactId[] {
  const { start } = step;
  const looked = readsOfStep(step).map(({ fact }) => fact);
  if (start?.kind === 'offset' && start.from !== 'runStart') looked.push(start.from);
  return [...new Set(looked)].filter((id) => {
    const fact = facts.get(id);
    return fact !== undefined && fact.critical && fact.rivals.length > 0;
  });
}
