/** A copy that belongs to no household any more, or may only be read. Loaded with what says so. */
import type { FailureWords } from './failures.ts';

export type SayableStanding = 'removed' | 'leftBehind' | 'viewer';

const standings: Readonly<Record<SayableStanding, FailureWords>> = {
  removed: {
    what: 'This device was removed from the household.',
    wayOut: 'What it had stays readable here. Nothing new comes in, and nothing can be changed.',
  },
  leftBehind: {
    what: 'The household went on without this device, because nobody had heard of it.',
    wayOut: 'What it had stays readable here, with what you wrote. With a new invite it goes on.',
  },
  viewer: {
    what: 'You are looking on.',
    wayOut: 'Everything new comes in; to change something, ask for an invite that lets you.',
  },
};

export const standingWords = {
  say: (standing: SayableStanding): FailureWords => standings[standing],
  copy: 'A copy on this device, to be read',
  aloneCopy: 'Its keys cannot be read, so it is shared with nobody. A household from this copy could be.',
  join: 'I have an invite',
  anew: 'Start from this copy…',
  anewTitle: 'Start a household from this copy?',
  anewFacts: {
    keeps: 'Every flow, step and note that is on this device goes with you, and you can change it again.',
    others: 'The others are not told, and keep their own. Whoever is to come along needs a new invite.',
    apart: 'The two go apart from here on. They cannot be put together again.',
  },
  doAnew: 'Start it',
  cancel: 'Not now',
  started: 'This copy is a household of its own now',
};
