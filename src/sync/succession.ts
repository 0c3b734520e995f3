/**
 * Where a household went on, said by the owner of the room that it left. Whoever holds a room's id holds the hash of
 * its owner's key, so that a chain of these leads from a room that one knows to the one of today, without a key
 * of any room between. Rule [V10].
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { asciiBytes, concatBytes } from '../wire/bytes.ts';
import { type RoomKeys as PublicRoomKeys, roomIdInput } from '../wire/room-id.ts';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { makeSignatureChecker, sign } from './signatures.ts';

interface Succession {
  readonly from: PublicRoomKeys;
  /** 32 bytes. */
  readonly to: Bytes;
  readonly signature: Bytes;
}

/** A household does not move so often; beyond it, nobody reads on. */
const mostMoves = 200;
const partLength = 32;
const signatureLength = 64;

function statement(from: Uint8Array, to: Uint8Array): Bytes {
  return concatBytes([asciiBytes('succession/1'), from, to]);
}

/** As text; it tells nothing but which room came after which. */
export function makeSuccession(from: RoomKeys & { readonly ownerKey: SigningKey }, to: Bytes): string {
  const { write, read, owner } = from.publicKeys;
  return encodeBase64url(
    concatBytes([write, read, owner, to, sign(from.ownerKey, statement(from.roomId, to))]),
  );
}

function decodeSuccession(text: string): Succession | null {
  const bytes = decodeBase64url(text);
  if (bytes?.length !== 4 * partLength + signatureLength) return null;
  const part = (index: number): Bytes => bytes.slice(index * partLength, (index + 1) * partLength);
  return {
    from: { write: part(0), read: part(1), owner: part(2) },
    to: part(3),
    signature: bytes.slice(4 * partLength),
  };
}

/** What of these may be one, as many as anybody reads. */
export function readableSuccessions(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => decodeSuccession(text) !== null).slice(0, mostMoves);
}

/** Whether these lead from one room to the other, both in base64url, each step signed by the owner of the room it leaves. */
export async function leadsOn(texts: readonly string[], start: string, target: string): Promise<boolean> {
  const steps = texts.slice(0, mostMoves).flatMap((text) => {
    const step = decodeSuccession(text);
    return step === null ? [] : [{ ...step, left: sha256(roomIdInput(step.from)) }];
  });
  const seen = new Set<string>();
  const open = [start];
  for (let room = open.pop(); room !== undefined; room = open.pop()) {
    if (room === target) return true;
    if (seen.has(room)) continue;
    seen.add(room);
    for (const { from, left, to, signature } of steps) {
      if (encodeBase64url(left) !== room) continue;
      const checker = makeSignatureChecker(from.owner, null);
      if (await checker.check(signature, statement(left, to))) open.push(encodeBase64url(to));
    }
  }
  return false;
}
