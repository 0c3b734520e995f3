/**
 * A device that several people use asks who is there when its screen was hidden for five minutes, in this run
 * of the program or since an earlier one, before it shows anybody's Now.
 */
import type { DeviceDatabase } from '../store/device-database.ts';

const patience = 5 * 60_000;

export interface SharedDevice {
  isShared(): boolean;
  /** Nobody has said yet who is there. */
  isAsking(): boolean;
  setShared(shared: boolean): Promise<void>;
  setVisible(visible: boolean): void;
  /** Somebody said who they are. */
  answered(): void;
}

export async function openSharedDevice(
  database: DeviceDatabase,
  now: () => number,
  onChange: () => void,
): Promise<SharedDevice> {
  let [shared, hiddenAt] = await Promise.all([database.isShared(), database.hiddenAt()]);
  // It may have been stopped before it could say since when nobody looks.
  let asking = shared && (hiddenAt === null || now() - hiddenAt >= patience);
  hiddenAt = null;

  return {
    isShared: () => shared,
    isAsking: () => asking,
    setShared: async (wanted) => {
      shared = wanted;
      asking = false;
      await database.setShared(wanted);
      onChange();
    },
    setVisible: (visible) => {
      if (!visible) {
        hiddenAt = now();
        if (shared) void database.setHiddenAt(hiddenAt).catch(() => undefined);
        return;
      }
      if (!shared || hiddenAt === null || now() - hiddenAt < patience) return;
      asking = true;
      onChange();
    },
    answered: () => {
      asking = false;
      onChange();
    },
  };
}
