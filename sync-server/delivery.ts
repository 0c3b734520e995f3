/** Brings the log to the members of a room: pages for those who catch up, new frames for those who are live. */
import { encodeEntries, encodeFramesOf, encodeRelayMessage } from '../src/wire/relay-message.ts';
import type { RelayMessage } from '../src/wire/relay-message.ts';
import type { FrameLog, NewFrame, SnapshotHeader } from './frame-log.ts';
import type { Limits } from './limits.ts';
import type { Member, Room } from './member.ts';
import { cutIntoRuns, frameToEntry, needsSnapshot, passSnapshot, takeNewFrames, turnPage } from './room.ts';

export interface Delivery {
  send(member: Member, message: RelayMessage): void;
  /** [M4] the next page, of a snapshot or of frames, and its end. */
  sendPage(member: Member): void;
  sendPageEnd(member: Member): void;
  /** [M9] tells a live writer of a snapshot, once. */
  sendHeader(member: Member, header: SnapshotHeader | null): void;
  /** [M5] frames that were just committed; `cidsByMember` holds each author's cids by sequence number. */
  fanOut(
    room: Room,
    frames: readonly NewFrame[],
    cidsByMember: ReadonlyMap<Member, ReadonlyMap<number, number>>,
  ): void;
}

export function makeDelivery(frameLog: FrameLog, limits: Limits): Delivery {
  function send(member: Member, message: RelayMessage): void {
    member.subscriber.send(encodeRelayMessage(message));
  }

  function sendPageEnd(member: Member): void {
    const { head } = member.room.record;
    const live = member.reader.phase === 'live';
    send(member, { kind: 'page', ch: member.ch, head, live });
    if (!live || member.toldSnapshotSeq >= member.room.record.snapshotSeq) return;
    sendHeader(member, frameLog.readSnapshotHeader(member.room.roomId));
  }

  function sendHeader(member: Member, header: SnapshotHeader | null): void {
    if (header === null) return;
    member.toldSnapshotSeq = header.coversSeq;
    send(member, { kind: 'snapshot', ch: member.ch, part: 0, ...header });
  }

  /** Sends parts of the newest snapshot up to a page's size; true once the last one is on its way. */
  function sendSnapshot(member: Member): boolean {
    const { room, ch, reader } = member;
    const snapshot = frameLog.readSnapshot(room.roomId);
    if (!snapshot) return true;
    const { coversSeq, chain } = snapshot;
    const parts = snapshot.parts.length;
    let part = reader.sending?.coversSeq === coversSeq ? reader.sending.nextPart : 0;
    let bytes = 0;
    for (; part < parts && bytes < limits.pageBytes; part++) {
      const { signature, sealed } = snapshot.parts[part] ?? { signature: chain, sealed: chain };
      send(member, { kind: 'snapshot', ch, coversSeq, chain, part, parts, signature, sealed });
      bytes += sealed.length;
    }
    const isDone = part >= parts;
    if (isDone) member.toldSnapshotSeq = coversSeq;
    member.reader = isDone
      ? passSnapshot(reader, coversSeq)
      : { ...reader, sending: { coversSeq, nextPart: part } };
    return isDone;
  }

  function sendPage(member: Member): void {
    const { room, ch } = member;
    member.wantsPage = false;
    if (!needsSnapshot(room.record, member.reader) || sendSnapshot(member)) {
      const frames = frameLog.readFrames(room.roomId, member.reader.pos, limits.pageBytes, limits.pageFrames);
      const turned = turnPage(member.reader, frames, room.record.head);
      member.reader = turned.reader;
      if (turned.entries.length > 0) send(member, { kind: 'frames', ch, entries: turned.entries });
    }
    sendPageEnd(member);
  }

  function fanOut(
    room: Room,
    frames: readonly NewFrame[],
    cidsByMember: ReadonlyMap<Member, ReadonlyMap<number, number>>,
  ): void {
    for (const run of cutIntoRuns(frames, limits.pageBytes)) {
      const shared = run.map((frame) => frameToEntry(frame, undefined));
      let sharedBytes: Uint8Array | null = null;
      // Devices mostly number their rooms alike: then their messages are the same bytes, kept once however long they wait.
      const sharedByChannel = new Map<number, Uint8Array>();
      for (const member of room.members) {
        const cids = cidsByMember.get(member);
        const own =
          cids && new Map(run.flatMap(({ seq }) => (cids.has(seq) ? [[seq, cids.get(seq) ?? 0]] : [])));
        const ownInRun = own && own.size > 0 ? own : undefined;
        const taken = takeNewFrames(member.reader, shared, run, ownInRun, member.subscriber.isSlow());
        member.reader = taken.reader;
        if (taken.fellBack) sendPageEnd(member);
        if (taken.entries.length === 0) continue;
        if (taken.entries !== shared) {
          send(member, { kind: 'frames', ch: member.ch, entries: taken.entries });
          continue;
        }
        sharedBytes ??= encodeEntries(shared);
        const known = sharedByChannel.get(member.ch);
        const message = known ?? encodeFramesOf(member.ch, sharedBytes);
        if (known === undefined) sharedByChannel.set(member.ch, message);
        member.subscriber.send(message);
      }
    }
  }

  return { send, sendPage, sendPageEnd, sendHeader, fanOut };
}
