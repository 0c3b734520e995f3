/** The Step sheet and what it opens: stuck, hand over, due. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export function stepWords(f: Formats, t: TimeWords) {
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
    startsFirst: 'Nothing; it can start right away',
    unlocks: 'Unlocks',
    unlocksNothing: 'Nothing; it is the last one',
    backup: 'backup',
    wouldHave: 'will have it',
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
    waitKind: 'Waiting for somebody outside',
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
    conflictTitle: 'Two answers met',
    conflictHint: 'Both were given without knowing of the other. Keep either; the other stays in the log.',
    verdict: (verdict: 'completed' | 'failed' | 'skipped' | 'reopened'): string => {
      switch (verdict) {
        case 'completed':
          return 'Done';
        case 'failed':
          return 'Stuck';
        case 'skipped':
          return 'Skipped';
        case 'reopened':
          return 'Opened again';
      }
    },
    keep: (who: string, isMe: boolean): string => (isMe ? 'Keep yours' : `Keep ${who}’s`),
    keepThis: 'Keep this',
    overruled: (who: string, verdict: string, when: string): string =>
      `Set aside: “${verdict}”, ${who}, ${when}.`,
    handOverTitle: 'Who takes it?',
    handOverNote: 'A note for them',
    handOverNoteHint: 'What they should know',
    passTo: (name: string): string => `Pass it to ${name}`,
    takeBack: 'Take it yourself',
    hasItNow: (isMe: boolean): string => (isMe ? 'have it now' : 'has it now'),
    stuckTitle: 'What is in the way?',
    stuckPlaceholder: 'For instance: nobody answers',
    stuckReason: 'In a few words',
    whatNow: 'What now?',
    askBackup: (name: string): string => `Ask ${name}, the backup`,
    askSomebody: 'Ask somebody else',
    askConsequence: (name: string): string => `${name} has it at once, with your notes.`,
    askSomebodyConsequence: 'You choose who has it next.',
    skipOption: 'Skip it',
    skipConsequence: (titles: readonly string[]): string =>
      titles.length === 0
        ? 'The flow goes on without it.'
        : `${f.list(titles)} ${titles.length === 1 ? 'goes' : 'go'} on without it.`,
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
      reopened: 'Open again',
      dueSet: 'Date changed',
      dueRemoved: 'Date removed',
      kept: 'Chosen; the other answer stays in the log',
      noted: 'Note added',
    },
  };
}
