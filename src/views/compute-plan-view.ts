/** The plan of a run, step by step, with what each may start after. */
import { canChangeStep } from '../engine/decide/change-plan.ts';
import { offerVersion } from '../engine/plan-changes/offer-version.ts';
import { planToDefinition } from '../engine/plan-changes/plan-to-definition.ts';
import type { RunState } from '../engine/run-state.ts';
import { mayChange } from '../model/access.ts';
import { stepOfPlace } from '../model/place.ts';
import type { RunId, StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { PatchableField, PatchOperation } from '../model/patch.ts';
import type { StepDefinition, WorkflowVersion } from '../model/workflow.ts';
import { computeFollowUpChoices, computeFollowUps } from './follow-up-views.ts';
import { personToView } from './people-directory.ts';
import type { PlanOffer, PlanOfferLine, PlanStep, PlanView } from './plan-view.ts';
import { readRun, type RunReading, type StepReading, stepToLine } from './run-reading.ts';
import { unshared } from './unshared.ts';
import type { RunEntry, SpaceSnapshot } from './space-snapshot.ts';

export function computePlanView(space: SpaceSnapshot, run: RunId, now: number): PlanView {
  const state = space.runs.find((each) => each.run === run)?.state ?? null;
  const isGoingOn = state?.status === 'running' || state?.status === 'suspended';
  if (state === null || !isGoingOn)
    return {
      kind: 'plan',
      run,
      title: state?.title ?? '',
      mayChange: false,
      steps: [],
      facts: [],
      sections: [],
      parts: [],
      roles: [],
      workflows: [],
      followUps: [],
      choices: [],
      people: [],
      mayKeep: false,
      workflow: null,
      others: 0,
      offer: null,
    };
  const reading = readRun(state, space, now);
  const inPlan = new Map<StepId, StepReading>();
  for (const each of reading.steps.toReversed()) inPlan.set(stepOfPlace(each.step.id), each);
  const steps = state.plan.steps.filter(({ id }) => inPlan.has(id));
  const behind = computeFollowers(steps);
  return {
    kind: 'plan',
    run,
    title: state.title,
    mayChange: mayChange(space.access),
    steps: steps.flatMap((step) => {
      const found = inPlan.get(step.id);
      return found === undefined ? [] : [toPlanStep(reading, step, found, steps, behind)];
    }),
    facts: state.plan.facts,
    sections: state.plan.sections,
    parts: state.workflow?.definition.parts ?? [],
    roles: space.roles.map(({ id, name }) => ({ id, name })),
    workflows: space.workflows.flatMap(({ id, title, facts = [], parts = [] }) =>
      // A part of itself it cannot be.
      id === state.workflow?.definition.id ? [] : [{ id, title, facts, parts }],
    ),
    followUps: computeFollowUps(reading, space),
    choices: computeFollowUpChoices(reading, space),
    people: space.people.map((person) => personToView(person, space.me)),
    mayKeep: mayChange(space.access) && isAnother(state, space),
    workflow: state.workflow?.definition.id ?? null,
    others: countOthers(state, space),
    offer: computeOffer(reading, space),
  };
}

/** Whether the workflow that it would be kept as is another so far. */
function isAnother(state: RunState, space: SpaceSnapshot): boolean {
  const plan = planToDefinition(state);
  const known = findVersion(space, state)?.definition ?? state.workflow?.definition;
  return plan !== null && !isSame(plan, known);
}

function countOthers(state: RunState, space: SpaceSnapshot): number {
  const version = findVersion(space, state);
  return version === null
    ? 0
    : countOffers(
        space.runs.filter(({ run }) => run !== state.run),
        version,
      );
}

/** To how many of these, of those under way, the version has something new. */
export function countOffers(runs: readonly RunEntry[], version: WorkflowVersion): number {
  return runs.filter(({ state }) => state !== null && offerVersion(state, version) !== null).length;
}

function findVersion(space: SpaceSnapshot, { workflow }: RunState): WorkflowVersion | null {
  return space.workflows.find(({ id }) => id === workflow?.definition.id)?.version ?? null;
}

export function computeOffer(run: RunReading, space: SpaceSnapshot): PlanOffer | null {
  const version = findVersion(space, run.state);
  const offer = version === null ? null : offerVersion(run.state, version);
  if (version === null || offer === null) return null;
  const stepById = new Map(version.definition.steps.map((step) => [step.id, step]));
  const titleOf = (id: StepId): string => stepById.get(id)?.title ?? run.stepById.get(id)?.step.title ?? '';
  return {
    operations: offer.operations,
    lines: offer.operations.map((operation) => toOfferLine(operation, titleOf)),
    stays: offer.stays.map(titleOf),
  };
}

/** What a change of a plan says of it. */
export function toOfferLine(operation: PatchOperation, titleOf: (id: StepId) => string): PlanOfferLine {
  switch (operation.kind) {
    case 'addStep':
      return { kind: 'addStep', title: operation.step.title };
    case 'addFlow': {
      const { sections, facts } = operation;
      const flows = sections.filter(({ workflow }) => workflow !== undefined);
      return {
        kind: 'addFlow',
        names: [...(flows.length > 0 ? flows : facts.length > 0 ? facts : sections)].map(({ name }) => name),
      };
    }
    case 'setStep':
      return {
        kind: 'setStep',
        title: titleOf(operation.step),
        fields: Object.keys(operation.set) as PatchableField[],
      };
    case 'addEdge':
      return { kind: 'addEdge', title: titleOf(operation.to), from: titleOf(operation.edge.from) };
    case 'removeEdge':
      return { kind: 'removeEdge', title: titleOf(operation.to), from: titleOf(operation.from) };
    case 'moveStep':
    case 'removeStep':
    case 'restoreStep':
      return { kind: operation.kind, title: titleOf(operation.step) };
  }
}

/** `reading`: where it stands; of a step that is done once an item, that of the first of them. */
function toPlanStep(
  run: RunReading,
  step: StepDefinition,
  reading: StepReading,
  steps: readonly StepDefinition[],
  behind: ReadonlyMap<StepId, ReadonlySet<StepId>>,
): PlanStep {
  const { occurrence } = reading;
  const after = behind.get(step.id);
  return {
    ...stepToLine(run, reading),
    step: step.id,
    title: step.title,
    mayChange: canChangeStep(run.state, step.id),
    definition: unshared(step),
    taken: occurrence.taken,
    after: step.after,
    standsInFor: step.fallbackOf ?? null,
    candidates: steps.flatMap(({ id }) => (id === step.id || after?.has(id) === true ? [] : [id])),
  };
}

/** By step: everything that comes after it, however far. */
export function computeFollowers(steps: readonly StepDefinition[]): ReadonlyMap<StepId, ReadonlySet<StepId>> {
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
