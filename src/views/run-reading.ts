/**
 * One run, read for the screens at one instant: every step's current occurrence with its tone, its
 * holder and its due date. All views of a run are made from this, so that they agree.
 */
import type { OccurrenceState, RunState } from '../engine/run-state.ts';
import { computeTimed } from '../engine/timed.ts';
import type { PersonId, RunId, StepId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { makePeopleDirectory, type PeopleDirectory } from './people-directory.ts';
import { computeRailLayout, type RailLayout } from './rail-layout.ts';
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
}

export interface RunReading {
  readonly run: RunId;
  readonly state: RunState;
  readonly people: PeopleDirectory;
  readonly layout: RailLayout;
  /** In rail order. */
  readonly steps: readonly StepReading[];
  readonly stepById: ReadonlyMap<StepId, StepReading>;
  /** Direct dependants by step, in definition order. */
  readonly unlocks: ReadonlyMap<StepId, readonly StepId[]>;
  readonly iConduct: boolean;
}

export function readRun(
  state: RunState,
  space: Pick<SpaceSnapshot, 'me' | 'people'>,
  now: number,
): RunReading {
  const layout = computeRailLayout(state.steps);
  const { late } = computeTimed(state, now);
  const definitionById = new Map(state.steps.map((step) => [step.id, step]));
  const steps = layout.rows.flatMap((row): StepReading[] => {
    const step = definitionById.get(row.step);
    const occurrence = state.current.get(row.step);
    return step === undefined || occurrence === undefined
      ? []
      : [readStep(step, occurrence, state, space.me, late)];
  });
  return {
    run: state.run,
    state,
    people: makePeopleDirectory(space.me, space.people, state.personById),
    layout,
    steps,
    stepById: new Map(steps.map((reading) => [reading.step.id, reading])),
    unlocks: computeUnlocks(state.steps),
    iConduct: space.me !== null && state.conductor === space.me,
  };
}

/** `lateKeys`: the occurrences that are late at the instant of the view. */
export function readStep(
  step: StepDefinition,
  occurrence: OccurrenceState,
  state: RunState,
  me: PersonId | null,
  lateKeys: ReadonlySet<OccurrenceKey>,
): StepReading {
  const holder = occurrence.holder ?? state.conductor;
  const mine = me !== null && holder === me;
  const late = lateKeys.has(occurrence.key);
  return {
    step,
    occurrence,
    holder,
    mine,
    tone: computeTone({ occurrence, kind: step.kind, mine, late }),
    due: occurrence.dueAt === null ? null : { at: occurrence.dueAt, hasTime: occurrence.dueHasTime, late },
  };
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
  };
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

function computeUnlocks(steps: readonly StepDefinition[]): ReadonlyMap<StepId, readonly StepId[]> {
  const unlocks = new Map<StepId, StepId[]>();
  for (const step of steps) {
    for (const from of new Set(step.after.map((dependency) => dependency.from))) {
      const known = unlocks.get(from);
      if (known === undefined) unlocks.set(from, [step.id]);
      else known.push(step.id);
    }
  }
  return unlocks;
}
