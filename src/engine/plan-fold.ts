/**
 * Folds the steps of one started run. Flow of a change: own events, joins and facts settle where each
 * step stands → what completed steps rest on settles whether they still hold → states are built.
 *
 * Invariants: an event costs what it affects. Steps are taken in topological order, each once an event,
 * except where a join withdraws the branch before it, and where facts are read before they are written.
 * `current`, `occurrences` and `facts` are changed in place; what they hold is never changed.
 */
import { mayEndRun } from '../model/ends-run.ts';
import { isOpaque, type RunEvent } from '../model/event.ts';
import type { EventId, FactId, StepId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { getIteration, iterationsOf, setIteration } from './by-iteration.ts';
import type { Causality } from './causality.ts';
import { makeDateFrame } from './date-frame.ts';
import { closedAtOf, indexDatedByStep, usesWorkingTime } from './dated-by-step.ts';
import { findFinisher } from './find-finisher.ts';
import { resolveDateRule, resolveStartRule } from './dates.ts';
import { isOpen } from './is-open.ts';
import { createFactBoard, type FactBoard } from './fact-board.ts';
import { emptyPass, foldPass, type PassFold } from './fold-pass.ts';
import { createMarkedList, markItem, unmarkAll } from './marked-list.ts';
import { type GatheredEdge, moveGatheredEdge, moveWithin } from './items/gathered-edges.ts';
import { moveEdge } from './join-tally.ts';
import type { LogStore, StepLogs } from './log-store.ts';
import { cancelsRest, createPlanGraph, inRankOrder, type StepNode } from './plan-graph.ts';
import { findPresent, hasLapsed, isSameOutcome, restsOn } from './present-pass.ts';
import { createRankQueue } from './rank-queue.ts';
import { computeEdge } from './readiness.ts';
import type { RunFrame } from './run-frame.ts';
import { judgeApproval, type JudgingContext } from './approval/judge-approval.ts';
import { createWhoBoard } from './who-board.ts';
import type { FactState, OccurrenceState } from './run-state.ts';
import type { BuildContext } from './occurrence-state.ts';
import { computeEnd } from './run-ending.ts';
import { createStateBoard } from './state-board.ts';
import { computeFiring, computeStanding, isSameStanding, type StandingContext } from './step-standing.ts';
import { createOverlapBoard, type OverlapBoard } from './together/overlap-board.ts';
import { settleValidity, syncUnsoundEdge, type ValidityContext } from './validity.ts';

export interface PlanFold {
  readonly current: ReadonlyMap<StepId, OccurrenceState>;
  readonly occurrences: ReadonlyMap<OccurrenceKey, OccurrenceState>;
  readonly facts: ReadonlyMap<FactId, FactState>;
  /** Events of this pass came. */
  readonly touchPass: (step: StepId, iteration: number, logs: StepLogs) => void;
  /** The fact was set. */
  readonly touchFact: (fact: FactId) => void;
  /** Events about the run itself came; it has to be the same start. */
  readonly setFrame: (frame: RunFrame) => void;
  /** Folds what was touched. Answers which occurrences look different now, gone ones too. */
  readonly settle: () => readonly OccurrenceKey[];
  /** The event that ended the run: the last without which a step would still be open; null while one is. */
  readonly finishedBy: () => RunEvent | null;
  readonly isFinished: () => boolean;
  readonly overlaps: OverlapBoard['read'];
  /** The explicit end that holds [Q1]. */
  readonly end: () => RunEvent | null;
}

export interface PlanFoldInput {
  readonly frame: RunFrame;
  readonly store: LogStore;
  readonly causality: Causality;
  /** Of the plan before this one, if there was one. */
  readonly known: ReadonlyMap<OccurrenceKey, OccurrenceState>;
  /** Called for every step that is looked at. */
  readonly visited: () => void;
}

const none: readonly never[] = [];
/** A bit each in `queues`; that of `settleValidity` is 2. */
const openBit = 1;
const unsureBit = 4;
const alteredBit = 8;

type Changing<Context> = { -readonly [Field in keyof Context]: Context[Field] };

export function createPlanFold(input: PlanFoldInput): PlanFold {
  const { frame: firstFrame, store, causality, visited } = input;
  const { saw, compare } = causality;
  let frame = firstFrame;
  const { nodes, nodeOf } = createPlanGraph(frame.steps);
  const datedByStep = indexDatedByStep(frame.steps);
  const board: FactBoard = createFactBoard({
    definitions: frame.facts,
    steps: frame.steps,
    started: frame.started,
    setsByFact: store.setsByFact,
    saw,
    nodeOf,
  });
  const states = createStateBoard(nodes, input.known);
  const open = createRankQueue<StepNode>(openBit);
  const unsure = createMarkedList<StepNode>();
  /** Nodes whose states are to be built again. */
  const altered = createMarkedList<StepNode>();
  const who = createWhoBoard(nodes, nodeOf, firstFrame);
  const overlaps = createOverlapBoard(frame, nodeOf, causality);
  const enders = nodes.filter(({ step }) => mayEndRun(step));
  const context: Changing<BuildContext & StandingContext & JudgingContext> = {
    frame,
    facts: board.facts,
    compare,
    saw,
    who,
    end: computeEnd(enders, frame, causality),
  };
  const validity: ValidityContext = {
    isCancelled: () => frame.cancelled !== null,
    facts: board.facts,
    readersOf: board.readersOf,
    nodeOfWriter: board.nodeOfWriter,
    hasRings: board.hasRings,
    settled: (node) => {
      visited();
      const before = node.current;
      const isOther =
        before === null
          ? node.validity !== 'fresh' || node.staleReads.length > 0
          : before.validity !== node.validity || !isSame(before.staleReads, node.staleReads);
      if (isOther) markItem(altered, node, alteredBit);
    },
  };
  let finisher: RunEvent | null | undefined;
  /** Since the states were built last. */
  let isEndAnother = false;

  for (const node of nodes) {
    node.logs = store.logs.get(node.id) ?? null;
    if (node.logs !== null) node.stalePasses = [...iterationsOf(node.logs)];
    who.assign(node);
    resolveDates(node);
    // A list without items says what it says before any edge moves.
    for (const gathered of node.gathered) {
      gathered.closing = eventOf(gathered.gather.closedBy);
      settleGathering(node, gathered);
    }
  }

  function eventOf(id: EventId | null): RunEvent | null {
    const event = id === null ? undefined : causality.find(id);
    return event === undefined || isOpaque(event) ? null : event;
  }

  function alter(node: StepNode): void {
    markItem(altered, node, alteredBit);
    open.push(node);
  }

  /** Somebody else has the step, or did one that it asks after. */
  function noteDoer(node: StepNode): void {
    if (usesWorkingTime(node.step)) resolveDates(node);
    alter(node);
  }

  /** True when a date of the step is another now. */
  function resolveDates(node: StepNode): boolean {
    const { due, start, undo } = node.step;
    if (due === undefined && start === undefined && undo?.cancelBy === undefined && node.due.dueAt === null)
      return false;
    const dates = makeDateFrame(frame, board.facts, node.assigned, completedAt);
    const [dueBefore, startBefore, cancelByBefore] = [node.due, node.startRuleAt, node.cancelBy];
    node.due = resolveDateRule(due, dates);
    node.startRuleAt = resolveStartRule(start, dates);
    node.cancelBy = resolveDateRule(undo?.cancelBy, dates);
    return (
      !isSame(dueBefore, node.due) ||
      startBefore !== node.startRuleAt ||
      !isSame(cancelByBefore, node.cancelBy)
    );
  }

  /** Dates that count from when a step was done. */
  function settleDatesFrom(step: StepId): void {
    for (const id of datedByStep.get(step) ?? none) {
      const node = nodeOf(id);
      if (node !== undefined && resolveDates(node)) alter(node);
    }
  }

  function completedAt(step: StepId): number | null {
    return closedAtOf(nodeOf(step)?.standing);
  }

  function touchFact(fact: FactId): void {
    for (const id of board.refold(fact)) {
      for (const node of board.readersOf(id)) {
        open.push(node);
        markItem(unsure, node, unsureBit);
      }
      for (const node of board.datedBy(id)) {
        if (resolveDates(node)) alter(node);
        // Its start may hang on rivals of the fact, too.
        else open.push(node);
      }
    }
  }

  function setFrame(next: RunFrame): void {
    const before = frame;
    frame = next;
    context.frame = next;
    who.setFrame(next);
    const castChanged =
      before.contexts.length !== next.contexts.length || before.conductors.length !== next.conductors.length;
    const zoneChanged = before.context?.zone !== next.context?.zone;
    const isCancelledAnew = before.cancellations.length !== next.cancellations.length;
    const lifeChanged = isCancelledAnew || (before.pause === null) !== (next.pause === null);
    const planChanged = before.steps !== next.steps;
    settleEnd();
    const calendarChanged =
      castChanged || before.context !== next.context || !isSame(before.pauses, next.pauses);
    if (!castChanged && !zoneChanged && !lifeChanged && !planChanged && !calendarChanged) return;
    nodes.forEach((node, index) => {
      const dueBefore = node.step.due;
      node.step = next.steps[index] ?? node.step;
      if (castChanged && (who.assign(node) || node.step.kind === 'approval')) {
        alter(node);
        who.noteDoing(node, noteDoer);
      }
      const followsCalendar = calendarChanged && usesWorkingTime(node.step);
      if (followsCalendar && node.lagged.length > 0) alter(node);
      if ((zoneChanged || followsCalendar || !isSame(dueBefore, node.step.due)) && resolveDates(node))
        alter(node);
      // What has a verdict keeps it, whatever becomes of the run.
      if (lifeChanged && node.pass.verdict.status === 'open') alter(node);
      if (node.step.undo !== undefined && (isCancelledAnew || castChanged)) doubtUndo(node);
    });
  }

  function doubtFallback(node: StepNode): void {
    open.push(node);
    markItem(unsure, node, unsureBit);
  }

  /** What proposes the undo of what was done, or whom it is proposed to, is another now. */
  function doubtUndo(node: StepNode): void {
    markItem(altered, node, alteredBit);
    markItem(unsure, node, unsureBit);
  }

  /** What had no verdict is withdrawn by an end, and back where it was when the end is taken back. */
  function settleEnd(): void {
    const end = computeEnd(enders, frame, causality);
    if (end === context.end) return;
    context.end = end;
    finisher = undefined;
    isEndAnother = true;
    for (const node of nodes) if (node.pass.verdict.status === 'open') alter(node);
  }

  /** All in topological order, so that none has to wait in the queue for those before it. */
  function visitAll(): void {
    for (const node of nodes) node.queues |= openBit;
    for (const node of inRankOrder(nodes)) {
      node.queues &= ~openBit;
      visit(node);
    }
  }

  function visit(node: StepNode): void {
    visited();
    overlaps.doubt(node);
    const { standing: before, pass: passBefore, iteration: iterationBefore } = node;
    if (node.stalePasses !== null) refoldPasses(node, node.stalePasses);
    if (node.step.kind === 'approval' && judgeApproval(node, context)) noteOtherPass(node, passBefore);
    const standing = computeStanding(node, context);
    const isOther = !isSameStanding(before, standing);
    if (isOther) {
      finisher = undefined;
      node.standing = standing;
      settleDatesFrom(node.id);
      markItem(altered, node, alteredBit);
      markItem(unsure, node, unsureBit);
    }
    if (isOther) node.fallbacks.forEach(doubtFallback);
    if (isOther || node.pass !== passBefore) for (const watcher of node.watchers) open.push(watcher);
    if (cancelsRest(node.step)) settleFiring(node);
    // A note on a step that ten thousand others wait for is none of their business.
    const leadsElsewhere = node.iteration !== iterationBefore || !isSameOutcome(node.pass, passBefore);
    if (isOther || leadsElsewhere) settleEdges(node);
    who.noteDoing(node, noteDoer);
  }

  function refoldPasses(node: StepNode, stale: readonly number[]): void {
    for (const iteration of stale) {
      const log = node.logs === null ? undefined : getIteration(node.logs, iteration);
      if (log !== undefined)
        setIteration(node.passes, iteration, foldPass(log, saw, compare, node.step.kind));
    }
    node.stalePasses = null;
    const highest = findPresent(node);
    node.iteration = highest;
    const pass = getIteration(node.passes, highest) ?? emptyPass;
    const before = node.pass;
    node.pass = pass;
    if (node.step.undo !== undefined) finisher = undefined;
    node.reopening = highest === 1 ? null : (getIteration(node.passes, highest - 1)?.said.reopenedBy ?? null);
    noteOtherPass(node, before);
  }

  function noteOtherPass(node: StepNode, before: PassFold): void {
    const { pass } = node;
    if (restsOn(before) !== restsOn(pass) || before.verdict.settledBy !== pass.verdict.settledBy)
      finisher = undefined;
    if (enders.includes(node)) settleEnd();
    markItem(altered, node, alteredBit);
    markItem(unsure, node, unsureBit);
  }

  function settleFiring(node: StepNode): void {
    const { fired, firedBy } = computeFiring(node, compare);
    if (fired === node.fired && firedBy === node.firedBy) return;
    node.fired = fired;
    node.firedBy = firedBy;
    for (const inside of node.branch) open.push(inside);
  }

  function settleEdges(node: StepNode): void {
    const { standing, pass } = node;
    const { outcome, conflict } = pass.verdict;
    const { status, withdrawnBecause } = standing;
    const source = { status, withdrawnBecause, outcome, conflict };
    node.openAgain = (node.iteration > 1 || hasLapsed(pass)) && isOpen(standing);
    for (const edge of node.outOf) {
      const status = computeEdge(edge.dependency, source);
      const by = status === 'unknown' ? null : standing.closedBy;
      if (status !== edge.status || by !== edge.by) {
        if (edge.gathered === null) moveEdge(edge.to.tally, edge, status, by, compare);
        else {
          moveWithin(edge.gathered, edge, edge.dependency, status, by, compare);
          settleGathering(edge.to, edge.gathered);
        }
        open.push(edge.to);
      }
      if (syncUnsoundEdge(edge)) markItem(unsure, edge.to, unsureBit);
    }
  }

  function settleGathering({ tally }: StepNode, gathered: GatheredEdge): void {
    for (const inside of moveGatheredEdge(tally, gathered, compare)) open.push(inside);
  }

  function settle(): readonly OccurrenceKey[] {
    const isFirst = states.occurrences.size === 0;
    if (isFirst) visitAll();
    for (let node = open.pop(); node !== undefined; node = open.pop()) visit(node);
    settleValidity(unsure, validity);
    unmarkAll(unsure, unsureBit);
    const changed = isFirst
      ? states.publish(nodes, nodes.length, context)
      : states.publish(altered.items, altered.count, context);
    unmarkAll(altered, alteredBit);
    if (isEndAnother) states.recount(context);
    isEndAnother = false;
    return changed;
  }

  /** A list that may still grow keeps a run going; one that was closed empty leaves nothing to do. */
  function isFinished(): boolean {
    const { items } = frame;
    if (items.length === 0 || context.end !== null) return states.isFinished();
    return items.every(({ isOpen }) => !isOpen) && (nodes.length === 0 || states.isFinished());
  }

  return {
    current: states.current,
    occurrences: states.occurrences,
    facts: board.facts,
    touchPass: (step, iteration, logs) => {
      const node = nodeOf(step);
      if (node === undefined) return;
      node.logs = logs;
      if (node.stalePasses === null) node.stalePasses = [iteration];
      else if (!node.stalePasses.includes(iteration)) node.stalePasses.push(iteration);
      open.push(node);
    },
    touchFact,
    setFrame,
    settle,
    isFinished,
    overlaps: overlaps.read,
    end: () => context.end,
    finishedBy: () => {
      if (!isFinished()) return null;
      const closings = frame.items.flatMap(({ closedBy }) => eventOf(closedBy) ?? []);
      const first = context.end ?? frame.started;
      finisher ??= findFinisher(nodes, first, closings, store.history.at(-1), compare);
      return finisher;
    },
  };
}
