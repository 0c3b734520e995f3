/**
 * Which facts are another than when a person last knew them, where that concerns steps of theirs [F4].
 *
 * A person knows the value that they gave a fact or that they acknowledged, whichever came last in
 * total order; before that its first. So they are told of all that moved since in one notice, and of
 * nothing when it moved back.
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { FactValue } from '../../model/fact.ts';
import type { FactId, PersonId } from '../../model/ids.ts';
import type { OccurrenceKey } from '../../model/occurrence.ts';
import { type DateFrame, resolveDateRule, resolveStartRule } from '../dates.ts';
import type { MovedDate, Notice } from '../notice.ts';
import type { FactState, RunState } from '../run-state.ts';
import { factDefinitionById, factOrigin } from './fact-origin.ts';
import { isOpen } from '../is-open.ts';
import { withFactValue } from './with-fact-value.ts';

type FactMoved = Extract<Notice, { readonly kind: 'factMoved' }>;

/** In the order of the definitions; derived facts are told with the one they follow. */
export function computeMovedFacts(state: RunState, person: PersonId): readonly FactMoved[] {
  return [...state.facts.values()]
    .filter(({ definition }) => definition.derived === undefined)
    .flatMap((fact) => computeMovedFact(state, fact, person) ?? []);
}

function computeMovedFact(state: RunState, fact: FactState, person: PersonId): FactMoved | null {
  const { id } = fact.definition;
  const first = fact.changes.find(({ value }) => value !== null);
  const last = fact.changes.at(-1);
  if (first === undefined || last === undefined) return null;
  const alert = factAlert(last.event);
  const known = fact.changes.findLast(
    ({ event, actor }) => actor === person || state.acknowledged.get(factAlert(event))?.has(person) === true,
  );
  const isMoved = !isEqual((known ?? first).value, fact.value);
  // A fact that was given its first value moved nothing; it is told only to whoever rested on its absence.
  if (!isMoved && known !== undefined) return null;
  const checks = computeChecks(state, id, person);
  if (!isMoved && checks.length === 0) return null;
  const was = isMoved ? (known ?? first).value : null;
  const moved = computeMovedDates(state, id, was, person);
  if (moved.length === 0 && checks.length === 0) return null;
  const { actor, at } = last;
  return { kind: 'factMoved', alert, fact: id, was, now: fact.value, by: actor, at, moved, checks };
}

function factAlert(event: string): string {
  return `fact/${event}`;
}

/** Completed steps of theirs that rest on what the fact, or one that follows it, is no longer. */
function computeChecks(state: RunState, fact: FactId, person: PersonId): readonly OccurrenceKey[] {
  const follows = followersOf(state, fact);
  return [...state.current.values()]
    .filter(({ status, validity }) => status === 'completed' && validity === 'recheck')
    .filter(({ holder, closedBy }) => holder === person || closedBy.includes(person))
    .filter(({ staleReads }) => staleReads.some(({ read }) => follows(read.fact)))
    .map(({ key }) => key);
}

/** One entry a step: when it is due, or, where that stayed, when a step that nobody began may begin. */
function computeMovedDates(
  state: RunState,
  fact: FactId,
  was: FactValue | null,
  person: PersonId,
): readonly MovedDate[] {
  if (state.startedAt === null) return [];
  const now: DateFrame = {
    zone: state.context?.zone ?? null,
    facts: state.facts,
    startedAt: state.startedAt,
  };
  const before: DateFrame = { ...now, facts: withFactValue(state.facts, fact, was) };
  const follows = followersOf(state, fact);
  return state.steps.flatMap((step): readonly MovedDate[] => {
    // Instants cost time to compute, and most steps hang on no fact at all.
    if (![step.due, step.start].some((rule) => rule?.kind === 'offset' && follows(rule.from))) return [];
    const occurrence = state.current.get(step.id);
    if (occurrence === undefined || occurrence.holder !== person || !isOpen(occurrence)) return [];
    const { key, status } = occurrence;
    const due = { was: resolveDateRule(step.due, before).dueAt, now: resolveDateRule(step.due, now).dueAt };
    if (due.was !== due.now) return [{ key, ...due }];
    if (status !== 'created' && status !== 'ready') return [];
    const start = { was: resolveStartRule(step.start, before), now: resolveStartRule(step.start, now) };
    return start.was === start.now ? [] : [{ key, ...start }];
  });
}

/** True of the fact itself and of all that is derived from it. */
function followersOf(state: RunState, fact: FactId): (id: FactId | 'runStart') => boolean {
  const definitionById = factDefinitionById([...state.facts.values()].map(({ definition }) => definition));
  return (id) => {
    const definition = id === 'runStart' ? undefined : definitionById.get(id);
    return definition !== undefined && factOrigin(definition, definitionById)?.id === fact;
  };
}

function isEqual(a: FactValue | null, b: FactValue | null): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
