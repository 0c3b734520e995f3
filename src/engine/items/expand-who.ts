/**
 * Whom a laid out step belongs to: in an item, "the same person as" and "not the person who" look at the steps
 * of the same item. From elsewhere "not the person who" means whoever did it for any of the items; nothing is
 * "the same as" the step of an item that is not its own, for that is many people: plans that say so are refused.
 */
import type { ItemId, StepId } from '../../model/ids.ts';
import { placeId } from '../../model/place.ts';
import type { Assignee, StepDefinition } from '../../model/workflow.ts';
import type { ItemList } from './item-list.ts';

/** `list` and `item`: where the step stands; null outside of the items. */
export function expandWho<Step extends StepDefinition>(
  step: Step,
  { list, item }: { readonly list: ItemList; readonly item: { readonly id: ItemId } } | Nowhere,
  listOf: ReadonlyMap<StepId, ItemList>,
): Step {
  const isOwn = (named: StepId): boolean => list !== null && listOf.get(named) === list;
  const own = <Who extends { readonly kind: string }>(who: Who | SameAs): Who | SameAs =>
    isSameAs(who) && item !== null && isOwn(who.step) ? { ...who, step: placeId(who.step, item.id) } : who;
  const { assignee, backup, approval, notBy, undo, contact } = step;
  const named: readonly { readonly kind: string }[] = [
    assignee,
    backup,
    undo?.assignee,
    contact?.to,
    ...(approval?.by ?? []),
  ].filter((who) => who !== undefined);
  if (notBy === undefined && !named.some((who) => isSameAs(who) && isOwn(who.step))) return step;
  return {
    ...step,
    ...(assignee !== undefined && { assignee: own<Assignee>(assignee) }),
    ...(backup !== undefined && { backup: own<Assignee>(backup) }),
    ...(undo?.assignee !== undefined && { undo: { ...undo, assignee: own<Assignee>(undo.assignee) } }),
    ...(contact?.to !== undefined && {
      contact: { ...contact, to: own<NonNullable<typeof contact.to>>(contact.to) },
    }),
    ...(approval !== undefined && {
      approval: { ...approval, by: approval.by.map((who) => own<Assignee>(who)) },
    }),
    ...(notBy !== undefined && {
      notBy: notBy.flatMap((did): readonly StepId[] => {
        const other = listOf.get(did);
        if (other === undefined) return [did];
        if (item !== null && other === list) return [placeId(did, item.id)];
        return other.items.map(({ id }) => placeId(did, id));
      }),
    }),
  };
}

type SameAs = Extract<Assignee, { kind: 'sameAs' }>;

interface Nowhere {
  readonly list: null;
  readonly item: null;
}

export const outsideOfItems: Nowhere = { list: null, item: null };

function isSameAs(who: { readonly kind: string }): who is SameAs {
  return who.kind === 'sameAs';
}
