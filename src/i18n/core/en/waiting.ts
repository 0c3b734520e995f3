/** Waiting on somebody outside, and what they answered. */
import type { TimeWords } from './times.ts';

export function waitingWords(t: TimeWords) {
  return {
    start: 'Wait for somebody outside…',
    startTitle: 'Who or what do you wait for?',
    startHint: 'It is nobody’s turn until they answer.',
    somebodyKnown: 'Somebody you know',
    somebodyElse: 'Somebody or something else',
    who: 'Who or what',
    whoPlaceholder: 'For instance: the insurance',
    startAction: 'Wait for them',
    startNamed: (on: string): string => `Wait for ${on}`,
    waitsFor: (on: string): string => `Waiting for ${on}`,
    since: (at: number, now: number): string => `since ${t.moment(at, true, now)}`,
    answered: 'They answered',
    answeredNamed: (on: string): string => `${on.slice(0, 1).toUpperCase()}${on.slice(1)} answered`,
    stop: 'Stop waiting',
    replyTitle: 'What did they say?',
    replyText: 'In their words',
    replyPlaceholder: 'Leave it empty if there is nothing to add',
    replyFacts: 'What they told',
    replyRecord: 'Note it',
    replyOnlyRecord: 'Only note it',
    replyRecordHint: 'It is your turn again.',
    replyDone: 'Note it, and done',
    replies: 'What they said',
    said: {
      waits: (on: string): string => `Waiting for ${on}`,
      stopped: 'Not waiting any more',
      recorded: 'Noted',
    },
  };
}
