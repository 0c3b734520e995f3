/**
 * Which votes of one pass count, and what they come to [O1]–[O6].
 *
 * Invariants: a function of the set of votes and of what they are judged against, never of a clock; one
 * word a voter; approved only by `needed` different people who may vote.
 */
import type { RunEventOf } from '../../model/event.ts';
import type { PersonId } from '../../model/ids.ts';
import { computeEventHeads, type Saw } from '../event-heads.ts';
import type { StaleRead } from '../run-state.ts';
import { type ApprovalState, isRejectedBy, type VoterState } from './approval-state.ts';

export type Vote = RunEventOf<'approval.voted/1'>;

export interface VoteRules {
  readonly needed: number;
  readonly veto: boolean;
  /** In the order of the plan, each once. */
  readonly voters: readonly PersonId[];
  readonly barred: ReadonlySet<PersonId>;
  /** Of somebody who is no voter now: whether they were one as far as their vote had seen. */
  readonly wasVoter: (vote: Vote) => boolean;
  /** What of the facts that a vote judged is another now. */
  readonly findStale: (vote: Vote) => readonly StaleRead[];
  readonly saw: Saw;
}

export interface Decision {
  readonly outcome: 'approved' | 'rejected';
  /** The votes that make it, in total order; the last decided. */
  readonly made: readonly [Vote, ...Vote[]];
  /** Every vote that says so. */
  readonly agreeing: readonly Vote[];
}

export interface Tally {
  readonly state: ApprovalState;
  readonly decision: Decision | null;
}

/** What a voter says: of rival votes the strictest. */
interface Word {
  readonly vote: Vote;
  readonly stale: readonly StaleRead[];
}

/** `votes`: all of one pass, in total order. */
export function tallyVotes(votes: readonly Vote[], rules: VoteRules): Tally {
  const wordByVoter = new Map<PersonId, Word>();
  const byVoter = Map.groupBy(
    votes.filter((vote) => mayCount(vote, rules)),
    voterOf,
  );
  for (const [voter, given] of byVoter) {
    const heads = computeEventHeads(given, rules.saw);
    wordByVoter.set(voter, strictest(heads.map((vote) => ({ vote, stale: findStale(vote, rules) }))));
  }
  const people = [
    ...new Set([
      ...rules.voters,
      ...[...wordByVoter.keys()].filter((voter) => wordByVoter.get(voter)?.vote.data.vote !== 'withdraw'),
    ]),
  ];
  const eligible = people.filter((person) => !rules.barred.has(person)).length;
  const counted = { needed: rules.needed, veto: rules.veto, eligible };
  // Words come as their voters first spoke: sides are put in the order of the log.
  const said = votes.filter((vote) => wordByVoter.get(voterOf(vote))?.vote === vote);
  const fresh = said.filter((vote) => wordByVoter.get(voterOf(vote))?.stale.length === 0);
  const decision = decide(fresh, counted);
  return {
    state: {
      ...counted,
      voters: people.map((person) => toVoter(person, wordByVoter.get(person), rules)),
      approvals: fresh.filter(({ data }) => data.vote === 'approve').length,
      rejections: fresh.filter(({ data }) => data.vote === 'reject').length,
      lapsed: decision === null && fresh.length < said.length && decide(said, counted) !== null,
    },
    decision,
  };
}

/** Whoever is spoken for [E4]. */
function voterOf({ actor, onBehalfOf }: Vote): PersonId {
  return onBehalfOf ?? actor;
}

/** Whoever must not judge must not do so in somebody else's name either. */
function mayCount(vote: Vote, { voters, barred, wasVoter }: VoteRules): boolean {
  const voter = voterOf(vote);
  if (barred.has(voter) || barred.has(vote.actor)) return false;
  return voters.includes(voter) || vote.data.vote === 'withdraw' || wasVoter(vote);
}

function findStale(vote: Vote, rules: VoteRules): readonly StaleRead[] {
  return vote.data.vote === 'withdraw' ? [] : rules.findStale(vote);
}

const strictness = { reject: 0, withdraw: 1, approve: 2 } as const;

/** What judged the facts as they are comes before what did not. Words are in total order; of equals the first. */
function strictest(words: readonly Word[]): Word {
  const rank = ({ vote, stale }: Word): number => strictness[vote.data.vote] + (stale.length > 0 ? 3 : 0);
  return words.reduce((best, word) => (rank(word) < rank(best) ? word : best));
}

function decide(
  votes: readonly Vote[],
  counted: Pick<ApprovalState, 'needed' | 'veto' | 'eligible'>,
): Decision | null {
  const approvals = votes.filter(({ data }) => data.vote === 'approve');
  const rejections = votes.filter(({ data }) => data.vote === 'reject');
  const enough = rejections.findIndex((_, index) => isRejectedBy(counted, index + 1));
  if (enough >= 0) return toDecision('rejected', rejections, enough + 1);
  if (approvals.length >= counted.needed) return toDecision('approved', approvals, counted.needed);
  return null;
}

function toDecision(
  outcome: Decision['outcome'],
  agreeing: readonly Vote[],
  enough: number,
): Decision | null {
  const [first, ...rest] = agreeing.slice(0, enough);
  return first === undefined ? null : { outcome, made: [first, ...rest], agreeing };
}

function toVoter(person: PersonId, word: Word | undefined, { barred, voters }: VoteRules): VoterState {
  const given = word?.vote.data.vote;
  const said = given === undefined || given === 'withdraw' ? null : given;
  const vote = said === null ? null : (word?.vote ?? null);
  return {
    person,
    vote: said,
    event: vote?.id ?? null,
    at: vote?.at ?? null,
    note: vote?.data.note ?? null,
    spokenBy: vote?.onBehalfOf === undefined ? null : vote.actor,
    void: (word?.stale.length ?? 0) > 0,
    stale: word?.stale ?? [],
    barred: barred.has(person),
    left: !voters.includes(person),
  };
}
