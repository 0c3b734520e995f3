/**
 * What is inside a sealed frame. `kind ‖ seen seq ‖ seen chain prefix ‖ group ‖ part ‖ parts ‖ body ‖ zeros`.
 *
 * `seen` is where the author stood in the log: two devices whose relay shows them different logs notice.
 * A long update is cut into parts of one group; a short one is part 0 of 1.
 */
import { makeByteReader, makeByteWriter } from '../wire/bytes.ts';
import { HASH_BYTES, MAX_FRAME_BYTES } from '../wire/sizes.ts';
import type { Bytes } from './bytes.ts';
import { computePaddedLength } from './padding.ts';

const kinds = { update: 1, presence: 2, presenceQuery: 3, grant: 4, tombstone: 5, lacking: 6 } as const;
export type FrameKind = keyof typeof kinds;

export const groupLength = 8;
export const seenChainLength = 8;
/** Leaves room for the fields, the padding (under 4 KiB at this size), signature, nonce and tag. */
export const maxBodyLength = MAX_FRAME_BYTES - 16 * 1024;
/** 60 MiB of update in one group. */
const maxParts = 256;

export interface Seen {
  readonly seq: number;
  /** First bytes of the chain after `seq`. */
  readonly chainPrefix: Uint8Array;
}

export interface FrameContent {
  readonly kind: FrameKind;
  readonly seen: Seen;
  readonly group: Uint8Array;
  readonly part: number;
  readonly parts: number;
  readonly body: Uint8Array;
}

const kindByNumber: ReadonlyMap<number, FrameKind> = new Map(
  Object.entries(kinds).map(([kind, number]) => [number, kind as FrameKind]),
);

/** A content of one part whose author's place in the log means nothing (presence, grants). */
export function singleContent(kind: FrameKind, body: Uint8Array): FrameContent {
  return {
    kind,
    seen: { seq: 0, chainPrefix: new Uint8Array(seenChainLength) },
    group: new Uint8Array(groupLength),
    part: 0,
    parts: 1,
    body,
  };
}

export function encodeFrameContent(content: FrameContent): Bytes {
  const writer = makeByteWriter(content.body.length + 64);
  writer.byte(kinds[content.kind]);
  writer.number(content.seen.seq);
  writer.fixed(content.seen.chainPrefix, seenChainLength);
  writer.fixed(content.group, groupLength);
  writer.number(content.part);
  writer.number(content.parts);
  writer.sized(content.body);
  const plain = writer.finish();
  const padded = new Uint8Array(computePaddedLength(Math.max(plain.length, HASH_BYTES)));
  padded.set(plain);
  return padded;
}

/** `null` when malformed or of a kind that this version does not know. */
export function decodeFrameContent(bytes: Uint8Array): FrameContent | null {
  const reader = makeByteReader(bytes);
  const kind = kindByNumber.get(reader.byte());
  const seq = reader.number();
  const chainPrefix = reader.fixed(seenChainLength);
  const group = reader.fixed(groupLength);
  const part = reader.number();
  const parts = reader.number();
  const body = reader.sized(MAX_FRAME_BYTES);
  if (reader.hasMore()) reader.rest(MAX_FRAME_BYTES);
  if (kind === undefined || parts < 1 || parts > maxParts || part >= parts) return null;
  const decoded = reader.finish({ kind, seen: { seq, chainPrefix }, group, part, parts, body });
  return decoded.ok ? decoded.value : null;
}
