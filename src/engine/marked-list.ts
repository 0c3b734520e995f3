/** A list in which each item is once at the most, in the order in which they were added. */
import type { Ranked } from './rank-queue.ts';

export interface MarkedList<Item extends Ranked> {
  /** The first `count` of them count: places are kept for the next round, since making them again costs. */
  readonly items: readonly Item[];
  count: number;
}

export function createMarkedList<Item extends Ranked>(): MarkedList<Item> {
  return { items: [], count: 0 };
}

/** `bit`: the list's own among those in `queues`. */
export function markItem<Item extends Ranked>(list: MarkedList<Item>, item: Item, bit: number): void {
  if ((item.queues & bit) !== 0) return;
  item.queues |= bit;
  (list.items as Item[])[list.count++] = item;
}

export function unmarkAll<Item extends Ranked>(list: MarkedList<Item>, bit: number): void {
  for (let index = 0; index < list.count; index++) (list.items[index] as Item).queues &= ~bit;
  list.count = 0;
}
