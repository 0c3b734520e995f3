/** What stands before a step, by its direct predecessors: asked for one step at a time, never kept. */
import type { StepId } from '../model/ids.ts';
import type { Dependency } from '../model/workflow.ts';
import { planIndexOf } from './decide/plan-index.ts';
import { findOpenLists } from './decide/steps-in-the-way.ts';
import { isOpen } from './is-open.ts';
import { computeEdge, isHard } from './readiness.ts';
import type { EdgeStatus, RunState } from './run-state.ts';

export interface Waits {
  /** Hard ones that are not over. */
  readonly waitingFor: readonly StepId[];
  /** Those of `waitingFor` and `blockedBy` that may not be completed along with it. */
  readonly enforcedFor: readonly StepId[];
  /** Those that failed for good. */
  readonly blockedBy: readonly StepId[];
  /** Soft ones that are not over: a warning, no more [J4]. */
  readonly softFor: readonly StepId[];
  /** Sections whose lists may still grow, and it waits until they are closed [J6]. */
  readonly openLists: readonly string[];
}

const nothing: Waits = { waitingFor: [], enforcedFor: [], blockedBy: [], softFor: [], openLists: [] };

/** Each list in the plan's order, each step once. Empty for a step that is over, or not there. */
export function computeWaits(state: RunState, step: StepId): Waits {
  const definition = planIndexOf(state.steps).stepOf(step);
  const current = state.current.get(step);
  if (definition === undefined || current === undefined || !isOpen(current)) return nothing;
  const where = (wanted: (edge: EdgeStatus, dependency: Dependency) => boolean): readonly StepId[] => [
    ...new Set(
      definition.after
        .filter((dependency) => wanted(edgeOf(state, dependency), dependency))
        .map(({ from }) => from),
    ),
  ];
  return {
    waitingFor: where((edge, dependency) => edge === 'unknown' && isHard(dependency)),
    enforcedFor: where(
      (edge, { strength }) => strength === 'enforced' && (edge === 'unknown' || edge === 'failed'),
    ),
    blockedBy: where((edge, dependency) => edge === 'failed' && isHard(dependency)),
    openLists: findOpenLists(state, definition),
    softFor: where((edge, dependency) => edge === 'unknown' && !isHard(dependency)),
  };
}

function edgeOf(state: RunState, dependency: Dependency): EdgeStatus {
  const source = state.current.get(dependency.from);
  return source === undefined ? 'unknown' : computeEdge(dependency, source);
}
