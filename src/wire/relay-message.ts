/**
 * Relay → client. Each message is `kind ‖ ch ‖ fields`, but CHALLENGE, which belongs to the whole socket and
 * starts with the version, so that any version can read that much. SPEC.md [M*] says what each one means.
 */
import { makeByteReader, makeByteWriter } from './bytes.ts';
import type { ByteReader, ByteWriter, Decoded } from './bytes.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import {
  HASH_BYTES,
  MAX_EPHEMERAL_BYTES,
  MAX_FRAME_BYTES,
  MAX_RELAY_MESSAGE_BYTES,
  MAX_SNAPSHOT_PART_BYTES,
  MAX_SNAPSHOT_PARTS,
  MAX_TOMBSTONE_BYTES,
  NONCE_BYTES,
  SIGNATURE_BYTES,
} from './sizes.ts';

export const RELAY_KINDS = {
  challenge: 0x80,
  frames: 0x81,
  snapshot: 0x82,
  page: 0x83,
  ephemeral: 0x84,
  peerLeft: 0x85,
  closed: 0x86,
  error: 0x87,
} as const;

const ENTRY_TAGS = { frame: 0, ack: 1, kept: 2 } as const;

export interface ChallengeMessage {
  readonly kind: 'challenge';
  readonly version: number;
  readonly nonce: Uint8Array;
  /** The relay's clock, milliseconds since 1970: only to tell a person that a clock is wrong. */
  readonly relayTime: number;
}

/** What happened at one place of the log. `prev` is the sequence number before `seq`, 0 at the start. */
export type LogEntry =
  /** Somebody's frame. */
  | { readonly kind: 'frame'; readonly prev: number; readonly seq: number; readonly bytes: Uint8Array }
  /** This client's own frame `cid`: stored here, and not sent back. */
  | { readonly kind: 'ack'; readonly cid: number; readonly prev: number; readonly seq: number }
  /** This client's snapshot `cid` was kept; the log did not move. */
  | { readonly kind: 'kept'; readonly cid: number; readonly coversSeq: number };

export interface FramesMessage {
  readonly kind: 'frames';
  readonly ch: number;
  readonly entries: readonly LogEntry[];
}

/**
 * Catching up: all parts in order, over as many pages as it takes; part 0 starts again. The cursor moves with
 * the last part. Live: part 0 alone, the sealed header of a snapshot just kept; the cursor stays.
 */
export interface SnapshotMessage {
  readonly kind: 'snapshot';
  readonly ch: number;
  readonly coversSeq: number;
  readonly chain: Uint8Array;
  readonly part: number;
  readonly parts: number;
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
}

/** The end of a page. Not live: MORE asks for the next one. Live: frames come as they are stored. */
export interface PageMessage {
  readonly kind: 'page';
  readonly ch: number;
  readonly head: number;
  readonly live: boolean;
}

export interface EphemeralMessage {
  readonly kind: 'ephemeral';
  readonly ch: number;
  /** One membership of one connection; means nothing after it left. */
  readonly connId: number;
  readonly bytes: Uint8Array;
}

/** Sent for those who ever sent something ephemeral. */
export interface PeerLeftMessage {
  readonly kind: 'peerLeft';
  readonly ch: number;
  readonly connId: number;
}

/** The channel is over. The tombstone is the first that was accepted, whoever asks. */
export interface ClosedMessage {
  readonly kind: 'closed';
  readonly ch: number;
  readonly signature: Uint8Array;
  readonly tombstone: Uint8Array;
}

/** `cid` 0: about the channel, which is over unless it was joined before. */
export interface ErrorMessage {
  readonly kind: 'error';
  readonly ch: number;
  readonly cid: number;
  /** An `ErrorCode`, or a number that a newer relay invented. */
  readonly code: number;
}

export type RelayMessage =
  | ChallengeMessage
  | FramesMessage
  | SnapshotMessage
  | PageMessage
  | EphemeralMessage
  | PeerLeftMessage
  | ClosedMessage
  | ErrorMessage;

/** Throws only on what a program must not build. */
export function encodeRelayMessage(message: RelayMessage): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter();
  writer.byte(RELAY_KINDS[message.kind]);
  if (message.kind === 'challenge') {
    writer.number(message.version);
    writer.fixed(message.nonce, NONCE_BYTES);
    writer.number(message.relayTime);
    return writer.finish();
  }
  writer.number(message.ch);
  switch (message.kind) {
    case 'frames':
      for (const entry of message.entries) writeEntry(writer, entry);
      break;
    case 'snapshot':
      writer.number(message.coversSeq);
      writer.fixed(message.chain, HASH_BYTES);
      writer.number(message.part);
      writer.number(message.parts);
      writer.fixed(message.signature, SIGNATURE_BYTES);
      writer.raw(message.sealed);
      break;
    case 'page':
      writer.number(message.head);
      writer.byte(message.live ? 1 : 0);
      break;
    case 'ephemeral':
      writer.number(message.connId);
      writer.raw(message.bytes);
      break;
    case 'peerLeft':
      writer.number(message.connId);
      break;
    case 'closed':
      writer.fixed(message.signature, SIGNATURE_BYTES);
      writer.raw(message.tombstone);
      break;
    case 'error':
      writer.number(message.cid);
      writer.number(message.code);
      break;
  }
  return writer.finish();
}

/** Never throws. What it returns are views of `bytes`. */
export function decodeRelayMessage(bytes: Uint8Array): Decoded<RelayMessage> {
  if (bytes.length > MAX_RELAY_MESSAGE_BYTES) return { ok: false, error: { type: 'tooLarge' } };
  const reader = makeByteReader(bytes);
  const kind = reader.byte();
  if (kind === RELAY_KINDS.challenge) {
    const version = reader.number();
    if (version !== PROTOCOL_VERSION) reader.fail({ type: 'otherVersion', version, ch: 0 });
    const nonce = reader.fixed(NONCE_BYTES);
    return reader.finish({ kind: 'challenge', version, nonce, relayTime: reader.number() });
  }
  const ch = reader.number();
  switch (kind) {
    case RELAY_KINDS.frames: {
      const entries: LogEntry[] = [];
      do entries.push(readEntry(reader));
      while (reader.hasMore());
      return reader.finish({ kind: 'frames', ch, entries });
    }
    case RELAY_KINDS.snapshot: {
      const coversSeq = reader.number();
      const chain = reader.fixed(HASH_BYTES);
      const part = reader.number();
      const parts = reader.number();
      if (parts < 1 || parts > MAX_SNAPSHOT_PARTS || part >= parts) reader.fail({ type: 'badValue' });
      const signature = reader.fixed(SIGNATURE_BYTES);
      const sealed = reader.rest(MAX_SNAPSHOT_PART_BYTES);
      return reader.finish({ kind: 'snapshot', ch, coversSeq, chain, part, parts, signature, sealed });
    }
    case RELAY_KINDS.page: {
      const head = reader.number();
      const live = reader.byte();
      if (live > 1) reader.fail({ type: 'badValue' });
      return reader.finish({ kind: 'page', ch, head, live: live === 1 });
    }
    case RELAY_KINDS.ephemeral: {
      const connId = reader.number();
      return reader.finish({ kind: 'ephemeral', ch, connId, bytes: reader.rest(MAX_EPHEMERAL_BYTES) });
    }
    case RELAY_KINDS.peerLeft:
      return reader.finish({ kind: 'peerLeft', ch, connId: reader.number() });
    case RELAY_KINDS.closed: {
      const signature = reader.fixed(SIGNATURE_BYTES);
      return reader.finish({ kind: 'closed', ch, signature, tombstone: reader.rest(MAX_TOMBSTONE_BYTES) });
    }
    case RELAY_KINDS.error: {
      const cid = reader.number();
      return reader.finish({ kind: 'error', ch, cid, code: reader.number() });
    }
    default:
      reader.fail({ type: 'unknownKind', kind });
      return reader.finish<never>(undefined as never);
  }
}

/** The entries of a FRAMES message alone, so that a relay encodes them once for many channels. */
export function encodeEntries(entries: readonly LogEntry[]): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter();
  for (const entry of entries) writeEntry(writer, entry);
  return writer.finish();
}

/** A FRAMES message on `ch` from what `encodeEntries` gave. */
export function encodeFramesOf(ch: number, entries: Uint8Array): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter(entries.length + 16);
  writer.byte(RELAY_KINDS.frames);
  writer.number(ch);
  writer.raw(entries);
  return writer.finish();
}

function writeEntry(writer: ByteWriter, entry: LogEntry): void {
  writer.byte(ENTRY_TAGS[entry.kind]);
  switch (entry.kind) {
    case 'frame':
      writer.number(entry.prev);
      writer.number(entry.seq);
      writer.sized(entry.bytes);
      break;
    case 'ack':
      writer.number(entry.cid);
      writer.number(entry.prev);
      writer.number(entry.seq);
      break;
    case 'kept':
      writer.number(entry.cid);
      writer.number(entry.coversSeq);
      break;
  }
}

function readEntry(reader: ByteReader): LogEntry {
  const tag = reader.byte();
  switch (tag) {
    case ENTRY_TAGS.frame: {
      const prev = reader.number();
      const seq = readSeqAfter(reader, prev);
      const bytes = reader.sized(MAX_FRAME_BYTES);
      if (bytes.length === 0) reader.fail({ type: 'badValue' });
      return { kind: 'frame', prev, seq, bytes };
    }
    case ENTRY_TAGS.ack: {
      const cid = reader.number();
      const prev = reader.number();
      return { kind: 'ack', cid, prev, seq: readSeqAfter(reader, prev) };
    }
    default: {
      if (tag !== ENTRY_TAGS.kept) reader.fail({ type: 'badValue' });
      const cid = reader.number();
      return { kind: 'kept', cid, coversSeq: reader.number() };
    }
  }
}

function readSeqAfter(reader: ByteReader, prev: number): number {
  const seq = reader.number();
  if (seq <= prev) reader.fail({ type: 'badValue' });
  return seq;
}
