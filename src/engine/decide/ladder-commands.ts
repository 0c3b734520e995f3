/** Commands about what happens when a step stalls: its ladder, and the step that stands in for it. */
import { placeOf } from '../../model/place.ts';
import { canonicalJson } from '../../model/canonical-json.ts';
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import { definitionOf, refuseOver, requireGoingOn, requireMoving } from './guards.ts';
import { planIndexOf } from './plan-index.ts';

type LadderCommand = Extract<Command, { kind: 'setStepLadder' | 'openFallback' | 'closeFallback' }>;

export function decideLadder(command: LadderCommand, state: RunState): Decision {
  if (command.kind === 'setStepLadder') return decideSetLadder(command, state);
  const found = requireMoving(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { occurrence, dormant, startedAt } = current;
  const step = placeOf(occurrence);
  const over = refuseOver(current);
  if (over !== null) return over;
  if (definitionOf(state, current).fallbackOf === undefined) return err({ type: 'notAFallback', step });
  const open = command.kind === 'openFallback';
  // What somebody has begun is theirs to end.
  if (!dormant === open || (!open && startedAt !== null)) return ok([]);
  return ok([{ type: 'step.fallbackSet/1', data: { open }, occurrence }]);
}

function decideSetLadder(
  { step, ifStalls }: Extract<LadderCommand, { kind: 'setStepLadder' }>,
  state: RunState,
): Decision {
  const allowed = requireGoingOn(state);
  if (!allowed.ok) return allowed;
  const definition = planIndexOf(state.steps).stepOf(step);
  if (definition === undefined) return err({ type: 'unknownStep', step });
  if (canonicalJson(definition.ifStalls ?? null) === canonicalJson(ifStalls)) return ok([]);
  return ok([
    { type: 'run.patched/2', data: { operations: [{ kind: 'setStep', step, set: { ifStalls } }] } },
  ]);
}
