/**
 * Facts as the screens show them: what a run knows, who said so, who may say what is missing.
 */
import { computeSuppliers, findStillToSay, isFactConfirmed } from '../engine/facts/is-fact-confirmed.ts';
import { computeFactIndex, type FactUse } from '../engine/facts/readers.ts';
import type { FactChange, FactState } from '../engine/run-state.ts';
import type { FactId } from '../model/ids.ts';
import type { FactSideView, FactView } from './fact-view.ts';
import { readingsOf, type RunReading, stepToRef } from './run-reading.ts';

/** All facts of a run, in the order of the definition. */
export function computeFactViews(run: RunReading): readonly FactView[] {
  const useById = indexFacts(run);
  return [...run.state.facts.values()].map((fact) => toFactView(run, fact, useById.get(fact.definition.id)));
}

/** Those of `wanted` that the plan has, in that order, each once. */
export function findFactViews(run: RunReading, wanted: Iterable<FactId>): readonly FactView[] {
  const facts = [...new Set(wanted)].flatMap((id) => run.state.facts.get(id) ?? []);
  if (facts.length === 0) return [];
  const useById = indexFacts(run);
  return facts.map((fact) => toFactView(run, fact, useById.get(fact.definition.id)));
}

function indexFacts({ state }: RunReading): ReadonlyMap<FactId, FactUse> {
  const definitions = [...state.facts.values()].map(({ definition }) => definition);
  return computeFactIndex(definitions, state.steps);
}

function toFactView(run: RunReading, fact: FactState, use: FactUse | undefined): FactView {
  const { state, people } = run;
  const { definition, value, changes, rivals, critical } = fact;
  const { id, name, kind, options = [], derived } = definition;
  const last = changes.at(-1);
  const stillToSay = findStillToSay(state, id);
  const from = derived === undefined ? undefined : state.facts.get(derived.from)?.definition;
  return {
    fact: id,
    name,
    kind,
    options,
    value,
    person: value?.kind === 'person' ? people.find(value.person) : null,
    follows: from?.name ?? derived?.from ?? null,
    unconfirmed: value !== null && !isFactConfirmed(state, id),
    forNow: stillToSay === null ? null : (readingsOf(run, [stillToSay]).map(stepToRef)[0] ?? null),
    setBy: people.find(last?.actor),
    setAt: last?.at ?? null,
    sides: rivals.length > 1 ? rivals.map((side) => toSide(run, side)).toReversed() : [],
    critical,
    suppliers:
      value === null ? computeSuppliers(state, id).flatMap((person) => people.find(person) ?? []) : [],
    readers: readingsOf(run, use?.readers ?? []).map(stepToRef),
    writers: readingsOf(run, use?.writers ?? []).map(stepToRef),
    zone: state.context?.zone ?? 'UTC',
  };
}

function toSide({ people }: RunReading, { event, value, actor, at }: FactChange): FactSideView {
  return { event, value, by: people.find(actor), at };
}
