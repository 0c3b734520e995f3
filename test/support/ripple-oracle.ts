/**
 * What a changed fact asks of completed steps, by brute force: projections, tolerances and derived facts
 * written down a second time, and what is unsure found by going round until nothing is added.
 */
import { answerFor } from '../../src/engine/facts/evaluate-condition.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import type { FactDefinition, FactRead, FactValue } from '../../src/model/fact.ts';
import type { FactId, StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { currentOf, edgeOf } from './edge-oracle.ts';
import { placeOf } from '../../src/model/place.ts';

export type Values = ReadonlyMap<FactId, FactValue | null>;
/** By `fact` or `fact.projection`: what a step saw. */
export type Seen = Readonly<Record<string, FactValue | null>>;

/** A condition is read too: a step that was wanted for a reason rests on it. */
export function readsOf({ reads = [], onlyIf }: StepDefinition): readonly FactRead[] {
  const known = onlyIf === undefined || reads.some(({ fact }) => fact === onlyIf.fact);
  return known ? reads : [...reads, { fact: onlyIf.fact }];
}

export function lookAt(step: StepDefinition, definitions: readonly FactDefinition[], values: Values): Seen {
  return Object.fromEntries(
    readsOf(step).map((read) => [keyOf(read), project(read, valueOf(read.fact, definitions, values))]),
  );
}

export function isStale(
  step: StepDefinition,
  seen: Seen | undefined,
  definitions: readonly FactDefinition[],
  values: Values,
): boolean {
  if (seen === undefined) return false;
  const now = lookAt(step, definitions, values);
  return readsOf(step).some((read) => {
    const key = keyOf(read);
    if (!Object.hasOwn(seen, key)) return false;
    const [was, is] = [seen[key] ?? null, now[key] ?? null];
    const { onlyIf, reads = [] } = step;
    // Whoever looks at a fact only to be wanted does not mind its value, but the answer.
    if (onlyIf?.fact === read.fact && !reads.includes(read))
      return answerFor(onlyIf, was) !== answerFor(onlyIf, is);
    return isMoved(read, was, is);
  });
}

function keyOf({ fact, projection }: FactRead): string {
  return projection === undefined ? fact : `${fact}.${projection}`;
}

function valueOf(id: FactId, definitions: readonly FactDefinition[], values: Values): FactValue | null {
  const derived = definitions.find((one) => one.id === id)?.derived;
  if (derived === undefined) return values.get(id) ?? null;
  const origin = valueOf(derived.from, definitions, values);
  const [days, minutes] = [derived.days ?? 0, derived.minutes ?? 0];
  // No plan of these tests moves an instant by days, so that no change of the clocks comes between.
  if (origin?.kind === 'instant') return { ...origin, at: origin.at + minutes * 60_000 };
  if (origin?.kind !== 'date') return origin;
  const moved = new Date(Date.parse(origin.date) + days * 86_400_000);
  return { kind: 'date', date: moved.toISOString().slice(0, 10) };
}

function project({ projection }: FactRead, value: FactValue | null): FactValue | null {
  if (value?.kind !== 'instant' || projection === undefined) return value;
  const at = new Date(value.at);
  if (projection === 'date')
    return { kind: 'date', date: at.toLocaleDateString('sv-SE', { timeZone: value.zone }) };
  const [hours, minutes] = at.toLocaleTimeString('sv-SE', { timeZone: value.zone }).split(':').map(Number);
  return { kind: 'duration', minutes: (hours ?? 0) * 60 + (minutes ?? 0) };
}

function isMoved({ tolerance = 0 }: FactRead, was: FactValue | null, now: FactValue | null): boolean {
  if (canonicalJson(was) === canonicalJson(now)) return false;
  if (was === null || now === null || was.kind !== now.kind) return true;
  const [before, after] = [toNumber(was), toNumber(now)];
  if (before === null || after === null) return true;
  if (was.kind === 'money' && now.kind === 'money' && was.currency !== now.currency) return true;
  return Math.abs(before - after) > tolerance;
}

/** In the unit of a tolerance; null for what has no distance. All times of these tests lie around noon. */
function toNumber(value: FactValue): number | null {
  switch (value.kind) {
    case 'instant':
      return value.at / 60_000;
    case 'date':
      return Date.parse(value.date) / 86_400_000;
    case 'duration':
      return value.minutes;
    case 'number':
      return value.number;
    case 'money':
      return value.amount;
    default:
      return null;
  }
}

/**
 * Completed steps that rest on one to check again, on one that is being done again, or on what such a one wrote;
 * and those that said for now what another is still to say.
 */
export function findProvisional(state: RunState, stale: ReadonlySet<StepId>): ReadonlySet<StepId> {
  const unsure = new Set<StepId>(stale);
  for (const [id, current] of state.current)
    if (isDoneAgain(current) || isUndone(current, state)) unsure.add(id);
  const provisional = new Set<StepId>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const step of state.steps) {
      const { status } = currentOf(state, step.id);
      if (status !== 'completed' || provisional.has(step.id) || stale.has(step.id)) continue;
      if (!restsOn(step, unsure, state) && !isForNow(step, state)) continue;
      unsure.add(step.id);
      provisional.add(step.id);
      grew = true;
    }
  }
  return provisional;
}

/** Reopened, or an approval whose votes judged what is another now. */
function isDoneAgain({ occurrence, status, approval }: OccurrenceState): boolean {
  const over = ['completed', 'skipped', 'withdrawn', 'terminated'];
  return (occurrence.iteration > 1 || approval?.lapsed === true) && !over.includes(status);
}

/** It stands in for a step that is still open, and writes a fact that this one writes too [F7]. */
export function isForNow({ id, fallbackOf, writes = [] }: StepDefinition, state: RunState): boolean {
  const main = state.steps.find((step) => step.id === fallbackOf);
  if (main === undefined || !writes.some((fact) => main.writes?.includes(fact))) return false;
  const [own, { status }] = [currentOf(state, id), currentOf(state, main.id)];
  if (own.status !== 'completed' || own.undo?.status === 'compensated') return false;
  return !['completed', 'skipped', 'withdrawn', 'terminated'].includes(status);
}

/** Nothing is left of it that others could rest on, while the run goes on [U4]. */
export function isUndone({ undo }: OccurrenceState, { status }: RunState): boolean {
  return undo?.status === 'compensated' && status !== 'cancelled';
}

function restsOn(step: StepDefinition, unsure: ReadonlySet<StepId>, state: RunState): boolean {
  const byEdge = step.after.some((dependency) => {
    if (dependency.strength === 'soft' || !unsure.has(dependency.from)) return false;
    const source = currentOf(state, dependency.from);
    return isDoneAgain(source) || edgeOf(dependency, source) === 'live';
  });
  const byFact = readsOf(step).some(({ fact }) => {
    const by = state.facts.get(fact)?.changes.at(-1)?.occurrence;
    const writer = by === undefined || by === null ? undefined : placeOf(by);
    return writer !== undefined && writer !== step.id && unsure.has(writer);
  });
  return byEdge || byFact;
}
