/** Byte strings as this folder uses them, beyond what `wire` lays out. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Own copy, detached from whatever larger buffer the bytes were read from. */
export function copyBytes(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}

/** Not constant time: only for public values (hashes, chains, ids). */
export function isSameBytes(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}
