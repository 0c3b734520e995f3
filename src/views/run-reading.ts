/**
 * One run, read for the screens: every step's current occurrence with its tone, its holder and its due
 * date. All views of a run are made from this, so that they agree.
 *
 * A reading is kept as long as its state is and answers until the next instant at which the time alone
 * would change it: one publication of all screens reads every run once.
 */
import { findOpenVoters } from '../engine/approval/approval-state.ts';
import { awaitsRedo } from '../engine/approval/awaits-redo.ts';
import { type Absence, computeAbsence, computeCaretaker } from '../engine/away.ts';
import { isFactConfirmed } from '../engine/facts/is-fact-confirmed.ts';
import { findOrigin } from '../engine/facts/fact-origin.ts';
import { findUnderWay } from '../engine/decide/refuse-together.ts';
import { isOpen } from '../engine/is-open.ts';
import type { OccurrenceState, RunState } from '../engine/run-state.ts';
import { computeTimed, type TimedState } from '../engine/timed.ts';
import { castOf, findRole } from '../engine/who.ts';
import { computeWaits } from '../engine/waits.ts';
import type { FactId, PersonId, RunId, StepId } from '../model/ids.ts';
import type { Role } from '../model/person.ts';
import { isSame } from '../model/is-same.ts';
import type { PlacedStep } from '../engine/items/placed-step.ts';
import { findMeanwhile } from './overlapping.ts';
import { makePeopleDirectory, type PeopleDirectory } from './people-directory.ts';
import { readPlan } from './plan-reading.ts';
import type { RailLayout } from './rail-layout.ts';
import type { DueView, StepLine, StepRef, Tone } from './shared.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeTone, isActive } from './tone.ts';

export interface StepReading {
  readonly step: PlacedStep;
  readonly occurrence: OccurrenceState;
  /** Who holds it or would; the conductor where nobody is named; nobody where several are. */
  readonly holder: PersonId | null;
  /** All on whom it hangs: its holder, or those who have yet to vote. */
  readonly heldBy: readonly PersonId[];
  /** Of which anybody may take it. */
  readonly role: Role | null;
  readonly mine: boolean;
  /** Of the holder of an open step. */
  readonly absence: Absence | null;
  /** I stand in for the holder, who is away: it is my turn as well [H2]. */
  readonly forHolder: boolean;
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
  /** Who sees to what nobody stands in for [H3]; `null`: everybody. */
  readonly caretaker: PersonId | null;
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
  const read = (step: PlacedStep | undefined): StepReading[] => {
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
    caretaker: state.context === null ? null : computeCaretaker(state.context, state.conductor, now),
  };
}

/** Without those that were taken out before anything became of them. */
function stepsInPlan({ steps, removed, current }: RunState): readonly PlacedStep[] {
  if (removed.size === 0) return steps;
  return steps.filter(({ id }) => current.get(id)?.withdrawnBecause !== 'removed');
}

/** Of any pass of a step. `timed`: what the time makes of its run at `now`. */
export function readStep(
  step: PlacedStep,
  occurrence: OccurrenceState,
  state: RunState,
  me: PersonId | null,
  timed: TimedState,
  now: number,
): StepReading {
  const { key, status, dueAt, dueHasTime } = occurrence;
  const role = findOpenRole(step, occurrence, state);
  const heldBy = findHolders(step, occurrence, state, role);
  const holder = occurrence.approval === null || isStranded(step, occurrence) ? (heldBy[0] ?? null) : null;
  const mine = me !== null && heldBy.includes(me);
  // Nothing wakes a run that is paused, and nobody is asked for anything there.
  const asks = state.status === 'running' && isOpen(occurrence);
  const absence = holder === null || !asks ? null : computeAbsence(state, holder, now);
  const forHolder = me !== null && absence?.standIn === me;
  const late = timed.late.has(key);
  const scheduled = timed.scheduled.has(key);
  // While another is under way that the plan keeps it apart from, it is nobody's turn.
  const kept = status === 'ready' && findUnderWay(state, step.id) !== null;
  const startsLater =
    (scheduled || status === 'created') && occurrence.startsAt !== null && occurrence.startsAt > now;
  return {
    step,
    occurrence,
    holder,
    heldBy,
    role,
    mine,
    absence,
    forHolder,
    tone: isStranded(step, occurrence)
      ? 'stuck'
      : computeTone({
          occurrence,
          kind: step.kind,
          mine: mine || forHolder,
          late,
          scheduled: scheduled || kept,
        }),
    due: dueAt === null ? null : { at: dueAt, hasTime: dueHasTime, late },
    startsAt: startsLater ? occurrence.startsAt : null,
  };
}

/** The role that has a step which nobody of it took yet. */
function findOpenRole(
  { assignee }: PlacedStep,
  { holder, approval }: OccurrenceState,
  state: RunState,
): Role | null {
  if (holder !== null || approval !== null || assignee === undefined) return null;
  const role = findRole(assignee, castOf(state));
  return role !== null && role.people.length > 0 ? role : null;
}

function findHolders(
  step: PlacedStep,
  occurrence: OccurrenceState,
  state: RunState,
  role: Role | null,
): readonly PersonId[] {
  const { approval, holder } = occurrence;
  if (role !== null) return [];
  if (approval !== null && !isStranded(step, occurrence))
    return isOpen(occurrence) ? findOpenVoters(approval) : [];
  const person = holder ?? state.conductor;
  return person === null ? [] : [person];
}

/** An approval on which no vote is to come, and which none of those that came decided: somebody has to say what now. */
function isStranded(step: PlacedStep, occurrence: OccurrenceState): boolean {
  const { approval } = occurrence;
  if (approval === null) return false;
  if (awaitsRedo(step, occurrence)) return true;
  return isActive(occurrence) && findOpenVoters(approval).length === 0;
}

/** Part of what there is to do: not what is not needed, nor what stands in for a step and was not called upon. */
export function isWanted({ tone, occurrence }: StepReading): boolean {
  return tone !== 'withdrawn' && !occurrence.dormant;
}

/** A step that asks me to be checked again: I hold it, or I was who did it. */
export function isMyCheck({ occurrence, tone, mine }: StepReading, me: PersonId | null): boolean {
  return tone === 'recheck' && (mine || (me !== null && occurrence.closedBy.includes(me)));
}

/**
 * What has come to somebody who is away, and nobody stands in: I am the one to see to it, or everybody is [H3].
 */
export function isMineToSettle({ caretaker, people: { me } }: RunReading, reading: StepReading): boolean {
  const { absence, mine, occurrence, startsAt } = reading;
  if (absence === null || absence.standIn !== null || mine || me === null) return false;
  return occurrence.status !== 'created' && startsAt === null && (caretaker === null || caretaker === me);
}

/** Direct predecessors still to happen, of a step whose turn has not come. */
export function findWaitingFor(run: RunReading, { step, occurrence }: StepReading): readonly StepReading[] {
  if (occurrence.status !== 'created' && !occurrence.ahead) return [];
  return readingsOf(run, computeWaits(run.state, step.id).waitingFor);
}

/** Lists that have to be complete before its turn comes, by name. */
export function findOpenListNames(run: RunReading, { step, occurrence }: StepReading): readonly string[] {
  if (step.gathers === undefined || (occurrence.status !== 'created' && !occurrence.ahead)) return [];
  const { openLists } = computeWaits(run.state, step.id);
  return run.state.items.filter(({ section }) => openLists.includes(section)).map(({ name }) => name);
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
    ...(reading.role === null ? {} : { anyoneOf: reading.role.name }),
    ...toVotes(occurrence),
    startsAt: reading.startsAt,
    ...(reading.absence !== null && {
      away: { until: reading.absence.until, standIn: run.people.find(reading.absence.standIn) },
    }),
    ...toMeanwhile(run, reading),
    ...toMain(run, reading),
  };
}

function isCurrent({ current }: RunState, { step, occurrence }: StepReading): boolean {
  return current.get(step.id)?.key === occurrence.key;
}

function toMeanwhile(run: RunReading, reading: StepReading): Pick<StepLine, 'meanwhile'> {
  if (run.state.overlaps.length === 0 || !isCurrent(run.state, reading)) return {};
  const other = findMeanwhile(run.state, reading.step.id);
  const title = other === null ? undefined : run.stepById.get(other)?.step.title;
  return title === undefined ? {} : { meanwhile: title };
}

function toMain(run: RunReading, { step, occurrence }: StepReading): Pick<StepLine, 'inCaseOf'> {
  const main =
    occurrence.dormant && step.fallbackOf !== undefined ? run.stepById.get(step.fallbackOf) : undefined;
  return main === undefined ? {} : { inCaseOf: main.step.title };
}

function toVotes(occurrence: OccurrenceState): Pick<StepLine, 'votes'> {
  if (occurrence.approval === null || !isOpen(occurrence)) return {};
  const { approvals, needed } = occurrence.approval;
  return { votes: { approvals, needed } };
}

function computeWaitedFor(state: RunState): ReadonlySet<FactId> {
  const { steps, facts } = state;
  const waitedFor = new Set<FactId>();
  for (const { reads = [], gathers } of steps) {
    for (const { fact, optional } of reads) {
      // Whoever gathers from several goes on without some of them, and still wants what each has to say.
      const isWanted =
        optional !== true || (gathers !== undefined && facts.get(fact)?.definition.perItem !== undefined);
      const origin = isWanted ? findOrigin(facts, fact) : null;
      if (origin === null || waitedFor.has(origin.id)) continue;
      if (facts.get(origin.id)?.value === null || !isFactConfirmed(state, origin.id))
        waitedFor.add(origin.id);
    }
  }
  return waitedFor;
}

function computeAsks({ waitedFor }: RunReading, { kind, outcomes, writes }: PlacedStep): StepLine['asks'] {
  if (kind === 'approval') return 'vote';
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
export function outcomeToName(step: PlacedStep, outcome: string | null): string | null {
  return step.outcomes?.find(({ id }) => id === outcome)?.name ?? null;
}
