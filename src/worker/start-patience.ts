/**
 * When a device starts by itself what is due: what it writes hangs on what it knows, so one that could be in step
 * with the others first waits a little to be.
 */
import type { SpaceId } from '../model/ids.ts';
import type { SpaceSession } from './space-session.ts';

export interface StartPatience {
  readonly isReady: (session: SpaceSession) => boolean;
  /** When it is ready however little it has heard, milliseconds since 1970; counted from the first asking. */
  readonly waitsUntil: (session: SpaceSession) => number;
  /** The device was asleep: others may have started what was due meanwhile. */
  readonly woke: () => void;
}

export function makeStartPatience(now: () => number, patienceMs: number): StartPatience {
  /** Since when a space has been open here. */
  const openSince = new Map<SpaceId, number>();
  const waitsUntil = ({ id }: SpaceSession): number => {
    const since = openSince.get(id) ?? now();
    openSince.set(id, since);
    return since + patienceMs;
  };
  return {
    isReady: (session) => session.isLive() || session.access() === 'alone' || now() >= waitsUntil(session),
    waitsUntil,
    woke: () => openSince.clear(),
  };
}
