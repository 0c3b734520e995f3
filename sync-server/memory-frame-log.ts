/** A frame log that forgets with the process: for tests, and the plainest statement of the port's contract. */
import { emptyChain } from '../src/wire/room-id.ts';
import type { FrameLog, NewFrame, Snapshot, Tombstone } from './frame-log.ts';
import { computeRetention } from './snapshot-retention.ts';
import { ROOM_ROW_BYTES, sizeOfFrame, sizeOfSnapshot, sizeOfTombstone } from './stored-size.ts';

interface MemoryRoom {
  frames: NewFrame[];
  snapshots: (Snapshot & { readonly createdAt: number })[];
  head: number;
  chain: Uint8Array;
  base: number;
  tombstone: Tombstone | null;
}

export function makeMemoryFrameLog(): FrameLog {
  const roomByKey = new Map<string, MemoryRoom>();
  const keyOf = (roomId: Uint8Array) => Buffer.from(roomId).toString('hex');
  const find = (roomId: Uint8Array) => roomByKey.get(keyOf(roomId));

  function findOrCreate(roomId: Uint8Array): MemoryRoom {
    const found = find(roomId);
    if (found) return found;
    const room: MemoryRoom = {
      frames: [],
      snapshots: [],
      head: 0,
      chain: emptyChain(),
      base: 0,
      tombstone: null,
    };
    roomByKey.set(keyOf(roomId), room);
    return room;
  }

  return {
    readRoom(roomId) {
      const room = find(roomId);
      if (!room) return null;
      return {
        head: room.head,
        chain: room.chain,
        bytes: bytesOf(room),
        liveBytes: liveBytesOf(room),
        base: room.base,
        snapshotSeq: room.snapshots.at(-1)?.coversSeq ?? 0,
        tombstone: room.tombstone,
      };
    },
    readFrames(roomId, after, maxBytes, maxFrames) {
      const page: NewFrame[] = [];
      let bytes = 0;
      for (const frame of find(roomId)?.frames ?? []) {
        if (frame.seq <= after) continue;
        if (bytes >= maxBytes || page.length >= maxFrames) break;
        page.push(frame);
        bytes += frame.bytes.length;
      }
      return page.map(({ prev, seq, bytes: frame }) => ({ prev, seq, bytes: frame }));
    },
    readChain(roomId, seq) {
      const room = find(roomId);
      return (
        room?.frames.find((it) => it.seq === seq)?.chain ??
        room?.snapshots.find((it) => it.coversSeq === seq)?.chain ??
        null
      );
    },
    readSnapshot: (roomId) => find(roomId)?.snapshots.at(-1) ?? null,
    readSnapshotHeader(roomId) {
      const newest = find(roomId)?.snapshots.at(-1);
      const header = newest?.parts[0];
      if (!newest || !header) return null;
      return { coversSeq: newest.coversSeq, chain: newest.chain, parts: newest.parts.length, ...header };
    },
    append(appends) {
      for (const { roomId, frames } of appends) {
        let head = find(roomId)?.head ?? 0;
        for (const frame of frames) {
          if (frame.prev !== head) throw new Error('a frame does not follow the head');
          head = frame.seq;
        }
      }
      for (const { roomId, frames } of appends) {
        const room = findOrCreate(roomId);
        for (const frame of frames) {
          room.frames.push({ ...frame, bytes: frame.bytes.slice() });
          room.head = frame.seq;
          room.chain = frame.chain;
        }
      }
    },
    keepSnapshot(roomId, snapshot, now, keptMs) {
      const room = findOrCreate(roomId);
      room.snapshots.push({ ...snapshot, createdAt: now });
      retain(room, now, keptMs);
    },
    dropOld(roomId, now, keptMs) {
      const room = find(roomId);
      return room !== undefined && retain(room, now, keptMs);
    },
    closeRoom(roomId, tombstone) {
      const room = findOrCreate(roomId);
      room.tombstone ??= tombstone;
      room.frames = [];
      room.snapshots = [];
      room.base = room.head;
      return room.tombstone;
    },
    storedBytes: () => [...roomByKey.values()].reduce((sum, room) => sum + bytesOf(room), 0),
    dispose: () => roomByKey.clear(),
  };
}

/** Whether anything had to go. */
function retain(room: MemoryRoom, now: number, keptMs: number): boolean {
  const { keep, drop, base } = computeRetention(room.snapshots, now, keptMs);
  const kept = new Set(keep);
  room.snapshots = room.snapshots.filter((it) => kept.has(it));
  room.frames = room.frames.filter((it) => it.seq > base);
  room.base = base;
  return drop.length > 0;
}

function bytesOf({ frames, snapshots, tombstone }: MemoryRoom): number {
  return ROOM_ROW_BYTES + (tombstone ? sizeOfTombstone(tombstone) : 0) + sizeOf(frames, snapshots);
}

function liveBytesOf({ frames, snapshots, tombstone }: MemoryRoom): number {
  const newest = snapshots.at(-1);
  const after = frames.filter(({ seq }) => seq > (newest?.coversSeq ?? 0));
  return (
    ROOM_ROW_BYTES +
    (tombstone ? sizeOfTombstone(tombstone) : 0) +
    sizeOf(after, newest === undefined ? [] : [newest])
  );
}

function sizeOf(frames: readonly NewFrame[], snapshots: readonly Snapshot[]): number {
  return (
    frames.reduce((sum, { bytes }) => sum + sizeOfFrame(bytes), 0) +
    snapshots.reduce((sum, snapshot) => sum + sizeOfSnapshot(snapshot), 0)
  );
}
