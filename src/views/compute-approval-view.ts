/** What people said of an approval, and what comes next. */
import { awaitsRedo } from '../engine/approval/awaits-redo.ts';
import type { VoterState } from '../engine/approval/approval-state.ts';
import { findDone } from '../engine/decide/refuse-doers.ts';
import { findJudges, findSection, refuseRedo } from '../engine/decide/redo.ts';
import { isMember } from '../model/access.ts';
import type { ApprovalView, VoterView } from './approval-view.ts';
import type { RunReading, StepReading } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeStaleFacts } from './stale-facts.ts';
import { computeVoting, isCurrentPass } from './step-actions.ts';

/** `inTheWay`: what is before it, as for everything that may be done with the step. */
export function computeApprovalView(
  space: Pick<SpaceSnapshot, 'access' | 'joined'>,
  run: RunReading,
  reading: StepReading,
  inTheWay: readonly StepReading[],
): ApprovalView | null {
  const { approval } = reading.occurrence;
  if (approval === null) return null;
  const { needed, veto, approvals, rejections, eligible } = approval;
  const awaits = isCurrentPass(run, reading) && awaitsRedo(reading.step, reading.occurrence);
  return {
    voters: approval.voters.flatMap((voter) =>
      toVoter(run, voter, mayRecord(space, run, reading, voter) ? { reading, inTheWay } : null),
    ),
    needed,
    veto,
    approvals,
    rejections,
    tooFew: eligible < needed,
    awaitsRedo: awaits,
    redo: awaits ? findRedo(run, reading) : null,
  };
}

/**
 * Whoever has no device says it to a member, who writes it down for them [E4]. Nobody does who had a part in what is
 * judged: the engine would refuse it [O5]. Who has a device says it there.
 */
function mayRecord(
  { access, joined }: Pick<SpaceSnapshot, 'access' | 'joined'>,
  run: RunReading,
  { step }: StepReading,
  { person }: VoterState,
): boolean {
  const { me } = run.people;
  if (me === null || me === person || !isMember(access)) return false;
  const voter = run.people.find(person);
  if (voter === null || voter.outside || joined.has(person)) return false;
  return findDone(run.state, step.notBy, [me]) === null;
}

function toVoter(
  run: RunReading,
  voter: VoterState,
  recorded: { readonly reading: StepReading; readonly inTheWay: readonly StepReading[] } | null,
): readonly VoterView[] {
  const { people, state } = run;
  const may = recorded === null ? null : computeVoting(run, recorded.reading, voter, recorded.inTheWay);
  const person = people.find(voter.person);
  if (person === null) return [];
  const { vote, at, note, barred } = voter;
  const spokenBy = people.find(voter.spokenBy);
  return [
    {
      person,
      vote,
      at,
      note,
      barred,
      spokenBy,
      void: voter.void,
      speakFor:
        may === null || !(may.vote || may.withdrawVote)
          ? null
          : { vote: may.vote, withdraw: may.withdrawVote },
      stale: computeStaleFacts(state, { staleReads: voter.stale }),
    },
  ];
}

function findRedo({ state }: RunReading, { step }: StepReading): ApprovalView['redo'] {
  const id = step.outcomes?.find((outcome) => outcome.id === 'rejected')?.redo?.section;
  const section = id === undefined ? null : findSection(state, id);
  if (section === null) return null;
  const isOver = findJudges(state, section.id).some(
    ({ step: judge, redo }) => refuseRedo(state, judge.id, redo) !== null,
  );
  return isOver ? null : { section: section.id, name: section.name };
}
