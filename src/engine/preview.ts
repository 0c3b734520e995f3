/**
 * What would follow at once if a step were closed in some way: said beside every way out, before any
 * is taken. Nothing is folded for it: the edges are walked from the step on, as far as they change.
 *
 * Invariants: as the fold would have it, were the command given alone and with no facts; facts that the
 * command brings may make more of it. A pause of a step whose turn went away again is not seen: what is
 * kept of such a step does not tell of it.
 */
import { endsRunWith } from '../model/ends-run.ts';
import type { StepId } from '../model/ids.ts';
import type { Dependency } from '../model/workflow.ts';
import { findOutcome } from './decide/complete-step.ts';
import { planIndexOf } from './decide/plan-index.ts';
import { findRedone, findSection, refuseRedo } from './decide/redo.ts';
import { evaluateCondition } from './facts/evaluate-condition.ts';
import { computeGatherEdge, countJoinedEdges } from './items/gathered-edges.ts';
import { computeFactNeeds, noFactNeeds } from './facts/fact-needs.ts';
import { cancelsRest, type StepNode } from './plan-graph.ts';
import { isOpen } from './is-open.ts';
import { createRankQueue } from './rank-queue.ts';
import { computeEdge, computeJoin, type EdgeCounts, isClosed, isHard, neededEdges } from './readiness.ts';
import type { EdgeStatus, OccurrenceState, OccurrenceStatus, RunState } from './run-state.ts';

export type Closing =
  | { readonly kind: 'complete'; readonly outcome?: string }
  | { readonly kind: 'skip' }
  | { readonly kind: 'cancel' }
  /** Of a failed step: it is open again. */
  | { readonly kind: 'retry' };

/** Each in topological order. */
export interface ClosingPreview {
  /** Their turn comes; also of the step itself, when it may be tried again. */
  readonly ready: readonly StepId[];
  /** No longer needed, however far away. */
  readonly withdrawn: readonly StepId[];
  /** Directly after the step, and kept by something else all the same. */
  readonly stillWaiting: readonly StepId[];
  /** Sent back by the outcome. */
  readonly redone: readonly StepId[];
}

const nothing: ClosingPreview = { ready: [], withdrawn: [], stillWaiting: [], redone: [] };

/** Nothing for a step that is not there, an outcome that it does not have, or a section that had its passes. */
export function previewClosing(state: RunState, step: StepId, how: Closing): ClosingPreview {
  const { graph, inOrder } = planIndexOf(state.steps);
  const node = graph().nodeOf(step);
  const redone = findSentBack(state, step, how);
  if (node === undefined || redone === null || !state.current.has(step)) return nothing;
  if (how.kind === 'complete' && endsRunWith(node.step, how.outcome ?? null))
    return { ...nothing, withdrawn: inOrder(findUndecided(state, step)) };
  const after = propagate(state, node, how, redone);
  const changedTo = (wanted: OccurrenceStatus): readonly StepId[] =>
    [...after].flatMap(([{ id }, { status }]) =>
      status === wanted && state.current.get(id)?.status !== wanted ? [id] : [],
    );
  const waiting = node.outOf.filter(
    ({ to }) => (after.get(to) ?? state.current.get(to.id))?.status === 'created',
  );
  return {
    ready: inOrder(changedTo('ready')),
    withdrawn: inOrder(changedTo('withdrawn')),
    stillWaiting: inOrder(waiting.map(({ to }) => to.id).filter((id) => !redone.includes(id))),
    redone,
  };
}

/** What an end of the run withdraws [Q1]. */
function findUndecided(state: RunState, but: StepId): readonly StepId[] {
  const decided: readonly OccurrenceStatus[] = ['failed', 'held', 'withdrawn'];
  return [...state.current].flatMap(([id, { status }]) =>
    id === but || isClosed(status) || decided.includes(status) ? [] : [id],
  );
}

/** Null when it could not be closed so. */
function findSentBack(state: RunState, step: StepId, how: Closing): readonly StepId[] | null {
  if (how.kind !== 'complete') return [];
  const definition = planIndexOf(state.steps).stepOf(step);
  if (definition === undefined) return null;
  const outcome = how.outcome === undefined ? null : findOutcome(definition, how.outcome);
  if (outcome?.ok === false) return null;
  const redo = outcome?.value?.redo;
  if (redo === undefined) return [];
  const section = findSection(state, redo.section);
  if (section === null || refuseRedo(state, step, redo) !== null) return null;
  return findRedone(state, section, [step], new Set([step]), step);
}

type Standing = Pick<OccurrenceState, 'status' | 'outcome' | 'conflict' | 'withdrawnBecause'>;

const nothingSaid = { outcome: null, conflict: [], withdrawnBecause: null } as const;

/** Where every step stands whose standing is another then. */
function propagate(
  state: RunState,
  closed: StepNode,
  how: Closing,
  redone: readonly StepId[],
): ReadonlyMap<StepNode, Standing> {
  const after = new Map<StepNode, Standing>();
  const openAgain = new Set<StepId>(how.kind === 'retry' ? [closed.id] : redone);
  const verdict = openAgain.has(closed.id) ? null : closingToStanding(how);
  const queue = createRankQueue<StepNode>();
  const fired = new Map<StepNode, boolean>();

  const standingOf = (node: StepNode): Standing | undefined => after.get(node) ?? state.current.get(node.id);
  const hasBegun = ({ id }: StepNode): boolean =>
    !openAgain.has(id) && (state.current.get(id)?.startedAt ?? null) !== null;

  function countEdges({ step, into, gathered }: StepNode): EdgeCounts {
    if (gathered.length > 0) return countJoinedEdges(step, edgeAt);
    const missing = step.after.filter(isHard).length - into.length;
    const counts: Record<EdgeStatus, number> = { unknown: missing, live: 0, dead: 0, failed: 0, barred: 0 };
    for (const { from, dependency } of into) {
      const source = standingOf(from);
      counts[source === undefined ? 'unknown' : computeEdge(dependency, source)] += 1;
    }
    return counts;
  }

  function edgeAt(dependency: Dependency): EdgeStatus {
    const from = planIndexOf(state.steps).graph().nodeOf(dependency.from);
    const source = from === undefined ? undefined : standingOf(from);
    return source === undefined ? 'unknown' : computeEdge(dependency, source);
  }

  function hasFired(node: StepNode): boolean {
    const { join } = node.step;
    const enough =
      (join?.kind === 'any' || join?.kind === 'count') && countEdges(node).live >= neededEdges(join);
    return enough || hasBegun(node) || isClosed(standingOf(node)?.status ?? 'created');
  }

  function settle(node: StepNode, current: OccurrenceState): Standing {
    if (node === closed && verdict !== null) return verdict;
    if (!openAgain.has(node.id) && (isClosed(current.status) || current.status === 'held')) return current;
    return { ...nothingSaid, status: settleOpen(node, current) };
  }

  function settleOpen(node: StepNode, current: OccurrenceState): OccurrenceStatus {
    const join = computeJoin(node.step.join, countEdges(node));
    const isAsleep = node.fallbackFor !== null && (openAgain.has(node.id) || current.dormant);
    const { onlyIf } = node.step;
    if (join === 'dead' || node.branchOf.some((join) => fired.get(join) ?? hasFired(join)))
      return 'withdrawn';
    if (hasEnoughItems(node) || isOverFor(node) || isOutchosen(node)) return 'withdrawn';
    if (isAsleep && isOver(node.fallbackFor === null ? undefined : standingOf(node.fallbackFor)))
      return 'withdrawn';
    if (join === 'ready' && onlyIf !== undefined && evaluateCondition(onlyIf, state.facts) === 'fails')
      return 'withdrawn';
    if (isAsleep) return 'created';
    if (hasBegun(node)) return heldBy(current) ?? 'inProgress';
    const { step } = node;
    if (join !== 'ready' || computeFactNeeds(step, state.facts) !== noFactNeeds) return 'created';
    return (
      (openAgain.has(node.id) ? null : heldBy(current)) ??
      (state.status === 'suspended' ? 'suspended' : 'ready')
    );
  }

  /** Enough items of a list are done that lets the others go then [J6]. */
  function hasEnoughItems({ restOf }: StepNode): boolean {
    return restOf.some(
      ({ to, index }) => to !== null && computeGatherEdge(to.step, index, edgeAt) === 'live',
    );
  }

  function isOverFor({ until }: StepNode): boolean {
    return until !== null && standingOf(until)?.status === 'completed';
  }

  function isChosen(node: StepNode): boolean {
    const status = standingOf(node)?.status ?? 'created';
    const isWaiting = !openAgain.has(node.id) && (state.current.get(node.id)?.waitingOn ?? null) !== null;
    return (
      status === 'completed' || status === 'failed' || (isOpen({ status }) && (hasBegun(node) || isWaiting))
    );
  }

  function isOutchosen(node: StepNode): boolean {
    return node.rivals.length > 0 && !isChosen(node) && node.rivals.some(isChosen);
  }

  function push(node: StepNode): void {
    // Until it is its turn, a join stands as it stood before anything that leads to it changed.
    if (cancelsRest(node.step) && !fired.has(node)) fired.set(node, hasFired(node));
    queue.push(node);
  }

  push(closed);
  for (const id of redone) {
    const node = planIndexOf(state.steps).graph().nodeOf(id);
    if (node !== undefined) push(node);
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const current = state.current.get(node.id);
    if (current === undefined) continue;
    const before = standingOf(node);
    const now = settle(node, current);
    for (const { to, gathered } of node.outOf) {
      if (isSameStanding(before, now)) continue;
      push(to);
      gathered?.branch.forEach(push);
    }
    for (const fallback of node.fallbacks) if (!isSameStanding(before, now)) push(fallback);
    for (const watcher of node.watchers) if (!isSameStanding(before, now)) push(watcher);
    if (!isSameStanding(before, now)) after.set(node, now);
    if (!cancelsRest(node.step)) continue;
    const fires = hasFired(node);
    if (fires !== fired.get(node)) node.branch.forEach(push);
    fired.set(node, fires);
  }
  return after;
}

function isOver(standing: Standing | undefined): boolean {
  return standing !== undefined && !isOpen(standing);
}

/** Kept by a pause, or by somebody outside. */
function heldBy({ status, waitingOn }: OccurrenceState): OccurrenceStatus | null {
  if (status === 'suspended') return 'suspended';
  return waitingOn === null ? null : 'waiting';
}

function isSameStanding(a: Standing | undefined, b: Standing): boolean {
  if (a?.status !== b.status || a.outcome !== b.outcome) return false;
  // Sides only go: a verdict given now has seen them all.
  return a.conflict.length === b.conflict.length;
}

function closingToStanding(how: Closing): Standing | null {
  switch (how.kind) {
    case 'complete':
      return { ...nothingSaid, status: 'completed', outcome: how.outcome ?? null };
    case 'skip':
      return { ...nothingSaid, status: 'skipped' };
    case 'cancel':
      return { ...nothingSaid, status: 'terminated' };
    case 'retry':
      return null;
  }
}
