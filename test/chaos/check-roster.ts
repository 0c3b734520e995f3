/**
 * What must hold of those who came and went: who was removed is told and keeps a copy to read, and nothing that they
 * wrote since is with the others; what guests were granted is there, and what is set aside is folded nowhere.
 */
import { createRunFold } from '../../src/engine/fold-run.ts';
import { createGuestJudge } from '../../src/engine/guest/guest-judge.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { encodeLogEntry } from '../../src/model/decode-event.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { readRunIndex } from '../../src/store/space-document.ts';
import { readGuests } from '../../src/store/space-guests.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import { guestRooms } from '../../src/sync/guest-capability.ts';
import type { Removal } from './roster.ts';
import { type Placed, placedDevices, placeOf } from './stored-role.ts';
import { eventsOf, logOf, storedDocument, type StoredDocument } from './stored-space.ts';
import type { World } from './world.ts';

type Documents = ReadonlyMap<string, StoredDocument>;

/** Guests' devices that nobody has told that their link is over. */
export function openGuests(world: World): readonly Placed[] {
  return placedDevices(world).filter(({ role }) => role === 'guest');
}

/** `documents`: those of one kept device, which all others have as well. */
export async function checkRoster(
  world: World,
  kept: readonly Placed[],
  documents: Documents,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const removal of world.roster.removals) found.push(...checkRemoval(kept, documents, removal));
  for (const document of documents.values()) {
    const forged = document.name.startsWith('space/') ? [] : eventsOf(document);
    for (const { id } of forged)
      if (world.roster.forged.has(id)) found.push(`${id} was forged and is in the run`);
  }
  for (const placed of placedDevices(world)) {
    if (placed.role === 'out') found.push(...(await checkOut(world, placed)));
    if (placed.role === 'guest') found.push(...checkGuest(world, placed, kept, documents));
  }
  return found;
}

/** A household that lost every trace of a removal, the remover's disk and the relay's, knows nothing of it. */
function isKnown(kept: readonly Placed[], left: string): boolean {
  return kept.some(({ record }) =>
    (record.closedRooms ?? []).some(({ roomId }) => encodeBase64url(roomId) === left),
  );
}

function checkRemoval(kept: readonly Placed[], documents: Documents, removal: Removal): readonly string[] {
  if (!isKnown(kept, removal.left)) return [];
  const { device, id, written } = removal;
  const placed = placeOf(device);
  const isTold = placed === null || placed.role === 'out';
  const found = isTold ? [] : [`${device.name} was removed and not told`];
  if (written === null) return found;
  for (const document of documents.values()) {
    if (document.name.startsWith('space/')) continue;
    const late = eventsOf(document).filter((event) => event.device === id && !written.has(event.id));
    for (const event of late) {
      found.push(`${event.id} of ${document.name} is by ${device.name}, which had been removed`);
    }
  }
  return found;
}

async function checkOut(world: World, { device, record }: Placed): Promise<readonly string[]> {
  const tab = device.tabs[0];
  if (tab === undefined) return [`${device.name} has no tab`];
  const found: string[] = [];
  if (tab.app.sync?.state !== 'out') found.push(`${device.name} is out and not told`);
  const flows = await device.view(tab, { kind: 'flows' });
  const space = storedDocument(device.disk, device.name, `space/${record.id}`);
  const runs = space === null ? [] : readRunIndex(space.doc);
  const shown = flows === null ? [] : [...flows.active, ...flows.finished].map(({ run }) => run);
  const hidden = runs.filter(({ run }) => !shown.includes(run));
  if (flows === null || hidden.length > 0) found.push(`${device.name} is out and cannot read its copy`);
  const written = await world.settled(
    device.perform(tab, { kind: 'addPerson', person: { name: 'Nobody' } }),
    60_000,
  );
  if (written?.ok !== false) found.push(`${device.name} is out and can write`);
  return found;
}

function checkGuest(
  world: World,
  { device, record, guest }: Placed,
  kept: readonly Placed[],
  documents: Documents,
): readonly string[] {
  if (guest === null) return [];
  const space = documents.get(`space/${kept[0]?.record.id}`);
  const entry =
    space === undefined ? undefined : readGuests(space.doc).find((each) => each.guest === guest.guest);
  if (entry === undefined || entry.revokedAt !== null) {
    // A relay that forgot the end of a link is told again by whoever keeps its tombstone.
    const room = encodeBase64url(guestRooms(guest).guest.roomId);
    if (world.relay.epoch() > 0 && !isKnown(kept, room)) return [];
    return [`${device.name} is a guest whose link is over, and not told`];
  }
  const run = documents.get(`run/${kept[0]?.record.id}/${guest.run}`);
  const document = storedDocument(device.disk, device.name, `guest/${record.id}/${guest.guest}`);
  if (run === undefined || document === null) return [];
  const own = logOf(document);
  const known = logOf(run);
  const fold = createRunFold(guest.run);
  fold.add(known);
  const { granted, setAside } = createGuestJudge(guest).judge(own, fold.state.history);
  const there = new Set(known.map(contentOf));
  return [
    ...granted.map(({ id }) => `${id} of ${device.name} was granted and is not in the run`),
    ...setAside
      .filter(({ event }) => there.has(contentOf(event)))
      .map(({ event, fault }) => `${event.id} of ${device.name} is set aside (${fault}) and in the run`),
  ];
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}
