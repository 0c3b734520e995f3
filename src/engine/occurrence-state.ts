/** Puts together what the rest of the program reads about one occurrence. */
import type { RunEvent } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import { occurrenceKey } from '../model/occurrence.ts';
import { occurrenceAt } from '../model/place.ts';
import { getIteration, iterationsOf } from './by-iteration.ts';
import type { Saw } from './event-heads.ts';
import { eventsToPeople } from './events-to-people.ts';
import { emptyPass, type PassFold } from './fold-pass.ts';
import { computeLostMoves, computeTakenUnseen } from './ownership.ts';
import type { StepNode } from './plan-graph.ts';
import type { RunFrame } from './run-frame.ts';
import type { OccurrenceState, OfferedResult } from './run-state.ts';
import { type Standing, untouched } from './step-standing.ts';
import type { WhoBoard } from './who-board.ts';
import { computeUndoState, type UndoCause, type UndoState } from './undo-state.ts';

export interface BuildContext {
  readonly frame: RunFrame;
  readonly saw: Saw;
  readonly who: WhoBoard;
  /** The explicit end of the run that holds. */
  readonly end: RunEvent | null;
}

/** Nearly all steps are. */
export function isPassedOnce({ iteration, passes }: StepNode): boolean {
  return iteration === 1 && passes.others === null;
}

/**
 * Every iteration that is open, was, or is talked about; lowest first. `known`: those so far, of which the
 * ones that did not change stay the same objects.
 */
export function buildAll(
  node: StepNode,
  known: readonly OccurrenceState[],
  context: BuildContext,
): readonly OccurrenceState[] {
  let taker: PersonId | null = null;
  return numbersOf(node).map((iteration) => {
    const pass =
      iteration === node.iteration ? node.pass : (getIteration(node.passes, iteration) ?? emptyPass);
    // A redo stays with whoever held the step, until somebody takes it over or gives it back.
    if (pass.ownership.taker !== undefined) taker = pass.ownership.taker;
    const before = known.find(({ occurrence }) => occurrence.iteration === iteration) ?? null;
    const state = buildState(node, iteration, pass, taker, before, context);
    return before !== null && isSameState(before, state) ? before : state;
  });
}

/** As `buildAll`, of a step that is passed through once. */
export function buildOnly(node: StepNode, context: BuildContext): OccurrenceState {
  const { pass } = node;
  const taker = pass.ownership.taker ?? null;
  const before = node.current;
  const state = buildState(node, 1, pass, taker, before, context);
  return before !== null && isSameState(before, state) ? before : state;
}

function numbersOf({ iteration, passes }: StepNode): readonly number[] {
  return [...new Set([1, iteration, ...iterationsOf(passes)])].sort((a, b) => a - b);
}

/** `before`: the state of this iteration so far. */
function buildState(
  node: StepNode,
  iteration: number,
  pass: PassFold,
  taker: PersonId | null,
  before: OccurrenceState | null,
  { frame, saw, who }: BuildContext,
): OccurrenceState {
  const { verdict, talk } = pass;
  const isCurrent = iteration === node.iteration;
  const standing = isCurrent ? node.standing : standPast(pass);
  const { freed } = standing;
  const occurrence = before?.occurrence ?? occurrenceAt(node.id, iteration);
  const holder = taker ?? node.assigned;
  const closing = verdict.effective[0] ?? (standing.status === 'terminated' ? frame.cancelled : null);
  const closedBy =
    verdict.effective.length > 0 || closing === null ? pass.closedBy : eventsToPeople([closing]);
  const earlier = iteration === 1 ? emptyPass : (getIteration(node.passes, iteration - 1) ?? emptyPass);
  return {
    key: before?.key ?? occurrenceKey(occurrence),
    occurrence,
    status: standing.status,
    holder,
    taken: taker !== null,
    lostMoves: computeLostMoves(pass.ownership, holder),
    blocked: standing.blocked,
    missingFacts: standing.missingFacts,
    disputedFacts: standing.disputedFacts,
    startsAt: standing.startsAt,
    pause: standing.status === 'suspended' ? pass.pause : null,
    waitingOn: verdict.status === 'open' ? pass.waitingOn : null,
    replies: talk.replies,
    ahead: standing.ahead,
    withdrawnBecause: standing.withdrawnBecause,
    dormant: standing.dormant,
    surplus: standing.surplus,
    offered: findOffer(earlier, standing),
    outcome: verdict.outcome,
    validity: isCurrent ? node.validity : 'fresh',
    staleReads: isCurrent ? node.staleReads : none,
    readyAt: freed?.at ?? null,
    freedBy: freed?.id ?? null,
    startedAt: pass.startedAt,
    closedAt: closing?.at ?? null,
    closedBy,
    reason: reasonOf(closing ?? earlier.verdict.reopenedBy),
    attempts: verdict.attempts,
    notes: talk.notes,
    ticked: talk.ticked,
    nudges: talk.nudges,
    conflict: verdict.conflict,
    takenUnseen:
      verdict.status === 'completed'
        ? computeTakenUnseen(pass.ownership, verdict.effective, closedBy, saw)
        : null,
    approval: pass.approval,
    overruled: verdict.overruled,
    undo: findUndo(node, iteration, pass, holder, { standing, frame, saw, who }),
    dueAt: node.due.dueAt,
    dueHasTime: node.due.dueHasTime,
  };
}

const none: readonly never[] = [];

/**
 * Of the last pass that was completed: a redo takes the place of what it redoes. Of earlier ones only what
 * people said of undoing them.
 */
function findUndo(
  node: StepNode,
  iteration: number,
  pass: PassFold,
  stepHolder: PersonId | null,
  { standing, frame, saw, who }: Omit<BuildContext, 'end'> & { readonly standing: Standing },
): UndoState | null {
  const definition = node.step.undo;
  if (definition === undefined || standing.status !== 'completed') return null;
  const isCurrent = iteration === node.iteration;
  const isRedone = !isCurrent && isCompletedAfter(node, iteration);
  const cause = isRedone ? null : findCause(node, isCurrent, standing, frame);
  if (isRedone && pass.compensation === null) return null;
  const named = who.personOf(definition.assignee);
  return computeUndoState({ named, pass, cause, cancelBy: node.cancelBy, stepHolder, frame, saw });
}

function isCompletedAfter({ passes }: StepNode, iteration: number): boolean {
  return iterationsOf(passes).some(
    (later) => later > iteration && getIteration(passes, later)?.verdict.status === 'completed',
  );
}

function findCause(
  { step, validity }: StepNode,
  isCurrent: boolean,
  { surplus }: Standing,
  { cancelled }: BuildContext['frame'],
): Exclude<UndoCause, 'asked'> | null {
  if (cancelled !== null) return 'runCancelled';
  if (!isCurrent) return null;
  if (surplus) return 'surplus';
  return step.irreversible === true && validity === 'recheck' ? 'factChanged' : null;
}

/** What is over shows what it was; what is not open yet is only talked about. */
function standPast({ verdict }: PassFold): Standing {
  return { ...untouched, status: verdict.status === 'open' ? 'created' : verdict.status };
}

/** Until the pass is over itself: a failed or held one may still take it up. */
function findOffer(before: PassFold, { status }: Standing): OfferedResult | null {
  const offer = before.verdict.unseenByReopening;
  const isOver =
    status === 'completed' || status === 'skipped' || status === 'terminated' || status === 'withdrawn';
  if (offer === null || isOver) return null;
  const { id, actor, at, data } = offer;
  return { event: id, actor, at, outcome: data.outcome ?? null, note: data.note ?? null };
}

function reasonOf(event: RunEvent | null): string | null {
  switch (event?.type) {
    case 'step.failed/1':
    case 'step.skipped/1':
    case 'step.cancelled/1':
    case 'step.reopened/1':
    case 'run.cancelled/1':
      return event.data.reason ?? null;
    default:
      return null;
  }
}

/** Both have the same fields, so that it is enough to go through one; most are the very same. */
function isSameState(a: OccurrenceState, b: OccurrenceState): boolean {
  for (const field of fields) if (a[field] !== b[field] && !isSame(a[field], b[field])) return false;
  return true;
}

const fields = [
  ...(['status', 'holder', 'taken', 'lostMoves', 'blocked', 'missingFacts', 'disputedFacts'] as const),
  ...([
    'startsAt',
    'pause',
    'waitingOn',
    'replies',
    'ahead',
    'withdrawnBecause',
    'dormant',
    'surplus',
    'offered',
  ] as const),
  ...(['outcome', 'validity', 'staleReads', 'readyAt', 'freedBy', 'startedAt', 'closedAt'] as const),
  ...(['closedBy', 'reason', 'attempts', 'notes', 'ticked', 'conflict', 'takenUnseen'] as const),
  ...(['approval', 'overruled', 'undo', 'dueAt', 'dueHasTime', 'nudges'] as const),
] satisfies readonly (keyof OccurrenceState)[];
