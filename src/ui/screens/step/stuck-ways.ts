/** The ways out of being stuck that a step allows, and what each sends. */
import type { Messages } from '../../../i18n/core/en/messages.ts';
import type { PersonView } from '../../../views/shared.ts';
import type { StepView } from '../../../views/step-view.ts';
import type { StepCommands, WaitedFor } from './step-commands.ts';

export type WayOut = 'again' | 'backup' | 'somebody' | 'wait' | 'skip' | 'cancel' | 'note';

/** What is filled in on the page. */
export interface StuckDraft {
  readonly reason: string;
  readonly way: WayOut | undefined;
  /** Who gets it, where the way is to hand it over. */
  readonly receiver: PersonView | undefined;
  readonly waitedFor: WaitedFor;
}

export interface StuckAction {
  readonly label: string;
  readonly ready: boolean;
  /** What is in the way has to be said first. */
  readonly needsReason: boolean;
  readonly send: () => Promise<boolean>;
}

/** Which try comes next: those that failed, this one where it has not been noted yet, and one more. */
export function nextTry(step: StepView): number {
  const failed = step.history.filter(({ type }) => type === 'step.failed').length;
  return failed + (step.actions.retry ? 1 : 2);
}

export function stuckAction(
  messages: Messages,
  step: StepView,
  commands: StepCommands,
  { reason, way, receiver, waitedFor }: StuckDraft,
): StuckAction {
  const words = messages.step;
  const action = (label: string, send: () => Promise<boolean>, needsReason = false): StuckAction => ({
    label,
    ready: true,
    needsReason,
    send,
  });
  const nothing: StuckAction = {
    label: words.chooseFirst,
    ready: false,
    needsReason: false,
    send: () => Promise.resolve(false),
  };
  switch (way) {
    case undefined:
      return nothing;
    case 'again':
      return step.actions.retry
        ? action(words.tryAgain, () => commands.retry())
        : action(words.tryAgain, () => commands.failAndRetry(reason), true);
    case 'backup':
    case 'somebody':
      return receiver === undefined
        ? nothing
        : action(words.passTo(receiver.name), () =>
            commands.handTo(receiver.id, receiver.isMe ? messages.states.you : receiver.name, reason),
          );
    case 'wait':
      return waitedFor.on.trim() === ''
        ? { ...nothing, label: messages.waiting.startAction }
        : action(messages.waiting.startNamed(waitedFor.on.trim()), () => commands.waitFor(waitedFor));
    case 'skip':
      return action(words.skipOption, () => commands.skip(reason));
    case 'cancel':
      return action(words.cancelOption, () => commands.cancel(reason));
    case 'note':
      return action(words.noteOption, () => commands.fail(reason), true);
  }
}
