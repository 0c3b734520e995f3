/** Every intent to its handler, exhaustively. */
import type { Access } from '../../model/access.ts';
import type { Intent, IntentResult } from '../messages.ts';
import { failed, type IntentContext } from './intent-context.ts';
import { removeDevices, renameDevice, startAnew } from './device-intents.ts';
import { archiveRun, takeBack } from './daily-intents.ts';
import { addCalendar, addWorkflow, removeCalendar } from './file-intents.ts';
import { acceptInvite } from './accept-invite.ts';
import {
  bringBackVersion,
  deleteWorkflow,
  discardDraft,
  duplicateWorkflow,
  editWorkflow,
  newWorkflow,
  publishWorkflow,
  stepBack,
} from './editor-intents.ts';
import { revokeGuest } from './guest-intents.ts';
import { setHoliday } from './holiday-intents.ts';
import { createInvite, revokeInvite } from './invite-intents.ts';
import { eraseDevice, leaveSpace, shareDevice } from './leaving-intents.ts';
import { removeRole, saveRole } from './role-intents.ts';
import { addFlow, keepPlan, runCommand, startRun } from './run-intents.ts';
import { changePersonOf } from './person-intents.ts';
import { changeSchedule, saveSchedule, startNext } from './schedule-intents.ts';
import { addPerson, chooseMe, createSpace, renameSpace, showSpace } from './space-intents.ts';

const waiting: ReadonlySet<Intent['kind']> = new Set([
  'createInvite',
  'revokeInvite',
  'revokeGuest',
  'acceptInvite',
  'removeDevices',
  'leaveSpace',
]);

/** What concerns this device and not what its household shares. */
const ownMatters: ReadonlySet<Intent['kind']> = new Set([
  'createSpace',
  'showSpace',
  'acceptInvite',
  'startAnew',
  'leaveSpace',
  'eraseDevice',
  'shareDevice',
  'addCalendar',
  'removeCalendar',
]);

/** What whoever may not write the space is told; `null`: they may ask for it. */
function refuse(access: Access | undefined, { kind }: Intent): IntentResult | null {
  if (access === undefined || (ownMatters.has(kind) && kind !== 'startAnew')) return null;
  switch (access) {
    case 'owner':
    case 'editor':
    case 'alone':
      return null;
    case 'removed':
    case 'leftBehind':
      return kind === 'startAnew' ? null : failed({ type: 'notAMember' });
    case 'viewer':
      return failed({ type: 'viewOnly' });
    case 'guest':
      return kind === 'command' ? null : failed({ type: 'notForGuests' });
  }
}

/** True for intents that cannot be done without an answer from the relay. */
export function waitsForRelay(intent: Intent): boolean {
  return waiting.has(intent.kind);
}

export async function handleIntent(context: IntentContext, intent: Intent): Promise<IntentResult> {
  const refused = refuse(context.session()?.access(), intent);
  if (refused !== null) return refused;
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
    case 'changePerson':
      return changePersonOf(context, intent);
    case 'setHoliday':
      return setHoliday(context, intent);
    case 'saveRole':
      return saveRole(context, intent);
    case 'removeRole':
      return removeRole(context, intent);
    case 'startRun':
      return startRun(context, intent);
    case 'saveSchedule':
      return saveSchedule(context, intent);
    case 'pauseSchedule':
    case 'removeSchedule':
      return changeSchedule(context, intent);
    case 'startNext':
      return startNext(context, intent);
    case 'newWorkflow':
      return newWorkflow(context, intent);
    case 'editWorkflow':
      return editWorkflow(context, intent);
    case 'undoEdit':
    case 'redoEdit':
      return stepBack(context, intent);
    case 'publishWorkflow':
      return publishWorkflow(context, intent);
    case 'discardDraft':
      return discardDraft(context, intent);
    case 'bringBackVersion':
      return bringBackVersion(context, intent);
    case 'duplicateWorkflow':
      return duplicateWorkflow(context, intent);
    case 'deleteWorkflow':
      return deleteWorkflow(context, intent);
    case 'takeBack':
      return takeBack(context, intent);
    case 'addWorkflow':
      return addWorkflow(context, intent);
    case 'addCalendar':
      return addCalendar(context, intent);
    case 'removeCalendar':
      return removeCalendar(context, intent);
    case 'archiveRun':
      return archiveRun(context, intent);
    case 'command':
      return runCommand(context, intent);
    case 'keepPlan':
      return keepPlan(context, intent);
    case 'addFlow':
      return addFlow(context, intent);
    case 'createInvite':
      return createInvite(context, intent);
    case 'revokeInvite':
      return revokeInvite(context, intent);
    case 'revokeGuest':
      return revokeGuest(context, intent);
    case 'renameDevice':
      return renameDevice(context, intent);
    case 'removeDevices':
      return removeDevices(context, intent);
    case 'startAnew':
      return startAnew(context);
    case 'acceptInvite':
      return acceptInvite(context, intent);
  }
}
