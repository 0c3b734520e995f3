/** Bytes made smaller and larger again by the platform, where it can; never larger than the reader allows. */
import { concatBytes } from '../wire/bytes.ts';
import type { Bytes } from './bytes.ts';

const format = 'deflate-raw';

/** `null`: there are more than `limit` bytes. */
async function gather(stream: ReadableStream<Uint8Array>, limit: number): Promise<Bytes | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return concatBytes(parts);
}

function through(
  bytes: Bytes,
  transform: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream().pipeThrough(transform);
}

/** `null` where the platform cannot. */
export async function pressBytes(bytes: Bytes): Promise<Bytes | null> {
  try {
    return await gather(through(bytes, new CompressionStream(format)), bytes.length);
  } catch {
    return null;
  }
}

/** `null` where the platform cannot, and for bytes that are no pressed ones or more than `limit`. */
export async function unpressBytes(bytes: Bytes, limit: number): Promise<Bytes | null> {
  try {
    return await gather(through(bytes, new DecompressionStream(format)), limit);
  } catch {
    return null;
  }
}
