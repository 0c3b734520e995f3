/** What happens when a step stalls, as people are told of it. */
import { placeOf } from '../model/place.ts';
import { findFallbacks } from '../engine/alerts/find-fallbacks.ts';
import { findAddressee } from '../engine/alerts/addressee.ts';
import { computeAlerts } from '../engine/alerts/compute-alerts.ts';
import { ladderOf } from '../engine/alerts/ladder-of.ts';
import { backupOf, type PlacedRung, placeRungs } from '../engine/alerts/stalls.ts';
import { isOpen } from '../engine/is-open.ts';
import type { PersonId } from '../model/ids.ts';
import { retryDelay } from '../model/ladder.ts';
import type { LadderRungView, LadderView } from './alert-view.ts';
import type { RunReading, StepReading } from './run-reading.ts';

export const noLadder: LadderView = {
  usual: true,
  written: [],
  rungs: [],
  coHolder: null,
  nextTryAt: null,
  standsInFor: null,
};

export function computeLadderView(run: RunReading, here: StepReading, now: number): LadderView {
  const { state, people } = run;
  const { step, occurrence } = here;
  if (!isOpen(occurrence)) return noLadder;
  const { written, usual } = ladderOf(step, state.workflow?.definition);
  const rungs = placeRungs(step, occurrence, state)
    .filter((placed) => canComeTo(placed, run, here, usual))
    .map((placed) => toRung(placed, run, here, now))
    .sort((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY));
  const main = step.fallbackOf === undefined ? undefined : run.stepById.get(step.fallbackOf);
  return {
    usual,
    written,
    rungs,
    coHolder: people.find(computeAlerts(state, now).coHolders.get(occurrence.key)),
    nextTryAt: nextTry(here),
    standsInFor: occurrence.dormant ? (main?.step.title ?? null) : null,
  };
}

function canComeTo({ rung }: PlacedRung, run: RunReading, here: StepReading, usual: boolean): boolean {
  const { step, occurrence } = here;
  if (rung.from === 'due' && step.due === undefined) return false;
  const waits = step.kind === 'wait' || occurrence.waitingOn !== null;
  if (rung.from === 'waiting' && usual && !waits) return false;
  switch (rung.action) {
    case 'addBackup': {
      const backup = backupOf(step, run.state);
      return backup !== null && backup !== here.holder;
    }
    case 'offerFallback':
      return findFallbacks(run.state, occurrence).length > 0;
    default:
      return true;
  }
}

function toRung(
  { rung, since }: PlacedRung,
  run: RunReading,
  here: StepReading,
  now: number,
): LadderRungView {
  const { state, people } = run;
  const whom: PersonId | null =
    rung.action === 'remind'
      ? here.holder
      : rung.action === 'addBackup'
        ? backupOf(here.step, state)
        : state.conductor;
  return {
    ...rung,
    at: since,
    reached: since !== null && since <= now,
    hasTime: rung.from !== 'due' || here.occurrence.dueHasTime || rung.after % 1440 !== 0,
    person: people.find(findAddressee(state, whom, now)),
    fallbacks: findFallbacks(state, here.occurrence).flatMap(
      ({ occurrence }) => run.stepById.get(placeOf(occurrence))?.step.title ?? [],
    ),
  };
}

function nextTry({ step, occurrence }: StepReading): number | null {
  const { status, closedAt, attempts } = occurrence;
  if (status !== 'failed' || closedAt === null || step.retry === undefined) return null;
  const delay = retryDelay(step.retry, attempts);
  return delay === null ? null : closedAt + delay * 60_000;
}
