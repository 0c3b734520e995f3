/**
 * Short visits to a room without a document: read what is there, or leave one frame. Used by
 * invites. A visit survives a lost connection and ends with its patience.
 */
import { err, ok, type Result } from '../model/result.ts';
import type { Bytes } from './bytes.ts';
import type { Tombstone } from './tombstone.ts';
import type { SyncEnvironment } from './environment.ts';
import type { FrameContent } from './frame-content.ts';
import type { RelaySocket } from './relay-socket.ts';
import { joinRoom, type LogFrame, type RoomChannel } from './room-channel.ts';
import type { RoomKeys } from './room-keys.ts';
import { startCursor } from './cursor.ts';

export type VisitFailure =
  /** No answer in time. */
  | { readonly type: 'offline' }
  | { readonly type: 'refused'; readonly code: number }
  /** `tombstone` is what the owner said, proven. */
  | { readonly type: 'closed'; readonly tombstone: Bytes };

export interface Visit {
  readonly relay: RelaySocket;
  readonly keys: RoomKeys;
  readonly environment: SyncEnvironment;
  /** Patience, ms. */
  readonly timeoutMs: number;
}

export const defaultPatience = 8_000;

/** Everything that can be opened in the room, in order; `post` is added and acknowledged first. */
export function visitRoom(
  visit: Visit,
  post: FrameContent | null = null,
): Promise<Result<readonly FrameContent[], VisitFailure>> {
  const { relay, keys, environment } = visit;
  return withPatience(visit, (finish) => {
    let channel: RoomChannel | null = null;
    let contents: FrameContent[] = [];
    let postCid: number | null = null;
    const listener = {
      frames(frames: readonly LogFrame[]): void {
        for (const { opened, cid } of frames) {
          if (opened.ok) contents.push(opened.content);
          if (cid !== null && cid === postCid) finish(ok(contents));
        }
      },
      page(live: boolean): void {
        if (!live) channel?.more();
        else if (post === null) finish(ok(contents));
        else postCid ??= channel?.push(post) ?? null;
      },
      // A snapshot of a room without a document means nothing.
      snapshot: () => undefined,
      snapshotNews: () => undefined,
      snapshotAnswer: () => undefined,
      presence: () => undefined,
      peerLeft: () => undefined,
      ended(end: { readonly type: string; readonly code?: number; readonly tombstone?: Tombstone }): void {
        channel = null;
        if (end.tombstone !== undefined) finish(err({ type: 'closed', tombstone: end.tombstone.bytes }));
        else if (end.code !== undefined) finish(err({ type: 'refused', code: end.code }));
        else relay.restart();
      },
    };
    const leave = (): void => {
      channel?.leave();
      channel = null;
      contents = [];
      postCid = null;
    };
    return {
      opened() {
        leave();
        channel = joinRoom({ relay, keys, environment, from: startCursor(), listener });
      },
      lost: leave,
      stop: leave,
    };
  });
}

/** What comes and goes with the connection. */
interface Visitor {
  opened(): void;
  lost(): void;
  stop(): void;
}

/** Runs a visitor on the relay's socket until it finishes or its patience is over. */
export function withPatience<Value>(
  { relay, environment, timeoutMs }: Omit<Visit, 'keys'>,
  makeVisitor: (finish: (result: Result<Value, VisitFailure>) => void) => Visitor,
): Promise<Result<Value, VisitFailure>> {
  return new Promise((resolve) => {
    let isDone = false;
    const finish = (result: Result<Value, VisitFailure>): void => {
      if (isDone) return;
      isDone = true;
      environment.clearTimeout(timer);
      // Getting off may close the socket, which must not happen inside one of its messages.
      queueMicrotask(() => {
        visitor.stop();
        getOff();
        resolve(result);
      });
    };
    const timer = environment.setTimeout(() => finish(err({ type: 'offline' })), timeoutMs);
    const visitor = makeVisitor(finish);
    const getOff = relay.ride(visitor);
    // Somebody waits for this: it must not sit out the pause after a lost connection.
    relay.kick();
  });
}
