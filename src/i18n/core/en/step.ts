/** The Step sheet and what it opens: stuck, hand over, due. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

type Verdict = 'completed' | 'failed' | 'skipped' | 'cancelled' | 'reopened';

export function stepWords(f: Formats, t: TimeWords) {
  const verdict = (of: Verdict): string => {
    switch (of) {
      case 'completed':
        return 'Done';
      case 'failed':
        return 'Stuck';
      case 'skipped':
        return 'Skipped';
      case 'cancelled':
        return 'Not needed any more';
      case 'reopened':
        return 'Opened again';
    }
  };
  return {
    done: 'Done, pass it on',
    doneLast: 'Done',
    stuck: 'Stuck',
    skip: 'Skip it',
    retry: 'Try again',
    reopen: 'Open it again',
    take: 'I’ll take it',
    since: (at: number, now: number): string => `since ${t.when(at, now)}`,
    instructions: 'How to',
    checklist: 'Checklist',
    ticked: (done: number, total: number): string => `${f.number(done)} of ${f.number(total)}`,
    startsAfter: 'Starts after',
    startsCalled: 'When somebody calls upon it',
    startsFirst: 'Nothing; it can start right away',
    unlocks: 'Unlocks',
    unlocksNothing: 'Nothing; it is the last one',
    backup: 'backup',
    wouldHave: 'will have it',
    wouldHaveHad: 'would have had it',
    handOver: 'Hand it over',
    due: 'Due',
    noDue: 'No date',
    dueHint: 'Any time that day, unless you set one.',
    changeDue: 'Change when it is due',
    dueDay: 'Day',
    dueTime: 'Time',
    saveDue: 'Save',
    removeDue: 'Remove the date',
    effort: (minutes: number): string => `about ${t.length(minutes)}`,
    waitKind: 'waits for somebody outside',
    notes: 'Notes',
    addNote: 'Add a note',
    notePlaceholder: 'What should the next one know?',
    saveNote: 'Add',
    history: 'History',
    stuckBecause: (reason: string): string => `In the way: ${reason}`,
    closedBy: (names: readonly string[], at: number, now: number): string =>
      names.length === 0 ? t.moment(at, true, now) : `${f.list(names)}, ${t.moment(at, true, now)}`,
    missingTitle: 'This step is not here',
    missingHint: 'It may have left the plan. The flow shows what there is.',
    inTheWay: (count: number): string =>
      f.plural(count, { one: 'One step comes first', other: '# steps come first' }),
    inTheWayList: (titles: readonly string[]): string => f.list(titles),
    doneToo: (count: number): string =>
      f.plural(count, { one: 'Done too? Mark both', other: 'Done too? Mark them all' }),
    /** Where they cannot be marked along with it: the plan wants each for itself, or one asks something. */
    byThemselves: (count: number): string =>
      f.plural(count, {
        one: 'It has to be finished by itself.',
        other: 'They have to be finished by themselves.',
      }),
    doneTooChoose: (count: number): string =>
      f.plural(count, {
        one: 'Done too? Say how this one ended, and both are marked.',
        other: 'Done too? Say how this one ended, and all are marked.',
      }),
    conflictTitle: 'Two answers met',
    conflictHint: 'Both were given without knowing of the other. Keep either; the other stays in the log.',
    /** One side of a conflict: "Done: Approved". */
    answer: (of: Verdict, outcome: string | null): string =>
      outcome === null ? verdict(of) : `${verdict(of)}: ${outcome}`,
    keepThis: 'Keep this',
    /** For those who hear the button without seeing what it stands under. */
    keepThisOne: (who: string, what: string): string => `Keep this: ${what}, ${who}`,
    overruled: 'Set aside, and kept to read',
    ended: (outcome: string): string => `Ended with “${outcome}”`,
    handOverTitle: 'Who takes it?',
    handOverNote: 'A note for them',
    handOverNoteHint: 'What they should know',
    passTo: (name: string): string => `Pass it to ${name}`,
    takeBack: 'Take it yourself',
    hasItNow: (isMe: boolean): string => (isMe ? 'have it now' : 'has it now'),
    howItEnds: 'How does it end?',
    later: 'Later',
    laterHint: 'Leave empty what you do not know yet.',
    tellsTitle: 'What came out of it?',
    needs: 'What it needs to know',
    tells: 'What it tells',
    menu: 'More for this step',
    pause: 'Pause this step',
    resume: 'Let it go on',
    doWithout: 'Go on without it…',
    doWithoutTitle: 'Go on without it?',
    doWithoutReason: 'Why? (if you like)',
    amend: 'Put it right…',
    alsoDone: (titles: readonly string[]): string => `Marks ${f.list(titles)} done too.`,
    otherWays: 'Other ways',
    stuckTitle: 'What is in the way?',
    stuckPlaceholder: 'For instance: nobody answers',
    stuckReason: 'In a few words',
    whatNow: 'What now?',
    askBackup: (name: string): string => `Ask ${name}, the backup`,
    askSomebody: 'Ask somebody else',
    askConsequence: (name: string): string => `${name} has it at once, with your notes.`,
    askSomebodyConsequence: 'You choose who has it next.',
    tryAgain: 'Try again',
    tryAgainConsequence: (attempt: number, who: string | null): string =>
      `Try ${f.number(attempt)}. ${who === null ? 'You have' : `${who} has`} it again at once.`,
    skipOption: 'Skip it',
    skipConsequence: (follows: string): string => `The flow goes on as if it were done. ${follows}`,
    cancelOption: 'Not needed any more',
    cancelConsequence: (follows: string): string => `It ends here, and nothing behind it opens. ${follows}`,
    waitOption: 'Wait for somebody outside',
    waitConsequence: 'It is nobody’s turn until they answer; you say whom.',
    noteOption: 'Just note it',
    noteConsequence: (conductor: string | null): string =>
      conductor === null
        ? 'It shows as stuck, and what comes after it waits.'
        : `It shows as stuck, ${conductor} sees it, and what comes after it waits.`,
    noteConsequenceMine: 'It shows as stuck, and what comes after it waits.',
    sayWhy: 'Say what is in the way first; a few words are enough.',
    chooseFirst: 'Choose what happens next',
    said: {
      done: (title: string): string => `${title}: done`,
      passedOn: 'Passed on',
      doneToo: (count: number): string => f.plural(count, { one: '# step done', other: '# steps done' }),
      skipped: (title: string): string => `${title} is skipped`,
      stuck: (title: string): string => `${title} shows as stuck`,
      handed: (name: string): string => `${name} has it now`,
      taken: 'You have it now',
      retried: 'Open for another try',
      cancelled: (title: string): string => `${title} is not wanted any more`,
      paused: (title: string): string => `${title} is paused`,
      resumed: (title: string): string => `${title} goes on`,
      ended: (title: string, outcome: string): string => `${title}: ${outcome}`,
      reopened: 'Open again',
      dueSet: 'Date changed',
      dueRemoved: 'Date removed',
      kept: 'Chosen; the other answer stays in the log',
      noted: 'Note added',
    },
  };
}
