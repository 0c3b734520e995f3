/**
 * What happens in a room, as pure transitions: cursors are judged, frames get their place, readers get their
 * entries. Nothing here reads, writes, sends or waits; relay.ts does that with what these functions return.
 * Rule ids are those of src/wire/SPEC.md.
 */
import type { LogEntry } from '../src/wire/relay-message.ts';
import { emptyChain } from '../src/wire/room-id.ts';
import type { NewFrame, RoomRecord, StoredFrame } from './frame-log.ts';
import { computeChain, isSameBytes } from './proofs.ts';

export interface Position {
  readonly head: number;
  readonly chain: Uint8Array;
}

/** One channel's place in the log. */
export interface Reader {
  /** The last sequence number sent; entries continue from here. */
  readonly pos: number;
  readonly phase: 'paging' | 'live';
  /** Own frames above `pos`, cid by sequence number: acknowledged when the pages reach them [M7]. */
  readonly owed: ReadonlyMap<number, number>;
  /** The snapshot that is being sent part by part, or null. */
  readonly sending: { readonly coversSeq: number; readonly nextPart: number } | null;
}

export const EMPTY_ROOM: RoomRecord = {
  head: 0,
  chain: emptyChain(),
  bytes: 0,
  liveBytes: 0,
  base: 0,
  snapshotSeq: 0,
  tombstone: null,
};

/**
 * [M3] whether the log continues what the client has seen up to `since`. `chainAtSince` is null where the log
 * no longer tells; then the snapshot answers, which brings its own chain.
 */
export function isContinuation(
  room: RoomRecord,
  since: number,
  chain: Uint8Array,
  chainAtSince: Uint8Array | null,
): boolean {
  if (since > room.head) return false;
  if (since === 0) return isSameBytes(chain, emptyChain());
  if (since === room.head) return isSameBytes(chain, room.chain);
  return chainAtSince === null ? since < room.base : isSameBytes(chain, chainAtSince);
}

/** [K2] gives each frame its place after `position`. */
export function placeFrames(position: Position, frames: readonly Uint8Array[]): readonly NewFrame[] {
  let { head, chain } = position;
  return frames.map((bytes) => {
    const prev = head;
    head += 1;
    chain = computeChain(chain, bytes);
    return { prev, seq: head, bytes, chain };
  });
}

/** [M4] whether the next page starts, or goes on, with the newest snapshot. */
export function needsSnapshot(room: RoomRecord, reader: Reader): boolean {
  return room.snapshotSeq > reader.pos && (reader.pos === 0 || reader.pos < room.base);
}

/**
 * [M4] [M5] [M7] a page of frames for a reader: its own ones become acks. Reaching the head makes it live.
 * `frames` follow `reader.pos`.
 */
export function turnPage(
  reader: Reader,
  frames: readonly StoredFrame[],
  head: number,
): { readonly reader: Reader; readonly entries: readonly LogEntry[] } {
  const pos = frames.at(-1)?.seq ?? reader.pos;
  const owed = new Map(reader.owed);
  const entries = frames.map((frame): LogEntry => {
    const cid = owed.get(frame.seq);
    owed.delete(frame.seq);
    return frameToEntry(frame, cid);
  });
  return { reader: { pos, phase: pos >= head ? 'live' : 'paging', owed, sending: null }, entries };
}

/** After the last part of a snapshot. It answers for everything it covers, so those frames get no ack [M6]. */
export function passSnapshot(reader: Reader, coversSeq: number): Reader {
  const owed = new Map([...reader.owed].filter(([seq]) => seq > coversSeq));
  return { ...reader, pos: coversSeq, owed, sending: null };
}

/**
 * [M5] [M6] [M7] newly stored frames for one reader. `shared` holds them as entries for those who wrote none of
 * them, and is given back as it is, so that it is encoded once. A reader that is slow falls back to paging.
 */
export function takeNewFrames(
  reader: Reader,
  shared: readonly LogEntry[],
  frames: readonly StoredFrame[],
  ownCidBySeq: ReadonlyMap<number, number> | undefined,
  isSlow: boolean,
): { readonly reader: Reader; readonly entries: readonly LogEntry[]; readonly fellBack: boolean } {
  if (reader.phase === 'live' && !isSlow) {
    const entries = ownCidBySeq
      ? frames.map((frame) => frameToEntry(frame, ownCidBySeq.get(frame.seq)))
      : shared;
    return { reader: { ...reader, pos: frames.at(-1)?.seq ?? reader.pos }, entries, fellBack: false };
  }
  const owed = ownCidBySeq ? new Map([...reader.owed, ...ownCidBySeq]) : reader.owed;
  const fellBack = reader.phase === 'live';
  return { reader: { ...reader, phase: 'paging', owed }, entries: [], fellBack };
}

export function frameToEntry(frame: StoredFrame, cid: number | undefined): LogEntry {
  const { prev, seq, bytes } = frame;
  return cid === undefined ? { kind: 'frame', prev, seq, bytes } : { kind: 'ack', cid, prev, seq };
}

/** Cuts frames into runs of about `maxBytes`, so that no message grows past what a client accepts. */
export function cutIntoRuns(frames: readonly NewFrame[], maxBytes: number): readonly (readonly NewFrame[])[] {
  const runs: NewFrame[][] = [];
  let bytes = maxBytes;
  for (const frame of frames) {
    if (bytes >= maxBytes) {
      runs.push([]);
      bytes = 0;
    }
    runs.at(-1)?.push(frame);
    // An entry's own fields weigh too, when frames are tiny.
    bytes += frame.bytes.length + 32;
  }
  return runs;
}
