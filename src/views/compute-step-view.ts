/**
 * The Step sheet: one pass through a step, with what may be done about it and what that would lead to.
 */
import { isOpen } from '../engine/is-open.ts';
import { findAssigned } from '../engine/who.ts';
import type { ConflictSide, StepNote } from '../engine/run-state.ts';
import { computeWaits } from '../engine/waits.ts';
import { type Access, isMember } from '../model/access.ts';
import type { RunId } from '../model/ids.ts';
import type { OccurrenceKey } from '../model/occurrence.ts';
import { limitActions, mayEndSo, mayTalkAbout } from './guest-actions.ts';
import { absentStep } from './absent-step.ts';
import { computeClashes } from './compute-clashes.ts';
import { computeContact, computeNudge, computeNudges } from './compute-contact-view.ts';
import type { ConditionView } from './fact-view.ts';
import { computeLadderView } from './compute-ladder-view.ts';
import { findFactViews } from './compute-fact-views.ts';
import { findStillToCome } from './find-still-to-come.ts';
import { isTold } from './compute-log-view.ts';
import { sideToVerdict } from './compute-notice-views.ts';
import { computeApprovalView } from './compute-approval-view.ts';
import { computeWho, findBarred } from './compute-who.ts';
import { computeTogetherView } from './compute-together-view.ts';
import { computeLookers } from './compute-presence.ts';
import { computeStepUndo } from './compute-undo-lines.ts';
import { computeConsequence, computeOutcomes, noConsequence } from './consequences.ts';
import { eventToHistoryLine, stepOfEvent } from './event-to-history-line.ts';
import { personToViewAt } from './people-directory.ts';
import {
  findOpenListNames,
  outcomeToName,
  readingsOf,
  readRun,
  readStep,
  type RunReading,
  type StepReading,
  stepToLine,
  stepToRef,
} from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeStaleFacts } from './stale-facts.ts';
import { computeStepActions, findStepsInTheWay, isCurrentPass } from './step-actions.ts';
import { computePasses } from './step-passes.ts';
import type { ConflictSideView, StepView } from './step-view.ts';
import { placeOf } from '../model/place.ts';

export function computeStepView(space: SpaceSnapshot, run: RunId, key: OccurrenceKey, now: number): StepView {
  const entry = space.runs.find((each) => each.run === run);
  if (entry === undefined) return absentStep(space, run, key, 'missing', '');
  const { state } = entry;
  if (state === null || state.status === 'notStarted')
    return absentStep(space, run, key, 'loading', entry.title);
  const occurrence = state.occurrences.get(key);
  const place = occurrence === undefined ? null : placeOf(occurrence.occurrence);
  const step = state.steps.find(({ id }) => id === place);
  if (occurrence === undefined || step === undefined)
    return absentStep(space, run, key, 'missing', state.title);

  const reading = readRun(state, space, now);
  const here = readStep(step, occurrence, state, space.me, reading.timed, now);
  const { people } = reading;
  const backup = findAssigned(step.backup, state);
  const inTheWay = findStepsInTheWay(reading, here);
  const barred = findBarred(state, step);
  const toSide = (side: ConflictSide): ConflictSideView => ({
    event: side.event,
    verdict: sideToVerdict(side),
    outcome: outcomeToName(step, side.outcome),
    text: side.text,
    by: people.find(side.actor),
    at: side.at,
  });
  const toNote = ({ event, actor, at, text }: StepNote) => ({ event, by: people.find(actor), at, text });
  return {
    ...stepToLine(reading, here),
    kind: 'step',
    actFor: toActFor(space, reading, here),
    availability: 'here',
    stepKind: step.kind,
    approval: computeApprovalView(space, reading, here, inTheWay),
    together: computeTogetherView(reading, here),
    ...computeWho(reading, here),
    instructions: step.instructions ?? null,
    checklist: (step.checklist ?? []).map(({ id, text }) => ({
      id,
      text,
      ticked: occurrence.ticked.has(id),
    })),
    ...neighboursOf(reading, here),
    stillToCome: isCurrentPass(reading, here) ? findStillToCome(reading, here) : [],
    freedAt: occurrence.readyAt,
    backup: backup === here.holder ? null : people.find(backup),
    conductor: people.find(state.conductor),
    dueRule: step.due ?? null,
    ladder: computeLadderView(reading, here, now),
    notes: occurrence.notes.map(toNote),
    stuckReason: occurrence.status === 'failed' ? occurrence.reason : null,
    closedAt: occurrence.closedAt,
    closedBy: occurrence.closedBy.flatMap((person) => people.find(person) ?? []),
    outcome: outcomeToName(step, occurrence.outcome),
    reads: findFactViews(
      reading,
      (step.reads ?? []).map(({ fact }) => fact),
    ),
    writes: findFactViews(reading, step.writes ?? []),
    missingFacts: findFactViews(reading, occurrence.missingFacts),
    disputedFacts: findFactViews(reading, occurrence.disputedFacts),
    stale: computeStaleFacts(state, occurrence),
    irreversible: step.irreversible ?? false,
    waitingOn: toWaitingOn(reading, here),
    replies: occurrence.replies.map(toNote),
    contact: computeContact(space, reading, here),
    nudge: computeNudge(space, reading, here),
    nudges: computeNudges(reading, here),
    openLists: isCurrentPass(reading, here) ? findOpenListNames(reading, here) : [],
    ahead: occurrence.ahead,
    surplus: occurrence.surplus,
    undo: computeStepUndo(reading, occurrence, space, now),
    withdrawnBecause: occurrence.withdrawnBecause,
    onlyIf: toCondition(reading, here),
    offered: toOffered(reading, here),
    passes: computePasses(reading, here, now),
    ...computeFollowing(space.access, reading, here),
    runSuspended: state.status === 'suspended',
    conflict: occurrence.conflict.map(toSide),
    overruled: occurrence.overruled.map(toSide),
    inTheWay: inTheWay.map(stepToRef),
    clashes: computeClashes(space, reading, here),
    actions: limitActions(computeStepActions(reading, here, inTheWay), space, reading, here, inTheWay),
    mayTalk: mayTalkAbout(space, reading, here),
    mayPlan: isMember(space.access),
    history: state.history
      .filter((event) => stepOfEvent(event) === step.id && isTold(event))
      .map((event) => eventToHistoryLine(reading, event))
      .toReversed(),
    ...computeLookers(space, run, key),
    people: space.people
      .filter(({ id }) => !barred.has(id))
      .map((person) => personToViewAt(person, space, now)),
  };
}

function toActFor(space: SpaceSnapshot, run: RunReading, here: StepReading): StepView['actFor'] {
  const { holder, mine, forHolder, occurrence } = here;
  // A guest speaks for nobody else.
  if (mine || space.me === null || !isMember(space.access) || !isOpen(occurrence)) return null;
  const person = isCurrentPass(run, here) ? run.people.find(holder) : null;
  if (person === null) return null;
  return { person, byDefault: forHolder || !(person.outside || space.joined.has(person.id)) };
}

function toCondition(run: RunReading, { step: { onlyIf } }: StepReading): ConditionView | null {
  const definition = onlyIf === undefined ? undefined : run.state.facts.get(onlyIf.fact)?.definition;
  if (onlyIf === undefined || definition === undefined) return null;
  const { name, kind, options = [] } = definition;
  return { name, kind, options, is: onlyIf.is, value: 'value' in onlyIf ? onlyIf.value : null };
}

/** An earlier pass has no claim on what stands before the step now. */
function neighboursOf(
  run: RunReading,
  here: StepReading,
): Pick<StepView, 'startsAfter' | 'unlocks' | 'betterAfter'> {
  const { step } = here;
  const hard = new Set(step.after.filter(({ strength }) => strength !== 'soft').map(({ from }) => from));
  const soft = isCurrentPass(run, here) ? computeWaits(run.state, step.id).softFor : [];
  return {
    startsAfter: readingsOf(run, hard).map(stepToRef),
    unlocks: readingsOf(run, run.unlocks.get(step.id) ?? []).map(stepToRef),
    betterAfter: readingsOf(
      run,
      soft.filter((from) => !hard.has(from)),
    ).map(stepToRef),
  };
}

/** Asked only of a step that can still be closed: nothing follows from what is over. */
function computeFollowing(
  access: Access,
  run: RunReading,
  here: StepReading,
): Pick<StepView, 'outcomes' | 'ifDone' | 'ifSkipped' | 'ifCancelled'> {
  const open = isCurrentPass(run, here) && isOpen(here.occurrence);
  const outcomes = computeOutcomes(run, here, open).filter((outcome) => mayEndSo(access, outcome));
  if (!open) return { outcomes, ifDone: noConsequence, ifSkipped: noConsequence, ifCancelled: noConsequence };
  return {
    outcomes,
    // With outcomes it depends on which of them.
    ifDone: outcomes.length > 0 ? noConsequence : computeConsequence(run, here, { kind: 'complete' }),
    ifSkipped: computeConsequence(run, here, { kind: 'skip' }),
    ifCancelled: computeConsequence(run, here, { kind: 'cancel' }),
  };
}

function toWaitingOn(run: RunReading, { occurrence }: StepReading): StepView['waitingOn'] {
  if (occurrence.waitingOn === null) return null;
  const { on, person, since } = occurrence.waitingOn;
  return { on, person: run.people.find(person), since };
}

function toOffered(run: RunReading, { step, occurrence }: StepReading): StepView['offered'] {
  if (occurrence.offered === null) return null;
  const { actor, at, outcome, note } = occurrence.offered;
  const outcomeName = outcomeToName(step, outcome);
  return { by: run.people.find(actor), at, outcome, outcomeName, note };
}
