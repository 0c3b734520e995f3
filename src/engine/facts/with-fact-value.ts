/**
 * The facts of a run as they would be, were one of them another: what follows from it follows along.
 */
import type { FactValue } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import type { FactState } from '../run-state.ts';
import { deriveFacts } from './fold-fact.ts';

/** `fact`: one that follows no other; `facts`: all of the run, in the order of the definitions. */
export function withFactValue(
  facts: ReadonlyMap<FactId, FactState>,
  fact: FactId,
  value: FactValue | null,
): ReadonlyMap<FactId, FactState> {
  const given = new Map(facts);
  const state = facts.get(fact);
  if (state !== undefined) given.set(fact, { ...state, value });
  return deriveFacts(
    [...facts.values()].map(({ definition }) => definition),
    given,
  );
}
