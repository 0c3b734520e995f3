/** The one command that would clear what a refusal named; nothing where a person has to decide or say more. */
import { wayOutWords } from '../i18n/core/en/failures.ts';
import type { Command } from '../model/command.ts';
import type { IntentFailure } from '../worker/messages.ts';

export interface CommandOut {
  readonly label: string;
  readonly command: Command;
}

export function commandOut(failure: IntentFailure, refused: Command): CommandOut | null {
  switch (failure.type) {
    case 'runSuspended':
      return { label: wayOutWords.goOn, command: { kind: 'resumeRun' } };
    case 'stepPaused':
      return 'occurrence' in refused && refused.occurrence !== undefined
        ? {
            label: wayOutWords.goOn,
            command: { kind: 'resumeStep', occurrence: refused.occurrence },
          }
        : null;
    case 'stepsInTheWay':
      return refused.kind === 'completeStep'
        ? {
            label: wayOutWords.doneToo,
            command: { ...refused, including: [...(refused.including ?? []), ...failure.steps] },
          }
        : null;
    default:
      return null;
  }
}
