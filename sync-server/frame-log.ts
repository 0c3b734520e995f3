/**
 * The storage port: per room a log of sealed frames, its snapshots, and the tombstone once it is closed.
 *
 * Invariants that every adapter keeps (test/contracts/frame-log-contract.ts):
 * - when a writing call returns, what it wrote survives a crash of the process and, unless the operator gave
 *   that up (`SYNCHRONOUS`), of the machine;
 * - a writing call does all or nothing, and says so by throwing;
 * - frames after `base` are all there, frames up to it may be gone;
 * - a tombstone never changes and never goes.
 * It is synchronous on purpose: nothing can come between reading a head and writing after it.
 */
export interface Tombstone {
  readonly signature: Uint8Array;
  readonly bytes: Uint8Array;
}

export interface SnapshotPart {
  readonly signature: Uint8Array;
  readonly sealed: Uint8Array;
}

export interface Snapshot {
  readonly coversSeq: number;
  readonly chain: Uint8Array;
  readonly parts: readonly SnapshotPart[];
}

/** A snapshot without its body. */
export interface SnapshotHeader extends SnapshotPart {
  readonly coversSeq: number;
  readonly chain: Uint8Array;
  /** All of them, this one included. */
  readonly parts: number;
}

export interface RoomRecord {
  /** The last sequence number; 0 for an empty log. */
  readonly head: number;
  readonly chain: Uint8Array;
  /** All that is kept for this room, counted as `stored-size.ts` does. */
  readonly bytes: number;
  /** Of that, what newcomers start from: the newest snapshot and the frames after it. The rest is history. */
  readonly liveBytes: number;
  readonly base: number;
  /** What the newest snapshot covers; 0 for none. */
  readonly snapshotSeq: number;
  readonly tombstone: Tombstone | null;
}

export interface StoredFrame {
  readonly prev: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
}

export interface NewFrame extends StoredFrame {
  /** The chain after this frame. */
  readonly chain: Uint8Array;
}

export interface RoomAppend {
  readonly roomId: Uint8Array;
  /** In order, the first one right after the room's head. */
  readonly frames: readonly NewFrame[];
}

export interface FrameLog {
  /** Null for a room that nothing was ever written to. */
  readRoom(roomId: Uint8Array): RoomRecord | null;
  /** Frames after `after`, in order: at least one if there is one, then until `maxBytes` are reached. */
  readFrames(roomId: Uint8Array, after: number, maxBytes: number, maxFrames: number): readonly StoredFrame[];
  /** The chain after `seq`, or null where neither a kept frame nor a kept snapshot tells it. */
  readChain(roomId: Uint8Array, seq: number): Uint8Array | null;
  /** The newest snapshot. */
  readSnapshot(roomId: Uint8Array): Snapshot | null;
  /** Part 0 of the newest snapshot. */
  readSnapshotHeader(roomId: Uint8Array): SnapshotHeader | null;
  append(appends: readonly RoomAppend[]): void;
  /** Keeps a snapshot and drops what `snapshot-retention.ts` says is no longer needed. Times in milliseconds. */
  keepSnapshot(roomId: Uint8Array, snapshot: Snapshot, now: number, keptMs: number): void;
  /** Drops snapshots that are old enough, and what only they needed. Whether there were any. Times in milliseconds. */
  dropOld(roomId: Uint8Array, now: number, keptMs: number): boolean;
  /** The first tombstone wins and is returned; the frames and snapshots of the room go. */
  closeRoom(roomId: Uint8Array, tombstone: Tombstone): Tombstone;
  /** The `bytes` of all rooms. */
  storedBytes(): number;
  dispose(): void;
}
