/**
 * Why completed steps ask to be checked again: the facts they rested on, as they were and as they are.
 *
 * A completion records only the part of a value that its step looks at. What the whole value was is
 * found among those that the fact was given; where it is not there, the part is told.
 */
import { findOrigin } from '../engine/facts/fact-origin.ts';
import { projectFact } from '../engine/facts/project-fact.ts';
import { withFactValue } from '../engine/facts/with-fact-value.ts';
import type { OccurrenceState, RunState, StaleRead } from '../engine/run-state.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { FactValue } from '../model/fact.ts';
import type { StaleFactView } from './fact-view.ts';

/** In the order of the step's reads. */
export function computeStaleFacts(
  state: RunState,
  { staleReads }: Pick<OccurrenceState, 'staleReads'>,
): readonly StaleFactView[] {
  return staleReads.flatMap((stale): readonly StaleFactView[] => {
    const fact = state.facts.get(stale.read.fact);
    if (fact === undefined) return [];
    const { id, name, kind, options = [] } = fact.definition;
    return [
      {
        fact: id,
        name,
        was: findWhole(state, stale)?.whole ?? stale.was,
        now: fact.value,
        projection: stale.read.projection ?? null,
        kind,
        options,
      },
    ];
  });
}

/** What the fact that is given a value was, when the step read it or one that follows it; null when missing. */
export function findOriginValue(state: RunState, stale: StaleRead): FactValue | null {
  return findWhole(state, stale)?.origin ?? null;
}

interface Whole {
  /** Of the fact that the step read. */
  readonly whole: FactValue;
  /** Of the one that it follows, or itself. */
  readonly origin: FactValue;
}

function findWhole(state: RunState, { read, was }: StaleRead): Whole | null {
  const origin = findOrigin(state.facts, read.fact);
  if (origin === null || was === null) return null;
  const wanted = canonicalJson(was);
  for (const { value } of state.facts.get(origin.id)?.changes.toReversed() ?? []) {
    if (value === null) continue;
    const whole =
      origin.id === read.fact
        ? value
        : (withFactValue(state.facts, origin.id, value).get(read.fact)?.value ?? null);
    if (whole !== null && canonicalJson(projectFact(whole, read.projection)) === wanted)
      return { whole, origin: value };
  }
  return null;
}
