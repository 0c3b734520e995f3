/** Keeps a list of events in the run's total order while events are added one by one. */
import type { LogEvent } from '../model/event.ts';

/** Inserts in place; almost always at the end, since new events have seen the old ones. */
export function insertInOrder<Event extends LogEvent>(
  list: Event[],
  event: Event,
  compare: (a: LogEvent, b: LogEvent) => number,
): void {
  let low = 0;
  let high = list.length;
  const last = list.at(-1);
  if (last !== undefined && compare(last, event) < 0) low = high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as Event, event) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, event);
}
