/**
 * Taking a command back: the commands that lead to where it was given. The log keeps both.
 *
 * Deliberately not undoable here, and answered with nothing: starting or cancelling a run, starting a
 * step, notes, resolving a conflict, and taking a step that nobody had (nothing hands a step to nobody).
 */
import type { Command } from '../model/command.ts';
import type { StepId } from '../model/ids.ts';
import type { Occurrence } from '../model/occurrence.ts';
import { computeStepsInTheWay } from './decide/steps-in-the-way.ts';
import type { OccurrenceState, RunState } from './run-state.ts';

/** `before`: the state that the command was decided on. To be given in the order listed. */
export function computeUndo(command: Command, before: RunState): readonly Command[] {
  switch (command.kind) {
    case 'startRun':
    case 'cancelRun':
    case 'startStep':
    case 'addNote':
    case 'resolveConflict':
      return [];
    case 'setContext':
      return before.context === null ? [] : [{ kind: 'setContext', context: before.context }];
    case 'changeConductor':
      return before.conductor === null ? [] : [{ kind: 'changeConductor', conductor: before.conductor }];
    case 'setStepDue': {
      const step = before.steps.find(({ id }) => id === command.step);
      return step === undefined ? [] : [{ kind: 'setStepDue', step: step.id, due: step.due ?? null }];
    }
    default: {
      const current = before.current.get(command.occurrence.step);
      return current === undefined ? [] : undoOnStep(command, current, before);
    }
  }
}

type StepCommand = Exclude<
  Extract<Command, { readonly occurrence: Occurrence }>,
  { kind: 'startStep' | 'addNote' | 'resolveConflict' }
>;

function undoOnStep(command: StepCommand, was: OccurrenceState, before: RunState): readonly Command[] {
  const { occurrence } = was;
  switch (command.kind) {
    case 'completeStep':
      return completedWith(was, before).map((id) => ({
        kind: 'reopenStep',
        occurrence: before.current.get(id)?.occurrence ?? occurrence,
      }));
    case 'skipStep':
      return [{ kind: 'reopenStep', occurrence }];
    case 'failStep':
      return [{ kind: 'retryStep', occurrence }];
    case 'retryStep':
      return [{ kind: 'failStep', occurrence, reason: was.reason ?? '' }];
    case 'reopenStep':
      return closeAgain(was);
    case 'claimStep':
    case 'reassignStep':
      return was.holder === null ? [] : [{ kind: 'reassignStep', occurrence, to: was.holder }];
    case 'tickChecklist':
      return [{ ...command, ticked: !command.ticked }];
  }
}

/** The step and those completed along with it, last first, so that none is reopened before its dependants. */
function completedWith(was: OccurrenceState, before: RunState): readonly StepId[] {
  const { step } = was.occurrence;
  const along = was.status === 'inProgress' ? [] : computeStepsInTheWay(before, step);
  return [...along, step].reverse();
}

function closeAgain({ status, reason, occurrence }: OccurrenceState): readonly Command[] {
  const next: Occurrence = { ...occurrence, iteration: occurrence.iteration + 1 };
  switch (status) {
    case 'completed':
      return [{ kind: 'completeStep', occurrence: next }];
    case 'skipped':
      return [{ kind: 'skipStep', occurrence: next, ...(reason === null ? {} : { reason }) }];
    case 'failed':
      return [{ kind: 'failStep', occurrence: next, reason: reason ?? '' }];
    default:
      return [];
  }
}
