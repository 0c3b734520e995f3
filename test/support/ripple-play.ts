/**
 * Works through a random plan on one device and keeps notes of its own: what each fact was given, what each
 * step saw when it was completed or checked. After every command the engine and the notes must agree.
 */
import { deepStrictEqual } from 'node:assert/strict';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId, type StepId } from '../../src/model/ids.ts';
import { placeOf } from '../../src/model/place.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { randomStartItems } from './random-items.ts';
import { randomValue } from './random-facts.ts';
import { makeWorkflow } from './random-workflow.ts';
import { makeRandom, pick, type Random } from './random.ts';
import { findProvisional, isStale, lookAt, readsOf, type Seen } from './ripple-oracle.ts';
import { ana, contextWithBoard, makeDevice, startPlan } from './run-bench.ts';

export interface RipplePlay {
  /** Changes of a fact that made a step ask to be checked. */
  readonly asked: number;
  /** Changes of a fact that took such a question back. */
  readonly takenBack: number;
  /** "Still right" that ended one. */
  readonly confirmed: number;
  /** States in which a step was unsure only because of another. */
  readonly provisional: number;
}

export function playRipple(seed: number, length = 40): RipplePlay {
  const random = makeRandom(seed);
  const written = makeReadingPlan(random);
  const given = written.facts.filter((fact) => fact.derived === undefined && fact.perItem === undefined);
  const values = new Map<FactId, FactValue | null>(given.map(({ id }) => [id, randomValue(random, id)]));
  const seen = new Map<StepId, Seen>();
  const device = makeDevice(ana, `ripple-${seed}`);
  device.do(
    startPlan(written, {
      context: contextWithBoard,
      facts: Object.fromEntries(values) as Record<FactId, FactValue>,
      items: randomStartItems(random, written),
    }),
  );
  // As it is laid out for the items that it names.
  const facts = [...device.state().facts.values()].map((fact) => fact.definition);
  const definition = { ...written, facts, steps: device.state().steps };
  const settable = facts.filter(({ derived }) => derived === undefined).map(({ id }) => id);
  for (const id of settable) if (!values.has(id)) values.set(id, null);
  const played = { asked: 0, takenBack: 0, confirmed: 0, provisional: 0 };
  let before: ReadonlySet<StepId> = new Set();
  for (let turn = 0; turn < length; turn++) {
    const command = nextCommand(random, device.state(), settable, definition);
    const made = device.give(command);
    if (!made.ok) continue;
    noteDown(command, definition, values, seen);
    const stale = findStale(device.state(), definition, values, seen);
    const about = `seed ${seed}, turn ${turn}: ${JSON.stringify(command)}`;
    deepStrictEqual(stepsThatAre(device.state(), 'recheck'), [...stale].sort(), about);
    const provisional = findProvisional(device.state(), stale);
    deepStrictEqual(stepsThatAre(device.state(), 'provisional'), [...provisional].sort(), about);
    const gone = [...before].filter((id) => !stale.has(id)).length;
    played.asked += command.kind === 'setFact' && [...stale].some((id) => !before.has(id)) ? 1 : 0;
    played.takenBack += command.kind === 'setFact' && gone > 0 ? 1 : 0;
    played.confirmed += command.kind === 'recheckStep' && gone > 0 ? 1 : 0;
    played.provisional += provisional.size > 0 ? 1 : 0;
    before = stale;
  }
  return played;
}

/** A plan in which something is read. */
function makeReadingPlan(random: Random): WorkflowDefinition {
  for (;;) {
    const definition = makeWorkflow(random);
    if (definition.steps.filter((step) => readsOf(step).length > 0).length > 1) return definition;
  }
}

function nextCommand(
  random: Random,
  state: RunState,
  settable: readonly FactId[],
  definition: WorkflowDefinition,
): Command {
  const all = [...state.current.values()];
  const toCheck = all.filter(({ validity }) => validity === 'recheck');
  const ready = all.filter(({ status }) => status === 'ready');
  const roll = random();
  if (toCheck.length > 0 && roll < 0.2)
    return { kind: 'recheckStep', occurrence: pick(random, toCheck).occurrence };
  if (roll < 0.4) {
    const fact = pick(random, settable);
    return { kind: 'setFact', fact, value: random() < 0.1 ? null : randomValue(random, fact) };
  }
  if (ready.length > 0 && roll < 0.85) return complete(random, pick(random, ready), definition);
  const any = pick(random, all);
  if (roll < 0.93) return { kind: 'reopenStep', occurrence: any.occurrence };
  return { kind: 'amendStep', occurrence: any.occurrence, ...drawn(random, any, definition) };
}

function complete(random: Random, state: OccurrenceState, definition: WorkflowDefinition): Command {
  const outcomes = stepOf(placeOf(state.occurrence), definition).outcomes ?? [];
  return {
    kind: 'completeStep',
    occurrence: state.occurrence,
    ...(outcomes.length > 0 ? { outcome: pick(random, outcomes).id } : {}),
    ...drawn(random, state, definition),
  };
}

function drawn(random: Random, { occurrence }: OccurrenceState, definition: WorkflowDefinition) {
  const { writes = [] } = stepOf(placeOf(occurrence), definition);
  return { facts: Object.fromEntries(writes.map((id) => [id, randomValue(random, id)])) };
}

function stepOf(id: StepId, { steps }: WorkflowDefinition): StepDefinition {
  const found = steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(`${id} is not in the plan`);
  return found;
}

/** A step sees the facts as they are once what it gave itself is known. */
function noteDown(
  command: Command,
  definition: WorkflowDefinition,
  values: Map<FactId, FactValue | null>,
  seen: Map<StepId, Seen>,
): void {
  if (command.kind === 'setFact') values.set(command.fact, command.value);
  if (command.kind === 'completeStep' || command.kind === 'amendStep')
    for (const [id, value] of Object.entries(command.facts ?? {})) values.set(asId<FactId>(id), value);
  if (command.kind === 'completeStep' || command.kind === 'amendStep' || command.kind === 'recheckStep') {
    const step = stepOf(placeOf(command.occurrence), definition);
    seen.set(step.id, lookAt(step, definition.facts, values));
  }
}

function findStale(
  state: RunState,
  definition: WorkflowDefinition,
  values: ReadonlyMap<FactId, FactValue | null>,
  seen: ReadonlyMap<StepId, Seen>,
): ReadonlySet<StepId> {
  const stale = definition.steps.filter(
    (step) =>
      state.current.get(step.id)?.status === 'completed' &&
      isStale(step, seen.get(step.id), definition.facts, values),
  );
  return new Set(stale.map(({ id }) => id));
}

function stepsThatAre(state: RunState, validity: string): readonly StepId[] {
  return [...state.current].flatMap(([id, one]) => (one.validity === validity ? [id] : [])).sort();
}
