/**
 * Client → relay. Each message is `kind ‖ ch ‖ fields`; `ch` names a room on this socket and is chosen by the
 * client, `cid` names one request on a channel and is at least 1. SPEC.md [M*] says what each one means.
 */
import { makeByteReader, makeByteWriter } from './bytes.ts';
import type { ByteReader, Decoded } from './bytes.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import type { RoomKeys } from './room-id.ts';
import {
  HASH_BYTES,
  KEY_BYTES,
  MAX_CLIENT_MESSAGE_BYTES,
  MAX_EPHEMERAL_BYTES,
  MAX_FRAME_BYTES,
  MAX_SNAPSHOT_PART_BYTES,
  MAX_SNAPSHOT_PARTS,
  MAX_TOMBSTONE_BYTES,
  SIGNATURE_BYTES,
} from './sizes.ts';
import type { JoinMode } from './statements.ts';

export const CLIENT_KINDS = {
  join: 1,
  push: 2,
  ephemeral: 3,
  more: 4,
  leave: 5,
  snapshot: 6,
  close: 7,
  /** Set aside for push messages and timed reminders; refused with `notSupported`. */
  notify: 8,
  alarm: 9,
} as const;

export interface JoinMessage {
  readonly kind: 'join';
  readonly ch: number;
  readonly mode: JoinMode;
  readonly keys: RoomKeys;
  /** The last sequence number this client has applied; 0 for none. */
  readonly since: number;
  /** The chain at `since`; `emptyChain()` at 0. */
  readonly chain: Uint8Array;
  /** Over `joinChallenge(…)`. */
  readonly signature: Uint8Array;
}

export interface PushMessage {
  readonly kind: 'push';
  readonly ch: number;
  readonly cid: number;
  readonly frame: Uint8Array;
}

export interface SendEphemeralMessage {
  readonly kind: 'ephemeral';
  readonly ch: number;
  readonly bytes: Uint8Array;
}

export interface MoreMessage {
  readonly kind: 'more';
  readonly ch: number;
}

export interface LeaveMessage {
  readonly kind: 'leave';
  readonly ch: number;
}

/** One part of a snapshot; parts go in order, 0 first, under one cid. */
export interface PushSnapshotMessage {
  readonly kind: 'snapshot';
  readonly ch: number;
  readonly cid: number;
  readonly coversSeq: number;
  readonly chain: Uint8Array;
  readonly part: number;
  readonly parts: number;
  /** Over `snapshotStatement(…)`. */
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
}

/** Carries the keys, because a device repeats what it knows to be closed before it joins anything. */
export interface CloseMessage {
  readonly kind: 'close';
  readonly ch: number;
  readonly keys: RoomKeys;
  /** By O, over `closeStatement(…)`. */
  readonly signature: Uint8Array;
  readonly tombstone: Uint8Array;
}

export type ClientMessage =
  | JoinMessage
  | PushMessage
  | SendEphemeralMessage
  | MoreMessage
  | LeaveMessage
  | PushSnapshotMessage
  | CloseMessage;

/** Throws only on what a program must not build: a key of the wrong length, a negative number. */
export function encodeClientMessage(message: ClientMessage): Uint8Array<ArrayBuffer> {
  const writer = makeByteWriter();
  writer.byte(CLIENT_KINDS[message.kind]);
  writer.number(message.ch);
  switch (message.kind) {
    case 'join':
      writer.number(PROTOCOL_VERSION);
      writer.byte(message.mode === 'write' ? 1 : 0);
      writeKeys(message.keys);
      writer.number(message.since);
      writer.fixed(message.chain, HASH_BYTES);
      writer.fixed(message.signature, SIGNATURE_BYTES);
      break;
    case 'push':
      writer.number(message.cid);
      writer.raw(message.frame);
      break;
    case 'ephemeral':
      writer.raw(message.bytes);
      break;
    case 'more':
    case 'leave':
      break;
    case 'snapshot':
      writer.number(message.cid);
      writer.number(message.coversSeq);
      writer.fixed(message.chain, HASH_BYTES);
      writer.number(message.part);
      writer.number(message.parts);
      writer.fixed(message.signature, SIGNATURE_BYTES);
      writer.raw(message.sealed);
      break;
    case 'close':
      writer.number(PROTOCOL_VERSION);
      writeKeys(message.keys);
      writer.fixed(message.signature, SIGNATURE_BYTES);
      writer.raw(message.tombstone);
      break;
  }
  return writer.finish();

  function writeKeys(keys: RoomKeys): void {
    writer.fixed(keys.write, KEY_BYTES);
    writer.fixed(keys.read, KEY_BYTES);
    writer.fixed(keys.owner, KEY_BYTES);
  }
}

/** Never throws. What it returns are views of `bytes`. */
export function decodeClientMessage(bytes: Uint8Array): Decoded<ClientMessage> {
  if (bytes.length > MAX_CLIENT_MESSAGE_BYTES) return { ok: false, error: { type: 'tooLarge' } };
  const reader = makeByteReader(bytes);
  const kind = reader.byte();
  const ch = reader.number();
  switch (kind) {
    case CLIENT_KINDS.join: {
      if (!isOurVersion(reader, ch)) break;
      const mode: JoinMode = readFlag(reader) ? 'write' : 'read';
      const keys = readKeys(reader);
      const since = reader.number();
      const chain = reader.fixed(HASH_BYTES);
      const signature = reader.fixed(SIGNATURE_BYTES);
      return reader.finish({ kind: 'join', ch, mode, keys, since, chain, signature });
    }
    case CLIENT_KINDS.push: {
      const cid = readCid(reader);
      return reader.finish({ kind: 'push', ch, cid, frame: reader.rest(MAX_FRAME_BYTES) });
    }
    case CLIENT_KINDS.ephemeral:
      return reader.finish({ kind: 'ephemeral', ch, bytes: reader.rest(MAX_EPHEMERAL_BYTES) });
    case CLIENT_KINDS.more:
      return reader.finish({ kind: 'more', ch });
    case CLIENT_KINDS.leave:
      return reader.finish({ kind: 'leave', ch });
    case CLIENT_KINDS.snapshot: {
      const cid = readCid(reader);
      const coversSeq = reader.number();
      const chain = reader.fixed(HASH_BYTES);
      const part = reader.number();
      const parts = reader.number();
      if (parts < 1 || parts > MAX_SNAPSHOT_PARTS || part >= parts) reader.fail({ type: 'badValue' });
      const signature = reader.fixed(SIGNATURE_BYTES);
      const sealed = reader.rest(MAX_SNAPSHOT_PART_BYTES);
      return reader.finish({ kind: 'snapshot', ch, cid, coversSeq, chain, part, parts, signature, sealed });
    }
    case CLIENT_KINDS.close: {
      if (!isOurVersion(reader, ch)) break;
      const keys = readKeys(reader);
      const signature = reader.fixed(SIGNATURE_BYTES);
      return reader.finish({
        kind: 'close',
        ch,
        keys,
        signature,
        tombstone: reader.rest(MAX_TOMBSTONE_BYTES),
      });
    }
    case CLIENT_KINDS.notify:
    case CLIENT_KINDS.alarm:
      reader.fail({ type: 'reservedKind', kind, ch });
      break;
    default:
      reader.fail({ type: 'unknownKind', kind });
  }
  return reader.finish<never>(undefined as never);
}

function isOurVersion(reader: ByteReader, ch: number): boolean {
  const version = reader.number();
  if (version === PROTOCOL_VERSION) return true;
  reader.fail({ type: 'otherVersion', version, ch });
  return false;
}

function readFlag(reader: ByteReader): boolean {
  const flag = reader.byte();
  if (flag > 1) reader.fail({ type: 'badValue' });
  return flag === 1;
}

function readCid(reader: ByteReader): number {
  const cid = reader.number();
  // 0 means "the channel itself" in an error, so no request may carry it.
  if (cid === 0) reader.fail({ type: 'badValue' });
  return cid;
}

function readKeys(reader: ByteReader): RoomKeys {
  return { write: reader.fixed(KEY_BYTES), read: reader.fixed(KEY_BYTES), owner: reader.fixed(KEY_BYTES) };
}
