/** What changed facts ask of completed steps, held against brute force over the log. */
import { deepStrictEqual } from 'node:assert/strict';
import type { RunState } from '../../../src/engine/run-state.ts';
import { isOpaque, type RunEvent } from '../../../src/model/event.ts';
import type { FactValue } from '../../../src/model/fact.ts';
import type { FactId, StepId } from '../../../src/model/ids.ts';
import { occurrenceKey } from '../../../src/model/occurrence.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import { makeSaw } from '../past.ts';
import { findProvisional, isStale, type Seen } from '../ripple-oracle.ts';
import { folded } from './folded.ts';
import type { Law } from './law.ts';

type Saw = ReturnType<typeof makeSaw>;

const ripple: Law = {
  name: '[F1] [F2] [J8] exactly the direct readers of what changed ask to be checked, and what rests on them is unsure',
  hold: ({ events }) => {
    const state = folded(events);
    if (state.status === 'notStarted') return;
    const definitions = [...state.facts.values()].map(({ definition }) => definition);
    const saw = makeSaw(events);
    const history = state.history.filter((event): event is RunEvent => !isOpaque(event));
    const values = findValues(history, saw, definitions);
    for (const [id, value] of values) deepStrictEqual(state.facts.get(id)?.value, value, id);
    const stale = new Set<StepId>();
    // What was undone has nothing to be checked.
    const left = state.steps.filter(({ id }) => state.current.get(id)?.undo?.status !== 'compensated');
    for (const step of left)
      if (isStale(step, findSeen(step, state, history, saw), definitions, values)) stale.add(step.id);
    deepStrictEqual(stepsThatAre(state, 'recheck'), [...stale].sort());
    deepStrictEqual(stepsThatAre(state, 'provisional'), [...findProvisional(state, stale)].sort());
  },
};

export const rippleLaws: readonly Law[] = [ripple];

function stepsThatAre(state: RunState, validity: string): readonly StepId[] {
  return [...state.current].flatMap(([id, one]) => (one.validity === validity ? [id] : [])).sort();
}

/** Of the values that no later one saw the last in total order; what the run began with when there is none. */
function findValues(
  history: readonly RunEvent[],
  saw: Saw,
  definitions: readonly { readonly id: FactId; readonly kind: string; readonly derived?: unknown }[],
): ReadonlyMap<FactId, FactValue | null> {
  const start = history.find((event) => event.type === 'run.started/2');
  const values = new Map<FactId, FactValue | null>();
  for (const { id, kind, derived } of definitions) {
    if (derived !== undefined) continue;
    const sets = history.filter((event) => event.type === 'fact.set/1' && event.data.fact === id);
    const sound = sets.filter(
      (event) => event.type === 'fact.set/1' && (event.data.value === null || event.data.value.kind === kind),
    );
    const head = sound.findLast((event) => !sound.some((later) => saw(later.id, event.id)));
    values.set(id, head?.type === 'fact.set/1' ? head.data.value : (start?.data.facts[id] ?? null));
  }
  return values;
}

/** What the last of a step's completions, and of the checks that saw one, says it saw. */
function findSeen(
  step: StepDefinition,
  state: RunState,
  history: readonly RunEvent[],
  saw: Saw,
): Seen | undefined {
  const current = state.current.get(step.id);
  // Votes whose facts change are void, so an approval never asks to be checked.
  if (current?.status !== 'completed' || current.approval !== null) return undefined;
  const mine = history.filter((event) => event.occurrence && occurrenceKey(event.occurrence) === current.key);
  const holding = findHolding(mine, saw);
  // Of rival completions the last holds; one that a resolution keeps is said anew with it.
  const done = holding.at(-1);
  const check = mine.findLast(
    (event) => event.type === 'step.rechecked/1' && holding.some((one) => saw(event.id, one.id)),
  );
  const isLater = done !== undefined && check !== undefined && mine.indexOf(check) > mine.indexOf(done);
  const footing = isLater ? check : done;
  if (footing?.type === 'step.completed/2' || footing?.type === 'step.rechecked/1') return footing.data.reads;
  return undefined;
}

/** Completions that no later verdict saw, and those that a resolution nobody saw later keeps. */
function findHolding(mine: readonly RunEvent[], saw: Saw): readonly RunEvent[] {
  const kept = (event: RunEvent): RunEvent | undefined =>
    event.type === 'conflict.resolved/1'
      ? mine.find((one) => one.id === event.data.keep && saw(event.id, one.id) && isSide(one))
      : undefined;
  const verdicts = mine.filter(
    (event) => isSide(event) || event.type === 'step.retried/1' || kept(event) !== undefined,
  );
  const sides = findHeads(verdicts, saw).map((head) => kept(head) ?? head);
  return sides.filter(({ type }) => type === 'step.completed/2');
}

/** A retry with a rival that it had not seen is void, and covers nothing. */
function findHeads(verdicts: readonly RunEvent[], saw: Saw): readonly RunEvent[] {
  const heads = verdicts.filter((event) => !verdicts.some((later) => saw(later.id, event.id)));
  const others = heads.filter(({ type }) => type !== 'step.retried/1');
  if (others.length === 0 || others.length === heads.length) return heads;
  return findHeads(
    verdicts.filter((event) => event.type !== 'step.retried/1' || !heads.includes(event)),
    saw,
  );
}

function isSide({ type }: RunEvent): boolean {
  return /^step\.(completed|failed|skipped|cancelled|reopened)\//.test(type);
}
