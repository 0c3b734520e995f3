/** The one command that would clear what a refusal named; nothing where a person has to decide or say more. */
import type { Messages } from '../i18n/core/en/messages.ts';
import type { Command } from '../model/command.ts';
import type { IntentFailure } from '../worker/messages.ts';

export interface CommandOut {
  readonly label: string;
  readonly command: Command;
}

export function commandOut(messages: Messages, failure: IntentFailure, refused: Command): CommandOut | null {
  switch (failure.type) {
    case 'runSuspended':
      return { label: messages.wayOut.goOn, command: { kind: 'resumeRun' } };
    case 'stepPaused':
      return 'occurrence' in refused && refused.occurrence !== undefined
        ? {
            label: messages.wayOut.goOn,
            command: { kind: 'resumeStep', occurrence: refused.occurrence },
          }
        : null;
    case 'stepsInTheWay':
      return refused.kind === 'completeStep'
        ? {
            label: messages.wayOut.doneToo,
            command: { ...refused, including: [...(refused.including ?? []), ...failure.steps] },
          }
        : null;
    default:
      return null;
  }
}
