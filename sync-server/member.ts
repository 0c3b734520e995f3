/** Who is in which room: the shapes that relay, delivery and connection share. */
import type { JoinMode } from '../src/wire/statements.ts';
import type { RoomRecord } from './frame-log.ts';
import type { Reader } from './room.ts';

/** What the relay needs of a connection. */
export interface Subscriber {
  send(bytes: Uint8Array): void;
  /** Whether so much waits to be sent that the reader should ask for pages. */
  isSlow(): boolean;
  /** The room behind this channel was closed by its owner. */
  channelClosed(ch: number): void;
}

export interface Member {
  readonly connId: number;
  readonly ch: number;
  readonly mode: JoinMode;
  readonly room: Room;
  readonly subscriber: Subscriber;
  reader: Reader;
  /** The newest snapshot that this member made, was sent, or was told of; 0 for none. */
  toldSnapshotSeq: number;
  hasSpoken: boolean;
  /** MORE came while the socket was still full; the page follows when it has drained. */
  wantsPage: boolean;
}

export interface Room {
  readonly key: string;
  readonly roomId: Uint8Array;
  readonly writeKey: Uint8Array;
  readonly members: Set<Member>;
  record: RoomRecord;
  queuedBytes: number;
}
