/** A relay and devices for tests of snapshots, and what one asks of them. Made anew for each test. */
import { expect } from 'vitest';
import * as Y from 'yjs';
import { asId, type RunId } from '../../src/model/ids.ts';
import { encodeBase64url } from '../../src/sync/base64url.ts';
import type { Bytes } from '../../src/sync/bytes.ts';
import {
  deriveRunRoom,
  deriveRunRoomForViewer,
  deriveSpaceRoom,
  makeOwner,
  viewerFromWriter,
} from '../../src/sync/capability.ts';
import type { CompactDocument } from '../../src/sync/compact-document.ts';
import { coverageOfDocument } from '../../src/sync/coverage.ts';
import { type Cursor, decodeCursor } from '../../src/sync/cursor.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { type RelayInProcess, startRelayInProcess } from './relay-in-process.ts';
import { makeRandom } from './seeded-random.ts';
import { makeSyncDevice, type OpenDocument, type SyncDevice, untilLive } from './sync-device.ts';

export type WriterKeys = RoomKeys & { readonly writeKey: SigningKey };
type DeviceOptions = Partial<Parameters<typeof makeSyncDevice>[0]>;

const owner = makeOwner(makeRandom(71).bytes);
export const space = deriveSpaceRoom(owner) as WriterKeys;
export const runRoomOf = (name: string): WriterKeys =>
  deriveRunRoom(owner, asId<RunId>(name), 0) as WriterKeys;
export const runRoom = runRoomOf('run');
/** The same room as a viewer has it. */
export const runSeen = deriveRunRoomForViewer(
  viewerFromWriter(owner),
  asId<RunId>('run'),
  0,
  runRoom.publicKeys.write as Bytes,
);
export const every10 = { snapshotFrames: 10, snapshotMs: 1 };
export const noneByItself = { snapshotFrames: 1e9 };

export interface SnapshotStage {
  readonly relay: RelayInProcess;
  readonly device: (name: string, options?: DeviceOptions) => SyncDevice;
  dispose(): Promise<void>;
}

export async function makeSnapshotStage(): Promise<SnapshotStage> {
  const relay = await startRelayInProcess();
  const devices: SyncDevice[] = [];
  const { url, origin } = relay;
  return {
    relay,
    device(name, options = {}) {
      const seed = 70 + devices.length;
      const made = makeSyncDevice({ name: `${url} ${name}`, url, origin, seed, ...options });
      devices.push(made);
      return made;
    },
    async dispose() {
      for (const device of devices) await device.dispose();
      await relay.dispose();
    },
  };
}

async function storedCursor(of: SyncDevice, keys: RoomKeys): Promise<Cursor | null> {
  const stored = await of.cursorStore.get(encodeBase64url(keys.roomId));
  return stored === null ? null : decodeCursor(stored);
}

/** The cursor as it was stored last; ends the document. */
export async function cursorOf(
  of: SyncDevice,
  document: OpenDocument,
  keys: RoomKeys = space,
): Promise<Cursor> {
  await document.room.destroy();
  const cursor = await storedCursor(of, keys);
  if (cursor === null) throw new Error('no cursor was stored');
  return cursor;
}

/** Resolves when the device stored such a cursor. */
export async function untilCursor(of: SyncDevice, holds: (cursor: Cursor) => boolean): Promise<void> {
  for (let tries = 0; tries < 800; tries += 1) {
    const cursor = await storedCursor(of, space);
    if (cursor !== null && holds(cursor)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('waited too long for a cursor');
}

/** Resolves when the newest snapshot that a device knows of covers at least this. */
export function untilSnapshot(of: SyncDevice, coversSeq: number): Promise<void> {
  return untilCursor(of, ({ snapshot }) => (snapshot?.seq ?? 0) >= coversSeq);
}

/** One frame an edit. */
export async function write(document: OpenDocument, count: number, name = 'edit'): Promise<void> {
  await untilLive(document);
  for (let index = 0; index < count; index += 1) {
    document.list.push([`${name} ${document.list.length}`]);
    expect(await document.room.flush()).toBe('acknowledged');
  }
}

export function contentOf(doc: Y.Doc): CompactDocument {
  return { coverage: coverageOfDocument(doc), update: new Uint8Array(Y.encodeStateAsUpdate(doc)) };
}

/** Long enough for whatever should not happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 120));
}
