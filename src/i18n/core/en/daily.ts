/** Flows that are over, printing, files of workflows and calendars. Loaded with what shows them. */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export type WorkflowFileTrouble = 'tooLarge' | 'otherFile' | 'newerFile' | 'damagedFile' | 'invalidWorkflow';

export function dailyWords(f: Formats, t: TimeWords) {
  return {
    // Flows that are over
    findFinished: 'Find a finished flow',
    noneFound: 'No finished flow is called that',
    noneFoundHint: 'Look among the archived ones too.',
    archived: (count: number): string => `Archived ${f.number(count)}`,
    menuOf: (title: string): string => `More about ${title}`,
    archive: 'Archive',
    bringBack: 'Bring back',
    again: 'Do it again',
    archivedToast: (title: string): string => `${title} is archived`,
    backToast: (title: string): string => `${title} is back among the finished ones`,
    // Print
    print: 'Print',
    printed: (at: number, now: number): string => `as it was ${t.when(at, now)}`,
    facts: 'What is known',
    steps: 'Steps',
    notes: 'Notes',
    // A workflow as a file
    share: 'Share as a file',
    shareFailed: 'It could not be shared. Try again, or from another device.',
    madeFile: (name: string): string => `${name} is in your downloads`,
    nothingToShare: 'It is not here any more',
    openFile: 'Open a workflow file',
    openTitle: 'A workflow from a file',
    openHint: 'Look at it first. Nothing is added before you say so.',
    dropHere: 'Drop it to look at it',
    choose: 'Choose a file',
    holds: (steps: number, parts: number): string =>
      `${f.plural(steps, { one: '# step', other: '# steps' })}, ${f.plural(parts, {
        one: 'one part to fill',
        other: '# parts to fill',
      })}`,
    mend: 'To be put right before it can start',
    add: 'Add it',
    added: (title: string): string => `${title} is among your workflows`,
    fileTrouble: (what: WorkflowFileTrouble): { readonly what: string; readonly wayOut: string } => {
      switch (what) {
        case 'tooLarge':
          return { what: 'This file is too large to be a workflow.', wayOut: 'Choose another one.' };
        case 'otherFile':
          return {
            what: 'This is no workflow of Baton.',
            wayOut: 'Choose a file whose name ends in .baton.json.',
          };
        case 'newerFile':
          return {
            what: 'A newer Baton made this file.',
            wayOut: 'Update the app here, then open it again.',
          };
        case 'damagedFile':
          return { what: 'This file is damaged.', wayOut: 'Ask for it to be sent again.' };
        case 'invalidWorkflow':
          return {
            what: 'The plan in this file cannot be followed.',
            wayOut: 'Its steps wait for each other, or for steps that are not in it.',
          };
      }
    },
    // Calendars
    toCalendar: 'Put in a calendar',
    datesOf: 'Dates as a calendar file',
    noDates: 'Nothing in it has a date yet',
    calendars: 'Calendar',
    takeDates: 'Take the dates along, see clashes',
    takeAlong: (name: string | null): string =>
      name === null
        ? 'Your open steps with their dates, for the calendar that you use.'
        : `The open steps of ${name} with their dates, for a calendar.`,
    clashHint:
      'Open the file of a calendar, and your steps tell when something else is on. It stays on this device; nobody else sees it.',
    addCalendar: 'Open a calendar file',
    calendarAdded: 'Your steps tell now when they clash with it',
    events: (count: number, at: number, now: number): string =>
      `${f.plural(count, { one: '# event', other: '# events' })}, opened ${t.dayWord(at, now)}`,
    remove: 'Remove',
    removeOf: (name: string): string => `Remove ${name}`,
    removed: (name: string): string => `${name} is not here any more`,
    unnamed: 'A calendar',
    clash: (title: string, at: number, wholeDays: boolean, now: number): string =>
      `Clashes with “${title === '' ? 'something else' : title}”, ${wholeDays ? f.day(at, now) : t.when(at, now)}`,
  };
}

export type DailyWords = ReturnType<typeof dailyWords>;
