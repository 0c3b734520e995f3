/**
 * The fewest events that still fail, by leaving out ever smaller pieces (Zeller's delta debugging). What
 * is left out leaves holes in the log, which every law has to bear anyway.
 */
import type { LogEvent } from '../../src/model/event.ts';

export function shrinkEvents(
  events: readonly LogEvent[],
  failureOf: (fewer: readonly LogEvent[]) => Error | null,
): readonly LogEvent[] {
  let left = events;
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < left.length; ) {
      const fewer = [...left.slice(0, from), ...left.slice(from + size)];
      if (failureOf(fewer) === null) from += size;
      else left = fewer;
    }
  }
  return left;
}
