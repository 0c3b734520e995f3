/**
 * A device's own X25519 key. It signs nothing and opens no room: others seal the keys of a successor to it when
 * a household moves, so that one device can be left out. Where WebCrypto has the curve the private half
 * cannot be read by anybody, ourselves included; elsewhere it is 32 bytes in the device's database.
 */
import { x25519 } from '@noble/curves/ed25519.js';
import { type Bytes, copyBytes } from './bytes.ts';
import { secretLength } from './room-keys.ts';

export interface DeviceKey {
  readonly publicKey: Bytes;
  /** The secret shared with the holder of `theirs`. Rejects for a key that no honest device has. */
  agree(theirs: Bytes): Promise<Bytes>;
}

/** As it is kept; structured-cloneable. */
export type StoredDeviceKey =
  | { readonly kind: 'webCrypto'; readonly publicKey: Bytes; readonly privateKey: CryptoKey }
  | { readonly kind: 'raw'; readonly publicKey: Bytes; readonly secret: Bytes };

const algorithm = { name: 'X25519' };

/** Does not need the platform to have the curve. */
export function makeRawDeviceKey(randomBytes: (length: number) => Bytes): StoredDeviceKey {
  const secret = randomBytes(secretLength);
  return { kind: 'raw', secret, publicKey: copyBytes(x25519.getPublicKey(secret)) };
}

/** `null` where the platform has no X25519. */
export async function makeWebCryptoDeviceKey(subtle: SubtleCrypto | null): Promise<StoredDeviceKey | null> {
  if (subtle === null) return null;
  try {
    const pair = (await subtle.generateKey(algorithm, false, ['deriveBits'])) as CryptoKeyPair;
    const publicKey = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
    return { kind: 'webCrypto', publicKey, privateKey: pair.privateKey };
  } catch {
    return null;
  }
}

export function openDeviceKey(stored: StoredDeviceKey, subtle: SubtleCrypto | null): DeviceKey {
  const { publicKey } = stored;
  if (stored.kind === 'raw') {
    return {
      publicKey,
      agree: async (theirs) => copyBytes(x25519.getSharedSecret(stored.secret, theirs)),
    };
  }
  return {
    publicKey,
    agree: async (theirs) => {
      if (subtle === null) throw new Error('this page has no WebCrypto');
      const imported = await subtle.importKey('raw', theirs, algorithm, false, []);
      const bits = await subtle.deriveBits({ ...algorithm, public: imported }, stored.privateKey, 256);
      return new Uint8Array(bits);
    },
  };
}

/** Whether a key that came back from storage still works: some engines keep the object and lose the key. */
export async function isWorkingDeviceKey(
  stored: StoredDeviceKey,
  subtle: SubtleCrypto | null,
  randomBytes: (length: number) => Bytes,
): Promise<boolean> {
  try {
    const other = makeRawDeviceKey(randomBytes);
    const [here, there] = await Promise.all([
      openDeviceKey(stored, subtle).agree(other.publicKey),
      openDeviceKey(other, null).agree(stored.publicKey),
    ]);
    return here.every((byte, index) => byte === there[index]);
  } catch {
    return false;
  }
}

/** What a database gave back. */
export function isStoredDeviceKey(value: unknown): value is StoredDeviceKey {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, publicKey, secret, privateKey } = value as Record<string, unknown>;
  if (!(publicKey instanceof Uint8Array) || publicKey.length !== secretLength) return false;
  if (kind === 'raw') return secret instanceof Uint8Array && secret.length === secretLength;
  return kind === 'webCrypto' && typeof privateKey === 'object' && privateKey !== null;
}
