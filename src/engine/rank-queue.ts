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
  const heap: Item[] = [];

  function push(item: Item): void {
    if ((item.queues & bit) !== 0) return;
    item.queues |= bit;
    let place = heap.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((heap[above] as Item).rank <= item.rank) break;
      heap[place] = heap[above] as Item;
      place = above;
    }
    heap[place] = item;
  }

  function pop(): Item | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined) return undefined;
    first.queues &= ~bit;
    if (first !== last) sink(last);
    return first;
  }

  function sink(item: Item): void {
    let place = 0;
    for (;;) {
      let below = place * 2 + 1;
      const right = heap[below + 1];
      if (right !== undefined && right.rank < (heap[below] as Item).rank) below += 1;
      const next = heap[below];
      if (next === undefined || next.rank >= item.rank) break;
      heap[place] = next;
      place = below;
    }
    heap[place] = item;
  }

  return { push, pop };
}
