/** Joins that cancel the rest, by brute force over the plan and a state [J2]. */
import type { EdgeStatus, OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { StepId } from '../../src/model/ids.ts';
import type { PlacedStep } from '../../src/engine/items/placed-step.ts';
import { computeGatherEdge } from '../../src/engine/items/gathered-edges.ts';
import type { Dependency } from '../../src/model/workflow.ts';
import { computeEdge } from '../../src/engine/readiness.ts';
import { currentOf, hardEdgesInto } from './edge-oracle.ts';

/** Steps of which nothing open is wanted any more, because a join that they only lead to has had enough. */
export function findCancelled(state: RunState): ReadonlySet<StepId> {
  const cancelled = new Set<StepId>();
  for (const join of state.steps)
    if (cancelsRest(join) && hasFired(join, state))
      for (const id of branchOf(join, state.steps)) cancelled.add(id);
  for (const step of state.steps) for (const id of findEnough(step, state)) cancelled.add(id);
  return cancelled;
}

/** Of lists that want only some of their items [J6]: the steps of the section that lead only here, once there are enough. */
function findEnough(to: PlacedStep, state: RunState): readonly StepId[] {
  return (to.gathers ?? []).flatMap(({ cancelRest, section }, index) => {
    if (cancelRest !== true) return [];
    const edgeOf = (edge: Dependency): EdgeStatus => computeEdge(edge, currentOf(state, edge.from));
    if (computeGatherEdge(to, index, edgeOf) !== 'live') return [];
    const ofSection = state.steps.filter(({ inItem }) => inItem?.section === section).map(({ id }) => id);
    const branch = new Set<StepId>();
    const leadsOnlyHere = (id: StepId): boolean => {
      const edges = state.steps.flatMap((step) =>
        step.after.filter(({ from }) => from === id).map((edge) => ({ edge, to: step.id })),
      );
      return (
        edges.some(({ edge }) => edge.strength !== 'soft') &&
        edges.every(({ edge, to: target }) => (target === to.id ? edge.gather === index : branch.has(target)))
      );
    };
    for (let grew = true; grew; ) {
      grew = false;
      for (const id of ofSection) {
        if (branch.has(id) || !leadsOnlyHere(id)) continue;
        branch.add(id);
        grew = true;
      }
    }
    return [...branch];
  });
}

function cancelsRest({ join }: PlacedStep): boolean {
  return (join?.kind === 'any' || join?.kind === 'count') && join.cancelRest === true;
}

function hasFired(step: PlacedStep, state: RunState): boolean {
  const { join } = step;
  const live = hardEdgesInto(step, state).filter((edge) => edge === 'live').length;
  const needed = join?.kind === 'count' ? join.count : 1;
  return live >= needed || isUnderWay(currentOf(state, step.id));
}

function isUnderWay({ status, startedAt }: OccurrenceState): boolean {
  const closed =
    status === 'completed' || status === 'skipped' || status === 'failed' || status === 'terminated';
  return startedAt !== null || closed;
}

/** Steps that lead to the join, all of whose dependants do too and to nowhere else: tried until none is left to add. */
function branchOf(join: PlacedStep, steps: readonly PlacedStep[]): ReadonlySet<StepId> {
  const branch = new Set<StepId>();
  const leadsIn = (id: StepId): boolean => {
    const dependants = steps.filter(({ after }) => after.some(({ from }) => from === id));
    const hardly = dependants.some(({ id: to, after }) =>
      after.some(
        (edge) => edge.from === id && edge.strength !== 'soft' && (to === join.id || branch.has(to)),
      ),
    );
    return hardly && dependants.every(({ id: to }) => to === join.id || branch.has(to));
  };
  for (let grew = true; grew; ) {
    grew = false;
    for (const { id } of steps)
      if (id !== join.id && !branch.has(id) && leadsIn(id)) {
        branch.add(id);
        grew = true;
      }
  }
  return branch;
}
