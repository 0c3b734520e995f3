/**
 * A device that several people use asks who is there when nobody had its screen before them for five minutes, in
 * this run of the program or since an earlier one, before it shows anybody's Now.
 */
import type { DeviceDatabase } from '../store/device-database.ts';

const patience = 5 * 60_000;
/** How often it is noted that somebody looks: a device may stop without a word. */
const heartbeat = 60_000;

export interface SharedDevice {
  isShared(): boolean;
  /** Nobody has said yet who is there. */
  isAsking(): boolean;
  setShared(shared: boolean): Promise<void>;
  setVisible(visible: boolean): void;
  /** Somebody said who they are. */
  answered(): void;
  close(): void;
}

export async function openSharedDevice(
  database: DeviceDatabase,
  now: () => number,
  onChange: () => void,
): Promise<SharedDevice> {
  let [shared, seenAt] = await Promise.all([database.isShared(), database.seenAt()]);
  const isLongAgo = (): boolean => shared && (seenAt === null || now() - seenAt >= patience);
  let asking = isLongAgo();
  let visible = false;

  function noteSeen(): void {
    seenAt = now();
    // Lost, it asks once too often.
    if (shared) void database.setSeenAt(seenAt).catch(() => undefined);
  }

  const beat = setInterval(() => {
    if (visible && shared) noteSeen();
  }, heartbeat);

  return {
    isShared: () => shared,
    isAsking: () => asking,
    setShared: async (wanted) => {
      shared = wanted;
      asking = false;
      noteSeen();
      await database.setShared(wanted);
      onChange();
    },
    setVisible: (isVisible) => {
      // A device that was asleep noted nothing: what counts is when it was last known to be looked at.
      if (isVisible && isLongAgo()) {
        asking = true;
        onChange();
      }
      visible = isVisible;
      noteSeen();
    },
    answered: () => {
      asking = false;
      onChange();
    },
    close: () => {
      clearInterval(beat);
      // Nothing is noted any more.
      shared = false;
    },
  };
}
