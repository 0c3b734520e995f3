/** Every intent to its handler, exhaustively. */
import type { Intent, IntentResult } from '../messages.ts';
import type { IntentContext } from './intent-context.ts';
import { acceptInvite, createInvite, revokeInvite } from './invite-intents.ts';
import { eraseDevice, leaveSpace, shareDevice } from './leaving-intents.ts';
import { runCommand, startRun } from './run-intents.ts';
import { addPerson, chooseMe, createSpace, rename, renameSpace, showSpace } from './space-intents.ts';

/** True for intents that cannot be done without an answer from the relay. */
export function waitsForRelay(intent: Intent): boolean {
  return (
    intent.kind === 'createInvite' ||
    intent.kind === 'revokeInvite' ||
    intent.kind === 'acceptInvite' ||
    intent.kind === 'leaveSpace'
  );
}

export function handleIntent(context: IntentContext, intent: Intent): Promise<IntentResult> {
  switch (intent.kind) {
    case 'createSpace':
      return createSpace(context, intent);
    case 'chooseMe':
      return chooseMe(context, intent);
    case 'showSpace':
      return showSpace(context, intent);
    case 'leaveSpace':
      return leaveSpace(context, intent);
    case 'eraseDevice':
      return eraseDevice(context);
    case 'shareDevice':
      return shareDevice(context, intent);
    case 'renameSpace':
      return renameSpace(context, intent);
    case 'addPerson':
      return addPerson(context, intent);
    case 'renamePerson':
      return rename(context, intent);
    case 'startRun':
      return startRun(context, intent);
    case 'command':
      return runCommand(context, intent);
    case 'createInvite':
      return createInvite(context, intent);
    case 'revokeInvite':
      return revokeInvite(context, intent);
    case 'acceptInvite':
      return acceptInvite(context, intent);
  }
}
