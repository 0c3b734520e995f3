/** A token bucket: `rate` tokens a second, at most `burst` of them. It may go into debt, which has to be waited off. */
export interface TokenBucket {
  /** Takes `count` tokens and says how long to wait, in milliseconds, before taking more; 0 for not at all. */
  take(count: number, now: number): number;
}

export function makeTokenBucket(rate: number, burst: number, start: number): TokenBucket {
  let tokens = burst;
  let last = start;
  return {
    take(count, now) {
      tokens = Math.min(burst, tokens + (Math.max(0, now - last) * rate) / 1000);
      last = now;
      tokens -= count;
      return tokens >= 0 ? 0 : Math.ceil((-tokens * 1000) / rate);
    },
  };
}
