/**
 * Who holds a step. Ownership is a hand-over, not a permission: people act for each other [E4].
 * Rivals: two claims, the earlier holds; two hand-overs, the later holds; a hand-over beats a claim, and
 * both beat giving it back (ENGINE §7). Earlier and later are the total order's, never a clock's.
 */
import type { PersonId } from '../model/ids.ts';
import { computeEventHeads, type Saw } from './event-heads.ts';
import type { Move } from './occurrence-log.ts';
import type { LostMove } from './run-state.ts';
import type { Closing } from './verdict-events.ts';

export interface Ownership {
  /**
   * Who took it or was handed it; `null` when it was given back, so that the plan's assignee has it;
   * undefined when nobody moved it, so that it stays with whoever had the iteration before.
   */
  readonly taker: PersonId | null | undefined;
  readonly effective: Move | null;
  readonly heads: readonly Move[];
}

const untouched: Ownership = { taker: undefined, effective: null, heads: [] };

/** `moves`: all of one occurrence, in total order. */
export function computeOwnership(moves: readonly Move[], saw: Saw): Ownership {
  if (moves.length === 0) return untouched;
  const heads = computeEventHeads(moves, saw);
  const effective =
    heads.findLast(({ type }) => type === 'step.reassigned/1') ??
    heads.find(({ type }) => type === 'step.claimed/1') ??
    null;
  return { taker: effective === null ? null : personOf(effective), effective, heads };
}

/** Claims and hand-overs among the heads that would have given it to somebody else. */
export function computeLostMoves({ heads }: Ownership, holder: PersonId | null): readonly LostMove[] {
  if (heads.length < 2) return none;
  return heads.filter((move) => move.type !== 'step.released/1' && personOf(move) !== holder).map(toLostMove);
}

/** The move that holds, when others than its person completed the step and neither had heard of the other. */
export function computeTakenUnseen(
  { effective, taker }: Ownership,
  completions: readonly Closing[],
  closedBy: readonly PersonId[],
  saw: Saw,
): LostMove | null {
  if (effective === null || !taker || closedBy.includes(taker)) return null;
  const unseen = completions.every(({ id }) => !saw(id, effective.id) && !saw(effective.id, id));
  return unseen ? toLostMove(effective) : null;
}

const none: readonly LostMove[] = [];

function personOf(move: Move): PersonId {
  return move.type === 'step.reassigned/1' ? move.data.to : (move.onBehalfOf ?? move.actor);
}

function toLostMove(move: Move): LostMove {
  return { event: move.id, person: personOf(move), at: move.at };
}
