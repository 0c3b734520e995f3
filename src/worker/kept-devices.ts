/**
 * Whom a move takes along: every device of the space document with a public key, the removed ones apart. Who
 * of them owns is proven, not claimed (sync [V3]); this device is taken from what it knows of itself.
 */
import type { DeviceId } from '../model/ids.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { type DeviceEntry, readDevices, writeDevice } from '../store/space-document.ts';
import { decodeBase64url, encodeBase64url } from '../sync/base64url.ts';
import type { Bytes } from '../sync/bytes.ts';
import type { OwnerCapability } from '../sync/capability.ts';
import type { DeviceKey } from '../sync/device-key.ts';
import type { KeptDevice } from '../sync/moved.ts';
import { isOwnerProof, makeOwnerProof, ownerPublicKeyOf } from '../sync/owner-proof.ts';

type Doc = PersistedDocument['doc'];

/** By device, in base64url. */
type KnownKeys = Readonly<Record<string, string>>;

/**
 * The key that was seen first counts: every editor can write over an entry, and somebody about to be removed
 * could put their own key in another device's place.
 */
function publicKeyOf(entry: DeviceEntry, known: KnownKeys): Bytes | null {
  const text = Object.hasOwn(known, entry.device) ? known[entry.device] : entry.publicKey;
  const bytes = typeof text === 'string' ? decodeBase64url(text) : null;
  return bytes?.length === 32 ? bytes : null;
}

/** With the keys of devices that were not known before; the same object when there are none. */
export function learnDeviceKeys(doc: Doc, known: KnownKeys): KnownKeys {
  const learnt = readDevices(doc).flatMap(({ device, publicKey }) =>
    publicKey === null || Object.hasOwn(known, device) ? [] : [[device, publicKey] as const],
  );
  return learnt.length === 0 ? known : { ...known, ...Object.fromEntries(learnt) };
}

async function isProvenOwner(entry: DeviceEntry, publicKey: Bytes, owner: OwnerCapability): Promise<boolean> {
  const proof = entry.ownerProof === null ? null : decodeBase64url(entry.ownerProof);
  return proof !== null && (await isOwnerProof(ownerPublicKeyOf(owner), entry.device, publicKey, proof));
}

export async function findKeptDevices(
  doc: Doc,
  self: { readonly device: DeviceId; readonly key: DeviceKey; readonly capability: OwnerCapability },
  removed: ReadonlySet<DeviceId>,
  known: KnownKeys,
): Promise<readonly KeptDevice[]> {
  const kept: KeptDevice[] = [{ device: self.device, publicKey: self.key.publicKey, role: 'owner' }];
  for (const entry of readDevices(doc)) {
    const publicKey = publicKeyOf(entry, known);
    if (entry.device === self.device || removed.has(entry.device) || publicKey === null) continue;
    // A guest's way in is its own room, which goes with the old keys.
    if (entry.role === 'guest') continue;
    const isOwner = await isProvenOwner(entry, publicKey, self.capability);
    const role = isOwner ? 'owner' : entry.role === 'viewer' ? 'viewer' : 'editor';
    kept.push({ device: entry.device, publicKey, role });
  }
  return kept;
}

/** Signs the entries of the other owners' devices again: they may be away for the next move, too. */
export async function renewOwnerProofs(
  doc: Doc,
  before: OwnerCapability,
  after: OwnerCapability,
  known: KnownKeys,
): Promise<void> {
  for (const entry of readDevices(doc)) {
    const publicKey = publicKeyOf(entry, known);
    if (publicKey === null || !(await isProvenOwner(entry, publicKey, before))) continue;
    const ownerProof = encodeBase64url(makeOwnerProof(after, entry.device, publicKey));
    writeDevice(doc, { device: entry.device, ownerProof });
  }
}
