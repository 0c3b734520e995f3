/** Asking somebody about a step: worth it only where something is still to be done by somebody [N1]. */
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import { isKnownPerson, refuseSettled, requireCurrent } from './guards.ts';

export function decideNudge(
  { occurrence, to, how }: Extract<Command, { kind: 'sendNudge' }>,
  state: RunState,
): Decision {
  const found = requireCurrent(state, occurrence);
  if (!found.ok) return found;
  const refusal = asksToBeChecked(found.value) ? null : refuseSettled(found.value);
  if (refusal !== null) return refusal;
  if (!isKnownPerson(state.context, to)) return err({ type: 'unknownPerson' });
  return ok([{ type: 'nudge.sent/1', data: { to, how }, occurrence }]);
}

function asksToBeChecked({ status, validity }: OccurrenceState): boolean {
  return status === 'completed' && validity === 'recheck';
}
