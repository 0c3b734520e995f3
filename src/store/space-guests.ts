/** Who was let into one run alone, by a link of their own: a section of the space document. */
import type * as Y from 'yjs';
import { asId, type GuestId, type PersonId, type RunId } from '../model/ids.ts';
import { count, rows, setRow, text } from './space-rows.ts';

export interface GuestEntry {
  readonly guest: GuestId;
  readonly run: RunId;
  readonly person: PersonId;
  /** Of the run when the guest was let in; the link is worth nothing at a higher one. */
  readonly generation: number;
  readonly createdAt: number;
  /** A device has used the link. */
  readonly joinedAt: number | null;
  /** Shut out: the run's generation is above this guest's from now on. */
  readonly revokedAt: number | null;
  /** The link ended before anybody used it, says the relay, and no device of the guest's has said otherwise. */
  readonly unused: boolean;
  /** The guest's own room says that it is over, so that the guest's device tells. */
  readonly told: boolean;
  /** An owner's device has closed the guest's room, or it is no room of the household any more. */
  readonly closed: boolean;
}

export function readGuests(doc: Y.Doc): readonly GuestEntry[] {
  const entries = rows(doc, 'guests').flatMap(([id, fields]): GuestEntry[] => {
    const run = text(fields, 'run');
    const person = text(fields, 'person');
    const generation = count(fields, 'generation');
    if (run === null || person === null || generation === null) return [];
    const joinedAt = count(fields, 'joinedAt');
    return [
      {
        guest: asId<GuestId>(id),
        run: asId<RunId>(run),
        person: asId<PersonId>(person),
        generation,
        createdAt: count(fields, 'createdAt') ?? 0,
        joinedAt,
        revokedAt: count(fields, 'revokedAt'),
        unused: fields['unused'] === true && joinedAt === null,
        told: fields['told'] === true,
        closed: fields['closed'] === true,
      },
    ];
  });
  return entries.toSorted((a, b) => a.createdAt - b.createdAt || (a.guest < b.guest ? -1 : 1));
}

/** Writes the given fields of a guest; the others stay. */
export function writeGuest(
  doc: Y.Doc,
  entry: Pick<GuestEntry, 'guest'> & Partial<Omit<GuestEntry, 'guest'>>,
): void {
  const { guest, ...fields } = entry;
  setRow(doc, 'guests', guest, fields);
}

/**
 * Guests whose links open the run as it is at `generation`. Unused ones, too: a relay that lost its data says of a link
 * that nobody used it, and whoever did has the keys all the same.
 */
export function findOpenGuests(
  guests: readonly GuestEntry[],
  run: RunId,
  generation: number,
): readonly GuestEntry[] {
  return guests.filter(
    (guest) => guest.run === run && guest.generation === generation && guest.revokedAt === null,
  );
}
