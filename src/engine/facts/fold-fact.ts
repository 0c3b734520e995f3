/**
 * What a run's facts are, from what they were given (ENGINE §5).
 *
 * A head is a value that no later value of the same fact saw. Of rival heads the last in total order is
 * shown, and all stay readable until somebody who saw them sets one: that is how a dispute ends [F6].
 * Invariants: values of another kind, values for a derived or an unknown fact change nothing; a derived
 * fact is computed from its origin and never stored; a chain that closes on itself has no value.
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { RunEventOf } from '../../model/event.ts';
import type { FactDefinition, FactKind, FactValue } from '../../model/fact.ts';
import type { EventId, FactId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import type { FactChange, FactState } from '../run-state.ts';
import { computeCriticalFacts } from './critical-facts.ts';
import { factDefinitionById, factOrigin } from './fact-origin.ts';
import { shiftFact } from './shift-fact.ts';

type Saw = (later: EventId, earlier: EventId) => boolean;
type FactSet = RunEventOf<'fact.set/1'>;

export interface FactFoldInput {
  /** What `run.started` gave it. Every later set counts as having seen it. */
  readonly initial: FactChange | null;
  /** Those of this fact, in total order. */
  readonly sets: readonly FactSet[];
  readonly saw: Saw;
  readonly critical: boolean;
}

/** Every defined fact in the order of the definitions, derived ones included. `setsByFact`: each in total order. */
export function foldFacts(
  definitions: readonly FactDefinition[],
  steps: readonly StepDefinition[],
  started: RunEventOf<'run.started/2'>,
  setsByFact: ReadonlyMap<FactId, readonly FactSet[]>,
  saw: Saw,
): ReadonlyMap<FactId, FactState> {
  const critical = computeCriticalFacts(definitions, steps);
  const given = new Map<FactId, FactState>();
  for (const definition of factDefinitionById(definitions).values()) {
    if (definition.derived !== undefined) continue;
    const { id } = definition;
    const initial = initialChange(definition, started);
    const sets = setsByFact.get(id) ?? [];
    given.set(id, foldFact(definition, { initial, sets, saw, critical: critical.has(id) }));
  }
  return deriveFacts(definitions, given);
}

/** A fact that follows no other. */
export function foldFact(definition: FactDefinition, input: FactFoldInput): FactState {
  const { initial, saw, critical } = input;
  const sets = input.sets.filter(({ data }) => isOfKind(data.value, definition.kind)).map(setToChange);
  const changes = initial === null ? sets : [initial, ...sets];
  const heads = sets.length === 0 ? changes : computeHeads(sets, saw);
  const values = new Set(heads.map(({ value }) => canonicalJson(value)));
  return {
    definition,
    value: heads.at(-1)?.value ?? null,
    changes,
    rivals: values.size > 1 ? heads : [],
    critical,
  };
}

/**
 * A fact that follows `origin`: its value moved, its history and its rivals as they are there, since a
 * dispute is settled where the values were given.
 */
export function deriveFact(definition: FactDefinition, origin: FactState): FactState {
  const follows = definition.derived !== undefined && definition.kind === origin.definition.kind;
  return {
    definition,
    value: follows && origin.value !== null ? shiftFact(origin.value, definition.derived) : null,
    changes: origin.changes,
    rivals: origin.rivals,
    critical: origin.critical || definition.critical === true,
  };
}

/** `given`: the state of every fact that follows no other. Answers in the order of the definitions. */
export function deriveFacts(
  definitions: readonly FactDefinition[],
  given: ReadonlyMap<FactId, FactState>,
): ReadonlyMap<FactId, FactState> {
  const definitionById = factDefinitionById(definitions);
  const derived = new Map<FactId, FactState>();
  function stateOf(definition: FactDefinition): FactState {
    const known = definition.derived === undefined ? given.get(definition.id) : derived.get(definition.id);
    if (known !== undefined) return known;
    const from = definition.derived === undefined ? undefined : definitionById.get(definition.derived.from);
    const hasOrigin = from !== undefined && factOrigin(definition, definitionById) !== null;
    const state = hasOrigin ? deriveFact(definition, stateOf(from)) : missing(definition);
    derived.set(definition.id, state);
    return state;
  }
  return new Map([...definitionById.values()].map((definition) => [definition.id, stateOf(definition)]));
}

function missing(definition: FactDefinition): FactState {
  return { definition, value: null, changes: [], rivals: [], critical: definition.critical === true };
}

function initialChange(definition: FactDefinition, started: RunEventOf<'run.started/2'>): FactChange | null {
  const { facts } = started.data;
  const value = Object.hasOwn(facts, definition.id) ? facts[definition.id] : undefined;
  if (value === undefined || value.kind !== definition.kind) return null;
  return { event: started.id, value, actor: started.actor, at: started.at, occurrence: null };
}

function setToChange({ id, data, actor, at, occurrence }: FactSet): FactChange {
  return { event: id, value: data.value, actor, at, occurrence: occurrence ?? null };
}

/** Seeing is transitive, so a change that a later one saw was seen by a head: comparing with heads is enough. */
function computeHeads(changes: readonly FactChange[], saw: Saw): readonly FactChange[] {
  const heads: FactChange[] = [];
  for (const change of changes.toReversed())
    if (!heads.some((head) => saw(head.event, change.event))) heads.push(change);
  return heads.reverse();
}

function isOfKind(value: FactValue | null, kind: FactKind): boolean {
  return value === null || value.kind === kind;
}
