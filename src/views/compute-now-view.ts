/**
 * The Now screen: what I hold, most urgent first, and what I may let go of.
 */
import { findCitedEvent } from '../engine/cited-events.ts';
import { findDone } from '../engine/decide/refuse-doers.ts';
import { isOpen } from '../engine/is-open.ts';
import type { EventId, PersonId } from '../model/ids.ts';
import { readActiveRuns, readTellingRuns, runEntryStage } from './active-runs.ts';
import { computeNudge } from './compute-contact-view.ts';
import { computeNoticeViews } from './compute-notice-views.ts';
import { computeMyUndos } from './compute-undo-lines.ts';
import { countHolding } from './count-holding.ts';
import type { CheckLine, HeroView, NowView, NudgeLine } from './now-view.ts';
import { makePeopleDirectory } from './people-directory.ts';
import {
  findWaitingFor,
  isMineToSettle,
  isMyCheck,
  type RunReading,
  readingsOf,
  type StepReading,
  stepToLine,
  stepToRef,
  isWanted,
} from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeStaleFacts } from './stale-facts.ts';
import { isActive } from './tone.ts';
import { type Placed, sortByUrgency } from './urgency.ts';
import { placeOf } from '../model/place.ts';

export function computeNowView(space: SpaceSnapshot, now: number): NowView {
  const runs = readActiveRuns(space, now);
  const steps = runs.flatMap((run) => run.steps.map((reading): Placed => ({ run, reading })));
  const open = steps.filter(({ reading }) => isOpen(reading.occurrence));
  const holding = sortByUrgency(open.filter(({ reading }) => reading.tone === 'turn'));
  const nudge = sortByUrgency(steps.filter(needsNudge));
  const waiting = sortByUrgency(
    open.filter(
      (each) =>
        (each.reading.tone === 'theirs' || each.reading.tone === 'waiting') &&
        !isUpForGrabs(each, space.me) &&
        !isMineToSettle(each.run, each.reading),
    ),
  );
  const comingUp = sortByUrgency(open.filter(({ reading }) => reading.mine && isToCome(reading)));
  const checks = sortByUrgency(steps.filter(({ reading }) => isMyCheck(reading, space.me)));
  const [first] = holding;
  const toLine = ({ run, reading }: Placed) => stepToLine(run, reading);
  return {
    kind: 'now',
    me: makePeopleDirectory(space.me, space.people).find(space.me),
    hero: first === undefined ? null : toHero(first),
    holding: holding.map(toLine),
    holdingCount: countHolding(space, now),
    grabs: sortByUrgency(open.filter((each) => isUpForGrabs(each, space.me))).map(toLine),
    undo: computeMyUndos(space, now),
    checks: checks.map(toCheck),
    notices: readTellingRuns(space, now)
      .flatMap((run) => computeNoticeViews(run))
      .sort((a, b) => b.at - a.at),
    nudge: nudge.map((placed) => toNudgeLine(space, placed)),
    waiting: waiting.map(toLine),
    comingUp: comingUp.map(({ run, reading }) => ({
      ...stepToLine(run, reading),
      waitingFor: findWaitingFor(run, reading).map(({ step }) => step.title),
    })),
    notMineCount: open.filter(({ reading }) => isWanted(reading)).length - holding.length,
    activeRuns: space.runs.filter((entry) => runEntryStage(entry) !== 'ended').length,
  };
}

/** Anybody of a role may take it, and I am one of them. */
function isUpForGrabs({ run, reading }: Placed, me: PersonId | null): boolean {
  const { role, occurrence, step } = reading;
  if (me === null || role === null || !role.people.includes(me) || !isActive(occurrence)) return false;
  return findDone(run.state, step.notBy, [me]) === null;
}

/** Not there yet, or laid aside. */
function isToCome(reading: StepReading): boolean {
  const { tone } = reading;
  return isWanted(reading) && (tone === 'next' || tone === 'risk' || tone === 'paused');
}

function toCheck({ run, reading }: Placed): CheckLine {
  return {
    ...stepToLine(run, reading),
    stale: computeStaleFacts(run.state, reading.occurrence),
    irreversible: reading.step.irreversible ?? false,
  };
}

/**
 * Conflicts are everybody's. What is late or stuck concerns who conducts the run, who holds the step or stands
 * in for its holder, and who stands right behind it; what others have to check again, who conducts, and so does
 * what lies with somebody who is away [H3].
 */
function needsNudge({ run, reading }: Placed): boolean {
  if (reading.tone === 'conflict') return true;
  if (reading.tone === 'recheck') return run.iConduct && !isMyCheck(reading, run.people.me);
  if (isMineToSettle(run, reading)) return true;
  if (reading.tone !== 'late' && reading.tone !== 'stuck') return false;
  return (
    run.iConduct ||
    reading.mine ||
    reading.forHolder ||
    readingsOf(run, run.unlocks.get(reading.step.id) ?? []).some((next) => next.mine)
  );
}

function toNudgeLine(space: SpaceSnapshot, { run, reading }: Placed): NudgeLine {
  return {
    ...stepToLine(run, reading),
    nudge: computeNudge(space, run, reading),
    nudgedAt: reading.occurrence.nudges.at(-1)?.at ?? null,
  };
}

function toHero({ run, reading }: Placed): HeroView {
  return {
    ...stepToLine(run, reading),
    freedBy: findFreeing(run, reading),
    waitedOnBy: readingsOf(run, run.unlocks.get(reading.step.id) ?? [])
      .filter(({ occurrence }) => isOpen(occurrence))
      .map(stepToRef),
  };
}

function findFreeing(run: RunReading, reading: StepReading): HeroView['freedBy'] {
  const freeing = findFreeingStep(run, reading.occurrence.freedBy);
  if (freeing === null) return null;
  return { step: stepToRef(freeing.reading), by: run.people.find(freeing.by), at: freeing.at };
}

/** The step whose verdict freed another; null when the start of the run did. */
export function findFreeingStep(
  run: RunReading,
  freedBy: EventId | null,
): { readonly reading: StepReading; readonly by: PersonId; readonly at: number } | null {
  if (freedBy === null) return null;
  const event = findCitedEvent(run.state, freedBy);
  const reading = event?.occurrence && run.stepById.get(placeOf(event.occurrence));
  return event === null || reading === undefined
    ? null
    : { reading, by: event.onBehalfOf ?? event.actor, at: event.at };
}
