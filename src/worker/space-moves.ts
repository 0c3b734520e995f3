/**
 * Removing devices, and following when somebody else did: the household goes on in rooms of new keys, and every
 * document is taken along. Rules [V1] to [V9] of sync/SPEC.md.
 *
 * Invariant: one step at a time. A tombstone is dealt with once, whoever brings it: the relay on
 * joining, or the answer to our own.
 */
import type { DeviceId } from '../model/ids.ts';
import { omit } from '../model/omit.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { ClosedRoomRecord, PendingMoveRecord, SpaceRecord } from '../store/device-database.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import {
  deleteDevice,
  deleteInvite,
  readDevices,
  readInvites,
  writeInvite,
} from '../store/space-document.ts';
import { encodeBase64url } from '../sync/base64url.ts';
import { isSameBytes } from '../sync/bytes.ts';
import {
  deriveRunRoom,
  deriveSpaceRoom,
  makeOwner,
  type OwnerCapability,
  type SpaceCapability,
  type WriterCapability,
} from '../sync/capability.ts';
import { decodeCapability, encodeCapability } from '../sync/capability-text.ts';
import { makeClosedRoom, postClosed, repeatClosed } from '../sync/closed-room.ts';
import { type GuestEntry, readGuests, writeGuest } from '../store/space-guests.ts';
import { writeSuccession } from '../store/space-successions.ts';
import { deriveGuestRoom } from '../sync/guest-capability.ts';
import type { InviteFailure, OpenedInvite } from '../sync/invite.ts';
import type { DeviceKey } from '../sync/device-key.ts';
import { encodeRunMoved, isSameMove, openMoved, prepareMove } from '../sync/moved.ts';
import { ownerKeyFromSecret, type RoomKeys } from '../sync/room-keys.ts';
import type { RoomStatus } from '../sync/room.ts';
import { leadsOn, makeSuccession } from '../sync/succession.ts';
import type { Tombstone } from '../sync/tombstone.ts';
import { findKeptDevices, renewOwnerProofs } from './kept-devices.ts';
import type { RelayLink } from './relay-link.ts';
import type { ToldGuest } from './tell-guests.ts';

/** How long the relay has to answer, ms, before a person is told that there is no connection. */
const patience = 5_000;

export type RemovalFailure =
  /** Only an owner's device may. */
  | { readonly type: 'ownerOnly' }
  /** Nothing was done. */
  | { readonly type: 'offline' }
  /** It was sent and not answered: it is sent again as soon as the relay is there. */
  | { readonly type: 'removalPending' }
  /** Somebody else moved the household first; this device followed, and nobody was removed from here. */
  | { readonly type: 'movedMeanwhile' }
  | { readonly type: 'tooManyDevices' };

export interface SpaceMoves {
  /** Everybody else goes on without these devices. Resolves when this device is there, too. */
  remove(devices: readonly DeviceId[]): Promise<Result<void, RemovalFailure>>;
  /** What the space's own room says: whether it was closed. */
  noteStatus(keys: RoomKeys, status: RoomStatus): void;
  /** Goes on as a household of its own, with everything in it and nobody else's device. */
  startAnew(): Promise<void>;
  /**
   * Whether this device is out, and the household it was in goes on in this room: where its tombstone leads, or where
   * these successions lead from there ([V10]).
   */
  leadsTo(room: string, successions: readonly string[]): Promise<boolean>;
  /** A device that was out was given keys again: it goes on with its copy. As safe against a stop as any invite. */
  readmit(
    capability: SpaceCapability,
    invite: { readonly text: string; readonly opened: OpenedInvite },
  ): Promise<Result<null, InviteFailure>>;
  /** Keeps tombstones of rooms that this device closed: every relay that it meets is told of them first. */
  keepClosed(rooms: readonly ClosedRoomRecord[]): Promise<void>;
  close(): void;
}

export interface SpaceMovesOptions {
  readonly device: DeviceId;
  readonly key: DeviceKey;
  readonly link: RelayLink;
  readonly document: PersistedDocument;
  readonly record: () => SpaceRecord;
  /** Stores the changed record and opens the rooms of its keys. */
  readonly changeRecord: (change: (record: SpaceRecord) => SpaceRecord) => Promise<void>;
  /** The rooms of open runs under these keys. */
  readonly runRooms: (owner: OwnerCapability) => readonly RoomKeys[];
  /** Takes back what can be taken back of the invites to the old rooms. */
  readonly takeBackInvites: (ids: readonly string[]) => Promise<void>;
  /** Tells a guest, in their own room under these keys, that their link is over. Best effort. */
  readonly tellGuest: (before: WriterCapability, guest: GuestEntry) => Promise<ToldGuest>;
}

export function makeSpaceMoves(options: SpaceMovesOptions): SpaceMoves {
  const { device, key, link, document, record, changeRecord } = options;
  const { doc } = document;
  const { randomBytes } = link.environment;
  let steps: Promise<unknown> = Promise.resolve();
  let closed = false;
  let stopRiding: (() => void) | null = null;

  function inTurn<Value>(step: () => Promise<Value>): Promise<Value> {
    const result = steps.then(step);
    steps = result.catch(() => undefined);
    return result;
  }

  function capabilityNow(): SpaceCapability | null {
    const decoded = decodeCapability(record().capability);
    return decoded.ok && record().standing === undefined ? decoded.value : null;
  }

  function openInvites(): readonly string[] {
    const open = readInvites(doc).filter(({ usedAt, takenBack }) => usedAt === null && !takenBack);
    return open.map(({ id }) => id);
  }

  async function post(pending: PendingMoveRecord): Promise<Result<Tombstone, RemovalFailure>> {
    const visit = { relay: link.socket, environment: link.environment, timeoutMs: patience };
    const standing = await postClosed(visit, pending.closed);
    return standing.ok ? standing : err({ type: 'removalPending' });
  }

  /** Once a room, whoever brings the tombstone and how often. */
  async function settle(roomId: Uint8Array, tombstone: Tombstone): Promise<void> {
    const capability = capabilityNow();
    if (closed || capability === null) return;
    const from = deriveSpaceRoom(capability);
    if (!isSameBytes(from.roomId, roomId)) return;
    const { pendingMove } = record();
    const isOurs = pendingMove !== undefined && isSameMove(from, pendingMove.closed.bytes, tombstone.bytes);
    if (isOurs && capability.role === 'owner') await finish(capability, pendingMove);
    else await follow(capability, from, tombstone);
    link.onChange();
  }

  async function finish(before: OwnerCapability, pending: PendingMoveRecord): Promise<void> {
    const after = decodeCapability(pending.capability);
    // With the generations that the rooms had until now.
    const open = readGuests(doc).filter(({ closed }) => !closed);
    const guestRooms = closeAll(open.map((guest) => deriveGuestRoom(before, guest)));
    const runRooms = closeAll([
      ...options.runRooms(before),
      ...open.map((guest) => deriveRunRoom(before, guest.run, guest.generation)),
    ]);
    for (const id of pending.removed) deleteDevice(doc, id);
    if (after.ok && after.value.role === 'owner') {
      await renewOwnerProofs(doc, before, after.value, record().deviceKeys ?? {});
      const from = { ...deriveSpaceRoom(before), ownerKey: ownerKeyFromSecret(before.ownerSecret) };
      const succession = makeSuccession(from, deriveSpaceRoom(after.value).roomId);
      writeSuccession(doc, encodeBase64url(from.roomId), succession);
    }
    for (const id of openInvites()) writeInvite(doc, id, { takenBack: true });
    // Guests hold keys of the rooms that are closed now, whether anybody knows that they came or not: they see it there.
    endGuests(open);
    // Before the record: after a crash in between, all of this is done once more.
    await document.durable();
    await changeRecord((stored) => moved(stored, pending.capability, [pending.closed, ...guestRooms]));
    if (link.socket.challenge() === null) return;
    // Members have the space's own tombstone; those of the runs free the relay and end late writing.
    for (const room of [...guestRooms, ...runRooms]) repeatClosed(link.socket, room);
  }

  function closeAll(rooms: readonly RoomKeys[]): readonly ClosedRoomRecord[] {
    const once = new Map(rooms.map((each) => [each.roomId.join(), each]));
    return [...once.values()].flatMap((keys) => {
      const { ownerKey } = keys;
      if (ownerKey === null) return [];
      return [makeClosedRoom({ ...keys, ownerKey }, encodeRunMoved(keys, randomBytes))];
    });
  }

  function endGuests(guests: readonly GuestEntry[]): void {
    const now = link.environment.now();
    for (const { guest, revokedAt } of guests) {
      writeGuest(doc, { guest, revokedAt: revokedAt ?? now, told: true, closed: true });
    }
  }

  async function follow(before: SpaceCapability, from: RoomKeys, tombstone: Tombstone): Promise<void> {
    const fate = await openMoved(from, tombstone.bytes, device, key);
    const guestRooms = await endLinks(before);
    const closedRooms = [{ roomId: from.roomId, publicKeys: from.publicKeys, ...tombstone }, ...guestRooms];
    await changeRecord((stored) => {
      if (fate.type === 'kept') return moved(stored, encodeCapability(fate.capability), closedRooms);
      const { type: standing, successor } = fate;
      return {
        ...moved(stored, stored.capability, closedRooms),
        standing,
        ...(successor === null ? {} : { successor }),
      };
    });
    if (fate.type !== 'kept') getOff();
  }

  /** The mover need not know of them all: one may have been made meanwhile, or by whoever was removed. */
  async function endLinks(before: SpaceCapability): Promise<readonly ClosedRoomRecord[]> {
    if (before.role === 'viewer') return [];
    const open = readGuests(doc).filter(({ closed }) => !closed);
    const told = await Promise.all(open.map((guest) => options.tellGuest(before, guest)));
    endGuests(open);
    return told.flatMap(({ closed }) => (closed === null ? [] : [closed]));
  }

  /** Before any room is joined on a connection: this rider gets on before they do. */
  function repeat(): void {
    const { closedRooms = [], pendingMove } = record();
    for (const room of closedRooms) repeatClosed(link.socket, room);
    if (pendingMove !== undefined) repeatClosed(link.socket, pendingMove.closed);
  }

  /** Who is no member has nothing to tell anybody. */
  function ride(): void {
    if (stopRiding === null && !closed) {
      stopRiding = link.socket.ride({ opened: repeat, lost: () => undefined });
    }
  }

  function getOff(): void {
    stopRiding?.();
    stopRiding = null;
  }

  if (record().standing === undefined) ride();

  return {
    remove: (devices) =>
      inTurn(async (): Promise<Result<void, RemovalFailure>> => {
        const capability = capabilityNow();
        if (capability?.role !== 'owner') return err({ type: 'ownerOnly' });
        if (record().pendingMove !== undefined) return err({ type: 'removalPending' });
        const from = deriveSpaceRoom(capability);
        const self = { device, key, capability };
        const kept = await findKeptDevices(doc, self, new Set(devices), record().deviceKeys ?? {});
        const move = prepareMove({ from, kept, removed: devices, randomBytes });
        if (move === null) return err({ type: 'tooManyDevices' });
        const pending: PendingMoveRecord = {
          capability: encodeCapability(move.successor),
          closed: makeClosedRoom(
            { ...from, ownerKey: ownerKeyFromSecret(capability.ownerSecret) },
            move.tombstone,
          ),
          removed: devices,
        };
        await changeRecord((stored) => ({ ...stored, pendingMove: pending }));
        // Whoever used one now would come to a room that is about to be closed.
        await options.takeBackInvites(openInvites());
        const standing = await post(pending);
        if (!standing.ok) return standing;
        await settle(from.roomId, standing.value);
        const isOurs = record().capability === pending.capability;
        return isOurs ? ok(undefined) : err({ type: 'movedMeanwhile' });
      }),
    noteStatus(keys, { error }) {
      if (error?.type !== 'closed') return;
      const { tombstone } = error;
      void inTurn(() => settle(keys.roomId, tombstone));
    },
    startAnew: () =>
      inTurn(async () => {
        const capability = makeOwner(randomBytes);
        for (const entry of readDevices(doc)) if (entry.device !== device) deleteDevice(doc, entry.device);
        for (const { id } of readInvites(doc)) deleteInvite(doc, id);
        await document.durable();
        await changeRecord((stored) => member(stored, encodeCapability(capability), []));
        ride();
      }),
    leadsTo: async (room, successions) => {
      const { standing, successor } = record();
      return standing !== undefined && successor !== undefined && leadsOn(successions, successor, room);
    },
    readmit: (capability, { text: unconfirmedInvite, opened }) =>
      inTurn(async () => {
        const before = record();
        const text = encodeCapability(capability);
        await changeRecord((stored) => ({
          ...member(stored, text, stored.closedRooms ?? []),
          unconfirmedInvite,
        }));
        const confirmed = await opened.confirm();
        if (!confirmed.ok && confirmed.error.type !== 'offline') {
          await changeRecord(() => before);
          return confirmed;
        }
        ride();
        // Without room for it, the next start confirms once more, which changes nothing.
        if (confirmed.ok)
          await changeRecord((stored) => omit(stored, 'unconfirmedInvite')).catch(() => undefined);
        return ok(null);
      }),
    keepClosed: (rooms) =>
      changeRecord((stored) => ({ ...stored, closedRooms: [...(stored.closedRooms ?? []), ...rooms] })),
    close() {
      closed = true;
      getOff();
    },
  };
}

function moved(record: SpaceRecord, capability: string, closed: readonly ClosedRoomRecord[]): SpaceRecord {
  const closedRooms = [...(record.closedRooms ?? []), ...closed];
  return { ...omit(record, 'pendingMove'), capability, closedRooms };
}

function member(
  record: SpaceRecord,
  capability: string,
  closedRooms: readonly ClosedRoomRecord[],
): SpaceRecord {
  return { ...omit(record, 'pendingMove', 'standing', 'successor'), capability, closedRooms };
}

/** The room in base64url that a device of this capability meets the others in. */
export function spaceRoomName(capability: SpaceCapability): string {
  return encodeBase64url(deriveSpaceRoom(capability).roomId);
}
