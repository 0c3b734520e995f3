/**
 * Whether a step waits on somebody outside, and whether it or its run is paused.
 *
 * A wait ends by what saw it: an answer, its end, any verdict. Of rival waits the latest is shown. Of
 * rival pauses and resumptions a pause holds: to go on, somebody has to have seen it.
 */
import type { RunEvent } from '../model/event.ts';
import { computeEventHeads, type Saw } from './event-heads.ts';
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

/** `events`: pauses and resumptions of one occurrence, or of the run, in total order. */
export function computePaused(events: readonly RunEvent[], saw: Saw): boolean {
  return computeEventHeads(events, saw).some(
    ({ type }) => type === 'step.paused/1' || type === 'run.suspended/1',
  );
}
