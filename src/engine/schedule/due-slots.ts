/**
 * Which slots of a schedule are to start now: catch-up for what nobody was there for, overlap for what is
 * still going on. A function of what is known to have run and the time: nothing is written down when a
 * slot is left out, so that whoever hears of more afterwards answers differently.
 */
import type { Schedule, Slot } from '../../model/schedule.ts';

/** A run that the schedule has started. */
export interface StartedSlot {
  readonly date: Slot['date'];
  /** Milliseconds since 1970; null while it goes on. */
  readonly endedAt: number | null;
}

export interface DueSlots {
  /** To be started, oldest first. */
  readonly start: readonly Slot[];
  /** It waits for the last run to end. */
  readonly held: Slot | null;
}

/** So long after its time a slot is not missed yet. */
const onTimeMs = 60 * 60_000;
/** No more are made up for, whatever was typed: a year of months, or a month of days. */
export const mostCaughtUp = 31;

/**
 * `slots`: those up to `now`, oldest first, as far back as the last that was started. Milliseconds since 1970.
 * Only what comes after everything that was started counts.
 */
export function computeDueSlots(
  { catchUp, overlap, since = -Infinity, paused }: Pick<Schedule, 'catchUp' | 'overlap' | 'since' | 'paused'>,
  slots: readonly Slot[],
  started: readonly StartedSlot[],
  now: number,
): DueSlots {
  if (paused === true) return { start: [], held: null };
  const last = started.reduce((latest, { date }) => (date > latest ? date : latest), '');
  const open = slots.filter(({ date, at }) => date > last && at >= since && at <= now);
  /** When it could first have started: not before the run that it queued behind was over. */
  const couldAt = ({ at }: Slot): number =>
    overlap === 'queue' ? Math.max(at, ...started.map(({ endedAt }) => endedAt ?? now)) : at;
  const wanted = chooseMissed(catchUp, open, (slot) => now - couldAt(slot) <= onTimeMs);
  const goesOn = started.some(({ endedAt }) => endedAt === null);
  switch (overlap) {
    case 'allow':
      return { start: wanted, held: null };
    case 'queue':
      return goesOn
        ? { start: [], held: wanted[0] ?? null }
        : { start: wanted.slice(0, 1), held: wanted[1] ?? null };
    case 'skip': {
      const isFree = ({ at }: Slot): boolean =>
        started.every(({ endedAt }) => endedAt !== null && endedAt <= at);
      // The first that starts is in the way of the others.
      return { start: wanted.filter(isFree).slice(0, 1), held: null };
    }
  }
}

function chooseMissed(
  catchUp: Schedule['catchUp'],
  open: readonly Slot[],
  isOnTime: (slot: Slot) => boolean,
): readonly Slot[] {
  switch (catchUp) {
    case 'skip':
      return open.filter(isOnTime);
    case 'latest':
      return open.slice(-1);
    case 'all':
      return open.slice(-mostCaughtUp);
  }
}
