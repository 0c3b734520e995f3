/** What every frame log has to do, whatever it stores in. */
import { describe, expect, it } from 'vitest';
import type { FrameLog, NewFrame, Snapshot } from '../../sync-server/frame-log.ts';
import { ROOM_ROW_BYTES, sizeOfFrame, sizeOfSnapshot } from '../../sync-server/stored-size.ts';

const DAY = 24 * 3_600_000;
const WEEK = 7 * DAY;

function id(first: number): Uint8Array {
  return new Uint8Array(32).fill(first);
}

function chainOf(seq: number): Uint8Array {
  return new Uint8Array(32).fill(seq % 251);
}

function frames(from: number, to: number, size = 100): NewFrame[] {
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const seq = from + index;
    return { prev: seq - 1, seq, chain: chainOf(seq), bytes: new Uint8Array(size).fill(seq % 256) };
  });
}

function snapshot(coversSeq: number, size = 10): Snapshot {
  const part = (fill: number) => ({
    signature: new Uint8Array(64).fill(fill),
    sealed: new Uint8Array(size).fill(fill),
  });
  return { coversSeq, chain: chainOf(coversSeq), parts: [part(1), part(2)] };
}

/** A room with so many frames of 100 bytes, these snapshots, and a tombstone of one byte or none. */
function roomOf(frameCount: number, snapshots: readonly Snapshot[] = [], tombstoneBytes = 0): number {
  const parts = snapshots.reduce((sum, it) => sum + sizeOfSnapshot(it), 0);
  return ROOM_ROW_BYTES + frameCount * sizeOfFrame(new Uint8Array(100)) + parts + tombstoneBytes;
}

function seqs(log: FrameLog, room: Uint8Array, after = 0): number[] {
  return log.readFrames(room, after, Number.MAX_SAFE_INTEGER, 10_000).map((it) => it.seq);
}

/** `reopen` gives a log on the same data, as after a restart; null for one that keeps nothing. */
export function describeFrameLog(
  name: string,
  make: () => FrameLog,
  reopen: ((log: FrameLog) => FrameLog) | null,
): void {
  describe(`the frame log contract: ${name}`, () => {
    it('knows nothing of a room that was never written to', () => {
      const log = make();
      expect(log.readRoom(id(1))).toBeNull();
      expect(seqs(log, id(1))).toEqual([]);
      expect(log.readChain(id(1), 1)).toBeNull();
      expect(log.readSnapshot(id(1))).toBeNull();
      expect(log.storedBytes()).toBe(0);
      log.dispose();
    });

    it('appends to several rooms at once and reads each one back in order', () => {
      const log = make();
      log.append([
        { roomId: id(1), frames: frames(1, 3) },
        { roomId: id(2), frames: frames(1, 1) },
      ]);
      log.append([{ roomId: id(1), frames: frames(4, 5) }]);
      const record = log.readRoom(id(1));
      expect(record).toMatchObject({ head: 5, base: 0, snapshotSeq: 0, tombstone: null });
      expect(record).toMatchObject({ bytes: roomOf(5), liveBytes: roomOf(5) });
      expect(record?.chain).toEqual(chainOf(5));
      const read = log.readFrames(id(1), 2, 10_000, 10);
      expect(read).toEqual(frames(3, 5).map(({ prev, seq, bytes }) => ({ prev, seq, bytes })));
      expect(seqs(log, id(2))).toEqual([1]);
      expect(log.readChain(id(1), 4)).toEqual(chainOf(4));
      expect(log.readChain(id(1), 6)).toBeNull();
      expect(log.storedBytes()).toBe(roomOf(5) + roomOf(1));
      log.dispose();
    });

    it('writes nothing at all of a batch of which one frame does not follow', () => {
      const log = make();
      log.append([{ roomId: id(1), frames: frames(1, 2) }]);
      expect(() =>
        log.append([
          { roomId: id(1), frames: frames(3, 3) },
          { roomId: id(2), frames: frames(2, 2) },
        ]),
      ).toThrow();
      expect(seqs(log, id(1))).toEqual([1, 2]);
      expect(log.readRoom(id(2))).toBeNull();
      expect(log.storedBytes()).toBe(roomOf(2));
      log.append([{ roomId: id(1), frames: frames(3, 3) }]);
      expect(log.readRoom(id(1))?.head).toBe(3);
      log.dispose();
    });

    it('ends a page with the frame that reaches the size, and gives at least one', () => {
      const log = make();
      log.append([{ roomId: id(1), frames: frames(1, 9) }]);
      expect(log.readFrames(id(1), 0, 1, 10).length).toBe(1);
      expect(log.readFrames(id(1), 0, 250, 10).length).toBe(3);
      expect(log.readFrames(id(1), 0, 300, 10).length).toBe(3);
      expect(log.readFrames(id(1), 0, 10_000, 4).length).toBe(4);
      log.dispose();
    });

    it('keeps all frames behind a first snapshot, and those after the older one of two', () => {
      const log = make();
      log.append([{ roomId: id(1), frames: frames(1, 10) }]);
      log.keepSnapshot(id(1), snapshot(4), 0, WEEK);
      expect(log.readRoom(id(1))).toMatchObject({
        base: 0,
        snapshotSeq: 4,
        bytes: roomOf(10, [snapshot(4)]),
        liveBytes: roomOf(6, [snapshot(4)]),
      });
      expect(seqs(log, id(1)).length).toBe(10);
      log.keepSnapshot(id(1), snapshot(8), DAY, WEEK);
      expect(log.readRoom(id(1))).toMatchObject({ base: 4, snapshotSeq: 8 });
      expect(seqs(log, id(1))).toEqual([5, 6, 7, 8, 9, 10]);
      expect(log.readChain(id(1), 4)).toEqual(chainOf(4));
      expect(log.readChain(id(1), 3)).toBeNull();
      expect(log.readSnapshot(id(1))).toMatchObject(snapshot(8));
      const header = { coversSeq: 8, chain: chainOf(8), parts: 2, ...snapshot(8).parts[0] };
      expect({ ...log.readSnapshotHeader(id(1)) }).toEqual(header);
      expect(log.readSnapshotHeader(id(2))).toBeNull();
      expect(log.storedBytes()).toBe(roomOf(6, [snapshot(4), snapshot(8)]));
      expect(log.readRoom(id(1))?.liveBytes).toBe(roomOf(2, [snapshot(8)]));
      log.dispose();
    });

    it('drops a third snapshot once it is old enough, not before', () => {
      const log = make();
      log.append([{ roomId: id(1), frames: frames(1, 10) }]);
      log.keepSnapshot(id(1), snapshot(2), 0, WEEK);
      log.keepSnapshot(id(1), snapshot(4), DAY, WEEK);
      log.keepSnapshot(id(1), snapshot(6), 2 * DAY, WEEK);
      expect(log.readRoom(id(1))?.base).toBe(2);
      log.keepSnapshot(id(1), snapshot(8), 9 * DAY, WEEK);
      expect(log.readRoom(id(1))).toMatchObject({ base: 6, snapshotSeq: 8 });
      expect(seqs(log, id(1))).toEqual([7, 8, 9, 10]);
      log.dispose();
    });

    it('drops what is old enough when it is asked to, and says whether there was anything', () => {
      const log = make();
      log.append([{ roomId: id(1), frames: frames(1, 10) }]);
      for (const covers of [2, 4, 6]) log.keepSnapshot(id(1), snapshot(covers), 0, WEEK);
      expect(log.dropOld(id(1), DAY, WEEK)).toBe(false);
      expect(log.readRoom(id(1))?.base).toBe(2);
      expect(log.dropOld(id(1), 8 * DAY, WEEK)).toBe(true);
      expect(log.readRoom(id(1))).toMatchObject({
        base: 4,
        snapshotSeq: 6,
        bytes: roomOf(6, [snapshot(4), snapshot(6)]),
        liveBytes: roomOf(4, [snapshot(6)]),
      });
      expect(seqs(log, id(1))).toEqual([5, 6, 7, 8, 9, 10]);
      expect(log.storedBytes()).toBe(roomOf(6, [snapshot(4), snapshot(6)]));
      expect(log.dropOld(id(1), 8 * DAY, WEEK)).toBe(false);
      expect(log.dropOld(id(2), 8 * DAY, WEEK)).toBe(false);
      log.dispose();
    });

    it('closes for ever with the first tombstone, also a room it never saw', () => {
      const log = make();
      const first = { signature: new Uint8Array(64).fill(1), bytes: Uint8Array.of(1) };
      const second = { signature: new Uint8Array(64).fill(2), bytes: Uint8Array.of(2) };
      log.append([{ roomId: id(1), frames: frames(1, 3) }]);
      log.keepSnapshot(id(1), snapshot(2), 0, WEEK);
      expect(log.closeRoom(id(1), first)).toEqual(first);
      expect(log.closeRoom(id(1), second)).toEqual(first);
      expect(log.closeRoom(id(2), second)).toEqual(second);
      expect(log.readRoom(id(1))).toMatchObject({
        head: 3,
        bytes: roomOf(0, [], 65),
        tombstone: first,
      });
      expect(seqs(log, id(1))).toEqual([]);
      expect(log.readSnapshot(id(1))).toBeNull();
      expect(log.readSnapshotHeader(id(1))).toBeNull();
      expect(log.storedBytes()).toBe(2 * roomOf(0, [], 65));
      log.dispose();
    });

    it('[M10] a room closed without a word is closed', () => {
      const log = make();
      log.append([{ roomId: id(2), frames: frames(1, 1) }]);
      const silent = { signature: new Uint8Array(64).fill(7), bytes: new Uint8Array() };
      log.closeRoom(id(2), silent);
      expect(log.readRoom(id(2))?.tombstone).toEqual(silent);
      log.closeRoom(id(2), { ...silent, bytes: Uint8Array.of(1) });
      expect(log.readRoom(id(2))?.tombstone).toEqual(silent);
    });

    if (reopen === null) return;
    it('has everything after a restart', () => {
      const before = make();
      const tombstone = { signature: new Uint8Array(64).fill(7), bytes: Uint8Array.of(7) };
      before.append([{ roomId: id(1), frames: frames(1, 6) }]);
      before.keepSnapshot(id(1), snapshot(5), 0, WEEK);
      before.closeRoom(id(2), tombstone);
      const log = reopen(before);
      expect(log.readRoom(id(1))).toMatchObject({
        head: 6,
        snapshotSeq: 5,
        bytes: roomOf(6, [snapshot(5)]),
        liveBytes: roomOf(1, [snapshot(5)]),
      });
      expect(seqs(log, id(1), 3)).toEqual([4, 5, 6]);
      expect(log.readSnapshot(id(1))).toMatchObject(snapshot(5));
      expect(log.readRoom(id(2))?.tombstone).toEqual(tombstone);
      expect(log.storedBytes()).toBe(roomOf(6, [snapshot(5)]) + roomOf(0, [], 65));
      log.dispose();
    });
  });
}
