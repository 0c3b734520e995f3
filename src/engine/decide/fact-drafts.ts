/** Facts that a command gives: what has to be written, and what is known once it is. */
import type { FactDefinition, FactValue } from '../../model/fact.ts';
import { asId, type FactId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { Occurrence } from '../../model/occurrence.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { WorkflowDefinition } from '../../model/workflow.ts';
import { deriveFacts } from '../facts/fold-fact.ts';
import type { Refusal } from '../refusal.ts';
import type { FactState, RunState } from '../run-state.ts';
import type { Draft } from './draft.ts';
import { normaliseFactValue } from './fact-value.ts';
import { isKnownPerson } from './guards.ts';

export type GivenFacts = Readonly<Record<FactId, FactValue | null>>;
export type Facts = ReadonlyMap<FactId, FactState>;

export interface FactDrafts {
  /** One for each fact whose value changes, or whose dispute ends with it [F6]. */
  readonly drafts: readonly Draft[];
  /** As they will be: derived ones follow, none that was given is disputed. */
  readonly facts: Facts;
}

export function draftFacts(
  state: RunState,
  given: GivenFacts,
  occurrence?: Occurrence,
): Result<FactDrafts, Refusal> {
  const drafts: Draft[] = [];
  const changed = new Map<FactId, FactState>();
  for (const [key, value] of Object.entries(given)) {
    const fact = asId<FactId>(key);
    const known = state.facts.get(fact);
    if (known === undefined) return err({ type: 'unknownFact' });
    const wanted = normaliseFactValue(known.definition, value, (person) =>
      isKnownPerson(state.context, person),
    );
    if (!wanted.ok) return wanted;
    if (known.rivals.length === 0 && isSame(known.value, wanted.value)) continue;
    const data = { fact, value: wanted.value };
    drafts.push({ type: 'fact.set/1', data, ...(occurrence === undefined ? {} : { occurrence }) });
    changed.set(fact, { ...known, value: wanted.value, rivals: [] });
  }
  if (drafts.length === 0) return ok({ drafts, facts: state.facts });
  const definitions = [...state.facts.values()].map(({ definition }) => definition);
  return ok({ drafts, facts: deriveFacts(definitions, new Map([...state.facts, ...changed])) });
}

/** The facts of a run that is about to start. Blank ones are left out of `given`. */
export function startingFacts(
  definition: WorkflowDefinition,
  given: Readonly<Record<FactId, FactValue>>,
  isPerson: Parameters<typeof normaliseFactValue>[2],
): Result<{ readonly given: Readonly<Record<FactId, FactValue>>; readonly facts: Facts }, Refusal> {
  const definitionById = new Map(definition.facts.map((each) => [each.id, each]));
  const kept = new Map<FactId, FactValue>();
  for (const [key, value] of Object.entries(given)) {
    const fact = definitionById.get(asId<FactId>(key));
    if (fact === undefined) return err({ type: 'unknownFact' });
    const wanted = normaliseFactValue(fact, value, isPerson);
    if (!wanted.ok) return wanted;
    if (wanted.value !== null) kept.set(fact.id, wanted.value);
  }
  const stateOf = (each: FactDefinition): FactState => {
    const value = kept.get(each.id) ?? null;
    return { definition: each, value, changes: [], rivals: [], critical: each.critical === true };
  };
  const initial = new Map(
    definition.facts.filter((each) => each.derived === undefined).map((each) => [each.id, stateOf(each)]),
  );
  return ok({ given: Object.fromEntries(kept), facts: deriveFacts(definition.facts, initial) });
}
