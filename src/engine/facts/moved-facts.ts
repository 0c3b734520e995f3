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
import type { Notice } from '../notice.ts';
import type { FactState, RunState } from '../run-state.ts';
import { findOrigin } from './fact-origin.ts';
import { makeMovedDates } from './moved-dates.ts';

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
  const movedDateOf = makeMovedDates(state, id, was);
  const moved = state.steps.flatMap((step) =>
    state.current.get(step.id)?.holder === person ? (movedDateOf(step) ?? []) : [],
  );
  if (moved.length === 0 && checks.length === 0) return null;
  const { actor, at } = last;
  return { kind: 'factMoved', alert, fact: id, was, now: fact.value, by: actor, at, moved, checks };
}

function factAlert(event: string): string {
  return `fact/${event}`;
}

/** Completed steps of theirs that rest on what the fact, or one that follows it, is no longer. */
function computeChecks(state: RunState, fact: FactId, person: PersonId): readonly OccurrenceKey[] {
  return [...state.current.values()]
    .filter(({ status, validity }) => status === 'completed' && validity === 'recheck')
    .filter(({ holder, closedBy }) => holder === person || closedBy.includes(person))
    .filter(({ staleReads }) =>
      staleReads.some(({ read }) => findOrigin(state.facts, read.fact)?.id === fact),
    )
    .map(({ key }) => key);
}

function isEqual(a: FactValue | null, b: FactValue | null): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
