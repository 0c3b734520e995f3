/** Commands about the items of a per-item section: one more, that's all, another name, not this one [J6] [J7] [I1]. */
import type { Command } from '../../model/command.ts';
import { placeId } from '../../model/place.ts';
import { err, ok } from '../../model/result.ts';
import { optionalReason } from '../decide/closing-commands.ts';
import type { Decision, Draft } from '../decide/draft.ts';
import { refuseSettled, requireNotCancelled } from '../decide/guards.ts';
import { planIndexOf } from '../decide/plan-index.ts';
import { placesOfSection } from '../decide/redo.ts';
import type { RunState } from '../run-state.ts';
import type { ItemList } from './item-list.ts';

type ItemCommand = Extract<
  Command,
  { kind: 'addItem' | 'closeItems' | 'reopenItems' | 'renameItem' | 'finishItems' | 'cancelItem' }
>;

export function decideForItems(command: ItemCommand, state: RunState): Decision {
  const allowed = requireNotCancelled(state);
  if (!allowed.ok) return allowed;
  const { section } = command;
  const list = state.items.find((each) => each.section === section);
  if (list === undefined) return err({ type: 'unknownSection' });
  const grows = list.perItem.items === 'growing';
  switch (command.kind) {
    case 'addItem': {
      const name = command.name.trim();
      const { item } = command;
      if (name === '') return err({ type: 'emptyText' });
      if (list.items.some(({ id }) => id === item)) return ok([]);
      if (!list.isOpen) return err({ type: 'listClosed', section });
      return ok([{ type: 'item.added/1', data: { section, item, name } }]);
    }
    case 'closeItems':
      return ok(draftClosing(list, section));
    case 'reopenItems':
      if (!grows) return err({ type: 'listClosed', section });
      return ok(list.isOpen ? [] : [{ type: 'item.reopened/1', data: { section } }]);
    case 'renameItem':
      return renameItem(command, list);
    case 'finishItems':
      return finishItems(command, list, state);
    case 'cancelItem':
      return cancelItem(command, list, state);
  }
}

/** The name that it has already says something where others were given beside it: it is to stay. */
function renameItem(
  { section, item, name }: Extract<ItemCommand, { kind: 'renameItem' }>,
  { items }: ItemList,
): Decision {
  const was = items.find(({ id }) => id === item);
  const wanted = name.trim();
  if (was === undefined) return err({ type: 'unknownItem' });
  if (wanted === '') return err({ type: 'emptyText' });
  if (was.name === wanted && was.otherNames.length === 0) return ok([]);
  return ok([{ type: 'item.renamed/1', data: { section, item, name: wanted } }]);
}

/** In topological order; a skip opens what comes after, so what was done is enough. */
function finishItems(
  { reason, section }: Extract<ItemCommand, { kind: 'finishItems' }>,
  list: ItemList,
  state: RunState,
): Decision {
  if (state.status === 'suspended') return err({ type: 'runSuspended' });
  const data = optionalReason(reason);
  const places = planIndexOf(state.steps).inOrder(placesOfSection(state, list));
  const skipped = places.flatMap((place): readonly Draft[] => {
    const current = state.current.get(place);
    if (current === undefined || refuseSettled(current) !== null) return [];
    return [{ type: 'step.skipped/1', data, occurrence: current.occurrence }];
  });
  return ok([...draftClosing(list, section), ...skipped]);
}

/** A list that nobody wants more of does not grow any more. */
export function draftClosing({ isOpen }: ItemList, section: string): readonly Draft[] {
  return isOpen ? [{ type: 'item.closed/1', data: { section } }] : [];
}

/** In topological order; what was done of it stays done. */
function cancelItem(
  { item, reason }: Extract<ItemCommand, { kind: 'cancelItem' }>,
  list: ItemList,
  state: RunState,
): Decision {
  if (!list.items.some(({ id }) => id === item)) return err({ type: 'unknownItem' });
  const data = optionalReason(reason);
  const places = planIndexOf(state.steps).inOrder(list.steps.map((step) => placeId(step, item)));
  return ok(
    places.flatMap((place): readonly Draft[] => {
      const current = state.current.get(place);
      if (current === undefined || refuseSettled(current) !== null) return [];
      return [{ type: 'step.cancelled/1', data, occurrence: current.occurrence }];
    }),
  );
}
