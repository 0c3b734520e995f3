/** Reproducible chance (mulberry32): the same seed gives the same run. Not for secrets. */
export interface SeededRandom {
  /** 0 ≤ n < 1. */
  readonly next: () => number;
  /** 0 ≤ n < limit, whole. */
  readonly below: (limit: number) => number;
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>;
}

export function makeRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    bytes: (length) => Uint8Array.from({ length }, () => Math.floor(next() * 256)),
  };
}
