/**
 * Takes in what guests write, on a member's device. Each open guest of a joined run has a document here, in
 * step with the guest's own; what the engine grants is written into the run as it is, the rest stays where
 * it lies and is told to the conductor.
 *
 * Invariants: only a device that may write the space takes in; several that do so at once write the same
 * entries, which the run's fold counts once [E1].
 */
import { createGuestJudge, type GuestJudge, type SetAsideEntry } from '../engine/guest/guest-judge.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../model/decode-event.ts';
import type { LogEvent } from '../model/event.ts';
import { isSame } from '../model/is-same.ts';
import type { GuestId, RunId, SpaceId } from '../model/ids.ts';
import { isGuestHere, observeGuestMarks } from '../store/guest-document.ts';
import { openPersistedDocument, type PersistedDocument } from '../store/persisted-document.ts';
import { observeRunEntries, runEntries } from '../store/run-document.ts';
import { findOpenGuests, type GuestEntry, readGuests, writeGuest } from '../store/space-guests.ts';
import { computeTextDigest } from '../sync/text-digest.ts';
import type { Environment } from './environment.ts';
import type { JoinedRoom } from './room-set.ts';
import type { RunSession } from './run-session.ts';
import type { SpaceRooms } from './space-rooms.ts';

export interface GuestSetAside extends SetAsideEntry {
  readonly guest: GuestEntry;
  /** As the conductor acknowledges it. From the content: ids are the guest's to choose, and may repeat. */
  readonly alert: string;
}

export interface GuestDesk {
  /** The guests, the runs or what is in them have changed. */
  refresh(): void;
  setAside(run: RunId): readonly GuestSetAside[];
  /** A device of the guest's was here: it said so, or wrote something. */
  isHere(guest: GuestId): boolean;
  /** Takes in at once what is here of a run's guests. */
  takeIn(run: RunId): void;
  close(): Promise<void>;
}

export interface GuestDeskOptions {
  readonly environment: Environment;
  readonly space: SpaceId;
  /** The space document. */
  readonly doc: PersistedDocument['doc'];
  readonly rooms: SpaceRooms;
  /** Those runs that are open and joined. */
  readonly joined: () => readonly { readonly session: RunSession; readonly generation: number }[];
  /** This device is the one to take in first: whoever conducts the run. */
  readonly isFirst: (run: RunSession) => boolean;
  readonly onChange: () => void;
}

/** One guest's document, open here. */
interface Seat {
  readonly entry: GuestEntry;
  readonly document: PersistedDocument;
  readonly room: JoinedRoom | null;
  readonly judge: GuestJudge;
  setAside: readonly SetAsideEntry[];
  told: readonly GuestSetAside[];
  timer: ReturnType<typeof setTimeout> | undefined;
  readonly leave: () => Promise<void>;
}

/** How long others leave it to the conductor's device, ms, at least; and again as much by chance. */
const politeness = 2_000;
/** More entries than this are not even read: [A6] grants fewer. */
const mostRead = 5_000;

export function guestDatabaseName(environment: Environment, space: SpaceId, guest: GuestId): string {
  return `${environment.name}/guest/${space}/${guest}`;
}

export function openGuestDesk(options: GuestDeskOptions): GuestDesk {
  const { environment, doc, rooms, onChange } = options;
  const opening = new Map<GuestId, Promise<Seat>>();
  const seats = new Map<GuestId, Seat>();
  let closed = false;

  async function seat(entry: GuestEntry): Promise<Seat> {
    const name = guestDatabaseName(environment, options.space, entry.guest);
    const document = await openPersistedDocument(name);
    const room = closed ? null : rooms.openGuest(entry, document.doc);
    const stopEntries = observeRunEntries(document.doc, () => consider(entry.guest, false));
    const stopMarks = observeGuestMarks(document.doc, () => {
      noteHere(entry.guest);
      onChange();
    });
    return {
      entry,
      document,
      room,
      judge: createGuestJudge(entry),
      setAside: [],
      told: [],
      timer: undefined,
      leave: async () => {
        stopEntries();
        stopMarks();
        clearTimeout(seats.get(entry.guest)?.timer);
        seats.delete(entry.guest);
        await room?.destroy();
        await document.close();
      },
    };
  }

  function isHere(guest: GuestId): boolean {
    const own = seats.get(guest)?.document.doc;
    return own !== undefined && (isGuestHere(own) || runEntries(own).length > 0);
  }

  /** A relay that lost its data took the link for unused: the guest's own room tells better. */
  function noteHere(guest: GuestId): void {
    const entry = readGuests(doc).find((each) => each.guest === guest);
    if (entry?.unused === true && isHere(guest)) writeGuest(doc, { guest, joinedAt: environment.now() });
  }

  /** Judges all that is here of a guest; `now`: whoever else might take it in. */
  function consider(guest: GuestId, now: boolean): void {
    noteHere(guest);
    const found = seats.get(guest);
    const run = options.joined().find(({ session }) => session.run === found?.entry.run)?.session;
    if (found === undefined || run === undefined) return;
    const own = readOwn(found.document);
    if (own.length === 0) return;
    const { granted, setAside } = found.judge.judge(own, run.state().history);
    if (!isSame(setAside, found.setAside)) {
      found.setAside = setAside;
      found.told = setAside.map((each) => toTold(found.entry, each));
      onChange();
    }
    if (granted.length === 0) return;
    if (now || options.isFirst(run)) run.append(granted.map(encodeLogEntry));
    else found.timer ??= setTimeout(() => takeInLate(guest), politeness * (1 + Math.random()));
  }

  function takeInLate(guest: GuestId): void {
    const found = seats.get(guest);
    if (found === undefined) return;
    found.timer = undefined;
    consider(guest, true);
  }

  function refresh(): void {
    if (closed || rooms.writer === null) return;
    const guests = readGuests(doc);
    const wanted = options
      .joined()
      .flatMap(({ session, generation }) => findOpenGuests(guests, session.run, generation));
    for (const entry of wanted) {
      if (opening.has(entry.guest)) consider(entry.guest, false);
      else {
        const opened = seat(entry);
        opening.set(entry.guest, opened);
        void opened.then((each) => {
          seats.set(entry.guest, each);
          consider(entry.guest, false);
        });
      }
    }
    for (const guest of opening.keys()) {
      if (!wanted.some((entry) => entry.guest === guest)) void vacate(guest);
    }
  }

  async function vacate(guest: GuestId): Promise<void> {
    const opened = opening.get(guest);
    opening.delete(guest);
    await (await opened)?.leave();
  }

  const seatsOf = (run: RunId): readonly Seat[] =>
    [...seats.values()].filter(({ entry }) => entry.run === run);

  return {
    refresh,
    setAside: (run) => seatsOf(run).flatMap(({ told }) => told),
    isHere,
    takeIn: (run) => {
      for (const { entry } of seatsOf(run)) consider(entry.guest, true);
    },
    close: async () => {
      closed = true;
      await Promise.all([...opening.keys()].map(vacate));
    },
  };
}

function toTold(guest: GuestEntry, each: SetAsideEntry): GuestSetAside {
  const digest = computeTextDigest(canonicalJson(encodeLogEntry(each.event)));
  return { ...each, guest, alert: `setAside/${guest.guest}/${digest}` };
}

/** Entries that are not even envelopes name nobody and ask for nothing: they are passed over. */
function readOwn({ doc }: PersistedDocument): readonly LogEvent[] {
  return runEntries(doc)
    .slice(0, mostRead)
    .flatMap((entry): LogEvent[] => {
      const decoded = decodeLogEntry(entry);
      return isDamaged(decoded) ? [] : [decoded];
    });
}
