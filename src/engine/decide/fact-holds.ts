/** Facts that keep a step from being done [F5] [F6]. */
import type { FactId } from '../../model/ids.ts';
import { err } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { evaluateCondition } from '../facts/evaluate-condition.ts';
import { computeSuppliers } from '../facts/is-fact-confirmed.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import type { Facts } from './fact-drafts.ts';

/** Null when every fact that the step needs is known and undisputed. `facts`: those given along count. */
export function refuseForFacts(state: RunState, definition: StepDefinition, facts: Facts): Decision | null {
  const { id: step, reads = [], onlyIf } = definition;
  if (reads.length === 0 && onlyIf === undefined) return null;
  const condition = onlyIf === undefined ? null : { fact: onlyIf.fact, is: evaluateCondition(onlyIf, facts) };
  const disputed = new Set<FactId>();
  const missing = new Set<FactId>();
  for (const { fact, optional } of reads) {
    const known = facts.get(fact);
    if (known !== undefined && known.critical && known.rivals.length > 0) disputed.add(fact);
    else if ((known?.value ?? null) === null && optional !== true) missing.add(fact);
  }
  if (condition?.is === 'disputed') disputed.add(condition.fact);
  if (condition?.is === 'missing') missing.add(condition.fact);
  if (disputed.size > 0) return err({ type: 'factsDisputed', step, facts: [...disputed] });
  if (missing.size === 0) return null;
  const who = [...new Set([...missing].flatMap((fact) => computeSuppliers(state, fact)))];
  return err({ type: 'factsMissing', step, facts: [...missing], who });
}
