/**
 * Where the present occurrence of a step stands: its own verdict, its join, the facts it needs, and
 * what the run and the joins after it say (ENGINE §2, §4, F5, F6).
 */
import type { RunEvent } from '../model/event.ts';
import type { FactId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import { evaluateCondition } from './facts/evaluate-condition.ts';
import { computeFactNeeds, noFactNeeds } from './facts/fact-needs.ts';
import { isOpen } from './is-open.ts';
import { type Compare, firingOf, latestOf } from './join-tally.ts';
import type { Firing, StepNode } from './plan-graph.ts';
import { lagEnd } from './lag-end.ts';
import { computeJoin, isClosed, type JoinStatus } from './readiness.ts';
import type { RunFrame } from './run-frame.ts';
import type { FactState, OccurrenceState, OccurrenceStatus, WithdrawnBecause } from './run-state.ts';
import { chosenInstead, timeEndedBy } from './together/chosen.ts';
import type { VerdictStatus } from './verdicts.ts';

export interface Standing
  extends Pick<
    OccurrenceState,
    | 'status'
    | 'blocked'
    | 'missingFacts'
    | 'disputedFacts'
    | 'startsAt'
    | 'ahead'
    | 'withdrawnBecause'
    | 'dormant'
    | 'surplus'
  > {
  /** What freed it; null while its join waits. */
  readonly freed: RunEvent | null;
  /** What the edges out of it rest on: its verdict, or what withdrew it; null while they are unknown. */
  readonly closedBy: RunEvent | null;
}

const noFacts: readonly FactId[] = [];

export const untouched: Standing = {
  status: 'created',
  blocked: false,
  missingFacts: noFacts,
  disputedFacts: noFacts,
  startsAt: null,
  ahead: false,
  withdrawnBecause: null,
  dormant: false,
  surplus: false,
  freed: null,
  closedBy: null,
};

/** Every standing has the same fields in the same order: engines read such objects fastest. */
function stand({
  status,
  blocked = false,
  missingFacts = noFacts,
  disputedFacts = noFacts,
  startsAt = null,
  ahead = false,
  withdrawnBecause = null,
  dormant = false,
  surplus = false,
  freed = null,
  closedBy = null,
}: Partial<Standing> & Pick<Standing, 'status'>): Standing {
  return {
    status,
    blocked,
    missingFacts,
    disputedFacts,
    startsAt,
    ahead,
    withdrawnBecause,
    dormant,
    surplus,
    freed,
    closedBy,
  };
}

export interface StandingContext {
  readonly frame: RunFrame;
  readonly facts: ReadonlyMap<FactId, FactState>;
  readonly compare: Compare;
  /** The explicit end of the run that holds. */
  readonly end: RunEvent | null;
}

export function computeStanding(node: StepNode, context: StandingContext): Standing {
  const join = computeJoin(node.step.join, node.tally);
  const { verdict } = node.pass;
  if (verdict.status !== 'open') return standClosed(node, verdict.status, join, context);
  if (context.frame.cancelled !== null)
    return stand({
      status: 'terminated',
      closedBy: context.frame.cancelled,
      freed: freeing(node, join, context),
    });
  const withdrawn = findWithdrawal(node, join, context);
  if (withdrawn !== null) {
    return stand({
      status: 'withdrawn',
      withdrawnBecause: withdrawn,
      dormant: isDormant(node),
      closedBy: withdrawing(node, withdrawn, context),
    });
  }
  return isDormant(node) ? asleep : standOpen(node, join, context);
}

/** What was started before goes on, whatever its join and its facts say now [J8] [F6]. */
function standOpen(node: StepNode, join: JoinStatus, context: StandingContext): Standing {
  const { pass } = node;
  const began = pass.startedAt !== null;
  if (join === 'waiting' && !began && node.startRuleAt === null && node.lagged.length === 0) return untouched;
  const needs = join === 'ready' && !began ? computeFactNeeds(node.step, context.facts) : noFactNeeds;
  const free = join === 'ready' && needs === noFactNeeds;
  const freed = free || began ? freeing(node, join, context) : null;
  return stand({
    status: openStatus(node, began, free, context),
    blocked: join === 'blocked',
    missingFacts: needs.missingFacts,
    disputedFacts: needs.disputedFacts,
    startsAt: computeStartsAt(node, context),
    ahead: began && join !== 'ready',
    freed,
  });
}

function openStatus(
  { pass }: StepNode,
  began: boolean,
  free: boolean,
  { frame }: StandingContext,
): OccurrenceStatus {
  if (!began && !free) return 'created';
  if (pass.pause !== null || frame.pause !== null) return 'suspended';
  if (pass.waitingOn !== null) return 'waiting';
  return began ? 'inProgress' : 'ready';
}

/** A verdict stands, also on a step that is withdrawn [J9]. */
function standClosed(
  node: StepNode,
  status: Exclude<VerdictStatus, 'open'>,
  join: JoinStatus,
  context: StandingContext,
): Standing {
  const { verdict } = node.pass;
  const closedBy = verdict.effective[0] ?? null;
  const isSurplus =
    status === 'completed' &&
    (context.frame.removed.has(node.id) ||
      join === 'dead' ||
      lacksCondition(node, join, context) ||
      cameTooLate(node, closedBy, context));
  return stand({
    status,
    surplus: isSurplus,
    startsAt: status === 'failed' ? computeStartsAt(node, context) : null,
    freed: freeing(node, join, context),
    closedBy,
  });
}

const asleep: Standing = stand({ status: 'created', dormant: true });

/** Nobody called upon it, and nobody simply began it. */
function isDormant({ fallbackFor, pass }: StepNode): boolean {
  if (fallbackFor === null) return false;
  return pass.calledBy === null && pass.startedAt === null;
}

function findWithdrawal(node: StepNode, join: JoinStatus, context: StandingContext): WithdrawnBecause | null {
  if (context.end !== null) return 'runFinished';
  if (context.frame.removed.has(node.id)) return 'removed';
  // The same for a whole branch, also where one of its steps makes the next one's path dead.
  if (firingOver(node) !== null) return 'restCancelled';
  if (join === 'dead') return 'deadPath';
  if (timeEndedBy(node) !== null) return 'tooLate';
  if (chosenInstead(node, context.compare) !== null) return 'otherChosen';
  // A failure keeps it at hand: that is what it is for.
  if (isDormant(node) && node.fallbackFor !== null && !isOpen(node.fallbackFor.standing))
    return 'unusedFallback';
  return lacksCondition(node, join, context) ? 'condition' : null;
}

function lacksCondition({ step }: StepNode, join: JoinStatus, { facts }: StandingContext): boolean {
  return join === 'ready' && step.onlyIf !== undefined && evaluateCondition(step.onlyIf, facts) === 'fails';
}

/** What had enough without it. */
function firingOver({ branchOf, restOf }: StepNode): Firing | null {
  if (branchOf.length + restOf.length === 0) return null;
  return branchOf.find(({ fired }) => fired) ?? restOf.find(({ fired }) => fired) ?? null;
}

/** Completed after a join that cancels the rest had had enough without it, or when its time was over. */
function cameTooLate(node: StepNode, closedBy: RunEvent | null, { compare }: StandingContext): boolean {
  const { branchOf, restOf, until } = node;
  if (closedBy === null || (branchOf.length + restOf.length === 0 && until === null)) return false;
  const isAfter = (event: RunEvent | null): boolean => event !== null && compare(closedBy, event) > 0;
  const hadEnough = ({ firedBy }: Firing): boolean => isAfter(firedBy);
  return branchOf.some(hadEnough) || restOf.some(hadEnough) || isAfter(timeEndedBy(node));
}

/** A start date, and the lags of the edges that are live [J4]. */
function computeStartsAt(
  { startRuleAt, lagged, assigned }: StepNode,
  { frame }: StandingContext,
): number | null {
  let latest = startRuleAt;
  for (const { dependency, status, by } of lagged) {
    if (dependency.lag === undefined || status !== 'live' || by === null) continue;
    latest = Math.max(latest ?? -Infinity, lagEnd(by.at, dependency, frame, assigned));
  }
  return latest;
}

/** The last of what had to happen: what its edges rest on, the start, its reopening, its retry. */
function freeing(node: StepNode, join: JoinStatus, { frame, compare }: StandingContext): RunEvent | null {
  if (join !== 'ready') return null;
  const { tally, joined: edges, reopening, pass } = node;
  const joined = tally.needed === null ? latestOf(tally, edges, compare) : firingOf(tally, edges, compare);
  let latest: RunEvent = frame.started;
  // What freed it before came after the start then, and still does.
  if (joined !== null && (joined === node.standing.freed || compare(joined, latest) > 0)) latest = joined;
  if (pass.calledBy !== null && compare(pass.calledBy, latest) > 0) latest = pass.calledBy;
  if (reopening !== null && compare(reopening, latest) > 0) latest = reopening;
  const { retries } = pass.verdict;
  const retry = retries[retries.length - 1];
  if (retry !== undefined && compare(retry, latest) > 0) latest = retry;
  return latest;
}

function withdrawing(node: StepNode, because: WithdrawnBecause, context: StandingContext): RunEvent {
  const { frame, compare, end } = context;
  if (because === 'runFinished') return end ?? frame.started;
  if (because === 'unusedFallback') return node.fallbackFor?.standing.closedBy ?? frame.started;
  if (because === 'restCancelled') return firingOver(node)?.firedBy ?? frame.started;
  if (because === 'tooLate') return timeEndedBy(node) ?? frame.started;
  if (because === 'otherChosen') return chosenInstead(node, compare) ?? frame.started;
  return latestOf(node.tally, node.joined, compare) ?? frame.started;
}

/** Whether a join that cancels the rest has fired, and by what: enough live edges, or its own doing. */
export function computeFiring(node: StepNode, compare: Compare): Pick<StepNode, 'fired' | 'firedBy'> {
  const { tally, joined, pass } = node;
  const firedBy = firingOf(tally, joined, compare);
  const enough = tally.needed !== null && tally.live >= tally.needed;
  const { status } = pass.verdict;
  const isUnderWay = pass.startedAt !== null || (status !== 'open' && isClosed(status));
  return { fired: enough || isUnderWay, firedBy };
}

export function isSameStanding(a: Standing, b: Standing): boolean {
  if (a === b) return true;
  return (
    a.status === b.status &&
    a.blocked === b.blocked &&
    a.startsAt === b.startsAt &&
    a.ahead === b.ahead &&
    a.withdrawnBecause === b.withdrawnBecause &&
    a.dormant === b.dormant &&
    a.surplus === b.surplus &&
    a.freed === b.freed &&
    a.closedBy === b.closedBy &&
    isSame(a.missingFacts, b.missingFacts) &&
    isSame(a.disputedFacts, b.disputedFacts)
  );
}
