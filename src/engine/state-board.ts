/**
 * The occurrences of a run as they are read from outside: two live maps in the order of the plan, and
 * how many steps still keep the run going.
 */
import type { StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { type BuildContext, buildAll, buildOnly, isPassedOnce } from './occurrence-state.ts';
import { noStates, type StepNode } from './plan-graph.ts';
import { awaitsRedo } from './approval/awaits-redo.ts';
import type { OccurrenceState } from './run-state.ts';
import { isUndoOpen } from './undo-state.ts';

export interface StateBoard {
  readonly current: ReadonlyMap<StepId, OccurrenceState>;
  /** Iterations of a step lowest first. */
  readonly occurrences: ReadonlyMap<OccurrenceKey, OccurrenceState>;
  /** Builds the states of the first `count` of these steps again. Answers which look different now, gone ones too. */
  readonly publish: (
    altered: readonly StepNode[],
    count: number,
    context: BuildContext,
  ) => readonly OccurrenceKey[];
  /** Counts again what is over: an end may have come or gone. */
  readonly recount: (context: BuildContext) => void;
  /** Nothing is left to do or to decide about any step; never true of a plan without steps. */
  readonly isFinished: () => boolean;
}

const noStatesByKey: ReadonlyMap<OccurrenceKey, OccurrenceState> = new Map();

/**
 * `nodes` in definition order; the first time all of them have to be published, in that order. `known`: states of
 * the plan before this one; what says the same stays the same object.
 */
export function createStateBoard(
  nodes: readonly StepNode[],
  known: ReadonlyMap<OccurrenceKey, OccurrenceState>,
): StateBoard {
  /** Only needed once. */
  let earlier = known;
  const current = new Map<StepId, OccurrenceState>();
  const occurrences = new Map<OccurrenceKey, OccurrenceState>();
  let openSteps = nodes.length;
  /** The first `changes` of them count. */
  const changed: OccurrenceKey[] = [];
  let changes = 0;
  /** Some key is new, and stands at the end of `occurrences` instead of in its place. */
  let isOutOfOrder = false;

  function publish(
    altered: readonly StepNode[],
    count: number,
    context: BuildContext,
  ): readonly OccurrenceKey[] {
    const isFirst = occurrences.size === 0;
    changes = 0;
    isOutOfOrder = false;
    for (let index = 0; index < count; index++) {
      const node = altered[index] as StepNode;
      if (isPassedOnce(node) && node.states === noStates) publishOnly(node, context);
      else publishAll(node, context);
    }
    if (isOutOfOrder && !isFirst) putInOrder();
    if (isFirst) earlier = noStatesByKey;
    return changed.slice(0, changes);
  }

  function settled(state: OccurrenceState): OccurrenceState {
    const before = earlier.size === 0 ? undefined : earlier.get(state.key);
    return before !== undefined && isSame(before, state) ? before : state;
  }

  function publishOnly(node: StepNode, context: BuildContext): void {
    const state = settled(buildOnly(node, context));
    if (state === node.current) return;
    if (node.current === null) isOutOfOrder = true;
    occurrences.set(state.key, state);
    changed[changes++] = state.key;
    setCurrent(node, state);
    countNode(node, context);
  }

  function publishAll(node: StepNode, context: BuildContext): void {
    const before = statesOf(node);
    const states = buildAll(node, before, context).map(settled);
    for (const state of states) {
      if (before.includes(state)) continue;
      if (!before.some(({ key }) => key === state.key)) isOutOfOrder = true;
      occurrences.set(state.key, state);
      changed[changes++] = state.key;
    }
    dropGone(before, states);
    node.states = states.length === 1 ? noStates : states;
    const now = states.find(({ occurrence }) => occurrence.iteration === node.iteration);
    if (now !== undefined && now !== node.current) setCurrent(node, now);
    countNode(node, context);
  }

  /** A pass that only a reopening had opened is gone when that reopening is disputed. */
  function dropGone(before: readonly OccurrenceState[], states: readonly OccurrenceState[]): void {
    for (const { key } of before) {
      if (states.some((state) => state.key === key)) continue;
      occurrences.delete(key);
      changed[changes++] = key;
    }
  }

  function setCurrent(node: StepNode, now: OccurrenceState): void {
    node.current = now;
    current.set(node.id, now);
  }

  function countNode(node: StepNode, context: BuildContext): void {
    const isOver = statesOf(node).every((state) =>
      state === node.current
        ? isOverState(state, context) && (context.end !== null || !awaitsRedo(node.step, state))
        : !isUndoOpen(state.undo),
    );
    if (isOver !== node.isOver) openSteps += isOver ? -1 : 1;
    node.isOver = isOver;
  }

  function putInOrder(): void {
    occurrences.clear();
    for (const node of nodes) for (const state of statesOf(node)) occurrences.set(state.key, state);
  }

  return {
    current,
    occurrences,
    publish,
    recount: (context) => {
      for (const node of nodes) countNode(node, context);
    },
    isFinished: () => openSteps === 0 && nodes.length > 0,
  };
}

function statesOf({ states, current }: StepNode): readonly OccurrenceState[] {
  return states === noStates && current !== null ? [current] : states;
}

/** An explicit end closes what it saw open; only an undo and a conflict that it had not seen go beyond it [Q1]. */
function isOverState(state: OccurrenceState, { end, saw }: BuildContext): boolean {
  const isSettled =
    end === null ? state.conflict.length === 0 : state.conflict.every(({ event }) => saw(end.id, event));
  switch (state.status) {
    case 'completed':
      return isSettled && (state.validity !== 'recheck' || end !== null) && !isUndoOpen(state.undo);
    case 'failed':
      return end !== null;
    case 'held':
      return end !== null && isSettled;
    case 'skipped':
    case 'withdrawn':
    case 'terminated':
      return true;
    case 'created':
    case 'ready':
    case 'inProgress':
    case 'waiting':
    case 'suspended':
      return false;
  }
}
