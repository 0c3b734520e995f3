/** Separation of duties: whoever did one thing leaves another to somebody else [O5]. */
import type { PersonId, StepId } from '../../model/ids.ts';
import { err } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import type { RunState } from '../run-state.ts';
import { findDoers } from '../who.ts';
import type { Decision } from './draft.ts';

/** Null when none of the people did what whoever does the step must not have done. */
export function refuseDoers(
  state: RunState,
  { id: step, notBy }: StepDefinition,
  people: readonly PersonId[],
): Decision | null {
  const did = findDone(state, notBy, people);
  return did === null ? null : err({ type: 'didItsPart', step, ...did });
}

/** Which of the steps one of the people did, and who; null when none. */
export function findDone(
  state: RunState,
  steps: readonly StepId[] = [],
  people: readonly PersonId[],
): { readonly person: PersonId; readonly did: StepId } | null {
  for (const did of steps) {
    const person = findDoers(state, did).find((each) => people.includes(each));
    if (person !== undefined) return { person, did };
  }
  return null;
}
