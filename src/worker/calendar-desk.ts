/**
 * The calendars that somebody opened on this device: when they keep that person busy. They lie in the device's
 * database, a list a space, and are told to no other device.
 */
import type { PersonId, SpaceId } from '../model/ids.ts';
import type { DeviceDatabase } from '../store/device-database.ts';
import type { BusyTime, SpaceSnapshot } from '../views/space-snapshot.ts';
import { decodeCalendars, type KeptCalendar, listBusyTimes } from './kept-calendar.ts';

/** How long the times that were worked out serve, ms. */
const freshFor = 12 * 60 * 60_000;

interface Known {
  readonly calendars: readonly KeptCalendar[];
  readonly times: ReadonlyMap<string, readonly BusyTime[]>;
  readonly at: number;
}

export interface CalendarDesk {
  /** What is known by now; the rest is on its way, and `onChange` tells when it has come. */
  read(space: SpaceId, person: PersonId | null): Pick<SpaceSnapshot, 'busy' | 'calendars'>;
  /** Replaces the space's calendars; rejects when they cannot be stored. */
  change(
    space: SpaceId,
    change: (calendars: readonly KeptCalendar[]) => readonly KeptCalendar[],
  ): Promise<void>;
  /** Another tab changed calendars: what is known is read again, and serves until it has been. */
  reread(): void;
}

export function makeCalendarDesk(
  database: DeviceDatabase,
  now: () => number,
  onChange: () => void,
  /** This tab stored other calendars. */
  onStored: () => void,
): CalendarDesk {
  const knownBySpace = new Map<SpaceId, Known>();
  /** By space: how often it was read or changed. What was read before the last time comes too late. */
  const turns = new Map<SpaceId, number>();
  const loading = new Set<SpaceId>();

  function takeTurn(space: SpaceId): () => boolean {
    const turn = (turns.get(space) ?? 0) + 1;
    turns.set(space, turn);
    return () => turns.get(space) === turn;
  }

  async function workOut(
    space: SpaceId,
    calendars: readonly KeptCalendar[],
    isLast: () => boolean,
  ): Promise<void> {
    const at = now();
    const times = await Promise.all(
      calendars.map(async (calendar) => [calendar.id, await listBusyTimes(calendar, at)] as const),
    );
    if (!isLast()) return;
    knownBySpace.set(space, { calendars, times: new Map(times), at });
    onChange();
  }

  function load(space: SpaceId): void {
    const isLast = takeTurn(space);
    loading.add(space);
    void database
      .calendars(space)
      .then((stored) => workOut(space, decodeCalendars(stored), isLast))
      // What cannot be read now is read the next time somebody looks.
      .catch(() => undefined)
      .finally(() => {
        if (isLast()) loading.delete(space);
      });
  }

  return {
    read: (space, person) => {
      const known = knownBySpace.get(space);
      if ((known === undefined || now() - known.at > freshFor) && !loading.has(space)) load(space);
      const own = known?.calendars.filter((calendar) => calendar.person === person) ?? [];
      if (known === undefined || own.length === 0) return {};
      return {
        busy: own.flatMap(({ id }) => known.times.get(id) ?? []).sort((a, b) => a.at - b.at),
        calendars: own.map(({ id, name, events, addedAt }) => ({ id, name, events: events.length, addedAt })),
      };
    },
    change: async (space, change) => {
      const changed = change(decodeCalendars(await database.calendars(space)));
      await database.putCalendars(space, changed);
      onStored();
      loading.delete(space);
      await workOut(space, changed, takeTurn(space));
    },
    reread: () => {
      for (const space of new Set([...knownBySpace.keys(), ...loading])) load(space);
    },
  };
}
