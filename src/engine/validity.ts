/**
 * Whether completed steps still hold [F1] [F2] [J8]: `recheck` when a fact they read is another,
 * `provisional` when they rest on a step of which that is true, or which is being done again; and when they said
 * a fact for now that the step for which they stand in may still say [F7].
 *
 * What is unsure goes from step to step along hard edges that are live, and from whoever wrote a fact
 * last to those who read it. The latter may lead backwards, even in a ring (a step reads what a later
 * one writes), so the answer is the least one: nothing is unsure only because it makes itself so.
 */
import type { FactId } from '../model/ids.ts';
import { isCompensated } from './compensation.ts';
import { saysForNow } from './facts/says-for-now.ts';
import { computeStaleReads, readsOfStep } from './facts/stale-reads.ts';
import type { MarkedList } from './marked-list.ts';
import type { PlanEdge, StepNode } from './plan-graph.ts';
import { createRankQueue } from './rank-queue.ts';
import type { FactState, OccurrenceState, StaleRead } from './run-state.ts';

export interface ValidityContext {
  readonly facts: ReadonlyMap<FactId, FactState>;
  readonly nodeOfWriter: (fact: FactId) => StepNode | null;
  readonly readersOf: (fact: FactId) => readonly StepNode[];
  /** True while some fact was last written by a step that stands after one of its readers. */
  readonly hasRings: () => boolean;
  readonly settled: (node: StepNode) => void;
  /** What was undone then makes nothing unsure: nothing goes on that could rest on it. */
  readonly isCancelled: () => boolean;
}

const nothingStale: readonly StaleRead[] = [];

/** `dirty`: steps whose standing, edges or facts changed. Calls `settled` for each step looked at. */
export function settleValidity(dirty: MarkedList<StepNode>, context: ValidityContext): void {
  const first = findUnsure(dirty);
  if (first.length === 0) return;
  const queue = createRankQueue<StepNode>(2);
  for (const node of first) queue.push(node);
  if (context.hasRings()) for (const node of doubt(first, context)) queue.push(node);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    for (const after of settleOne(node, context)) queue.push(after);
    context.settled(node);
  }
}

const none: readonly never[] = [];

function findUnsure(dirty: MarkedList<StepNode>): readonly StepNode[] {
  let found: StepNode[] | null = null;
  for (let index = 0; index < dirty.count; index++) {
    const node = dirty.items[index] as StepNode;
    if (mayBeUnsure(node)) (found ??= []).push(node);
  }
  return found ?? none;
}

/** False for what holds beyond doubt: nothing that it could rest on, and nothing to take back. */
function mayBeUnsure(node: StepNode): boolean {
  const { step } = node;
  return (
    node.unsound ||
    node.openAgain ||
    node.pass.compensation !== null ||
    node.unsoundEdges > 0 ||
    node.validity !== 'fresh' ||
    node.fallbackFor !== null ||
    step.reads !== undefined ||
    step.onlyIf !== undefined
  );
}

/** Answers the steps that have to be looked at next. */
function settleOne(node: StepNode, context: ValidityContext): readonly StepNode[] {
  node.staleReads = findStaleReads(node, context);
  node.validity = computeValidity(node, context);
  const isUnsound = node.openAgain || node.validity !== 'fresh' || isUndone(node, context);
  return setUnsound(node, isUnsound, context);
}

/** What rests on it rests on nothing any more [U4]. */
function isUndone(node: StepNode, { isCancelled }: ValidityContext): boolean {
  return isGone(node) && node.standing.status === 'completed' && !isCancelled();
}

/** Events about undoing a step that cannot be undone say nothing. */
function isGone({ step, pass }: StepNode): boolean {
  return step.undo !== undefined && isCompensated(pass.compensation);
}

function findStaleReads(node: StepNode, { facts }: ValidityContext): readonly StaleRead[] {
  const { step, standing, pass } = node;
  // What was undone needs no check: there is nothing left that could be wrong.
  const isThere = standing.status === 'completed' && !isGone(node);
  const reads = isThere ? (pass.footing?.reads ?? null) : null;
  if (reads === null) return nothingStale;
  const stale = computeStaleReads(step, reads, facts);
  return stale.length === 0 ? nothingStale : stale;
}

function computeValidity(node: StepNode, context: ValidityContext): OccurrenceState['validity'] {
  if (node.standing.status !== 'completed') return 'fresh';
  if (node.staleReads.length > 0) return 'recheck';
  const isUnsure = node.unsoundEdges > 0 || isForNow(node) || readsUnsoundFact(node, context);
  return isUnsure ? 'provisional' : 'fresh';
}

/** Of what was undone nothing is left that could be for now. */
function isForNow(node: StepNode): boolean {
  const { step, standing, fallbackFor: main } = node;
  if (main === null || standing.status !== 'completed' || isGone(node)) return false;
  return saysForNow(step, main.step, main.standing);
}

function readsUnsoundFact(node: StepNode, { nodeOfWriter }: ValidityContext): boolean {
  if (node.step.reads === undefined && node.step.onlyIf === undefined) return false;
  return readsOfStep(node.step).some(({ fact }) => {
    const writer = nodeOfWriter(fact);
    return writer !== null && writer !== node && writer.unsound;
  });
}

function setUnsound(node: StepNode, unsound: boolean, context: ValidityContext): readonly StepNode[] {
  if (node.unsound === unsound) return [];
  node.unsound = unsound;
  const after: StepNode[] = [];
  for (const edge of node.outOf) if (syncUnsoundEdge(edge)) after.push(edge.to);
  for (const fact of node.wrote ?? []) after.push(...context.readersOf(fact));
  return after;
}

/** True when that changed what the step behind it rests on. */
export function syncUnsoundEdge(edge: PlanEdge): boolean {
  const unsound = edge.from.unsound && (edge.status === 'live' || edge.from.openAgain);
  if (unsound === edge.unsound) return false;
  edge.unsound = unsound;
  edge.to.unsoundEdges += unsound ? 1 : -1;
  return true;
}

/**
 * Takes back everything that may be unsure only because of `first`, so that what is then found is the
 * least answer also where the unsure goes round in a ring.
 */
function doubt(first: readonly StepNode[], context: ValidityContext): readonly StepNode[] {
  const doubted: StepNode[] = [];
  const isUnsureByItself = (node: StepNode): boolean =>
    node.openAgain || isForNow(node) || findStaleReads(node, context).length > 0;
  const stack = [...first];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!node.unsound || isUnsureByItself(node)) continue;
    doubted.push(node);
    // It stays unsure for those behind it, and may have been provisional itself.
    if (isUndone(node, context)) continue;
    stack.push(...setUnsound(node, false, context));
  }
  return doubted;
}
