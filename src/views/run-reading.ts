/**
 * One run, read for the screens: every step's current occurrence with its tone, its holder and its due
 * date. All views of a run are made from this, so that they agree.
 *
 * A reading is kept as long as its state is and answers until the next instant at which the time alone
 * would change it: one publication of all screens reads every run once.
 */
import { findOrigin } from '../engine/facts/fact-origin.ts';
import type { OccurrenceState, RunState } from '../engine/run-state.ts';
import { computeTimed, type TimedState } from '../engine/timed.ts';
import { computeWaits } from '../engine/waits.ts';
import type { FactId, PersonId, RunId, StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { makePeopleDirectory, type PeopleDirectory } from './people-directory.ts';
import { readPlan } from './plan-reading.ts';
import type { RailLayout } from './rail-layout.ts';
import type { DueView, StepLine, StepRef, Tone } from './shared.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeTone } from './tone.ts';

export interface StepReading {
  readonly step: StepDefinition;
  readonly occurrence: OccurrenceState;
  /** Who holds it or would; the conductor where nobody is named. */
  readonly holder: PersonId | null;
  readonly mine: boolean;
  readonly tone: Tone;
  readonly due: DueView | null;
  /** The instant before which it may not begin; null when it may, or has begun. */
  readonly startsAt: number | null;
}

export interface RunReading {
  readonly run: RunId;
  readonly state: RunState;
  readonly people: PeopleDirectory;
  readonly layout: RailLayout;
  readonly timed: TimedState;
  /** In rail order. */
  readonly steps: readonly StepReading[];
  readonly stepById: ReadonlyMap<StepId, StepReading>;
  /** Direct dependants by step, in definition order. */
  readonly unlocks: ReadonlyMap<StepId, readonly StepId[]>;
  /** Missing facts that some step cannot begin without; of derived ones the fact to set. */
  readonly waitedFor: ReadonlySet<FactId>;
  readonly iConduct: boolean;
}

type Readers = Pick<SpaceSnapshot, 'me' | 'people'>;

interface Kept extends Readers {
  readonly reading: RunReading;
  /** It answers from here on, until the instant at which it no longer does. */
  readonly from: number;
  readonly until: number;
}

const keptByState = new WeakMap<RunState, Kept>();

export function readRun(state: RunState, space: Readers, now: number): RunReading {
  const kept = keptByState.get(state);
  if (
    kept !== undefined &&
    now >= kept.from &&
    now < kept.until &&
    kept.me === space.me &&
    isSame(kept.people, space.people)
  )
    return kept.reading;
  const reading = readAt(state, space, now);
  const until = reading.steps.reduce(
    (earliest, { startsAt }) => Math.min(earliest, startsAt ?? earliest),
    reading.timed.nextWakeAt ?? Number.POSITIVE_INFINITY,
  );
  keptByState.set(state, { reading, from: now, until, me: space.me, people: space.people });
  return reading;
}

function readAt(state: RunState, space: Readers, now: number): RunReading {
  const { layout, stepById, unlocks } = readPlan(stepsInPlan(state));
  const timed = computeTimed(state, now);
  const read = (step: StepDefinition | undefined): StepReading[] => {
    const occurrence = step && state.current.get(step.id);
    return step === undefined || occurrence === undefined
      ? []
      : [readStep(step, occurrence, state, space.me, timed, now)];
  };
  const steps = layout.rows.flatMap((row) => read(stepById.get(row.step)));
  // History still names what was taken out.
  const gone = state.steps.filter(({ id }) => !stepById.has(id)).flatMap(read);
  return {
    run: state.run,
    state,
    people: makePeopleDirectory(space.me, space.people, state.personById),
    layout,
    timed,
    steps,
    stepById: new Map([...steps, ...gone].map((reading) => [reading.step.id, reading])),
    unlocks,
    waitedFor: computeWaitedFor(state),
    iConduct: space.me !== null && state.conductor === space.me,
  };
}

/** Without those that were taken out before anything became of them. */
function stepsInPlan({ steps, removed, current }: RunState): readonly StepDefinition[] {
  if (removed.size === 0) return steps;
  return steps.filter(({ id }) => current.get(id)?.withdrawnBecause !== 'removed');
}

/** Of any pass of a step. `timed`: what the time makes of its run at `now`. */
export function readStep(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  me: PersonId | null,
  timed: TimedState,
  now: number,
): StepReading {
  const { key, status, dueAt, dueHasTime } = occurrence;
  const holder = occurrence.holder ?? state.conductor;
  const mine = me !== null && holder === me;
  const late = timed.late.has(key);
  const scheduled = timed.scheduled.has(key);
  const startsLater =
    (scheduled || status === 'created') && occurrence.startsAt !== null && occurrence.startsAt > now;
  return {
    step,
    occurrence,
    holder,
    mine,
    tone: computeTone({ occurrence, kind: step.kind, mine, late, scheduled }),
    due: dueAt === null ? null : { at: dueAt, hasTime: dueHasTime, late },
    startsAt: startsLater ? occurrence.startsAt : null,
  };
}

/** A step that asks me to be checked again: I hold it, or I was who did it. */
export function isMyCheck({ occurrence, tone, mine }: StepReading, me: PersonId | null): boolean {
  return tone === 'recheck' && (mine || (me !== null && occurrence.closedBy.includes(me)));
}

/** Direct predecessors still to happen, of a step whose turn has not come. */
export function findWaitingFor(run: RunReading, { step, occurrence }: StepReading): readonly StepReading[] {
  if (occurrence.status !== 'created' && !occurrence.ahead) return [];
  return readingsOf(run, computeWaits(run.state, step.id).waitingFor);
}

export function stepToLine(run: RunReading, reading: StepReading): StepLine {
  const { step, occurrence } = reading;
  return {
    run: run.run,
    runTitle: run.state.title,
    step: step.id,
    key: occurrence.key,
    title: step.title,
    tone: reading.tone,
    holder: run.people.find(reading.holder),
    due: reading.due,
    estimate: step.estimate ?? null,
    iteration: occurrence.occurrence.iteration,
    asks: computeAsks(run, step),
    startsAt: reading.startsAt,
  };
}

function computeWaitedFor({ steps, facts }: RunState): ReadonlySet<FactId> {
  const waitedFor = new Set<FactId>();
  for (const { reads = [] } of steps) {
    for (const { fact, optional } of reads) {
      const origin = optional === true ? null : findOrigin(facts, fact);
      if (origin !== null && facts.get(origin.id)?.value === null) waitedFor.add(origin.id);
    }
  }
  return waitedFor;
}

function computeAsks({ waitedFor }: RunReading, { outcomes, writes }: StepDefinition): StepLine['asks'] {
  if (outcomes !== undefined && outcomes.length > 0) return 'outcome';
  // What only helps can be said any time; what somebody cannot begin without belongs to the hand-off.
  return writes?.some((fact) => waitedFor.has(fact)) === true ? 'facts' : null;
}

export function stepToRef(reading: StepReading): StepRef {
  return {
    step: reading.step.id,
    key: reading.occurrence.key,
    title: reading.step.title,
    tone: reading.tone,
  };
}

/** The readings of some steps, in the order asked for; unknown ones left out. */
export function readingsOf(run: RunReading, steps: Iterable<StepId>): readonly StepReading[] {
  return [...steps].flatMap((step) => run.stepById.get(step) ?? []);
}

/** What ending a step so is called; null when it has no such outcome. */
export function outcomeToName(step: StepDefinition, outcome: string | null): string | null {
  return step.outcomes?.find(({ id }) => id === outcome)?.name ?? null;
}
