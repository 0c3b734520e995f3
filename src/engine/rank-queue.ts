/** A queue that gives out what stands first in topological order; each is in it once at the most. */
export interface Ranked {
  readonly rank: number;
  /** Which queues and lists it is in, a bit each. */
  queues: number;
}

export interface RankQueue<Item extends Ranked> {
  readonly push: (item: Item) => void;
  readonly pop: () => Item | undefined;
}

/** A binary heap on `rank`, which no two items share. `bit`: the queue's own in `queues`, where there are several. */
export function createRankQueue<Item extends Ranked>(bit = 1): RankQueue<Item> {
  // Places are kept for later: an array that shrinks and grows again is made again each time.
  const heap: Item[] = [];
  let size = 0;

  function push(item: Item): void {
    if ((item.queues & bit) !== 0) return;
    item.queues |= bit;
    let place = size++;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((heap[above] as Item).rank <= item.rank) break;
      heap[place] = heap[above] as Item;
      place = above;
    }
    heap[place] = item;
  }

  function pop(): Item | undefined {
    if (size === 0) return undefined;
    const first = heap[0] as Item;
    size -= 1;
    first.queues &= ~bit;
    if (size > 0) sink(heap[size] as Item);
    return first;
  }

  function sink(item: Item): void {
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      if (below >= size) break;
      if (below + 1 < size && (heap[below + 1] as Item).rank < (heap[below] as Item).rank) below += 1;
      const next = heap[below] as Item;
      if (next.rank >= item.rank) break;
      heap[place] = next;
      place = below;
    }
    heap[place] = item;
  }

  return { push, pop };
}
