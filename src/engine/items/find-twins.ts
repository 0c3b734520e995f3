/**
 * Two items of one name, which may be one that two people added [J6]: somebody says whether to keep one, and
 * then what is open of the other is cancelled, or that there are two.
 */
import type { ItemId } from '../../model/ids.ts';
import { placeId } from '../../model/place.ts';
import { isOpen } from '../is-open.ts';
import { isClosed } from '../readiness.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import type { ItemList, RunItem } from './item-list.ts';

export interface ItemTwins {
  /** Deterministic; whoever acknowledges it says that there are two. */
  readonly alert: string;
  readonly section: string;
  readonly name: string;
  readonly keep: ItemId;
  /** The one of which less was done; of equals the later. */
  readonly drop: ItemId;
}

/** The occurrences of an item, in the order of the section. */
export function occurrencesOfItem(
  state: Pick<RunState, 'current'>,
  { steps }: Pick<ItemList, 'steps'>,
  item: ItemId,
): readonly OccurrenceState[] {
  return steps.flatMap((step) => state.current.get(placeId(step, item)) ?? []);
}

/** Something of it was called off, and nothing is left to do. */
export function isCalledOff(occurrences: readonly OccurrenceState[]): boolean {
  return occurrences.some(({ status }) => status === 'terminated') && !occurrences.some(isOpen);
}

export function findTwins(state: Pick<RunState, 'items' | 'current' | 'acknowledged'>): readonly ItemTwins[] {
  return state.items
    .flatMap((list) => {
      const there = list.items.filter(({ id }) => !isCalledOff(occurrencesOfItem(state, list, id)));
      return there.flatMap((item, index) => {
        const before = there.slice(0, index).find((each) => isSameName(each, item));
        return before === undefined ? [] : [toTwins(state, list, before, item)];
      });
    })
    .filter(({ alert }) => (state.acknowledged.get(alert)?.size ?? 0) === 0);
}

function toTwins(
  state: Pick<RunState, 'current'>,
  list: ItemList,
  first: RunItem,
  second: RunItem,
): ItemTwins {
  const doneOf = ({ id }: RunItem): number =>
    occurrencesOfItem(state, list, id).filter(({ status }) => isClosed(status)).length;
  const [keep, drop] = doneOf(second) > doneOf(first) ? [second, first] : [first, second];
  const alert = `twins/${list.section}/${first.id}/${second.id}`;
  return { alert, section: list.section, name: keep.name, keep: keep.id, drop: drop.id };
}

function isSameName(a: RunItem, b: RunItem): boolean {
  return a.name.trim().toLocaleLowerCase('en') === b.name.trim().toLocaleLowerCase('en');
}
