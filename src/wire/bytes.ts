/**
 * The two ends of a byte string: a writer that grows, and a reader that never throws.
 *
 * The reader keeps the first fault it meets and from then on answers zeros and empty bytes, so a decoder
 * reads straight through and asks once, at the end. Numbers are LEB128 varints up to 2^53-1 in their
 * shortest form only: a value has exactly one encoding, hence a message has exactly one hash.
 */
export type WireFault =
  | { readonly type: 'truncated' }
  | { readonly type: 'trailingBytes' }
  | { readonly type: 'tooLarge' }
  | { readonly type: 'badNumber' }
  | { readonly type: 'badValue' }
  | { readonly type: 'unknownKind'; readonly kind: number }
  /** A message number that is set aside for a later version. */
  | { readonly type: 'reservedKind'; readonly kind: number; readonly ch: number }
  /** The other side speaks another protocol version; nothing after the version was read. */
  | { readonly type: 'otherVersion'; readonly version: number; readonly ch: number };

/** Structurally the project's `Result`; spelt here because `wire` imports nothing. */
export type Decoded<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: WireFault };

export interface ByteWriter {
  /** One byte, 0 to 255. */
  byte(value: number): void;
  /** An unsigned varint, 0 to 2^53-1; anything else is a programming error and throws. */
  number(value: number): void;
  /** Bytes as they are, the reader being told their length some other way. */
  raw(bytes: Uint8Array): void;
  /** Bytes that must be exactly `length` long: keys, hashes, signatures. */
  fixed(bytes: Uint8Array, length: number): void;
  /** A varint length, then the bytes. */
  sized(bytes: Uint8Array): void;
  finish(): Uint8Array<ArrayBuffer>;
}

export interface ByteReader {
  byte(): number;
  number(): number;
  fixed(length: number): Uint8Array;
  sized(limit: number): Uint8Array;
  /** Everything that is left, between 1 and `limit` bytes. */
  rest(limit: number): Uint8Array;
  hasMore(): boolean;
  fail(fault: WireFault): void;
  /** The value, if nothing failed and nothing is left over. */
  finish<Value>(value: Value): Decoded<Value>;
}

export function makeByteWriter(expectedBytes = 256): ByteWriter {
  let buffer = new Uint8Array(expectedBytes);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= buffer.length) return;
    const grown = new Uint8Array(Math.max(buffer.length * 2, length + count));
    grown.set(buffer.subarray(0, length));
    buffer = grown;
  }

  const writer: ByteWriter = {
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    number(value) {
      if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an unsigned number: ${value}`);
      reserve(8);
      let left = value;
      while (left >= 0x80) {
        buffer[length++] = (left % 0x80) | 0x80;
        left = Math.floor(left / 0x80);
      }
      buffer[length++] = left;
    },
    raw(bytes) {
      reserve(bytes.length);
      buffer.set(bytes, length);
      length += bytes.length;
    },
    fixed(bytes, expected) {
      if (bytes.length !== expected) throw new RangeError(`expected ${expected} bytes, got ${bytes.length}`);
      writer.raw(bytes);
    },
    sized(bytes) {
      writer.number(bytes.length);
      writer.raw(bytes);
    },
    finish: () => buffer.slice(0, length),
  };
  return writer;
}

const NOTHING = new Uint8Array(0);

/** Reads `bytes` without copying: what it returns are views of the message. */
export function makeByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  let fault: WireFault | null = null;

  function take(length: number): Uint8Array {
    if (fault !== null) return NOTHING;
    if (length > bytes.length - at) {
      reader.fail({ type: 'truncated' });
      return NOTHING;
    }
    const view = new Uint8Array(bytes.buffer, bytes.byteOffset + at, length);
    at += length;
    return view;
  }

  const reader: ByteReader = {
    byte: () => take(1)[0] ?? 0,
    number() {
      let value = 0;
      let scale = 1;
      for (let index = 0; index < 8; index++) {
        const next = reader.byte();
        if (fault !== null) return 0;
        value += (next & 0x7f) * scale;
        if (next < 0x80) {
          const isShortest = index === 0 || next !== 0;
          if (isShortest && Number.isSafeInteger(value)) return value;
          break;
        }
        scale *= 0x80;
      }
      reader.fail({ type: 'badNumber' });
      return 0;
    },
    fixed(length) {
      const view = take(length);
      return view.length === length ? view : new Uint8Array(length);
    },
    sized(limit) {
      const length = reader.number();
      if (length > limit) {
        reader.fail({ type: 'tooLarge' });
        return NOTHING;
      }
      return take(length);
    },
    rest(limit) {
      const left = bytes.length - at;
      if (left > limit) {
        reader.fail({ type: 'tooLarge' });
        return NOTHING;
      }
      return take(Math.max(1, left));
    },
    hasMore: () => fault === null && at < bytes.length,
    fail(found) {
      fault ??= found;
    },
    finish(value) {
      if (fault === null && at < bytes.length) reader.fail({ type: 'trailingBytes' });
      return fault === null ? { ok: true, value } : { ok: false, error: fault };
    },
  };
  return reader;
}

/** ASCII text as bytes. Labels and origins are ASCII (a URL origin is serialised in punycode). */
export function asciiBytes(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) throw new RangeError('only ASCII text has a place here');
    bytes[index] = code;
  }
  return bytes;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
