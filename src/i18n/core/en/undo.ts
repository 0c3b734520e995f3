/**
 * Undoing what was done, and ending a flow before its last step: what there is to undo, whose it is, until
 * when it is free. Loaded with the screens that say it.
 */
import type { Formats } from '../formats.ts';
import type { TimeWords } from './times.ts';

export interface Until {
  readonly at: number;
  readonly hasTime: boolean;
  readonly late: boolean;
}

export function undoWords(f: Formats, t: TimeWords) {
  return {
    /** Over the list on a flow, and on the card of one. */
    count: (count: number): string => f.plural(count, { one: '1 thing to undo', other: '# things to undo' }),
    cancelledWith: (count: number): string =>
      f.plural(count, { one: 'Cancelled, 1 thing to undo', other: 'Cancelled, # things to undo' }),
    order: 'Last first, and first of all what soon costs money.',
    allSettled: 'Undone',
    allSettledHint: 'Nothing is left to undo.',
    until: ({ at, hasTime, late }: Until, now: number): string =>
      late ? `was free until ${t.moment(at, hasTime, now)}` : `free until ${t.moment(at, hasTime, now)}`,
    undoes: (step: string): string => `undoes ${step}`,
    done: 'Done',
    doneFor: (title: string): string => `Done: ${title}`,
    failed: 'Didn’t work',
    failedFor: (title: string): string => `Didn’t work: ${title}`,
    notNeeded: 'Not needed',
    notNeededFor: (title: string): string => `Not needed: ${title}`,
    leave: 'Leave it',
    leaveFor: (title: string): string => `Leave it: ${title}`,
    again: 'Try again',
    againFor: (title: string): string => `Try again: ${title}`,
    handOn: 'Give it to…',
    handOnFor: (title: string): string => `Give it to somebody: ${title}`,
    handOnTitle: 'Who does it?',
    handOnTo: (name: string, isMe: boolean): string => (isMe ? 'I do it' : `Give it to ${name}`),
    hasIt: (isMe: boolean): string => (isMe ? 'You have it now' : 'Has it now'),
    state: {
      done: (names: readonly string[]): string => (names.length === 0 ? 'Done' : `Done by ${f.list(names)}`),
      declined: 'Not needed',
      failed: (reason: string | null): string =>
        reason === null || reason === '' ? 'It did not work' : `It did not work: ${reason}`,
    },
    said: {
      done: (title: string): string => `Done: ${title}`,
      failed: (title: string): string => `Noted that it did not work: ${title}`,
      declined: (title: string): string => `Not needed: ${title}`,
      again: (title: string): string => `Open again: ${title}`,
      handed: (title: string, name: string, isMe: boolean): string =>
        isMe ? `You have it: ${title}` : `${name} has it: ${title}`,
      asked: (title: string, who: string | null): string =>
        who === null ? `To do: ${title}` : `${who} is asked: ${title}`,
    },
    failTitle: (title: string): string => `${title}: what happened?`,
    failHint: 'It stays on the list until somebody tries again or leaves it as it is.',
    failReason: 'What happened? (if you like)',
    failConfirm: 'It did not work',
    back: 'Back',
    because: {
      runCancelled: 'The flow was cancelled.',
      surplus: 'It was done though it was not needed any more.',
      factChanged: 'What it rests on has changed.',
      asked: 'Somebody asked for it.',
    },
    /** On the sheet of a step that is done and could be undone. */
    canBeUndone: 'It can be undone',
    ask: 'Undo this',
    /** Before a flow is cancelled. */
    cancelUndoes: (count: number): string =>
      f.plural(count, {
        one: 'One thing was done that can be undone. Baton will ask for it:',
        other: '# things were done that can be undone. Baton will take you through them, last first:',
      }),
    cancelHint: 'What is open is over. What was done stays in the log.',
    cancelStays: 'Nothing is undone by itself.',
    callDone: 'Call it done…',
    callDoneTitle: (title: string): string => `Call ${title} done?`,
    callDoneHint: (open: number): string =>
      f.plural(open, {
        one: 'One open step is not needed any more then. What is done stays done.',
        other: '# open steps are not needed any more then. What is done stays done.',
      }),
    callDoneReason: 'Why? (if you like)',
    callDoneConfirm: 'Call it done',
    calledDone: (title: string): string => `${title} is done`,
    keepGoing: 'Keep it going',
    endedBy: (who: string): string => `${who} called it done`,
    endedByStep: (step: string): string => `${step} ended it`,
    endedHint: 'What was still open is not needed any more.',
    takeUp: 'Take it up again',
    takenUp: (title: string): string => `${title} goes on`,
  };
}
