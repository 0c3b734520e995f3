/**
 * Looks after the invites that are out: any device that may write the space asks how they stand, closes those
 * past their time, and writes down who came, for newcomers who may not write it themselves.
 */
import { asId, type DeviceId, type SpaceId } from '../model/ids.ts';
import type { DeviceDatabase } from '../store/device-database.ts';
import {
  type InviteEntry,
  readDevices,
  readInvites,
  writeDevice,
  writeInvite,
} from '../store/space-document.ts';
import { writeGuest } from '../store/space-guests.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import { checkInvite } from '../sync/invite.ts';
import type { InviteEnd } from '../sync/invite-end.ts';
import { openInviteSecret } from '../sync/invite-secret.ts';
import type { WriterCapability } from '../sync/capability.ts';
import { invitesOver } from './invites-over.ts';
import type { RelayLink } from './relay-link.ts';
import type { SpaceSession } from './space-session.ts';

type Doc = PersistedDocument['doc'];

/** So many are asked about at a time, oldest first. */
const mostAtOnce = 8;
/** How often at most, ms. */
const pause = 60_000;

export interface InviteDesk {
  /** Asks about the open invites of these spaces, unless that was done a moment ago. */
  look(sessions: readonly SpaceSession[]): Promise<void>;
}

export function makeInviteDesk(options: {
  readonly relay: RelayLink;
  readonly database: DeviceDatabase;
  readonly now: () => number;
}): InviteDesk {
  const { relay, database, now } = options;
  const lastById = new Map<SpaceId, number>();

  async function lookIn({ document, rooms }: SpaceSession): Promise<void> {
    const { writer } = rooms;
    if (writer === null) return;
    const { doc } = document;
    const open = readInvites(doc)
      .filter(isOpen)
      .toSorted((a, b) => a.createdAt - b.createdAt);
    for (const invite of open.slice(0, mostAtOnce)) {
      const secret = await findInviteSecret(database, writer, invite);
      if (secret === null) continue;
      const standing = await checkInvite(invitesOver(relay), secret);
      if (standing.ok && standing.value.type !== 'open') noteInviteEnd(doc, invite, standing.value, now());
      if (standing.ok) continue;
      if (standing.error.type === 'offline') return;
      // The relay has lost it: nobody can use it.
      noteInviteEnd(doc, invite, { type: 'expired' }, now());
    }
  }

  return {
    look: async (sessions) => {
      for (const session of sessions) {
        const last = lastById.get(session.id);
        if (relay.socket.status().phase !== 'open') return;
        if (last !== undefined && now() - last < pause) continue;
        lastById.set(session.id, now());
        await lookIn(session);
      }
    },
  };
}

function isOpen({ usedAt, takenBack, endedAt }: InviteEntry): boolean {
  return usedAt === null && !takenBack && endedAt === null;
}

/** From the space document; invites made before it was kept there are known where they were made. */
export async function findInviteSecret(
  database: DeviceDatabase,
  writer: WriterCapability,
  { id, sealedSecret }: Pick<InviteEntry, 'id' | 'sealedSecret'>,
): Promise<string | null> {
  const sealed = sealedSecret === null ? null : openInviteSecret(writer, id, sealedSecret);
  return sealed ?? (await database.getInviteSecret(id));
}

/** Writes down how an invite ended, and who came by it. */
export function noteInviteEnd(doc: Doc, invite: InviteEntry, end: InviteEnd, now: number): void {
  const { id, kind, person, guest } = invite;
  const at = { endedAt: now };
  if (end.type !== 'used') {
    writeInvite(doc, id, end.type === 'takenBack' ? { ...at, takenBack: true } : at);
    if (guest !== null) writeGuest(doc, { guest, unused: true });
    return;
  }
  writeInvite(doc, id, { ...at, usedAt: now });
  if (guest !== null) writeGuest(doc, { guest, joinedAt: now });
  // Whoever may write the space writes their own device down.
  if (kind === 'own' || kind === 'edit') return;
  const device = asId<DeviceId>(end.by.device);
  if (readDevices(doc).some((known) => known.device === device)) return;
  const { publicKey } = end.by;
  writeDevice(doc, {
    device,
    person,
    joinedAt: now,
    role: kind === 'view' ? 'viewer' : 'guest',
    ...(publicKey === null ? {} : { publicKey: encodeBase64url(publicKey) }),
  });
}
