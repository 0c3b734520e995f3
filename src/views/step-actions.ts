/**
 * What somebody may do with a step now, and which steps stand in its way.
 *
 * Invariants: nothing is offered that the engine would refuse. Only the current pass can be acted on; an
 * earlier one is history. A step behind others may be completed together with them [J4], unless that
 * takes more than a tap: one of them failed, is disputed or paused, ends one way or another, or rests on
 * a fact that is not there; and never where the plan enforces the order.
 */
import { findUnderWay } from '../engine/decide/refuse-together.ts';
import type { VoterState } from '../engine/approval/approval-state.ts';
import { findDone } from '../engine/decide/refuse-doers.ts';
import { refuseRedo } from '../engine/decide/redo.ts';
import { computeStepsInTheWay, findListsInTheWay } from '../engine/decide/steps-in-the-way.ts';
import { evaluateCondition } from '../engine/facts/evaluate-condition.ts';
import { computeFactNeeds, noFactNeeds } from '../engine/facts/fact-needs.ts';
import { isOpen } from '../engine/is-open.ts';
import { placeTogetherRules } from '../engine/together/together-rules.ts';
import type { OccurrenceState } from '../engine/run-state.ts';
import { computeWaits } from '../engine/waits.ts';
import { placeOf } from '../model/place.ts';
import { readingsOf, type RunReading, type StepReading } from './run-reading.ts';
import type { StepActions } from './step-view.ts';
import { hasConflict } from './tone.ts';

export const noActions: StepActions = {
  complete: false,
  stuck: false,
  skip: false,
  handOver: false,
  retry: false,
  reopen: false,
  take: false,
  recheck: false,
  amend: false,
  cancel: false,
  wait: false,
  reply: false,
  contact: false,
  pause: false,
  resume: false,
  vote: false,
  withdrawVote: false,
  callUpon: false,
  begin: false,
};

export function isCurrentPass(run: RunReading, { step, occurrence }: StepReading): boolean {
  return run.state.current.get(step.id)?.key === occurrence.key;
}

/** Those that a completion would have to include, in an order in which they can be done. */
export function findStepsInTheWay(run: RunReading, reading: StepReading): readonly StepReading[] {
  const { status } = reading.occurrence;
  if ((status !== 'created' && status !== 'failed') || !isCurrentPass(run, reading)) return [];
  return readingsOf(run, computeStepsInTheWay(run.state, reading.step.id));
}

export function computeStepActions(
  run: RunReading,
  reading: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  const actions = computeOwnActions(run, reading, inTheWay);
  const { approval } = reading.occurrence;
  if (approval !== null) return limitToVotes(actions, run, reading, inTheWay);
  const { me } = run.people;
  const barred = me !== null && findDone(run.state, reading.step.notBy, [me]) !== null;
  const own = barred ? { ...actions, complete: false, take: false } : actions;
  return limitToOwnTime(own, run, reading, inTheWay);
}

/** Nothing is begun, or done, beside what the plan keeps it apart from [T1] [T2]. */
function limitToOwnTime(
  actions: StepActions,
  { state }: RunReading,
  { step, occurrence }: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  const { sections } = state.plan;
  if (!sections.some(({ together }) => together !== undefined)) return actions;
  const closing = new Set([...inTheWay.map((each) => each.step.id), step.id]);
  if ([...closing].some((id) => findUnderWay(state, id, closing) !== null))
    return { ...actions, complete: false, wait: false, resume: false };
  const isRuled = placeTogetherRules(sections, state.items).some(({ parties }) =>
    parties.some((party) => party.includes(step.id)),
  );
  return { ...actions, begin: isRuled && actions.pause && occurrence.status === 'ready' };
}

/** Nobody completes an approval, or has it alone. */
function limitToVotes(
  actions: StepActions,
  run: RunReading,
  reading: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  const { me } = run.people;
  const mine = reading.occurrence.approval?.voters.find(({ person }) => person === me);
  return {
    ...actions,
    complete: false,
    handOver: false,
    take: false,
    wait: false,
    ...computeVoting(run, reading, mine, inTheWay),
  };
}

/** What may be done with this vote, whoever says it. */
export function computeVoting(
  run: RunReading,
  { step, occurrence }: StepReading,
  voter: VoterState | undefined,
  inTheWay: readonly StepReading[],
): Pick<StepActions, 'vote' | 'withdrawVote'> {
  const going = run.state.status === 'running' || run.state.status === 'finished';
  const mayVote = voter !== undefined && !voter.barred && !voter.left && going && !hasConflict(occurrence);
  const isDecided = occurrence.status === 'completed';
  const isOver = isDecided || ['skipped', 'terminated', 'withdrawn', 'suspended'].includes(occurrence.status);
  return {
    // What is missing before it, nobody can give with a vote, and no fact either.
    vote:
      mayVote &&
      !isOver &&
      occurrence.status !== 'created' &&
      inTheWay.length === 0 &&
      computeFactNeeds(step, run.state.facts) === noFactNeeds,
    withdrawVote:
      voter !== undefined &&
      voter.vote !== null &&
      going &&
      (isDecided || !isOver) &&
      isCurrentOccurrence(run, occurrence),
  };
}

function isCurrentOccurrence({ state }: RunReading, { key, occurrence }: OccurrenceState): boolean {
  return state.current.get(placeOf(occurrence))?.key === key;
}

function computeOwnActions(
  run: RunReading,
  reading: StepReading,
  inTheWay: readonly StepReading[],
): StepActions {
  const { occurrence, mine, step } = reading;
  const { status: runStatus } = run.state;
  if (!isCurrentPass(run, reading) || runStatus === 'cancelled' || runStatus === 'notStarted')
    return noActions;
  if (hasConflict(occurrence)) return noActions;
  const open: StepActions = {
    ...noActions,
    handOver: true,
    take: !mine && run.people.me !== null,
    cancel: true,
  };
  // What is over stays so while its run is suspended.
  if (runStatus === 'suspended') return isOpen(occurrence) ? open : noActions;
  const contact = step.contact !== undefined;
  const complete = canComplete(run, reading, inTheWay);
  switch (occurrence.status) {
    case 'created':
      return { ...open, complete, skip: true, callUpon: occurrence.dormant };
    case 'ready':
    case 'inProgress':
      return {
        ...open,
        complete,
        stuck: true,
        skip: true,
        pause: true,
        // Its very kind is to wait.
        wait: step.kind !== 'wait',
        reply: step.kind === 'wait' || step.kind === 'contact',
        contact,
      };
    case 'waiting':
      return { ...open, complete, stuck: true, skip: true, pause: true, reply: true, contact };
    case 'suspended':
      return { ...open, skip: true, resume: true };
    case 'failed':
      return { ...open, complete, retry: true, skip: true };
    case 'completed': {
      const irreversible = step.irreversible === true;
      const recheck = occurrence.validity === 'recheck';
      return { ...noActions, recheck, amend: irreversible, reopen: !irreversible };
    }
    case 'skipped':
    case 'terminated':
      return { ...noActions, reopen: true };
    case 'withdrawn':
    case 'held':
      return noActions;
  }
}

/** With whatever its form asks for; the facts it writes are given along. */
function canComplete(run: RunReading, { step, occurrence }: StepReading, inTheWay: readonly StepReading[]) {
  const { state } = run;
  const { outcomes = [], onlyIf, writes = [] } = step;
  if (computeWaits(state, step.id).enforcedFor.length > 0 && inTheWay.length > 0) return false;
  if (findListsInTheWay(state, step.id).length > 0) return false;
  if (!inTheWay.every((each) => canCompleteAlong(run, each))) return false;
  if (
    occurrence.status === 'created' &&
    onlyIf !== undefined &&
    evaluateCondition(onlyIf, state.facts) === 'fails'
  )
    return false;
  const { missingFacts, disputedFacts } = computeFactNeeds(step, state.facts);
  if (disputedFacts.length > 0 || !missingFacts.every((fact) => writes.includes(fact))) return false;
  return (
    outcomes.length === 0 ||
    outcomes.some(({ redo }) => redo === undefined || refuseRedo(state, step.id, redo) === null)
  );
}

function canCompleteAlong({ state, people }: RunReading, { step, occurrence }: StepReading): boolean {
  const { status } = occurrence;
  const mayNot = people.me !== null && findDone(state, step.notBy, [people.me]) !== null;
  return (
    !mayNot &&
    status !== 'failed' &&
    status !== 'suspended' &&
    !hasConflict(occurrence) &&
    (step.outcomes ?? []).length === 0 &&
    computeWaits(state, step.id).enforcedFor.length === 0 &&
    computeFactNeeds(step, state.facts) === noFactNeeds
  );
}
