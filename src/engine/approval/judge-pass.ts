/**
 * What became of one pass of an approval: the merge table over what people said of it besides voting
 * (skipped, failed, cancelled, reopened), and over the decision that their votes make.
 *
 * The decision stands in the table as a completion: that of the vote which decided, in total order. An
 * event saw it only if it saw every vote that makes it, so a skip by somebody who knew half of the votes is a
 * rival and not an answer. Nothing else completes an approval [X4].
 */
import type { RunEvent, RunEventOf } from '../../model/event.ts';
import type { PersonId } from '../../model/ids.ts';
import type { Saw } from '../event-heads.ts';
import { eventsToPeople } from '../events-to-people.ts';
import { computeFooting, type PassFold } from '../fold-pass.ts';
import type { OccurrenceLog } from '../occurrence-log.ts';
import { insertInOrder } from '../total-order.ts';
import { type Verdict, withoutCompletions } from '../verdict-events.ts';
import { computeVerdict, type VerdictSummary } from '../verdicts.ts';
import { type Decision, tallyVotes, type VoteRules } from './tally-votes.ts';

type Completion = RunEventOf<'step.completed/2'>;

/** `pass`: what its events say without the votes. */
export function judgePass(
  pass: PassFold,
  log: OccurrenceLog | null,
  rules: VoteRules,
  compare: (a: Pick<RunEvent, 'id'>, b: Pick<RunEvent, 'id'>) => number,
): PassFold {
  const { state, decision } = tallyVotes(log?.votes ?? [], rules);
  const { saw } = rules;
  const stand = (verdict: VerdictSummary): PassFold => ({
    ...pass,
    verdict: withoutOffer(verdict),
    approval: state,
    // Votes whose facts change are void: only what was given before the run began may have to be checked.
    footing: log === null ? null : computeFooting(log, verdict, saw, compare),
    closedBy: eventsToPeople(verdict.effective),
  });
  if (decision === null) return stand(pass.said);
  const closing = toCompletion(decision);
  const verdicts: Verdict[] = [...withoutCompletions(log?.verdicts ?? [])];
  insertInOrder(verdicts, closing, compare);
  const verdict = computeVerdict(verdicts, sawDecision(decision, closing, saw));
  const settled = stand(verdict);
  if (!verdict.effective.includes(closing)) return settled;
  return { ...settled, footing: { by: closing, reads: null }, closedBy: decidedBy(decision) };
}

/** The next pass has votes of its own, and takes over none. */
function withoutOffer(verdict: VerdictSummary): VerdictSummary {
  return verdict.unseenByReopening === null ? verdict : { ...verdict, unseenByReopening: null };
}

function toCompletion({ outcome, made }: Decision): Completion {
  const { data, ...vote } = made.at(-1) ?? made[0];
  const { note, reads } = data;
  return {
    ...vote,
    type: 'step.completed/2',
    data: { outcome, reads, ...(note === undefined ? {} : { note }) },
  };
}

function decidedBy({ agreeing }: Decision): readonly PersonId[] {
  return [...new Set(agreeing.flatMap((vote) => eventsToPeople([vote])))];
}

function sawDecision({ made }: Decision, { id }: Completion, saw: Saw): Saw {
  return (later, earlier) =>
    earlier === id ? made.every((vote) => saw(later, vote.id)) : saw(later, earlier);
}
