/**
 * `baton-space/1`: a whole space in one file, sealed with a passphrase.
 *
 *     file   = header ‖ check4 ‖ proof16 ‖ chunks
 *     header = "baton-space/" ‖ version ‖ flags1 ‖ costLog2 ‖ blockSize ‖ parallel ‖ salt16 ‖ noncePrefix19
 *
 * `check4` tells a damaged header from a wrong passphrase, `proof16` a wrong passphrase from a damaged body.
 * The header is bound to every chunk. Nothing here throws at bytes, whatever they are.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { err, ok, type Result } from '../model/result.ts';
import { asciiBytes, concatBytes, makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import { type Bytes, copyBytes, isSameBytes } from './bytes.ts';
import { noncePrefixLength, openChunks, sealChunks } from './chunk-seal.ts';
import {
  derivePassphraseKey,
  isBearable,
  type KdfParameters,
  normalizePassphrase,
  ownKdf,
  saltLength,
  shortestPassphrase,
} from './passphrase-key.ts';
import { pressBytes, unpressBytes } from './pressed-bytes.ts';
import { decodeSavedSpace, encodeSavedSpace, type SavedSpace } from './space-file-content.ts';

/** Of the file, and of what is in it. */
const largestSpaceFile = 256 * 1024 * 1024;

const magic = asciiBytes('baton-space/');
const version = 1;
const pressedFlag = 1;
const checkLength = 4;
const proofLength = 16;
const keyLength = 32;

export type SealFileFailure = { readonly type: 'weakPassphrase' } | { readonly type: 'tooLarge' };
export type OpenFileFailure =
  | { readonly type: 'otherFile' }
  | { readonly type: 'newerFile' }
  | { readonly type: 'damagedFile' }
  | { readonly type: 'tooLarge' }
  /** It asks for more memory or time than an honest file does. */
  | { readonly type: 'unbearableFile' }
  | { readonly type: 'wrongPassphrase' };

interface Header {
  readonly isPressed: boolean;
  readonly kdf: KdfParameters;
  readonly salt: Bytes;
  readonly noncePrefix: Bytes;
}

function encodeHeader({ isPressed, kdf, salt, noncePrefix }: Header): Bytes {
  const writer = makeByteWriter();
  writer.raw(magic);
  writer.number(version);
  writer.byte(isPressed ? pressedFlag : 0);
  writer.number(kdf.costLog2);
  writer.number(kdf.blockSize);
  writer.number(kdf.parallel);
  writer.fixed(salt, saltLength);
  writer.fixed(noncePrefix, noncePrefixLength);
  return writer.finish();
}

/** Names the header and nothing secret. */
function checkOf(header: Uint8Array): Uint8Array {
  return sha256(header).subarray(0, checkLength);
}

interface Split {
  readonly header: Header;
  /** As it stands in the file. */
  readonly headerBytes: Uint8Array;
  readonly proof: Uint8Array;
  readonly sealed: Uint8Array;
}

function splitFile(bytes: Uint8Array): Result<Split, OpenFileFailure> {
  if (!isSameBytes(bytes.subarray(0, magic.length), magic)) return err({ type: 'otherFile' });
  const reader = makeByteReader(bytes.subarray(magic.length));
  if (reader.number() > version) return err({ type: 'newerFile' });
  const flags = reader.byte();
  const kdf = { costLog2: reader.number(), blockSize: reader.number(), parallel: reader.number() };
  const salt = copyBytes(reader.fixed(saltLength));
  const noncePrefix = copyBytes(reader.fixed(noncePrefixLength));
  const check = reader.fixed(checkLength);
  const proof = reader.fixed(proofLength);
  const sealed = reader.rest(largestSpaceFile);
  const read = reader.finish({ isPressed: flags === pressedFlag, kdf, salt, noncePrefix });
  if (!read.ok || flags > pressedFlag) return err({ type: 'damagedFile' });
  const headerBytes = bytes.subarray(0, bytes.length - sealed.length - proofLength - checkLength);
  if (!isSameBytes(checkOf(headerBytes), check)) return err({ type: 'damagedFile' });
  return ok({ header: read.value, headerBytes, proof, sealed });
}

/** Two values of one derivation: the key, and what shows that the passphrase is the right one. */
async function deriveKey(
  passphrase: string,
  { salt, kdf }: Header,
): Promise<{ readonly key: Bytes; readonly proof: Bytes }> {
  const bytes = await derivePassphraseKey(passphrase, salt, kdf, keyLength + proofLength);
  return { key: bytes.slice(0, keyLength), proof: bytes.slice(keyLength) };
}

export async function sealSpaceFile(
  saved: SavedSpace,
  passphrase: string,
  randomBytes: (length: number) => Bytes,
  kdf: KdfParameters = ownKdf,
): Promise<Result<Bytes, SealFileFailure>> {
  if (normalizePassphrase(passphrase).length < shortestPassphrase) return err({ type: 'weakPassphrase' });
  const content = encodeSavedSpace(saved);
  if (content.length > largestSpaceFile) return err({ type: 'tooLarge' });
  const pressed = await pressBytes(content);
  const header: Header = {
    isPressed: pressed !== null,
    kdf,
    salt: randomBytes(saltLength),
    noncePrefix: randomBytes(noncePrefixLength),
  };
  const headerBytes = encodeHeader(header);
  const { key, proof } = await deriveKey(passphrase, header);
  const secret = { key, noncePrefix: header.noncePrefix, associated: headerBytes };
  const chunks = await sealChunks(secret, pressed ?? content);
  const file = concatBytes([headerBytes, checkOf(headerBytes), proof, ...chunks]);
  return file.length > largestSpaceFile ? err({ type: 'tooLarge' }) : ok(file);
}

export async function openSpaceFile(
  bytes: Uint8Array,
  passphrase: string,
): Promise<Result<SavedSpace, OpenFileFailure>> {
  if (bytes.length > largestSpaceFile) return err({ type: 'tooLarge' });
  const split = splitFile(bytes);
  if (!split.ok) return split;
  const { header, headerBytes, sealed } = split.value;
  if (!isBearable(header.kdf)) return err({ type: 'unbearableFile' });
  const { key, proof } = await deriveKey(passphrase, header);
  if (!isSameBytes(proof, split.value.proof)) return err({ type: 'wrongPassphrase' });
  const secret = { key, noncePrefix: header.noncePrefix, associated: headerBytes };
  const opened = await openChunks(secret, sealed);
  if (opened === null) return err({ type: 'damagedFile' });
  const content = header.isPressed ? await unpressBytes(opened, largestSpaceFile) : opened;
  if (content === null) return err({ type: 'damagedFile' });
  const saved = decodeSavedSpace(content);
  if (saved === 'newer') return err({ type: 'newerFile' });
  return saved === 'damaged' ? err({ type: 'damagedFile' }) : ok(saved);
}
