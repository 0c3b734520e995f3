/** Where the household's data is and how fresh it is. */
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

export function syncWords(t: TimeWords) {
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
        return `${saved} The relay refuses to pass it on; nothing is lost.`;
    }
  };
  return {
    line: freshness,
    clock: (offBy: number): string =>
      `This device’s clock is ${t.length(Math.max(1, Math.round(Math.abs(offBy) / 60_000)))} ${offBy > 0 ? 'ahead' : 'behind'}. Set it right, so that times are.`,
  };
}
