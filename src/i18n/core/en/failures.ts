/**
 * What to say when something did not work: what happened, what is safe, what to do.
 * One sentence and one way out for every failure an intent can have; the switch is exhaustive, so a new
 * failure does not compile until it has its words.
 */
import type { Formats } from '../formats.ts';

/** A failure as words need it: step ids are already titles. */
export type SayableFailure =
  | { readonly type: PlainFailure }
  | { readonly type: 'stepsInTheWay'; readonly titles: readonly string[] }
  | { readonly type: 'blocked'; readonly titles: readonly string[] }
  | { readonly type: 'alreadyClosed'; readonly how: 'completed' | 'skipped' | 'other' }
  | {
      readonly type: 'invalidWorkflow';
      readonly reason: 'cycle' | 'noSteps' | 'unknownStep' | 'duplicateStep';
    };

export type PlainFailure =
  | 'runNotStarted'
  | 'runAlreadyStarted'
  | 'runEnded'
  | 'unknownStep'
  | 'unknownPerson'
  | 'unknownChecklistItem'
  | 'notCurrent'
  | 'notClosed'
  | 'notFailed'
  | 'noConflict'
  | 'unreadableInput'
  | 'emptyText'
  | 'noSpace'
  | 'spaceExists'
  | 'runMissing'
  | 'workflowMissing'
  | 'emptyName'
  | 'nothingTyped'
  | 'storageFull'
  | 'storageUnavailable'
  | 'offline'
  | 'inviteDamaged'
  | 'inviteUsed'
  | 'inviteExpired'
  | 'inviteUnknown'
  | 'inviteTakenBack'
  | 'alreadyMember'
  | 'keysDamaged';

export interface FailureWords {
  readonly what: string;
  readonly wayOut: string;
}

export function failureWords(f: Formats) {
  const says = (what: string, wayOut: string): FailureWords => ({ what, wayOut });
  const closed = {
    completed: says('Somebody already did this.', 'Nothing is lost. Reopen it if it has to be done again.'),
    skipped: says('This was skipped.', 'Reopen it if it has to be done after all.'),
    other: says('This step is closed.', 'Reopen it to go on with it.'),
  };
  const invalid = {
    cycle: says(
      'Two steps wait for each other, so neither could ever start.',
      'Change what one starts after.',
    ),
    noSteps: says('There are no steps yet.', 'Write one step a line.'),
    unknownStep: says('A step starts after one that is not there.', 'Change what it starts after.'),
    duplicateStep: says('Two steps are the same one.', 'Give one of them another name.'),
  };
  return (failure: SayableFailure): FailureWords => {
    switch (failure.type) {
      case 'runNotStarted':
        return says(
          'This flow has not reached this device yet.',
          'Wait until it has synced, then try again.',
        );
      case 'runAlreadyStarted':
        return says('This flow is already running.', 'Open it under Flows.');
      case 'runEnded':
        return says('This flow has ended, so its steps stay as they are.', 'Start it again from Flows.');
      case 'unknownStep':
        return says('This step is not in the flow any more.', 'Go back to the flow to see its steps.');
      case 'unknownPerson':
        return says('This person is not known here.', 'Choose somebody from People.');
      case 'unknownChecklistItem':
        return says('This line is not on the checklist any more.', 'Close the step and open it again.');
      case 'notCurrent':
        return says('This step was opened again since.', 'Open its latest round from the flow.');
      case 'stepsInTheWay':
        return says(
          `${f.plural(failure.titles.length, { one: 'One step comes', other: '# steps come' })} first: ${f.list(failure.titles)}.`,
          'Finish them first, or mark them done too.',
        );
      case 'blocked':
        return says(
          `${f.list(failure.titles)} got stuck, and this waits for it.`,
          'Try that again, or skip it.',
        );
      case 'alreadyClosed':
        return closed[failure.how];
      case 'notClosed':
        return says('This step is still open.', 'There is nothing to reopen.');
      case 'notFailed':
        return says('This step is not stuck any more.', 'Go on with it as usual.');
      case 'unreadableInput':
        return says(
          'A date or a name in this cannot be read.',
          'Nothing was changed. Choose the date again, or shorten the name.',
        );
      case 'noConflict':
        return says('Somebody has already chosen.', 'The log shows both answers.');
      case 'emptyText':
        return says('There are no words in it yet.', 'Write a few, then try again.');
      case 'invalidWorkflow':
        return invalid[failure.reason];
      case 'noSpace':
        return says('There is no household on this device yet.', 'Start a flow, or join with an invite.');
      case 'spaceExists':
        return says('This device already has a household.', 'Go on with that one.');
      case 'runMissing':
        return says('This flow is not on this device.', 'Wait until it has synced, or ask for a new invite.');
      case 'workflowMissing':
        return says('This workflow is not here any more.', 'Choose another one, or type your own.');
      case 'emptyName':
        return says('A name is missing.', 'Write one; a first name is enough.');
      case 'nothingTyped':
        return says('There are no steps yet.', 'Write one step a line.');
      case 'storageFull':
        return says(
          'This device has no room left, so this was not saved. All that was saved before is safe.',
          'Free some space, then try again.',
        );
      case 'storageUnavailable':
        return says(
          'This browser does not let Baton save here, so this was not saved.',
          'Leave private browsing, or allow this site to store data.',
        );
      case 'offline':
        return says(
          'This needs a connection, and there is none.',
          'Try again when you are online. Nothing is lost.',
        );
      case 'inviteDamaged':
        return says('Part of this invite is missing.', 'Copy the whole link, or ask for a new one.');
      case 'inviteUsed':
        return says('Somebody has already used this invite.', 'Ask for a new one; each works once.');
      case 'inviteExpired':
        return says('This invite is too old.', 'Ask for a new one.');
      case 'inviteUnknown':
        return says('Nobody knows this invite.', 'Ask for a new one, while the other phone is online.');
      case 'inviteTakenBack':
        return says('This invite was taken back.', 'Ask the person who sent it.');
      case 'alreadyMember':
        return says('You are already in this household.', 'Open Now to go on.');
      case 'keysDamaged':
        return says(
          'This device can no longer read its keys, so it can invite nobody.',
          'Invite from another device of the household.',
        );
    }
  };
}
