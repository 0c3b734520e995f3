/** Problems that a person must know about. Loaded when there is one, which is hardly ever. */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';

export type SayableProblem =
  | { readonly type: 'storageUnavailable' }
  | { readonly type: 'storageFull' }
  | { readonly type: 'keysDamaged' }
  | { readonly type: 'contentMissing'; readonly lost: boolean }
  | { readonly type: 'damagedUpdates'; readonly count: number }
  | { readonly type: 'damagedEntries'; readonly title: string; readonly count: number }
  | { readonly type: 'newerEvents'; readonly title: string; readonly count: number };

export function problemWords(f: Formats) {
  return {
    save: 'Save to a file',
    open: 'Open a saved file',
    problem: (problem: SayableProblem): FailureWords => {
      switch (problem.type) {
        case 'storageUnavailable':
          return {
            what: 'This browser does not let Baton save here.',
            wayOut:
              'Leave private browsing, or allow this site to store data. Until then, closing the page loses what you do; a file keeps it.',
          };
        case 'storageFull':
          return {
            what: 'This device has no room left.',
            wayOut:
              'All that was saved is safe. Free some space to go on; what you did since is in this page only, and in a file if you make one.',
          };
        case 'keysDamaged':
          return {
            what: 'This device can no longer read its keys, so it shares with nobody.',
            wayOut:
              'Everything here is kept and works. A saved file of this household brings the keys back, or ask for an invite in another browser.',
          };
        case 'contentMissing':
          return problem.lost
            ? {
                what: 'What this household holds is not on this device any more.',
                wayOut:
                  'The browser may have cleared it, and nobody has sent it since. Open Baton on another device of the household, or a saved file.',
              }
            : {
                what: 'This household is on its way from the other devices.',
                wayOut: 'It comes as soon as there is a connection. Until then there is nothing to see here.',
              };
        case 'damagedUpdates':
          return {
            what: f.plural(problem.count, {
              one: 'One saved piece of this household cannot be read.',
              other: '# saved pieces of this household cannot be read.',
            }),
            wayOut: 'They are kept as they are. What others have of it comes back by itself.',
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
      }
    },
  };
}
