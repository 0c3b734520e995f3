/** Commands about a section as a whole: cancelling what is open of it, and doing it once more. */
import type { Command } from '../../model/command.ts';
import { err, ok } from '../../model/result.ts';
import type { RunState } from '../run-state.ts';
import { optionalReason, takeEndBack } from './closing-commands.ts';
import type { Decision, Draft } from './draft.ts';
import { refuseSettled, requireNotCancelled } from './guards.ts';
import { draftClosing } from '../items/item-commands.ts';
import { planIndexOf } from './plan-index.ts';
import { draftReopening, findJudges, findRedone, findSection, placesOfSection, refuseRedo } from './redo.ts';

type SectionCommand = Extract<Command, { kind: 'cancelSection' | 'redoSection' }>;

export function decideForSection(command: SectionCommand, state: RunState): Decision {
  const allowed = requireNotCancelled(state);
  if (!allowed.ok) return allowed;
  return command.kind === 'cancelSection' ? decideCancel(command, state) : decideRedo(command, state);
}

/** In topological order [J7]; what failed is still open: somebody would have to do something about it. */
function decideCancel(
  { section: id, reason }: Extract<SectionCommand, { kind: 'cancelSection' }>,
  state: RunState,
): Decision {
  const section = findSection(state, id);
  if (section === null) return err({ type: 'unknownSection' });
  const data = optionalReason(reason);
  const list = state.items.find((each) => each.section === id);
  const cancelled = planIndexOf(state.steps)
    .inOrder(placesOfSection(state, section))
    .flatMap((step): readonly Draft[] => {
      const current = state.current.get(step);
      if (current === undefined || refuseSettled(current) !== null) return [];
      return [{ type: 'step.cancelled/1', data, occurrence: current.occurrence }];
    });
  return ok([...(list === undefined ? [] : draftClosing(list, id)), ...cancelled]);
}

/** The limit is that of the outcomes which would have sent it back: a person's wish does not widen it. */
function decideRedo(
  { section: id, reason }: Extract<SectionCommand, { kind: 'redoSection' }>,
  state: RunState,
): Decision {
  const section = findSection(state, id);
  if (section === null) return err({ type: 'unknownSection' });
  if (state.status === 'suspended') return err({ type: 'runSuspended' });
  if (findRedone(state, section, []).length === 0) return ok([]);
  const judges = findJudges(state, id);
  for (const { step, redo } of judges) {
    const refusal = refuseRedo(state, step.id, redo);
    if (refusal !== null) return refusal;
  }
  const redone = findRedone(
    state,
    section,
    judges.map(({ step }) => step.id),
  );
  return ok([...takeEndBack(state), ...draftReopening(state, redone, reason)]);
}
