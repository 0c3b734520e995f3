/** On whom an open step hangs: who holds it, who have yet to vote on it, or the people of the role that has it. */
import type { PersonId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { findOpenVoters } from '../approval/approval-state.ts';
import { findDone } from '../decide/refuse-doers.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { castOf, findRole } from '../who.ts';

/** At least one; `null`: whoever conducts. */
export function ownersOf(
  { assignee, notBy }: Pick<StepDefinition, 'assignee' | 'notBy'>,
  { approval, holder }: OccurrenceState,
  state: RunState,
): readonly (PersonId | null)[] {
  if (holder !== null && approval === null) return [holder];
  const role = assignee === undefined || approval !== null ? null : findRole(assignee, castOf(state));
  const wanted =
    approval !== null
      ? findOpenVoters(approval)
      : (role?.people ?? []).filter((person) => findDone(state, notBy, [person]) === null);
  return wanted.length > 0 ? wanted : [null];
}
