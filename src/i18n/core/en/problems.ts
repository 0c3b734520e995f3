/**
 * Problems that a person must know about, each with what it means and what to do. They load when there is one.
 */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';
import { refusalWords } from './refusals.ts';

export type SayableProblem =
  | { readonly type: 'storageUnavailable' }
  | { readonly type: 'storageFull' }
  | { readonly type: 'keysDamaged' }
  | { readonly type: 'damagedEntries'; readonly title: string; readonly count: number }
  | { readonly type: 'newerEvents'; readonly title: string; readonly count: number }
  | { readonly type: 'relayRefuses'; readonly code: number }
  | { readonly type: 'foreignFrames'; readonly count: number }
  | { readonly type: 'unreadableChanges'; readonly count: number }
  | { readonly type: 'forked' };

export function problemWords(f: Formats) {
  return {
    problem: (problem: SayableProblem): FailureWords => {
      switch (problem.type) {
        case 'storageUnavailable':
          return {
            what: 'This browser does not let Baton save here.',
            wayOut:
              'Leave private browsing, or allow this site to store data. Until then, closing the page loses what you do.',
          };
        case 'storageFull':
          return {
            what: 'This device has no room left.',
            wayOut: 'All that was saved is safe. Free some space to go on.',
          };
        case 'keysDamaged':
          return {
            what: 'This device can no longer read its keys, so it shares with nobody.',
            wayOut:
              'Everything here is kept and works. Ask for an invite in another browser to go on together.',
          };
        case 'damagedEntries':
          return {
            what: f.plural(problem.count, {
              one: `One entry of ${problem.title} cannot be read.`,
              other: `# entries of ${problem.title} cannot be read.`,
            }),
            wayOut: 'They are kept as they are, and everything else works.',
          };
        case 'newerEvents':
          return {
            what: f.plural(problem.count, {
              one: `One entry of ${problem.title} was made by a newer version of Baton.`,
              other: `# entries of ${problem.title} were made by a newer version of Baton.`,
            }),
            wayOut: 'Update Baton on this device to see them. They are kept and passed on.',
          };
        case 'relayRefuses':
          return refusalWords(problem.code);
        case 'foreignFrames':
          return {
            what: f.plural(problem.count, {
              one: 'Something on the relay cannot be read as written by anybody of this household.',
              other: '# things on the relay cannot be read as written by anybody of this household.',
            }),
            wayOut:
              'That was ignored, and nothing here has changed by it. Update Baton; if it comes again, tell whoever runs the relay.',
          };
        case 'unreadableChanges':
          return {
            what: f.plural(problem.count, {
              one: 'A change from another device of this household cannot be read.',
              other: '# changes from other devices of this household cannot be read.',
            }),
            wayOut:
              'That was left out, and everything else works. Update Baton on all devices; what they hold is brought again.',
          };
        case 'forked':
          return {
            what: 'The relay shows different histories to different devices.',
            wayOut:
              'Nothing on this device is lost, but changes of others may be missing here. Look again later, and ask whoever runs the relay whether an old copy was put back.',
          };
      }
    },
  };
}
