/** The plan of a run, step by step, with what each may start after. */
import { mayChange } from '../model/access.ts';
import type { RunId, StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { personToView } from './people-directory.ts';
import type { PlanStep, PlanView } from './plan-view.ts';
import { readRun, type RunReading, type StepReading, stepToLine } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function computePlanView(space: SpaceSnapshot, run: RunId, now: number): PlanView {
  const state = space.runs.find((each) => each.run === run)?.state ?? null;
  const isGoingOn = state?.status === 'running' || state?.status === 'suspended';
  if (state === null || !isGoingOn)
    return { kind: 'plan', run, title: state?.title ?? '', mayChange: false, steps: [], people: [] };
  const reading = readRun(state, space, now);
  const inPlan = new Set(reading.steps.map(({ step }) => step.id));
  const steps = state.steps.filter(({ id }) => inPlan.has(id));
  const behind = computeFollowers(steps);
  return {
    kind: 'plan',
    run,
    title: state.title,
    mayChange: mayChange(space.access),
    steps: steps.flatMap((step) => {
      const found = reading.stepById.get(step.id);
      return found === undefined ? [] : [toPlanStep(reading, found, steps, behind)];
    }),
    people: space.people.map((person) => personToView(person, space.me)),
  };
}

function toPlanStep(
  run: RunReading,
  reading: StepReading,
  steps: readonly StepDefinition[],
  behind: ReadonlyMap<StepId, ReadonlySet<StepId>>,
): PlanStep {
  const { step, occurrence } = reading;
  const isOver = ['completed', 'skipped', 'terminated'].includes(occurrence.status);
  const after = behind.get(step.id);
  return {
    ...stepToLine(run, reading),
    mayChange: !isOver,
    instructions: step.instructions ?? '',
    dueRule: step.due ?? null,
    taken: occurrence.taken,
    after: step.after,
    candidates: steps.flatMap(({ id }) => (id === step.id || after?.has(id) === true ? [] : [id])),
  };
}

/** By step: everything that comes after it, however far. */
function computeFollowers(steps: readonly StepDefinition[]): ReadonlyMap<StepId, ReadonlySet<StepId>> {
  const next = new Map<StepId, StepId[]>();
  for (const { id, after } of steps)
    for (const { from } of after) next.set(from, [...(next.get(from) ?? []), id]);
  return new Map(
    steps.map(({ id }) => {
      const found = new Set<StepId>(next.get(id));
      // A set is walked in the order in which it grows.
      for (const each of found) for (const further of next.get(each) ?? []) found.add(further);
      return [id, found];
    }),
  );
}
