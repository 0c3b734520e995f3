/**
 * Whether a step waits on somebody outside, and whether it or its run is paused.
 *
 * A wait ends by what saw it: an answer, its end, any verdict. Of rival waits the latest is shown. Of
 * rival pauses and resumptions a pause holds: to go on, somebody has to have seen it.
 */
import type { RunEvent } from '../model/event.ts';
import type { EventId, PersonId } from '../model/ids.ts';
import { computeEventHeads, type Saw } from './event-heads.ts';
import { eventsToPeople } from './events-to-people.ts';
import type { OccurrenceLog } from './occurrence-log.ts';
import type { WaitingOn } from './run-state.ts';

export function computeWaitingOn(
  { waits, waitEnds, verdicts }: Pick<OccurrenceLog, 'waits' | 'waitEnds' | 'verdicts'>,
  saw: Saw,
): WaitingOn | null {
  const isOver = (wait: RunEvent): boolean => {
    const ends = (event: Pick<RunEvent, 'id'>): boolean => saw(event.id, wait.id);
    return waitEnds.some(ends) || verdicts.some(ends);
  };
  const wait = waits.findLast((each) => !isOver(each));
  if (wait === undefined) return null;
  return { event: wait.id, on: wait.data.on, person: wait.data.person ?? null, since: wait.at };
}

/** A pause that lasts. */
export interface Pause {
  /** The first of those that hold, in total order. */
  readonly event: EventId;
  /** By its author's clock; milliseconds since 1970. */
  readonly since: number;
  /** All who paused it, each once. */
  readonly by: readonly PersonId[];
}

/** `events`: pauses and resumptions of one occurrence, or of the run, in total order. Null: it goes on. */
export function computePause(events: readonly RunEvent[], saw: Saw): Pause | null {
  const holding = computeEventHeads(events, saw).filter(
    ({ type }) => type === 'step.paused/1' || type === 'run.suspended/1',
  );
  const [first] = holding;
  return first === undefined ? null : { event: first.id, since: first.at, by: eventsToPeople(holding) };
}
