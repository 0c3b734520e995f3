/**
 * The Now screen: what I hold, most urgent first, and what I may let go of.
 */
import type { EventId, PersonId } from '../model/ids.ts';
import { readActiveRuns, runEntryStage } from './active-runs.ts';
import type { HeroView, NowView } from './now-view.ts';
import { makePeopleDirectory } from './people-directory.ts';
import { type RunReading, readingsOf, type StepReading, stepToLine, stepToRef } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { isOpen } from './tone.ts';
import { type Placed, sortByUrgency } from './urgency.ts';

export function computeNowView(space: SpaceSnapshot, now: number): NowView {
  const runs = readActiveRuns(space, now);
  const open = runs.flatMap((run) =>
    run.steps.filter(({ occurrence }) => isOpen(occurrence)).map((reading): Placed => ({ run, reading })),
  );
  const holding = sortByUrgency(open.filter(({ reading }) => reading.tone === 'turn'));
  const nudge = sortByUrgency(open.filter(needsNudge));
  const waiting = sortByUrgency(
    open.filter(({ reading }) => reading.tone === 'theirs' || reading.tone === 'waiting'),
  );
  const comingUp = sortByUrgency(
    open.filter(({ reading }) => reading.mine && (reading.tone === 'next' || reading.tone === 'risk')),
  );
  const [first] = holding;
  const toLine = ({ run, reading }: Placed) => stepToLine(run, reading);
  return {
    kind: 'now',
    me: makePeopleDirectory(space.me, space.people).find(space.me),
    hero: first === undefined ? null : toHero(first),
    holding: holding.map(toLine),
    holdingCount: holding.length,
    nudge: nudge.map(toLine),
    waiting: waiting.map(toLine),
    comingUp: comingUp.map(({ run, reading }) => ({
      ...stepToLine(run, reading),
      waitingFor: readingsOf(run, reading.occurrence.waitingFor).map(({ step }) => step.title),
    })),
    notMineCount: open.length - holding.length,
    activeRuns: space.runs.filter((entry) => runEntryStage(entry) !== 'ended').length,
  };
}

/**
 * Conflicts are everybody's. What is late or stuck concerns who conducts the run, who holds the step,
 * and who stands right behind it.
 */
function needsNudge({ run, reading }: Placed): boolean {
  if (reading.tone === 'conflict') return true;
  if (reading.tone !== 'late' && reading.tone !== 'stuck') return false;
  return (
    run.iConduct ||
    reading.mine ||
    readingsOf(run, run.unlocks.get(reading.step.id) ?? []).some((next) => next.mine)
  );
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
  const event = run.state.history.findLast(({ id }) => id === freedBy);
  const reading = event?.occurrence && run.stepById.get(event.occurrence.step);
  return event === undefined || reading === undefined
    ? null
    : { reading, by: event.onBehalfOf ?? event.actor, at: event.at };
}
