/** Where the household's data is and how fresh it is, and problems that a person must know about. */
import type { Formats } from '../formats.ts';
import type { FailureWords } from './failures.ts';
import type { TimeWords } from './times.ts';

export interface SayableSync {
  readonly state: 'alone' | 'out' | 'connecting' | 'live' | 'offline' | 'refused';
  readonly syncedAt: number | null;
  readonly pending: boolean;
  /** Milliseconds. */
  readonly clockOffBy: number | null;
  /** Another tab of this device holds the connection. */
  readonly otherTab: boolean;
}

export type SayableProblem =
  | { readonly type: 'storageUnavailable' }
  | { readonly type: 'storageFull' }
  | { readonly type: 'keysDamaged' }
  | { readonly type: 'damagedEntries'; readonly title: string; readonly count: number }
  | { readonly type: 'newerEvents'; readonly title: string; readonly count: number };

export function syncWords(f: Formats, t: TimeWords) {
  const saved = 'Saved on this device.';
  const freshness = (sync: SayableSync, now: number): string => {
    const synced = sync.syncedAt === null ? '' : ` Synced ${t.ago(sync.syncedAt, now)}.`;
    if (sync.otherTab) return `${saved} Another tab keeps the connection.`;
    switch (sync.state) {
      case 'alone':
        return `${saved} Not shared with anybody yet.`;
      case 'out':
        return `${saved} Not shared any more.`;
      case 'connecting':
        return `${saved} Connecting…`;
      case 'live':
        return sync.pending ? `${saved} Sending…` : `${saved}${synced}`;
      case 'offline':
        return sync.pending ? `${saved} Offline; goes out when you are back.` : `${saved} Offline.${synced}`;
      case 'refused':
        return `${saved} The relay turned this device away; nothing is lost.`;
    }
  };
  return {
    line: freshness,
    clock: (offBy: number): string =>
      `This device’s clock is ${t.length(Math.max(1, Math.round(Math.abs(offBy) / 60_000)))} ${offBy > 0 ? 'ahead' : 'behind'}. Set it right, so that times are.`,
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
      }
    },
  };
}
