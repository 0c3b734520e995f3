/**
 * Voting on an approval, and who may not: the one kind of refusal that depends on who asks, because the
 * plan says who votes and who must not have done what is judged [O1] [O5].
 */
import type { Command } from '../../model/command.ts';
import type { PersonId } from '../../model/ids.ts';
import { placeOf } from '../../model/place.ts';
import { err, ok } from '../../model/result.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import { type ApprovalState, isRejectedBy, type VoterState } from '../approval/approval-state.ts';
import { evaluateCondition } from '../facts/evaluate-condition.ts';
import { computeReads } from '../facts/stale-reads.ts';
import type { OccurrenceState, RunState } from '../run-state.ts';
import { findOutcome } from './complete-step.ts';
import type { Decision, Draft } from './draft.ts';
import { refuseForFacts } from './fact-holds.ts';
import { definitionOf, refusePaused, refuseSettled, requireMoving } from './guards.ts';
import { draftRedo } from './redo.ts';
import { refuseDoers } from './refuse-doers.ts';
import { findStepsInTheWay, refuseInTheWay } from './steps-in-the-way.ts';

type VoteCommand = Extract<Command, { kind: 'vote' }>;

/** `voter`: who speaks, or is spoken for; `actor`: who speaks. */
export function decideVote(
  command: VoteCommand,
  state: RunState,
  voter: PersonId,
  actor: PersonId,
): Decision {
  const found = requireMoving(state, command.occurrence);
  if (!found.ok) return found;
  const current = found.value;
  const { occurrence, approval, status } = current;
  const step = placeOf(occurrence);
  if (approval === null) return err({ type: 'notAnApproval', step });
  const definition = definitionOf(state, current);
  const barred = refuseDoers(state, definition, [voter, actor]);
  if (barred !== null) return barred;
  const own = approval.voters.find(({ person }) => person === voter);
  if (own === undefined || (own.left && command.vote !== 'withdraw'))
    return err({ type: 'notAVoter', step, voters: votersOf(approval) });
  const { vote, note } = command;
  const said = note === undefined ? {} : { note };
  if (vote === 'withdraw') {
    // What somebody approved by mistake they take back, also where it decided.
    const over = status === 'completed' ? null : refuseSettled(current);
    if (over !== null || own.vote === null) return over ?? ok([]);
    return ok([{ type: 'approval.voted/1', data: { vote, ...said, reads: {} }, occurrence }]);
  }
  const refusal =
    refuseSettled(current) ??
    refusePaused(current) ??
    refuseInTheWay(state, current, findStepsInTheWay(state, step, state.facts)) ??
    refuseUnwanted(current, definition, state) ??
    refuseForFacts(state, definition, state.facts);
  if (refusal !== null) return refusal;
  if (own.vote === vote && !own.void && (note === undefined || note === own.note)) return ok([]);
  const reads = computeReads(definition, state.facts);
  const cast: Draft = { type: 'approval.voted/1', data: { vote, ...said, reads }, occurrence };
  return ok([cast, ...draftSendingBack(command, current, own, state)]);
}

function votersOf({ voters }: ApprovalState): readonly PersonId[] {
  return voters.filter(({ left }) => !left).map(({ person }) => person);
}

function refuseUnwanted(
  { status, occurrence }: OccurrenceState,
  { onlyIf }: StepDefinition,
  { facts }: RunState,
): Decision | null {
  if (status !== 'created' || onlyIf === undefined || evaluateCondition(onlyIf, facts) !== 'fails')
    return null;
  return err({ type: 'stepWithdrawn', step: placeOf(occurrence) });
}

/**
 * The redo that a deciding rejection brings. Nobody is kept from saying no because a section had its
 * passes: then somebody has to say what now [O7].
 */
function draftSendingBack(
  command: VoteCommand,
  current: OccurrenceState,
  own: VoterState,
  state: RunState,
): readonly Draft[] {
  if (!sendsBack(command, current, own)) return [];
  const step = placeOf(current.occurrence);
  const outcome = findOutcome(definitionOf(state, current), 'rejected');
  const redo = outcome.ok ? draftRedo(state, step, outcome.value, new Set([step]), command.note) : outcome;
  return redo.ok ? redo.value : [];
}

/** `own`: the vote of the same voter so far. */
export function sendsBack(
  { vote }: VoteCommand,
  { approval }: OccurrenceState,
  own: VoterState | undefined,
): boolean {
  if (approval === null || vote !== 'reject') return false;
  const already = own?.vote === 'reject' && !own.void ? 1 : 0;
  return isRejectedBy(approval, approval.rejections - already + 1);
}
