/**
 * What still has to happen before a step may, and why it cannot simply be done along with it [J4].
 *
 * Which edges stand in the way depends on the join: of `all` every one that is not settled; of `any` and
 * `k of n` none once enough are live, else all that are not settled (which of them are wanted is for
 * the person to say); of `always` every one that is not settled. Soft edges never do. A step that
 * already happened or has begun hides what is behind it.
 */
import type { StepId } from '../../model/ids.ts';
import { err } from '../../model/result.ts';
import type { Dependency, JoinRule, StepDefinition } from '../../model/workflow.ts';
import { placeOf } from '../../model/place.ts';
import { evaluateCondition } from '../facts/evaluate-condition.ts';
import { isOpen } from '../is-open.ts';
import { computeGatherEdge, computePairEdge, countJoinedEdges, groupPairs } from '../items/gathered-edges.ts';
import type { PlacedStep } from '../items/placed-step.ts';
import { computeEdge, computeJoin, isHard, neededEdges } from '../readiness.ts';
import type { EdgeStatus, OccurrenceState, RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import type { Facts } from './fact-drafts.ts';
import { hasComeToIt } from './guards.ts';
import { planIndexOf } from './plan-index.ts';

export interface StepsInTheWay {
  /** Theirs too, in an order in which they can be done. */
  readonly steps: readonly StepId[];
  /** Those of them that an enforced edge leads from: they are never completed along [J4]. */
  readonly enforced: readonly StepId[];
  /** Sections whose lists have to be closed first: nobody but a person can say that nothing more comes [J6]. */
  readonly openLists: readonly string[];
}

const none: readonly never[] = [];
const nothing: StepsInTheWay = { steps: none, enforced: none, openLists: none };

export function computeStepsInTheWay(state: RunState, step: StepId): readonly StepId[] {
  return findStepsInTheWay(state, step, state.facts).steps;
}

/** Sections whose lists have to be closed before the step may be completed. */
export function findListsInTheWay(state: RunState, step: StepId): readonly string[] {
  return state.items.length === 0 ? none : findStepsInTheWay(state, step, state.facts).openLists;
}

/** `facts`: as they will be; a step before it that they rule out is not wanted, so it is in nobody's way. */
export function findStepsInTheWay(state: RunState, step: StepId, facts: Facts): StepsInTheWay {
  const current = state.current.get(step);
  if (current === undefined || hasComeToIt(current.status)) return nothing;
  const { stepOf, inOrder } = planIndexOf(state.steps);
  const found = new Set<StepId>();
  const enforced = new Set<StepId>();
  const openLists = new Set<string>();
  const queue = new Set<StepId>([step]);
  for (const id of queue) {
    const definition = stepOf(id);
    if (definition === undefined) continue;
    if (definition.gathers !== undefined)
      for (const list of findOpenLists(state, definition)) openLists.add(list);
    for (const { from, strength } of findEdgesInTheWay(definition, state)) {
      const before = state.current.get(from);
      const beforeDefinition = stepOf(from);
      if (before === undefined || beforeDefinition === undefined) continue;
      // Nobody called upon it: what it stands in for is in the way, and when that is over it is let go.
      if (before.dormant) {
        const main = beforeDefinition.fallbackOf;
        const standing = main === undefined ? undefined : state.current.get(main);
        if (main === undefined || main === step || standing === undefined || !isOpen(standing)) continue;
        found.add(main);
        if (standing.status === 'created' || standing.status === 'failed') queue.add(main);
        continue;
      }
      if (!isRuledOut(beforeDefinition, before, facts)) {
        found.add(from);
        if (strength === 'enforced') enforced.add(from);
      }
      if (before.status === 'created' || before.status === 'failed') queue.add(from);
    }
  }
  if (found.size + openLists.size === 0) return nothing;
  return { steps: inOrder(found), enforced: inOrder(enforced), openLists: [...openLists] };
}

/** Its turn has not come, and when it does its condition does not hold. */
function isRuledOut({ onlyIf }: StepDefinition, { status }: OccurrenceState, facts: Facts): boolean {
  return status === 'created' && onlyIf !== undefined && evaluateCondition(onlyIf, facts) === 'fails';
}

/** An edge as the join counts it, and the edges of the plan behind it that stand in the way. */
interface JoinedEdge {
  readonly edge: EdgeStatus;
  readonly dependencies: readonly Dependency[];
}

function findEdgesInTheWay(step: PlacedStep, state: RunState): readonly Dependency[] {
  const edgeOf = (dependency: Dependency): EdgeStatus => edgeInState(state, dependency);
  const single = step.after.filter((each) => isHard(each) && each.gather === undefined);
  const joined: readonly JoinedEdge[] = [
    ...single
      .map((dependency) => ({ dependency, edge: edgeOf(dependency) }))
      .map(({ dependency, edge }) => ({ edge, dependencies: [dependency] })),
    ...(step.gathers ?? none).map(({ rule }, index): JoinedEdge => {
      const own = step.after.filter((each) => each.gather === index);
      const alone = (dependency: Dependency): JoinedEdge => ({
        edge: edgeOf(dependency),
        dependencies: [dependency],
      });
      const each = [
        ...own.filter(({ pair }) => pair === undefined).map(alone),
        ...groupPairs(own).map(
          (both): JoinedEdge => ({
            edge: computePairEdge(both, edgeOf),
            dependencies: inTheWayOf({ kind: 'any' }, both.map(alone)),
          }),
        ),
      ];
      return { edge: computeGatherEdge(step, index, edgeOf), dependencies: inTheWayOf(rule, each) };
    }),
  ];
  return inTheWayOf(step.join, joined);
}

function edgeInState(state: RunState, dependency: Dependency): EdgeStatus {
  const source = state.current.get(dependency.from);
  return source === undefined ? 'unknown' : computeEdge(dependency, source);
}

function inTheWayOf(join: JoinRule | undefined, edges: readonly JoinedEdge[]): readonly Dependency[] {
  const having = (...wanted: readonly EdgeStatus[]): readonly JoinedEdge[] =>
    edges.filter(({ edge }) => wanted.includes(edge));
  const behind = (found: readonly JoinedEdge[]): readonly Dependency[] =>
    found.flatMap(({ dependencies }) => dependencies);
  switch (join?.kind) {
    case undefined:
    case 'all':
      return behind(having('unknown', 'failed'));
    case 'always':
      return behind(having('unknown'));
    case 'any':
    case 'count': {
      const [needed, live, unknown] = [neededEdges(join), having('live'), having('unknown')];
      if (live.length >= needed) return [];
      // A failure matters only where the others cannot make up for it.
      return behind(live.length + unknown.length >= needed ? unknown : having('unknown', 'failed'));
    }
  }
}

/** Lists that have to be closed before a step may go on, of those it waits for itself [J6]. */
export function findOpenLists(state: RunState, step: PlacedStep): readonly string[] {
  const edgeOf = (dependency: Dependency): EdgeStatus => edgeInState(state, dependency);
  const open = (step.gathers ?? none).filter(
    ({ isOpen }, index) => isOpen && computeGatherEdge(step, index, edgeOf) === 'unknown',
  );
  if (open.length === 0 || computeJoin(step.join, countJoinedEdges(step, edgeOf)) !== 'waiting') return none;
  return [...new Set(open.map(({ section }) => section))];
}

/** Null when nothing, or only what is to be completed along with it (`including`), stands before the step. */
export function refuseInTheWay(
  state: RunState,
  current: OccurrenceState,
  inTheWay: StepsInTheWay,
  including: readonly StepId[] = none,
): Decision | null {
  const step = placeOf(current.occurrence);
  const { steps, enforced, openLists } = inTheWay;
  if (openLists.length > 0) return err({ type: 'listOpen', step, sections: openLists });
  if (steps.length === 0) return null;
  const left = steps.filter((id) => !including.includes(id));
  const by = left.filter((id) => state.current.get(id)?.status === 'failed');
  if (by.length > 0) return err({ type: 'blocked', step, by });
  if (enforced.length > 0) return err({ type: 'enforcedSteps', step, steps: enforced });
  if (left.length > 0) return err({ type: 'stepsInTheWay', step, steps });
  // Rivals disagree there: somebody has to settle that first, and only that is left in the way.
  const disputed = steps.filter((id) => isDisputed(state.current.get(id)));
  return disputed.length > 0 ? err({ type: 'stepsInTheWay', step, steps: disputed }) : null;
}

function isDisputed(occurrence: OccurrenceState | undefined): boolean {
  return occurrence?.status === 'held' || occurrence?.status === 'completed';
}
