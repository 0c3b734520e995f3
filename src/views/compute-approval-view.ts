/** What people said of an approval, and what comes next. */
import { awaitsRedo } from '../engine/approval/awaits-redo.ts';
import type { VoterState } from '../engine/approval/approval-state.ts';
import { findJudges, findSection, refuseRedo } from '../engine/decide/redo.ts';
import type { ApprovalView, VoterView } from './approval-view.ts';
import type { RunReading, StepReading } from './run-reading.ts';
import { computeStaleFacts } from './stale-facts.ts';
import { isCurrentPass } from './step-actions.ts';

export function computeApprovalView(run: RunReading, reading: StepReading): ApprovalView | null {
  const { approval } = reading.occurrence;
  if (approval === null) return null;
  const { needed, veto, approvals, rejections, eligible } = approval;
  const awaits = isCurrentPass(run, reading) && awaitsRedo(reading.step, reading.occurrence);
  return {
    voters: approval.voters.flatMap((voter) => toVoter(run, voter)),
    needed,
    veto,
    approvals,
    rejections,
    tooFew: eligible < needed,
    awaitsRedo: awaits,
    redo: awaits ? findRedo(run, reading) : null,
  };
}

function toVoter({ people, state }: RunReading, voter: VoterState): readonly VoterView[] {
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
