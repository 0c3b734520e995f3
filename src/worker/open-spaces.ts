/**
 * Every space of this device, open at the same time, so that what was written in one goes on to others
 * while another one is on the screen. One of them is the current one: the one that is shown.
 *
 * Invariant: which one is current is the device's matter, not a tab's: it is stored before it is shown.
 */
import type { SpaceId } from '../model/ids.ts';
import type { DeviceDatabase, SpaceRecord } from '../store/device-database.ts';
import type { SpaceSession } from './space-session.ts';

export interface OpenSpaces {
  current(): SpaceSession | null;
  /** In the order in which the device came to know them. */
  all(): readonly SpaceSession[];
  /** Opens a space that was just made or joined, and makes it the current one. */
  open(record: SpaceRecord): Promise<SpaceSession>;
  /**
   * Opens what is stored; another tab may have come to know, chosen or left a space a moment ago. Resolves
   * when the one to be shown is open; the others follow behind the screens.
   */
  readStored(): Promise<void>;
  /** `false`: no such space. */
  show(id: SpaceId): Promise<boolean>;
  /** Closes a space, and shows another one if there is one. What is stored of it stays. */
  closeOne(id: SpaceId): Promise<void>;
  close(): Promise<void>;
}

export function makeOpenSpaces(options: {
  readonly database: DeviceDatabase;
  readonly openSession: (record: SpaceRecord) => Promise<SpaceSession>;
  readonly onChange: () => void;
}): OpenSpaces {
  const { database, onChange } = options;
  const opening = new Map<SpaceId, Promise<SpaceSession>>();
  const sessions = new Map<SpaceId, SpaceSession>();
  let shown: SpaceId | null = null;
  /** Of those that are open, in a tab that has not read or written a choice. */
  const first = (): SpaceId | null => [...sessions.keys()][0] ?? null;

  function openSession(record: SpaceRecord): Promise<SpaceSession> {
    const known = opening.get(record.id);
    if (known !== undefined) return known;
    const opened = options.openSession(record).then((session) => {
      sessions.set(record.id, session);
      // The one that was shown may have gone while this one was being read.
      shown ??= record.id;
      return session;
    });
    opening.set(record.id, opened);
    // What did not open may the next time.
    opened.catch(() => opening.delete(record.id));
    return opened;
  }

  async function closeOne(id: SpaceId): Promise<void> {
    const session = await opening.get(id);
    opening.delete(id);
    sessions.delete(id);
    if (shown === id) shown = first();
    onChange();
    await session?.close();
  }

  return {
    current: () => (shown === null ? null : (sessions.get(shown) ?? null)),
    all: () => [...sessions.values()].toSorted((a, b) => a.joinedAt - b.joinedAt),
    open: async (record) => {
      const session = await openSession(record);
      try {
        await database.setCurrentSpace(record.id);
      } finally {
        // One that was just made or joined is shown here, also when the disk has no room for the choice.
        shown = record.id;
        onChange();
      }
      return session;
    },
    readStored: async () => {
      const [records, chosen] = await Promise.all([database.spaces(), database.currentSpace()]);
      for (const record of records) await sessions.get(record.id)?.adopt(record);
      const gone = [...opening.keys()].filter((id) => !records.some((record) => record.id === id));
      await Promise.all(gone.map(closeOne));
      const ordered = records.toSorted((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
      const [next, ...others] = ordered;
      if (next === undefined) {
        onChange();
        return;
      }
      await openSession(next);
      shown = next.id;
      onChange();
      // Nobody waits for what is not on the screen.
      void Promise.all(others.map(openSession)).then(onChange);
    },
    show: async (id) => {
      if (!sessions.has(id)) return false;
      await database.setCurrentSpace(id);
      shown = id;
      onChange();
      return true;
    },
    closeOne,
    close: async () => {
      const closing = [...opening.values()];
      opening.clear();
      sessions.clear();
      for (const session of closing) await (await session).close();
    },
  };
}
