/**
 * Facts that keep a step from its turn: those that are missing [F5], and critical ones about whose
 * value rivals disagree [F6]. What its condition and its start look at counts too.
 */
import { factOfRule } from '../../model/date-origin.ts';
import type { FactId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import type { FactState } from '../run-state.ts';
import { evaluateCondition } from './evaluate-condition.ts';
import { readsOfStep } from './stale-reads.ts';

export interface FactNeeds {
  readonly missingFacts: readonly FactId[];
  readonly disputedFacts: readonly FactId[];
}

/** What every step needs that may have its turn, always this very object. */
export const noFactNeeds: FactNeeds = { missingFacts: [], disputedFacts: [] };

/**
 * Each list in the order of the reads, each fact once. A fact that the plan does not have can never be
 * supplied: it holds nothing up. `facts`: those given along with a command count.
 */
export function computeFactNeeds(
  step: Pick<StepDefinition, 'reads' | 'onlyIf' | 'start'>,
  facts: ReadonlyMap<FactId, FactState>,
): FactNeeds {
  const { onlyIf, start } = step;
  // Most steps look at no fact at all, and every fold asks for every step.
  if (step.reads === undefined && onlyIf === undefined && start === undefined) return noFactNeeds;
  const missing = new Set<FactId>();
  const disputed = new Set<FactId>();
  const looksAt = (id: FactId): void => {
    const fact = facts.get(id);
    if (fact?.critical === true && fact.rivals.length > 0) disputed.add(id);
  };
  for (const { fact, optional } of readsOfStep(step)) {
    if (optional !== true && facts.get(fact)?.value === null) missing.add(fact);
    looksAt(fact);
  }
  if (onlyIf !== undefined && facts.has(onlyIf.fact) && evaluateCondition(onlyIf, facts) === 'missing')
    missing.add(onlyIf.fact);
  const startsFrom = factOfRule(start);
  if (startsFrom !== null) looksAt(startsFrom);
  if (missing.size + disputed.size === 0) return noFactNeeds;
  return { missingFacts: [...missing], disputedFacts: [...disputed] };
}
