/**
 * When a run stood still: from each suspension to the resumption after it [X6]. One that still lasts is
 * not among them, since nobody knows its end; until then the run asks nobody for anything.
 */
import type { RunEvent } from '../model/event.ts';
import type { Pauses } from './working-time.ts';

const none: Pauses = [];

/** `events`: suspensions and resumptions of the run, in total order. */
export function computePauses(events: readonly RunEvent[]): Pauses {
  if (events.length === 0) return none;
  const pauses: (readonly [number, number])[] = [];
  let since: number | null = null;
  for (const { type, at } of events) {
    if (type === 'run.suspended/1') since ??= at;
    else if (since !== null) {
      // Clocks differ: a pause that ended before it began was none, and no minute counts twice.
      const from = Math.max(since, pauses.at(-1)?.[1] ?? since);
      if (at > from) pauses.push([from, at]);
      since = null;
    }
  }
  return pauses;
}
