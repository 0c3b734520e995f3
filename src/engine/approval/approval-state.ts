/** What an approval has come to: plain data, a part of its occurrence. */
import type { EventId, PersonId } from '../../model/ids.ts';
import type { StaleRead } from '../run-state.ts';

export interface VoterState {
  readonly person: PersonId;
  /** Null: none given, or taken back. */
  readonly vote: 'approve' | 'reject' | null;
  readonly event: EventId | null;
  readonly at: number | null;
  readonly note: string | null;
  /** Who gave it in the voter's name; null when they did themselves. */
  readonly spokenBy: PersonId | null;
  /** What it judged is another now [O4]: it counts no more, and the voter is asked again. */
  readonly void: boolean;
  readonly stale: readonly StaleRead[];
  /** They did what the plan says that voters must not have done [O5]. */
  readonly barred: boolean;
  /** They have no vote any more; what they said while they had one holds, until they take it back [O6]. */
  readonly left: boolean;
}

export interface ApprovalState {
  /** In the order of the plan; then whoever voted while they still had a vote. */
  readonly voters: readonly VoterState[];
  readonly needed: number;
  readonly veto: boolean;
  /** Voters who are not barred. Fewer than `needed`: it can never be approved as things are. */
  readonly eligible: number;
  /** Votes that count. */
  readonly approvals: number;
  readonly rejections: number;
  /** It was decided, had not what it judged changed since. */
  readonly lapsed: boolean;
}

/** Those on whom it still hangs. */
export function findOpenVoters({ voters }: ApprovalState): readonly PersonId[] {
  return voters.filter(isOpenVoter).map(({ person }) => person);
}

function isOpenVoter({ vote, void: isVoid, barred, left }: VoterState): boolean {
  return !barred && !left && (vote === null || isVoid);
}

/** Whether it would be rejected with so many rejections. */
export function isRejectedBy(
  { needed, veto, eligible }: Pick<ApprovalState, 'needed' | 'veto' | 'eligible'>,
  rejections: number,
): boolean {
  return rejections > 0 && (veto || eligible - rejections < needed);
}
