/**
 * What somebody paused and nobody took up again [X7]: a week later, and three more weeks, those are told who
 * paused it and who conducts. A pause of the run speaks for all steps that are paused in it.
 */
import type { OccurrenceState, RunState } from '../run-state.ts';
import { dayMs, type HasCome, type Told } from './told.ts';
import type { Pause } from '../waiting.ts';

const week = 7 * dayMs;
const tellings = 4;

export function findForgottenPauses(state: RunState, hasCome: HasCome): readonly Told[] {
  if (state.status === 'suspended') return state.pause === null ? [] : tellOf(null, state.pause, hasCome);
  if (state.status !== 'running') return [];
  return [...state.current.values()].flatMap((occurrence) =>
    occurrence.pause === null ? [] : tellOf(occurrence, occurrence.pause, hasCome),
  );
}

function tellOf(
  occurrence: OccurrenceState | null,
  { event, since: from, by }: Pause,
  hasCome: HasCome,
): readonly Told[] {
  return Array.from({ length: tellings }, (_, index) => index + 1).flatMap((weeks): readonly Told[] => {
    const since = from + weeks * week;
    if (!hasCome(since)) return [];
    return [
      {
        occurrence,
        cause: 'paused',
        rule: `paused-${event}`,
        rung: 'remind',
        step: `week-${weeks}`,
        since,
        for: [...by, null],
        about: by[0] ?? null,
      },
    ];
  });
}
