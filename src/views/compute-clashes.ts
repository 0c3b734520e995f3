/** What else keeps me busy when a step of mine falls due, may begin, or has a time of its own. */
import { isOpen } from '../engine/is-open.ts';
import type { RunReading, StepReading } from './run-reading.ts';
import type { BusyTime, SpaceSnapshot } from './space-snapshot.ts';

/** Milliseconds since 1970. */
export type ClashView = Pick<BusyTime, 'title' | 'at' | 'until' | 'wholeDays'>;

const most = 3;

/** The first few; none for steps of others, of which this device knows nothing. */
export function computeClashes(
  { busy = [] }: SpaceSnapshot,
  run: RunReading,
  { step, occurrence, mine, due, startsAt }: StepReading,
): readonly ClashView[] {
  if (busy.length === 0 || !mine || !isOpen(occurrence)) return [];
  const moments = [
    ...(due?.hasTime === true ? [due.at] : []),
    ...(startsAt === null ? [] : [startsAt]),
    ...[...(step.reads ?? []).map(({ fact }) => fact), ...(step.writes ?? [])].flatMap((id) => {
      const value = run.state.facts.get(id)?.value;
      return value?.kind === 'instant' ? [value.at] : [];
    }),
  ];
  // What is due on a day can be done before or after an hour of something else, and not on a day away.
  const day = due !== null && !due.hasTime ? due.at : null;
  return busy
    .filter(
      (time) => moments.some((at) => isIn(time, at)) || (day !== null && time.wholeDays && isIn(time, day)),
    )
    .slice(0, most)
    .map(({ title, at, until, wholeDays }) => ({ title, at, until, wholeDays }));
}

function isIn({ at, until }: BusyTime, moment: number): boolean {
  return at <= moment && moment < until;
}
