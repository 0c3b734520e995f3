/** Facts that keep a step from being done [F5] [F6]. */
import { err } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { computeFactNeeds } from '../facts/fact-needs.ts';
import { computeSuppliers } from '../facts/is-fact-confirmed.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import type { Facts } from './fact-drafts.ts';

/**
 * Null when every fact that the step needs is known and undisputed. `facts`: those given along count.
 * Rival values in the way come first: picking one of them may be all that is missing.
 */
export function refuseForFacts(state: RunState, step: StepDefinition, facts: Facts): Decision | null {
  if (facts.size === 0) return null;
  const { missingFacts, disputedFacts } = computeFactNeeds(step, facts);
  if (disputedFacts.length > 0) return err({ type: 'factsDisputed', step: step.id, facts: disputedFacts });
  if (missingFacts.length === 0) return null;
  const who = [...new Set(missingFacts.flatMap((fact) => computeSuppliers(state, fact)))];
  return err({ type: 'factsMissing', step: step.id, facts: missingFacts, who });
}
