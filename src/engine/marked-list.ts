/** A list in which each item is once at the most, in the order in which they were added. */
import type { Ranked } from './rank-queue.ts';

export interface MarkedList<Item extends Ranked> {
  readonly items: readonly Item[];
  readonly add: (item: Item) => void;
  readonly clear: () => void;
}

/** `bit`: its own among those in `queues`. Cheaper than a set where the items live as long as the list does. */
export function createMarkedList<Item extends Ranked>(bit: number): MarkedList<Item> {
  const items: Item[] = [];
  return {
    items,
    add: (item) => {
      if ((item.queues & bit) !== 0) return;
      item.queues |= bit;
      items.push(item);
    },
    clear: () => {
      for (const item of items) item.queues &= ~bit;
      items.length = 0;
    },
  };
}
