/**
 * What to say when something did not work: what happened, what is safe, what to do.
 * One sentence and one way out for every failure an intent can have; the switch is exhaustive, so a new
 * failure does not compile until it has its words.
 */
import type { Formats } from '../formats.ts';

/** A failure as words need it: steps are titles; facts, outcomes, sections and people are names. */
export type SayableFailure =
  | { readonly type: PlainFailure }
  | {
      readonly type: 'stepsInTheWay' | 'enforcedSteps' | 'blocked' | 'underWay';
      readonly titles: readonly string[];
    }
  | { readonly type: 'alreadyClosed'; readonly how: 'completed' | 'skipped' | 'cancelled' | 'other' }
  /** `who`: those who can say, perhaps nobody known. */
  | { readonly type: 'factsMissing'; readonly facts: readonly string[]; readonly who: readonly string[] }
  | { readonly type: 'factsDisputed'; readonly facts: readonly string[] }
  | { readonly type: 'wrongFactKind'; readonly fact: string }
  | { readonly type: 'derivedFact'; readonly fact: string; readonly from: string }
  /** Those that have a name here; perhaps none. */
  | { readonly type: 'outcomeNeeded'; readonly outcomes: readonly string[] }
  /** `who`: those who have a vote. */
  | { readonly type: 'notAVoter'; readonly who: readonly string[] }
  | { readonly type: 'didItsPart'; readonly person: string | null; readonly did: string }
  | { readonly type: 'itemsNeeded' | 'listClosed'; readonly section: string }
  | { readonly type: 'listOpen'; readonly sections: readonly string[] }
  | { readonly type: 'redoLimit'; readonly section: string; readonly atMost: number }
  | { readonly type: 'irreversible'; readonly holder: string | null }
  /** Each problem in its own words. */
  | { readonly type: 'invalidWorkflow'; readonly problems: readonly FailureWords[] };

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
  | 'runSuspended'
  | 'stepPaused'
  | 'notAFallback'
  | 'fallbackAsleep'
  | 'unknownFact'
  | 'unknownOutcome'
  | 'unknownSection'
  | 'peopleVote'
  | 'notAnApproval'
  | 'unknownItem'
  | 'nothingToCheck'
  | 'nothingToUndo'
  | 'notWaiting'
  | 'stepWithdrawn'
  | 'noSpace'
  | 'spaceExists'
  | 'runMissing'
  | 'workflowMissing'
  | 'scheduleMissing'
  | 'tooLateToTakeBack'
  | 'workflowFileUnreadable'
  | 'calendarUnreadable'
  | 'scheduleOver'
  | 'emptyName'
  | 'roleMissing'
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
  | 'unknownDevice'
  | 'notRemoved'
  | 'notAMember'
  | 'viewOnly'
  | 'notForGuests'
  | 'ownerOnly'
  | 'personIsMember'
  | 'guestGone'
  | 'keysDamaged';

export interface FailureWords {
  readonly what: string;
  readonly wayOut: string;
  /** When several things are wrong at once: all of them, the first as above. */
  readonly all?: readonly FailureWords[];
}

/** What a thing is called that has no name here. */
export const unnamedWords = {
  fact: 'A detail',
  outcome: 'another answer',
  section: 'This part',
};

/** Ways out that one tap takes, beside the sentence. */
export const wayOutWords = {
  goOn: 'Let it go on',
  doneToo: 'Done too',
};

export function failureWords(f: Formats) {
  const says = (what: string, wayOut: string): FailureWords => ({ what, wayOut });
  const closed = {
    completed: says('Somebody already did this.', 'Nothing is lost. Open it again if more is to be done.'),
    skipped: says('This was skipped.', 'Open it again if it has to be done after all.'),
    cancelled: says('This is not wanted any more.', 'Open it again if it has to be done after all.'),
    other: says('This step is closed.', 'Open it again to go on with it.'),
  };
  const quoted = (names: readonly string[]): string => f.list(names.map((name) => `“${name}”`));
  const invalid = (problems: readonly FailureWords[]): FailureWords => {
    const [first] = problems;
    if (first === undefined)
      return says('This plan cannot be followed.', 'Look through its steps once more.');
    if (problems.length === 1) return first;
    const others = f.plural(problems.length - 1, {
      one: 'One more thing is to be put right.',
      other: '# more things are to be put right.',
    });
    return { what: first.what, wayOut: `${first.wayOut} ${others}`, all: problems };
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
        return invalid(failure.problems);
      case 'enforcedSteps':
        return says(
          `${f.list(failure.titles)} ${failure.titles.length === 1 ? 'has' : 'have'} to be done first, each by itself.`,
          failure.titles.length === 1 ? 'Finish it, then come back.' : 'Finish them, then come back.',
        );
      case 'underWay':
        return says(
          `${f.list(failure.titles)} ${failure.titles.length === 1 ? 'is' : 'are'} under way, and this is not done beside it.`,
          'Finish or pause that first.',
        );
      case 'runSuspended':
        return says('This flow is paused, so nothing in it moves.', 'Let the flow go on first.');
      case 'stepPaused':
        return says('This step is paused.', 'Let it go on first.');
      case 'notAFallback':
        return says('This step stands in for no other.', 'Nothing was changed.');
      case 'fallbackAsleep':
        return says('Nobody has called upon this step yet.', 'Call upon it first.');
      case 'factsMissing':
        return says(
          `${quoted(failure.facts)} ${failure.facts.length === 1 ? 'is' : 'are'} not known yet, and this needs ${failure.facts.length === 1 ? 'it' : 'them'}.`,
          failure.who.length === 0 ? 'Fill it in if you know.' : `Fill it in, or ask ${f.list(failure.who)}.`,
        );
      case 'factsDisputed':
        return says(
          `There are two answers to ${quoted(failure.facts)}.`,
          'Choose one; the other stays readable.',
        );
      case 'unknownFact':
        return says('This detail is not part of the flow any more.', 'Go back to the flow to see what is.');
      case 'wrongFactKind':
        return says(
          `“${failure.fact}” cannot be that.`,
          'Nothing was changed. Write it again, or choose one of its answers.',
        );
      case 'derivedFact':
        return says(`“${failure.fact}” follows “${failure.from}”.`, `Change “${failure.from}” instead.`);
      case 'outcomeNeeded':
        return says(
          'This can end in more than one way.',
          failure.outcomes.length === 0
            ? 'Open the step, and choose how it ended.'
            : `Choose how it ended: ${failure.outcomes.join(' · ')}.`,
        );
      case 'unknownOutcome':
        return says('This step cannot end like that any more.', 'Choose one of its answers.');
      case 'redoLimit':
        return says(
          `${failure.section} has been done ${f.plural(failure.atMost, { one: '# time', other: '# times' })}, as often as the plan allows.`,
          'End it another way, or skip what is left of it.',
        );
      case 'unknownSection':
        return says('This part is not in the flow any more.', 'Go back to the flow to see its parts.');
      case 'unknownItem':
        return says('This one is not in the list any more.', 'Go back to the flow to see who is.');
      case 'itemsNeeded':
        return says(`It does not say yet for whom “${failure.section}” is.`, 'Write at least one name.');
      case 'listClosed':
        return says(`“${failure.section}” is complete already.`, 'Say there that one more is coming first.');
      case 'listOpen':
        return says(
          `${f.list(failure.sections.map((name) => `“${name}”`))} may still grow.`,
          'Say on the flow that nobody else is coming, then go on here.',
        );
      case 'irreversible':
        return says(
          'This cannot be done twice, so it is not opened again.',
          failure.holder === null
            ? 'Put it right where it happened, then say here what changed.'
            : `Ask ${failure.holder} to put it right, and say here what changed.`,
        );
      case 'peopleVote':
        return says(
          'This is decided by votes, each their own.',
          'Ask those who have not voted yet; their names are on the step.',
        );
      case 'notAnApproval':
        return says('Nothing is voted on here.', 'Mark it done, or ask whoever has it.');
      case 'notAVoter':
        return says(
          'You have no vote here.',
          failure.who.length === 0 ? 'Ask whoever runs the flow.' : `It is up to ${f.list(failure.who)}.`,
        );
      case 'didItsPart':
        return says(
          `${failure.person ?? 'Somebody'} did “${failure.did}”, and somebody else has to do this.`,
          'Hand it to somebody who had no part in that.',
        );
      case 'nothingToCheck':
        return says('There is nothing left to check here.', 'What it rests on is as it was.');
      case 'nothingToUndo':
        return says('There is nothing left to undo here.', 'The log says what became of it.');
      case 'notWaiting':
        return says('Nobody outside is waited for here any more.', 'Go on with it as usual.');
      case 'stepWithdrawn':
        return says('This step is not needed any more.', 'The flow goes on without it.');
      case 'noSpace':
        return says('There is no household on this device yet.', 'Start a flow, or join with an invite.');
      case 'spaceExists':
        return says('This device already has a household.', 'Go on with that one.');
      case 'runMissing':
        return says('This flow is not on this device.', 'Wait until it has synced, or ask for a new invite.');
      case 'workflowMissing':
        return says('This workflow is not here any more.', 'Choose another one, or type your own.');
      case 'workflowFileUnreadable':
        return says('This file cannot be read.', 'Nothing was added. Ask for it to be sent again.');
      case 'calendarUnreadable':
        return says('This is no calendar with events in it.', 'Choose an .ics file that your calendar made.');
      case 'tooLateToTakeBack':
        return says('This cannot be taken back any more.', 'Somebody went on from there. Look at the step.');
      case 'scheduleMissing':
        return says('It does not repeat any more.', 'Make it again from its workflow.');
      case 'scheduleOver':
        return says('There is no next start.', 'Change when it repeats.');
      case 'emptyName':
        return says('A name is missing.', 'Write one; a first name is enough.');
      case 'roleMissing':
        return says('This role is not here any more.', 'Somebody removed it. Make a new one if you need it.');
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
      case 'unknownDevice':
        return says('This device has left the household.', 'Look who has access under People.');
      case 'notRemoved':
        return says('Nobody was removed.', 'Look who has access under People, and try again.');
      case 'notAMember':
        return says(
          'This device has left the household. What is on it stays readable.',
          'Ask for a new invite, or start from this copy under Settings.',
        );
      case 'viewOnly':
        return says('This device may look, and change nothing.', 'Ask for an invite to take part.');
      case 'notForGuests':
        return says(
          'As a guest you can do your own steps, and this is not one of them.',
          'Leave a note on a step of yours; those who run the flow will see it.',
        );
      case 'ownerOnly':
        return says(
          'Only a device of whoever made this household can do that.',
          'Do it there, or invite this person to take part.',
        );
      case 'personIsMember':
        return says(
          'This person is in the household already, so they need no guest link.',
          'Choose somebody else, or add a new name.',
        );
      case 'guestGone':
        return says('This link has ended already.', 'There is nothing left to take back.');
      case 'keysDamaged':
        return says(
          'This device can no longer read its keys, so it can invite nobody.',
          'Invite from another device of the household.',
        );
    }
  };
}
