/** Keeps lists of events in the run's total order while events are added. */
import type { LogEvent } from '../model/event.ts';

type Compare = (a: LogEvent, b: LogEvent) => number;

/** Inserts in place; almost always at the end, since new events have seen the old ones. */
export function insertInOrder<Event extends LogEvent>(list: Event[], event: Event, compare: Compare): void {
  let low = 0;
  let high = list.length;
  const last = list[high - 1];
  if (last === undefined || compare(last, event) < 0) {
    list.push(event);
    return;
  }
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(list[middle] as Event, event) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, event);
}

/** As `insertInOrder` for many: `events` are in total order among themselves. */
export function mergeInOrder<Event extends LogEvent>(
  list: Event[],
  events: readonly Event[],
  compare: Compare,
): void {
  const [first] = events;
  const last = list.at(-1);
  if (first === undefined) return;
  if (last === undefined || compare(last, first) < 0) for (const event of events) list.push(event);
  else if (events.length < 32) for (const event of events) insertInOrder(list, event, compare);
  else {
    for (const event of events) list.push(event);
    list.sort(compare);
  }
}
