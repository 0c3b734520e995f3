/**
 * Sets of integers a client as sorted, disjoint, non-adjacent half-open ranges: which structs, or which
 * deletions, a log holds. Mutable, because a log of thousands of frames is added one frame at a time.
 */
export type Range = readonly [from: number, to: number];
export type RangeSet = Map<number, Range[]>;

export function addRange(set: RangeSet, client: number, from: number, to: number): void {
  if (from >= to) return;
  const ranges = set.get(client);
  if (ranges === undefined) {
    set.set(client, [[from, to]]);
    return;
  }
  const start = firstEndingAtOrAfter(ranges, from);
  let end = start;
  let low = from;
  let high = to;
  for (let range = ranges[end]; range !== undefined && range[0] <= high; range = ranges[end]) {
    low = Math.min(low, range[0]);
    high = Math.max(high, range[1]);
    end += 1;
  }
  ranges.splice(start, end - start, [low, high]);
}

function firstEndingAtOrAfter(ranges: readonly Range[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range)[1] < clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function addRangeSet(set: RangeSet, added: RangeSet): void {
  for (const [client, ranges] of added) for (const [from, to] of ranges) addRange(set, client, from, to);
}

/** What of `wanted` is not in `held`. */
export function subtractRangeSet(wanted: RangeSet, held: RangeSet): RangeSet {
  const rest: RangeSet = new Map();
  for (const [client, ranges] of wanted) {
    const holes = held.get(client) ?? [];
    for (const [from, to] of ranges) {
      let at = from;
      for (let index = firstEndingAtOrAfter(holes, from); index < holes.length; index += 1) {
        const [holeFrom, holeTo] = holes[index] as Range;
        if (holeFrom >= to) break;
        addRange(rest, client, at, Math.min(holeFrom, to));
        at = Math.max(at, holeTo);
      }
      addRange(rest, client, at, to);
    }
  }
  return rest;
}

/** What is in both. */
export function intersectRangeSet(left: RangeSet, right: RangeSet): RangeSet {
  return subtractRangeSet(left, subtractRangeSet(left, right));
}

export function isRangeSubset(part: RangeSet, whole: RangeSet): boolean {
  for (const [client, ranges] of part) {
    const held = whole.get(client) ?? [];
    for (const [from, to] of ranges) {
      const candidate = held[firstEndingAtOrAfter(held, to)];
      if (candidate === undefined || candidate[0] > from) return false;
    }
  }
  return true;
}

export function copyRangeSet(set: RangeSet): RangeSet {
  return new Map([...set].map(([client, ranges]) => [client, [...ranges]]));
}
