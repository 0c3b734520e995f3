import { describe, expect, it } from 'vitest';
import { asId, type DeviceId } from '../../src/model/ids.ts';
import { deriveSpaceRoom, editorFromWriter, makeOwner, viewerFromWriter } from '../../src/sync/capability.ts';
import {
  type DeviceKey,
  isStoredDeviceKey,
  isWorkingDeviceKey,
  makeRawDeviceKey,
  makeWebCryptoDeviceKey,
  openDeviceKey,
  type StoredDeviceKey,
} from '../../src/sync/device-key.ts';
import { type DeviceRole, isSameMove, openMoved, prepareMove } from '../../src/sync/moved.ts';
import { isOwnerProof, makeOwnerProof, ownerPublicKeyOf } from '../../src/sync/owner-proof.ts';
import { encrypt } from '../../src/sync/seal.ts';
import { openSealed, sealToDevice } from '../../src/sync/seal-to-device.ts';
import { MAX_TOMBSTONE_BYTES } from '../../src/wire/sizes.ts';
import { makeRandom } from '../support/seeded-random.ts';

const { subtle } = globalThis.crypto;
const randomBytes = makeRandom(401).bytes;
const owner = makeOwner(randomBytes);
const from = deriveSpaceRoom(owner);

interface Device {
  readonly id: DeviceId;
  readonly key: DeviceKey;
}

function device(id: string): Device {
  return { id: asId<DeviceId>(id), key: openDeviceKey(makeRawDeviceKey(randomBytes), subtle) };
}

function kept({ id, key }: Device, role: DeviceRole) {
  return { device: id, publicKey: key.publicKey, role };
}

const ana = device('ana');
const sam = device('sam');
const tv = device('tv');
const leo = device('leo');

function prepare() {
  const move = prepareMove({
    from,
    kept: [kept(ana, 'owner'), kept(sam, 'editor'), kept(tv, 'viewer')],
    removed: [leo.id],
    randomBytes,
  });
  if (move === null) throw new Error('the tombstone is too long');
  return move;
}

describe('device keys', () => {
  async function both(): Promise<readonly StoredDeviceKey[]> {
    const strong = await makeWebCryptoDeviceKey(subtle);
    if (strong === null) throw new Error('this Node has no X25519');
    return [strong, makeRawDeviceKey(randomBytes)];
  }

  it('[V2] agree with each other in either form', async () => {
    const [strong, raw] = (await both()).map((stored) => openDeviceKey(stored, subtle));
    if (strong === undefined || raw === undefined) throw new Error('two keys were made');
    expect(await strong.agree(raw.publicKey)).toEqual(await raw.agree(strong.publicKey));
  });

  it('[V2] open what is sealed to them, and nobody else, nor for another purpose', async () => {
    const plain = Uint8Array.of(1, 2, 3);
    const context = Uint8Array.of(7);
    for (const stored of await both()) {
      const key = openDeviceKey(stored, subtle);
      const sealed = sealToDevice(key.publicKey, context, plain, randomBytes);
      if (sealed === null) throw new Error('nothing was sealed');
      expect(await openSealed(key, context, sealed)).toEqual(plain);
      expect(await openSealed(key, Uint8Array.of(8), sealed)).toBeNull();
      expect(await openSealed(sam.key, context, sealed)).toBeNull();
      for (const at of [0, 40, sealed.length - 1]) {
        const damaged = sealed.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        expect(await openSealed(key, context, damaged)).toBeNull();
      }
      expect(await openSealed(key, context, sealed.slice(0, 50))).toBeNull();
    }
  });

  it('[V2] a public key without an honest private half is refused', async () => {
    expect(sealToDevice(new Uint8Array(32), new Uint8Array(), new Uint8Array(3), randomBytes)).toBeNull();
    expect(sealToDevice(new Uint8Array(31), new Uint8Array(), new Uint8Array(3), randomBytes)).toBeNull();
    const zero = new Uint8Array(32 + 24 + 16 + 3);
    for (const stored of await both()) {
      expect(await openSealed(openDeviceKey(stored, subtle), new Uint8Array(), zero)).toBeNull();
    }
  });

  it('[V2] the private half cannot be read where the platform keeps it', async () => {
    const [strong] = await both();
    if (strong?.kind !== 'webCrypto') throw new Error('the first is the platform’s');
    expect(strong.privateKey.extractable).toBe(false);
    await expect(subtle.exportKey('pkcs8', strong.privateKey)).rejects.toThrow();
  });

  it('are recognised as broken when storage gave something else back', async () => {
    for (const stored of await both()) {
      expect(isStoredDeviceKey(stored)).toBe(true);
      expect(await isWorkingDeviceKey(stored, subtle, randomBytes)).toBe(true);
    }
    const [strong, raw] = await both();
    expect(
      await isWorkingDeviceKey({ ...strong, privateKey: {} } as StoredDeviceKey, subtle, randomBytes),
    ).toBe(false);
    const swapped = { ...raw, publicKey: ana.key.publicKey } as StoredDeviceKey;
    expect(await isWorkingDeviceKey(swapped, subtle, randomBytes)).toBe(false);
    for (const no of [null, 3, {}, { kind: 'raw' }, { ...raw, secret: new Uint8Array(3) }]) {
      expect(isStoredDeviceKey(no)).toBe(false);
    }
    expect(await makeWebCryptoDeviceKey(null)).toBeNull();
  });
});

describe('a tombstone that moves a household', () => {
  it('[V1] [V3] gives every kept device what it had, under wholly new keys', async () => {
    const { successor, tombstone } = prepare();
    const open = (who: Device) => openMoved(from, tombstone, who.id, who.key);
    expect(await open(ana)).toEqual({ type: 'kept', capability: successor });
    expect(await open(sam)).toEqual({ type: 'kept', capability: editorFromWriter(successor) });
    expect(await open(tv)).toEqual({ type: 'kept', capability: viewerFromWriter(successor) });
    expect(successor.ownerSecret).not.toEqual(owner.ownerSecret);
    expect(prepare().successor).not.toEqual(successor);
  });

  it('[V4] tells the removed, and whoever it does not know, without giving them anything', async () => {
    const { tombstone, successor } = prepare();
    const id = expect.any(String) as string;
    expect(await openMoved(from, tombstone, leo.id, leo.key)).toEqual({ type: 'removed', successor: id });
    const stranger = device('stranger');
    expect(await openMoved(from, tombstone, stranger.id, stranger.key)).toEqual({
      type: 'leftBehind',
      successor: id,
    });
    // With another's id, and with another's key.
    expect(await openMoved(from, tombstone, sam.id, leo.key)).toMatchObject({ type: 'leftBehind' });
    expect(await openMoved(from, tombstone, asId<DeviceId>('__proto__'), leo.key)).toMatchObject({
      type: 'leftBehind',
    });
    expect(Buffer.from(tombstone).includes(Buffer.from(successor.ownerSecret))).toBe(false);
  });

  it('[V4] what cannot be read counts as left behind, and never throws', async () => {
    const { tombstone } = prepare();
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const wrong = [
      new Uint8Array(),
      new Uint8Array(200),
      tombstone.slice(0, -1),
      encrypt(deriveSpaceRoom(makeOwner(randomBytes)), 'moved/1', text({ v: 1 }), randomBytes),
      encrypt(from, 'invite-end/1', text({ v: 1 }), randomBytes),
      ...[null, 7, { v: 2 }, { v: 1, to: 'short', kept: {}, removed: [] }, { v: 1, to: 5 }].map((value) =>
        encrypt(from, 'moved/1', text(value), randomBytes),
      ),
      encrypt(from, 'moved/1', Uint8Array.of(0xff, 0xfe), randomBytes),
    ];
    for (const each of wrong) {
      expect(await openMoved(from, each, ana.id, ana.key)).toEqual({ type: 'leftBehind', successor: null });
    }
  });

  it('[V2] keys sealed for one move open in no other', async () => {
    const { tombstone } = prepare();
    const elsewhere = deriveSpaceRoom(makeOwner(randomBytes));
    expect(await openMoved(elsewhere, tombstone, ana.id, ana.key)).toMatchObject({ type: 'leftBehind' });
  });

  it('[V1] does not tell by its length how many devices there are', () => {
    const few = prepareMove({ from, kept: [kept(ana, 'owner')], removed: [leo.id], randomBytes });
    const more = prepareMove({
      from,
      kept: [kept(ana, 'owner'), kept(sam, 'editor')],
      removed: [leo.id],
      randomBytes,
    });
    expect(few?.tombstone.length).toBe(more?.tombstone.length);
  });

  it('[V1] carries a hundred devices, and is refused when it would be too long for a relay', () => {
    const many = (count: number) =>
      prepareMove({
        from,
        kept: Array.from({ length: count }, (_, i) => ({
          ...kept(ana, 'editor'),
          device: asId<DeviceId>(`device-${i}-0123456789`),
        })),
        removed: [],
        randomBytes,
      });
    expect(many(100)?.tombstone.length).toBeLessThanOrEqual(MAX_TOMBSTONE_BYTES);
    expect(many(400)).toBeNull();
  });

  it('[V5] is recognised by where it leads', () => {
    const [ours, theirs] = [prepare().tombstone, prepare().tombstone];
    expect(isSameMove(from, ours, ours.slice())).toBe(true);
    expect(isSameMove(from, ours, theirs)).toBe(false);
    expect(isSameMove(from, ours, new Uint8Array(3))).toBe(false);
  });
});

describe('the proof of an owner’s device', () => {
  it('[V3] holds for this device, this key and this owner alone', async () => {
    const key = ownerPublicKeyOf(owner);
    expect(ownerPublicKeyOf(editorFromWriter(owner))).toEqual(key);
    const proof = makeOwnerProof(owner, ana.id, ana.key.publicKey);
    expect(await isOwnerProof(key, ana.id, ana.key.publicKey, proof)).toBe(true);
    expect(await isOwnerProof(key, sam.id, ana.key.publicKey, proof)).toBe(false);
    expect(await isOwnerProof(key, ana.id, sam.key.publicKey, proof)).toBe(false);
    expect(
      await isOwnerProof(ownerPublicKeyOf(makeOwner(randomBytes)), ana.id, ana.key.publicKey, proof),
    ).toBe(false);
    expect(await isOwnerProof(key, ana.id, ana.key.publicKey, proof.slice(1))).toBe(false);
    expect(await isOwnerProof(key, ana.id, ana.key.publicKey, new Uint8Array())).toBe(false);
  });
});
