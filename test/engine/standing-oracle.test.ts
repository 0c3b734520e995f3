import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../src/engine/facts/evaluate-condition.ts';
import { foldRun } from '../../src/engine/fold-run.ts';
import { computeEdge, computeJoin, isClosed, isHard } from '../../src/engine/readiness.ts';
import type { EdgeStatus, OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { makeRawHistory } from '../support/raw-history.ts';
import { isForNow, isUndone } from '../support/ripple-oracle.ts';
import { run } from '../support/run-bench.ts';

/** The rules of joins, branches and what is unsure, said again the slow and plain way, from the published state. */
function makeOracle(state: RunState) {
  const of = (id: StepId): OccurrenceState => state.current.get(id) as OccurrenceState;
  const edgesOf = (step: StepDefinition): readonly EdgeStatus[] =>
    step.after.filter(isHard).map((dependency) => computeEdge(dependency, of(dependency.from)));
  const joinOf = (step: StepDefinition) => {
    const edges = edgesOf(step);
    const count = (wanted: EdgeStatus): number => edges.filter((edge) => edge === wanted).length;
    return computeJoin(step.join, {
      unknown: count('unknown'),
      live: count('live'),
      dead: count('dead'),
      failed: count('failed'),
      barred: count('barred'),
    });
  };
  const hasFired = (step: StepDefinition): boolean => {
    const { join } = step;
    if (!(join?.kind === 'any' || join?.kind === 'count') || join.cancelRest !== true) return false;
    const live = edgesOf(step).filter((edge) => edge === 'live').length;
    const { status, startedAt } = of(step.id);
    return live >= (join.kind === 'any' ? 1 : join.count) || isClosed(status) || startedAt !== null;
  };
  const branchOf = (join: StepDefinition): ReadonlySet<StepId> => {
    const inside = new Set([join.id]);
    for (let size = 0; size < inside.size; ) {
      size = inside.size;
      for (const { id } of state.steps) {
        const after = state.steps.filter((other) => other.after.some(({ from }) => from === id));
        const leads = after.some((other) => other.after.some((edge) => edge.from === id && isHard(edge)));
        if (leads && after.every((other) => inside.has(other.id))) inside.add(id);
      }
    }
    inside.delete(join.id);
    return inside;
  };
  const cancelled = new Set(state.steps.filter(hasFired).flatMap((join) => [...branchOf(join)]));
  return { of, joinOf, cancelled };
}

function expectedStatus(
  state: RunState,
  step: StepDefinition,
  oracle: ReturnType<typeof makeOracle>,
): unknown {
  const { status, startedAt, waitingOn, missingFacts, disputedFacts } = oracle.of(step.id);
  const join = oracle.joinOf(step);
  if (state.status === 'cancelled') return 'terminated';
  if (state.ending !== null) return 'withdrawn';
  if (state.removed.has(step.id) || oracle.cancelled.has(step.id) || join === 'dead') return 'withdrawn';
  const answer = step.onlyIf === undefined ? 'holds' : evaluateCondition(step.onlyIf, state.facts);
  if (join === 'ready' && answer === 'fails') return 'withdrawn';
  const isFree = join === 'ready' && missingFacts.length + disputedFacts.length === 0;
  if (startedAt === null && !isFree) return 'created';
  if (status === 'suspended') return 'suspended';
  if (waitingOn !== null) return 'waiting';
  return startedAt === null ? 'ready' : 'inProgress';
}

/** What rests on the unsure; the least answer: nothing is unsure until something makes it so. */
function expectedUnsure(state: RunState): ReadonlySet<StepId> {
  const unsure = new Set<StepId>();
  const restsOnUnsure = (step: StepDefinition): boolean => {
    const byEdge = step.after.filter(isHard).some((dependency) => {
      const source = state.current.get(dependency.from) as OccurrenceState;
      const counts = source.status !== 'completed' || computeEdge(dependency, source) === 'live';
      return unsure.has(dependency.from) && counts;
    });
    const read = [...(step.reads ?? []), ...(step.onlyIf === undefined ? [] : [step.onlyIf])];
    const byFact = read.some(({ fact }) => {
      const writer = state.facts.get(fact)?.changes.at(-1)?.occurrence?.step;
      return writer !== undefined && writer !== step.id && unsure.has(writer);
    });
    return byEdge || byFact;
  };
  const isUnsure = (step: StepDefinition): boolean => {
    const current = state.current.get(step.id) as OccurrenceState;
    const { status, occurrence, staleReads, approval } = current;
    if (status !== 'completed')
      return (
        (occurrence.iteration > 1 || approval?.lapsed === true) &&
        !['skipped', 'withdrawn', 'terminated'].includes(status)
      );
    return staleReads.length > 0 || isUndone(current, state) || isForNow(step, state) || restsOnUnsure(step);
  };
  for (let size = -1; size < unsure.size; ) {
    size = unsure.size;
    for (const step of state.steps) if (isUnsure(step)) unsure.add(step.id);
  }
  const isProvisional = (step: StepDefinition): boolean => isForNow(step, state) || restsOnUnsure(step);
  return new Set(state.steps.filter(isProvisional).map(({ id }) => id));
}

describe('the rules, against their plain reading', () => {
  const seeds = fc.integer({ min: 0, max: 2 ** 31 });

  it('[J1] [J2] [J3] [F5] every open step stands where its edges and its facts put it', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = foldRun(run, makeRawHistory(seed).events);
        const oracle = makeOracle(state);
        for (const step of state.steps) {
          const { status, withdrawnBecause } = oracle.of(step.id);
          const key = withdrawnBecause ?? status;
          seen.set(key, (seen.get(key) ?? 0) + 1);
          if (['completed', 'skipped', 'failed', 'held'].includes(status)) continue;
          if (status === 'terminated' && state.status !== 'cancelled') continue;
          expect([step.id, status]).toEqual([step.id, expectedStatus(state, step, oracle)]);
        }
      }),
      { seed: 20260305, numRuns: 400 },
    );
    const kinds = [
      'ready',
      'inProgress',
      'waiting',
      'suspended',
      'deadPath',
      'restCancelled',
      'condition',
      'removed',
    ];
    for (const kind of [...kinds, 'created', 'held', 'terminated'])
      expect([kind, seen.get(kind)]).not.toContain(undefined);
  });

  it('[F1] [J8] what is unsure is the least that has a reason', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const state = foldRun(run, makeRawHistory(seed).events);
        const unsure = expectedUnsure(state);
        for (const [id, { status, validity, staleReads }] of state.current) {
          const expected = staleReads.length > 0 ? 'recheck' : unsure.has(id) ? 'provisional' : 'fresh';
          expect([id, validity]).toEqual([id, status === 'completed' ? expected : 'fresh']);
        }
      }),
      { seed: 20260306, numRuns: 400 },
    );
  });
});
