/**
 * The tombstone of a space's room whose household went on elsewhere without somebody: where, and for every
 * kept device its keys to the successor, sealed to that device. Sealed as a whole with the old room's key, so
 * that a removed device can read that it was removed, and the relay nothing. Rules [V1] to [V5] of SPEC.md.
 */
import type { DeviceId } from '../model/ids.ts';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import { MAX_TOMBSTONE_BYTES } from '../wire/sizes.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import { type Bytes, isSameBytes } from './bytes.ts';
import {
  deriveSpaceRoom,
  editorFromWriter,
  makeOwner,
  type OwnerCapability,
  type SpaceCapability,
  viewerFromWriter,
} from './capability.ts';
import { decodeCapability, encodeCapability } from './capability-text.ts';
import type { DeviceKey } from './device-key.ts';
import { computePaddedLength } from './padding.ts';
import type { RoomKeys } from './room-keys.ts';
import { decrypt, encrypt, sealOverhead } from './seal.ts';
import { openSealed, sealToDevice } from './seal-to-device.ts';

export type DeviceRole = SpaceCapability['role'];

export interface KeptDevice {
  readonly device: DeviceId;
  /** X25519. */
  readonly publicKey: Bytes;
  /** `owner` only when it was proven ([V3]). */
  readonly role: DeviceRole;
}

export interface PreparedMove {
  /** What the remover holds afterwards. */
  readonly successor: OwnerCapability;
  readonly tombstone: Bytes;
}

/** What a tombstone means to one device. */
export type MovedFate =
  | { readonly type: 'kept'; readonly capability: SpaceCapability }
  /** `successor`: the id of the room that goes on; knowing it gives nothing. */
  | { readonly type: 'removed'; readonly successor: string }
  /** Nobody thought of this device, or the tombstone cannot be read (`successor` is null then). */
  | { readonly type: 'leftBehind'; readonly successor: string | null };

const label = 'moved/1';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

function sealContext(from: Uint8Array, to: Uint8Array, device: DeviceId): Bytes {
  return concatBytes([asciiBytes('moved-key/1'), from, to, encoder.encode(device)]);
}

/** What a device of this role gets of a new owner. */
function capabilityFor(role: DeviceRole, owner: OwnerCapability): SpaceCapability {
  switch (role) {
    case 'owner':
      return owner;
    case 'editor':
      return editorFromWriter(owner);
    case 'viewer':
      return viewerFromWriter(owner);
  }
}

/**
 * Makes a wholly new owner secret and the tombstone that leads the kept devices to it. `null`: more devices
 * than a tombstone can carry (some 150).
 */
export function prepareMove(options: {
  /** The room that is to be closed. */
  readonly from: RoomKeys;
  readonly kept: readonly KeptDevice[];
  readonly removed: readonly DeviceId[];
  readonly randomBytes: (length: number) => Bytes;
}): PreparedMove | null {
  const { from, randomBytes } = options;
  const successor = makeOwner(randomBytes);
  const to = deriveSpaceRoom(successor).roomId;
  const kept: Record<string, string> = {};
  const textOf = (role: DeviceRole): Bytes =>
    encoder.encode(encodeCapability(capabilityFor(role, successor)));
  const textByRole = { owner: textOf('owner'), editor: textOf('editor'), viewer: textOf('viewer') };
  for (const { device, publicKey, role } of options.kept) {
    const context = sealContext(from.roomId, to, device);
    const sealed = sealToDevice(publicKey, context, textByRole[role], randomBytes);
    if (sealed !== null) kept[device] = encodeBase64url(sealed);
  }
  const statement = { v: 1, to: encodeBase64url(to), kept, removed: options.removed };
  const plain = encoder.encode(JSON.stringify(statement));
  // White space after JSON means nothing: the length tells no longer how many devices there are.
  const padded = new Uint8Array(computePaddedLength(Math.max(plain.length, 1024))).fill(0x20);
  padded.set(plain);
  if (padded.length + sealOverhead > MAX_TOMBSTONE_BYTES) return null;
  return { successor, tombstone: encrypt(from, label, padded, randomBytes) };
}

/** The tombstone of a run's room whose space moved: says only that, and the space's own says the rest. */
export function encodeRunMoved(from: RoomKeys, randomBytes: (length: number) => Bytes): Bytes {
  return encrypt(from, 'run-moved/1', new Uint8Array(), randomBytes);
}

interface Moved {
  readonly to: Bytes;
  readonly kept: Readonly<Record<string, unknown>>;
  readonly removed: readonly unknown[];
}

function decodeMoved(from: RoomKeys, tombstone: Uint8Array): Moved | null {
  const bytes = decrypt(from, label, tombstone);
  if (bytes === null) return null;
  try {
    const plain: unknown = JSON.parse(decoder.decode(bytes));
    if (typeof plain !== 'object' || plain === null) return null;
    const { v, to, kept, removed } = plain as Record<string, unknown>;
    const room = typeof to === 'string' ? decodeBase64url(to) : null;
    if (v !== 1 || room?.length !== from.roomId.length) return null;
    if (typeof kept !== 'object' || kept === null || !Array.isArray(removed)) return null;
    return { to: room, kept: kept as Record<string, unknown>, removed };
  } catch {
    return null;
  }
}

/** Never rejects. `from` are the keys of the closed room; that its owner signed the tombstone was checked before. */
export async function openMoved(
  from: RoomKeys,
  tombstone: Uint8Array,
  device: DeviceId,
  key: DeviceKey,
): Promise<MovedFate> {
  const moved = decodeMoved(from, tombstone);
  if (moved === null) return { type: 'leftBehind', successor: null };
  const successor = encodeBase64url(moved.to);
  const sealed = Object.hasOwn(moved.kept, device) ? moved.kept[device] : undefined;
  const bytes = typeof sealed === 'string' ? decodeBase64url(sealed) : null;
  if (bytes !== null) {
    const text = await openSealed(key, sealContext(from.roomId, moved.to, device), bytes);
    const capability = text === null ? null : decodeCapability(decoder.decode(text));
    if (capability?.ok && isSameBytes(deriveSpaceRoom(capability.value).roomId, moved.to)) {
      return { type: 'kept', capability: capability.value };
    }
  }
  return { type: moved.removed.includes(device) ? 'removed' : 'leftBehind', successor };
}

/** Whether two tombstones lead to the same room: whether the move that stands is ours. */
export function isSameMove(from: RoomKeys, a: Uint8Array, b: Uint8Array): boolean {
  const [left, right] = [decodeMoved(from, a), decodeMoved(from, b)];
  return left !== null && right !== null && isSameBytes(left.to, right.to);
}
