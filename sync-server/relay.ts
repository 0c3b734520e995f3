/**
 * The rooms that somebody is in, and the one place where they meet the storage.
 *
 * Flow: pushes of one event-loop turn, up to a number, wait in a queue → one commit → fan-out and acks. Invariants: nothing is
 * sent or acknowledged before it is committed [M6]; a failed commit changes nothing in memory; a room lives
 * here only while somebody is in it, and nothing is written for a room until its first frame.
 */
import { ERROR_CODES } from '../src/wire/error-codes.ts';
import type { ErrorCode } from '../src/wire/error-codes.ts';
import type { LogEntry } from '../src/wire/relay-message.ts';
import type { JoinMode } from '../src/wire/statements.ts';
import { makeDelivery } from './delivery.ts';
import type { FrameLog, NewFrame, RoomRecord, Snapshot, Tombstone } from './frame-log.ts';
import type { Limits } from './limits.ts';
import type { Member, Room, Subscriber } from './member.ts';
import { isSameBytes } from './proofs.ts';
import { EMPTY_ROOM, isContinuation, placeFrames } from './room.ts';
import { ROOM_ROW_BYTES, sizeOfFrame, sizeOfSnapshot, sizeOfTombstone } from './stored-size.ts';

interface Push {
  readonly member: Member;
  readonly cid: number;
  readonly frame: Uint8Array;
}

export type JoinOutcome =
  | { readonly type: 'joined'; readonly member: Member }
  | { readonly type: 'diverged' }
  | { readonly type: 'closed'; readonly tombstone: Tombstone };

export interface JoinRequest {
  readonly ch: number;
  readonly mode: JoinMode;
  readonly roomId: Uint8Array;
  readonly writeKey: Uint8Array;
  readonly since: number;
  readonly chain: Uint8Array;
}

export interface RelayDependencies {
  readonly frameLog: FrameLog;
  readonly limits: Limits;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Free bytes where the log is stored. */
  readonly freeBytes: () => number;
  /** Runs the flush at the end of this turn of the event loop. */
  readonly atTurnEnd: (flush: () => void) => void;
  readonly report: (event: string, error: unknown) => void;
}

export interface Relay {
  /** The caller has checked keys and signature. The first page is sent as soon as there is space for it. */
  join(request: JoinRequest, subscriber: Subscriber): JoinOutcome;
  leave(member: Member): void;
  /** Null: queued, an ack or an error will follow. */
  push(member: Member, cid: number, frame: Uint8Array): ErrorCode | null;
  more(member: Member): void;
  ephemeral(member: Member, bytes: Uint8Array): void;
  /** [M9] whether a snapshot that covers this could be kept now. */
  judgeSnapshot(member: Member, coversSeq: number, chain: Uint8Array, bytes: number): ErrorCode | null;
  keepSnapshot(member: Member, cid: number, snapshot: Snapshot): ErrorCode | null;
  /** [M10] the caller has checked the signature. The tombstone that holds; null when there is no space for it. */
  close(roomId: Uint8Array, tombstone: Tombstone): Tombstone | null;
  /** Commits and sends what is queued. */
  flush(): void;
}

export function makeRelay(dependencies: RelayDependencies): Relay {
  const { frameLog, limits, now, freeBytes, atTurnEnd, report } = dependencies;
  const delivery = makeDelivery(frameLog, limits);
  const roomByKey = new Map<string, Room>();
  let queue: Push[] = [];
  let queuedBytes = 0;
  let lastConnId = 0;

  function forgetIfEmpty(room: Room): void {
    if (room.members.size === 0 && room.queuedBytes === 0) roomByKey.delete(room.key);
  }

  /** All of a room, history included. Old history goes when its space is needed. */
  function holdsNoMoreThan(most: number, room: Room, bytes: number): boolean {
    const fits = () => room.record.bytes + room.queuedBytes + bytes <= most;
    if (!fits() && frameLog.dropOld(room.roomId, now(), limits.snapshotKeptMs))
      room.record = frameLog.readRoom(room.roomId) ?? room.record;
    return fits();
  }

  /** A frame lives first and is history later, so it needs space as either. */
  function hasSpaceForFrame(room: Room, bytes: number): boolean {
    const { liveBytes, head } = room.record;
    return (
      liveBytes + room.queuedBytes + bytes <= limits.roomBytes &&
      holdsNoMoreThan(limits.roomBytes + limits.roomHistoryBytes, room, bytes) &&
      hasDiskFor(bytes, head === 0)
    );
  }

  /**
   * A snapshot may use what is reserved for it, too. The last two generations never hold more than frames may
   * fill, so once older ones had their time there is space for one more.
   */
  function hasSpaceForSnapshot(room: Room, bytes: number): boolean {
    const most = limits.roomBytes + limits.roomHistoryBytes + limits.roomSnapshotBytes;
    return holdsNoMoreThan(most, room, bytes) && hasDiskFor(bytes, false);
  }

  function hasDiskFor(bytes: number, isNewRoom: boolean): boolean {
    const most = isNewRoom ? limits.storedBytesForNewRooms : limits.storedBytes;
    return (
      frameLog.storedBytes() + queuedBytes + bytes <= Math.min(most, limits.storedBytes) &&
      freeBytes() - queuedBytes - bytes >= limits.diskReserveBytes
    );
  }

  function flush(): void {
    const batch = queue;
    queue = [];
    queuedBytes = 0;
    const pushesByRoom = Map.groupBy(batch, (push) => push.member.room);
    const placedByRoom = new Map<Room, readonly NewFrame[]>();
    for (const [room, pushes] of pushesByRoom) {
      room.queuedBytes = 0;
      const frames = pushes.map((push) => push.frame);
      placedByRoom.set(room, placeFrames(room.record, frames));
    }
    if (placedByRoom.size === 0) return;
    try {
      frameLog.append([...placedByRoom].map(([room, frames]) => ({ roomId: room.roomId, frames })));
    } catch (error) {
      report('commit failed', error);
      for (const { member, cid } of batch) {
        if (member.room.members.has(member)) refuse(member, cid, storageErrorToCode(error));
      }
      for (const room of placedByRoom.keys()) forgetIfEmpty(room);
      return;
    }
    for (const [room, frames] of placedByRoom) {
      const last = frames.at(-1);
      if (!last) continue;
      const { record } = room;
      const added = frames.reduce((sum, { bytes }) => sum + sizeOfFrame(bytes), sizeOfRow(record));
      room.record = {
        ...record,
        head: last.seq,
        chain: last.chain,
        bytes: record.bytes + added,
        liveBytes: record.liveBytes + added,
      };
      const cidsByMember = new Map<Member, Map<number, number>>();
      for (const [index, { member, cid }] of (pushesByRoom.get(room) ?? []).entries()) {
        const cids = cidsByMember.get(member) ?? new Map<number, number>();
        cids.set(frames[index]?.seq ?? 0, cid);
        cidsByMember.set(member, cids);
      }
      delivery.fanOut(room, frames, cidsByMember);
      forgetIfEmpty(room);
    }
  }

  function refuse(member: Member, cid: number, code: ErrorCode): void {
    delivery.send(member, { kind: 'error', ch: member.ch, cid, code });
  }

  function judgeSnapshot(
    { mode, room }: Member,
    coversSeq: number,
    chain: Uint8Array,
    bytes: number,
    size = bytes,
  ): ErrorCode | null {
    if (mode !== 'write') return ERROR_CODES.notAllowed;
    if (bytes > limits.snapshotBytes) return ERROR_CODES.tooLarge;
    if (!hasSpaceForSnapshot(room, size)) return ERROR_CODES.storageFull;
    const { head, snapshotSeq } = room.record;
    const expected = coversSeq <= head ? frameLog.readChain(room.roomId, coversSeq) : null;
    const isNext = coversSeq > snapshotSeq && expected !== null && isSameBytes(expected, chain);
    return isNext ? null : ERROR_CODES.badSnapshot;
  }

  /** A page, as soon as the socket has space for one. */
  function more(member: Member): void {
    if (member.reader.phase === 'live') delivery.sendPageEnd(member);
    else if (member.subscriber.isSlow()) member.wantsPage = true;
    else delivery.sendPage(member);
  }

  return {
    join({ ch, mode, roomId, writeKey, since, chain }, subscriber) {
      const key = Buffer.from(roomId).toString('hex');
      const known = roomByKey.get(key);
      const record = known?.record ?? frameLog.readRoom(roomId) ?? EMPTY_ROOM;
      if (record.tombstone) return { type: 'closed', tombstone: record.tombstone };
      if (!isContinuation(record, since, chain, frameLog.readChain(roomId, since)))
        return { type: 'diverged' };
      const room = known ?? { key, roomId, writeKey, members: new Set(), record, queuedBytes: 0 };
      roomByKey.set(key, room);
      lastConnId += 1;
      const member: Member = {
        connId: lastConnId,
        ch,
        mode,
        room,
        subscriber,
        reader: { pos: since, phase: 'paging', owed: new Map(), sending: null },
        toldSnapshotSeq: 0,
        hasSpoken: false,
        wantsPage: false,
      };
      room.members.add(member);
      more(member);
      return { type: 'joined', member };
    },

    leave(member) {
      const { room, connId } = member;
      if (!room.members.delete(member)) return;
      if (member.hasSpoken) {
        for (const other of room.members) delivery.send(other, { kind: 'peerLeft', ch: other.ch, connId });
      }
      forgetIfEmpty(room);
    },

    push(member, cid, frame) {
      const { room, mode, reader } = member;
      if (mode !== 'write') return ERROR_CODES.notAllowed;
      if (reader.phase === 'paging' && reader.owed.size >= limits.owedAcks) return ERROR_CODES.tooMany;
      const isFirst = room.queuedBytes === 0;
      const size = sizeOfFrame(frame) + (isFirst ? sizeOfRow(room.record) : 0);
      if (!hasSpaceForFrame(room, size)) return ERROR_CODES.storageFull;
      queue.push({ member, cid, frame });
      queuedBytes += size;
      room.queuedBytes += size;
      if (queue.length === 1) atTurnEnd(flush);
      if (queue.length >= limits.commitFrames) flush();
      return null;
    },

    more,

    ephemeral(member, bytes) {
      member.hasSpoken = true;
      const { connId } = member;
      for (const other of member.room.members) {
        if (other === member || other.reader.phase !== 'live' || other.subscriber.isSlow()) continue;
        delivery.send(other, { kind: 'ephemeral', ch: other.ch, connId, bytes });
      }
    },

    judgeSnapshot,

    keepSnapshot(member, cid, snapshot) {
      flush();
      const { room } = member;
      const bytes = snapshot.parts.reduce((sum, part) => sum + part.sealed.length, 0);
      const code = judgeSnapshot(member, snapshot.coversSeq, snapshot.chain, bytes, sizeOfSnapshot(snapshot));
      if (code !== null) return code;
      try {
        frameLog.keepSnapshot(room.roomId, snapshot, now(), limits.snapshotKeptMs);
      } catch (error) {
        report('keeping a snapshot failed', error);
        return storageErrorToCode(error);
      }
      room.record = frameLog.readRoom(room.roomId) ?? room.record;
      const { coversSeq } = snapshot;
      const kept: LogEntry = { kind: 'kept', cid, coversSeq };
      delivery.send(member, { kind: 'frames', ch: member.ch, entries: [kept] });
      member.toldSnapshotSeq = coversSeq;
      const header = frameLog.readSnapshotHeader(room.roomId);
      for (const other of room.members) {
        if (other === member || other.reader.phase !== 'live') continue;
        delivery.sendHeader(other, header);
      }
      return null;
    },

    close(roomId, tombstone) {
      flush();
      // Closing a room that has something frees space; only an unknown room could fill the disk this way.
      if (!hasDiskFor(ROOM_ROW_BYTES + sizeOfTombstone(tombstone), true) && !frameLog.readRoom(roomId))
        return null;
      const accepted = frameLog.closeRoom(roomId, tombstone);
      const room = roomByKey.get(Buffer.from(roomId).toString('hex'));
      for (const member of room?.members ?? []) {
        const { signature, bytes } = accepted;
        delivery.send(member, { kind: 'closed', ch: member.ch, signature, tombstone: bytes });
        member.subscriber.channelClosed(member.ch);
      }
      room?.members.clear();
      if (room) forgetIfEmpty(room);
      return accepted;
    },

    flush,
  };
}

/** A room's own row is written with its first frame. */
function sizeOfRow({ head }: RoomRecord): number {
  return head === 0 ? ROOM_ROW_BYTES : 0;
}

/** SQLITE_FULL is 13; ENOSPC reaches us as that, too. */
function storageErrorToCode(error: unknown): ErrorCode {
  const isFull = error instanceof Error && 'errcode' in error && error.errcode === 13;
  return isFull ? ERROR_CODES.storageFull : ERROR_CODES.storageFailed;
}
