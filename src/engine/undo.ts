/**
 * Taking a command back: the commands that lead to where it was given. The log keeps both.
 *
 * Deliberately not undoable here, and answered with nothing: starting or cancelling a run, starting a
 * step, notes, nudges, settling a conflict, checking and amending, having read something, what cannot be done
 * twice [F3], and an outcome that sent a section back: its next pass has begun.
 */
import type { Command } from '../model/command.ts';
import type { PersonId } from '../model/ids.ts';
import type { Occurrence } from '../model/occurrence.ts';
import { placeOf } from '../model/place.ts';
import { type CompensationCommand, takeCompensationBack } from './decide/compensation-commands.ts';
import { draftFacts, type GivenFacts } from './decide/fact-drafts.ts';
import { definitionOf, refuseSettled } from './decide/guards.ts';
import { planIndexOf } from './decide/plan-index.ts';
import { findJudges, findRedone, findSection, placesOfSection, refuseRedo } from './decide/redo.ts';
import { undoPlanChange } from './plan-changes/undo-plan-change.ts';
import { findStepsInTheWay } from './decide/steps-in-the-way.ts';
import { sendsBack } from './decide/vote.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

/**
 * `before`: the state that the command was decided on, asked before its events are added: a fold changes
 * its state in place. `person`: who gives it, or is spoken for. To be given in the order listed.
 */
export function computeUndo(command: Command, before: RunState, person?: PersonId): readonly Command[] {
  switch (command.kind) {
    case 'startRun':
    case 'cancelRun':
    case 'acknowledgeAlert':
    case 'startStep':
    case 'addNote':
    case 'sendNudge':
    case 'resolveConflict':
    case 'recheckStep':
    case 'amendStep':
      return [];
    case 'finishRun':
      if (before.ending !== null) return [];
      return [
        { kind: 'resumeRun' },
        ...(before.status === 'suspended' ? [{ kind: 'suspendRun' } as const] : []),
      ];
    case 'startUndo':
    case 'recordUndone':
    case 'failUndo':
    case 'declineUndo':
    case 'handUndo':
      return takeCompensationBack(command, before);
    case 'suspendRun':
      return before.status === 'running' ? [{ kind: 'resumeRun' }] : [];
    case 'resumeRun':
      if (before.ending !== null) return endAgain(before);
      return before.status === 'suspended' ? [{ kind: 'suspendRun' }] : [];
    case 'vote':
      return undoVote(command, before, person);
    case 'setFact':
      return giveBackFacts({ [command.fact]: command.value }, before);
    case 'cancelSection':
    case 'finishItems':
      return [
        ...(before.items.some(({ section, isOpen }) => section === command.section && isOpen)
          ? [{ kind: 'reopenItems', section: command.section } as const]
          : []),
        ...stepsOfSection(command.section, before)
          .filter((current) => refuseSettled(current) === null)
          .map(({ occurrence }) => ({ kind: 'reopenStep', occurrence }) as const),
      ];
    case 'addItem':
      return [{ kind: 'cancelItem', section: command.section, item: command.item }];
    case 'closeItems':
      return [{ kind: 'reopenItems', section: command.section }];
    case 'reopenItems':
      return [{ kind: 'closeItems', section: command.section }];
    case 'renameItem': {
      const list = before.items.find(({ section }) => section === command.section);
      const was = list?.items.find(({ id }) => id === command.item);
      return was === undefined ? [] : [{ ...command, name: was.name }];
    }
    case 'cancelItem':
      return stepsOfSection(command.section, before)
        .filter((current) => current.occurrence.items.includes(command.item))
        .filter((current) => refuseSettled(current) === null)
        .map(({ occurrence }) => ({ kind: 'reopenStep', occurrence }));
    case 'redoSection':
      return undoRedo(command.section, before);
    case 'setContext':
      return before.context === null ? [] : [{ kind: 'setContext', context: before.context }];
    case 'changeConductor':
      return before.conductor === null ? [] : [{ kind: 'changeConductor', conductor: before.conductor }];
    case 'setFollowUp': {
      const known = before.followUps.find(({ id }) => id === command.id) ?? null;
      return [{ kind: 'setFollowUp', id: command.id, followUp: known }];
    }
    case 'setStepDue': {
      const step = planIndexOf(before.steps).stepOf(command.step);
      return step === undefined ? [] : [{ kind: 'setStepDue', step: step.id, due: step.due ?? null }];
    }
    case 'setStepLadder': {
      const step = planIndexOf(before.steps).stepOf(command.step);
      return step === undefined
        ? []
        : [{ kind: 'setStepLadder', step: step.id, ifStalls: step.ifStalls ?? null }];
    }
    case 'changePlan':
      return undoPlanChange(command.operations, before);
    default: {
      const current = before.current.get(placeOf(command.occurrence));
      return current === undefined ? [] : undoOnStep(command, current, before);
    }
  }
}

/** What had taken an explicit end back; whoever ended it may have been a step or a person. */
function endAgain({ ending }: RunState): readonly Command[] {
  if (ending === null) return [];
  return [{ kind: 'finishRun', ...(ending.reason === null ? {} : { reason: ending.reason }) }];
}

type NotUndoable =
  | CompensationCommand['kind']
  | 'sendNudge'
  | 'vote'
  | 'setFact'
  | 'startStep'
  | 'addNote'
  | 'resolveConflict'
  | 'recheckStep'
  | 'amendStep';
type StepCommand = Exclude<
  Extract<Command, { readonly occurrence?: Occurrence }>,
  { kind: NotUndoable } | { kind: 'startRun' }
>;

function undoOnStep(command: StepCommand, was: OccurrenceState, before: RunState): readonly Command[] {
  const { occurrence } = was;
  switch (command.kind) {
    case 'completeStep':
      return undoCompletion(command, was, before);
    case 'skipStep':
    case 'cancelStep':
      return [{ kind: 'reopenStep', occurrence }];
    case 'failStep':
      return [{ kind: 'retryStep', occurrence }];
    case 'retryStep':
      return [{ kind: 'failStep', occurrence, reason: was.reason ?? '' }, ...endAgain(before)];
    case 'reopenStep':
      return [...closeAgain(was, before), ...endAgain(before)];
    case 'claimStep':
    case 'reassignStep':
      if (!was.taken || was.holder === null) return [{ kind: 'releaseStep', occurrence }];
      return [{ kind: 'reassignStep', occurrence, to: was.holder }];
    case 'releaseStep':
      return was.taken && was.holder !== null ? [{ kind: 'reassignStep', occurrence, to: was.holder }] : [];
    case 'pauseStep':
      return was.status === 'suspended' ? [] : [{ kind: 'resumeStep', occurrence }];
    case 'resumeStep':
      return was.status === 'suspended' ? [{ kind: 'pauseStep', occurrence }] : [];
    case 'startWaiting':
      return was.waitingOn === null ? [{ kind: 'endWaiting', occurrence }] : waitAgain(was);
    case 'endWaiting':
      return waitAgain(was);
    case 'recordReply':
      return [...giveBackFacts(command.facts ?? {}, before), ...waitAgain(was)];
    case 'openFallback':
      return was.dormant ? [{ kind: 'closeFallback', occurrence }] : [];
    case 'closeFallback':
      return was.dormant ? [] : [{ kind: 'openFallback', occurrence }];
    case 'tickChecklist':
      return [{ ...command, ticked: !command.ticked }];
  }
}

/** Facts first; then the step and those completed along with it, last first, so that none opens before its dependants. */
function undoCompletion(
  command: Extract<Command, { kind: 'completeStep' }>,
  was: OccurrenceState,
  before: RunState,
): readonly Command[] {
  const definition = definitionOf(before, was);
  const redo = definition.outcomes?.find(({ id }) => id === command.outcome)?.redo;
  if (redo !== undefined) return undoSentBack(redo.section, was, before);
  const given = draftFacts(before, command.facts ?? {}, was.occurrence);
  if (!given.ok) return [];
  const along = findStepsInTheWay(before, placeOf(was.occurrence), given.value.facts).steps;
  const completed = [...along, placeOf(was.occurrence)].flatMap((id) => before.current.get(id) ?? []);
  return [
    ...giveBackFacts(command.facts ?? {}, before),
    ...completed
      .toReversed()
      .map(({ occurrence }): Command => ({ kind: 'reopenStep', occurrence, mistaken: true })),
  ];
}

/** What they had said before; who sent a section back cannot, by taking it back, have the votes of others again. */
function undoVote(
  command: Extract<Command, { kind: 'vote' }>,
  before: RunState,
  person: PersonId | undefined,
): readonly Command[] {
  const was = before.current.get(placeOf(command.occurrence));
  const own = was?.approval?.voters.find((voter) => voter.person === person);
  if (was === undefined || own === undefined) return [];
  const redo = sendsBack(command, was, own)
    ? definitionOf(before, was).outcomes?.find(({ id }) => id === 'rejected')?.redo
    : undefined;
  if (redo !== undefined && refuseRedo(before, placeOf(was.occurrence), redo) === null)
    return undoSentBack(redo.section, was, before);
  const { vote, note } = own;
  const { occurrence } = was;
  if (vote === null || own.void)
    return command.vote === 'withdraw' ? [] : [{ kind: 'vote', occurrence, vote: 'withdraw' }];
  return [{ kind: 'vote', occurrence, vote, ...(note === null ? {} : { note }) }];
}

/** The step that judged is open again by its own redo; what it had sent back is closed as it was. */
function undoSentBack(id: string, was: OccurrenceState, before: RunState): readonly Command[] {
  const section = findSection(before, id);
  if (section === null) return [];
  const judge = placeOf(was.occurrence);
  return findRedone(before, section, [], new Set(), judge)
    .filter((step) => step !== judge)
    .flatMap((step) => before.current.get(step) ?? [])
    .flatMap((other) => closeAgain(other, before));
}

/** What the facts were, as the word of whoever had said it; those that the command leaves alone stay. */
function giveBackFacts(given: GivenFacts, before: RunState): readonly Command[] {
  const written = draftFacts(before, given);
  if (!written.ok) return [];
  return written.value.drafts.flatMap((draft): readonly Command[] => {
    if (draft.type !== 'fact.set/1') return [];
    const { fact } = draft.data;
    const known = before.facts.get(fact);
    if (known === undefined) return [];
    const occurrence = known.changes.at(-1)?.occurrence ?? null;
    return [{ kind: 'setFact', fact, value: known.value, ...(occurrence === null ? {} : { occurrence }) }];
  });
}

function stepsOfSection(id: string, state: RunState): readonly OccurrenceState[] {
  const section = findSection(state, id);
  const steps = section === null ? [] : placesOfSection(state, section);
  return planIndexOf(state.steps)
    .inOrder(steps)
    .flatMap((step) => state.current.get(step) ?? []);
}

function undoRedo(id: string, before: RunState): readonly Command[] {
  const section = findSection(before, id);
  if (section === null || findRedone(before, section, []).length === 0) return [];
  const judges = findJudges(before, id).map(({ step }) => step.id);
  return findRedone(before, section, judges)
    .flatMap((step) => before.current.get(step) ?? [])
    .flatMap((was) => closeAgain(was, before))
    .concat(endAgain(before));
}

function waitAgain({ waitingOn, occurrence }: OccurrenceState): readonly Command[] {
  if (waitingOn === null) return [];
  const { on, person } = waitingOn;
  return [{ kind: 'startWaiting', occurrence, on, ...(person === null ? {} : { person }) }];
}

function closeAgain(was: OccurrenceState, before: RunState): readonly Command[] {
  const { status, reason, outcome } = was;
  const occurrence: Occurrence = { ...was.occurrence, iteration: was.occurrence.iteration + 1 };
  const why = reason === null ? {} : { reason };
  switch (status) {
    case 'completed': {
      // Nobody votes for others.
      if (was.approval !== null) return [];
      const how = definitionOf(before, was).outcomes?.find(({ id }) => id === outcome);
      // To say it again would send the section back again.
      if (how?.redo !== undefined) return [];
      return [{ kind: 'completeStep', occurrence, ...(how === undefined ? {} : { outcome: how.id }) }];
    }
    case 'skipped':
      return [{ kind: 'skipStep', occurrence, ...why }];
    case 'terminated':
      return [{ kind: 'cancelStep', occurrence, ...why }];
    case 'failed':
      return [{ kind: 'failStep', occurrence, reason: reason ?? '' }];
    default:
      return [];
  }
}
