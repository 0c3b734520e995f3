/**
 * Short visits to a room without a document: read what is there, leave one frame, or close it. Used by
 * invites. A visit survives a lost connection and ends with its patience.
 */
import { err, ok, type Result } from '../model/result.ts';
import { closeStatement } from '../wire/statements.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import type { SyncEnvironment } from './environment.ts';
import type { FrameContent } from './frame-content.ts';
import type { ChannelMessage, RelaySocket } from './relay-socket.ts';
import { joinRoom, type LogFrame, type RoomChannel } from './room-channel.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { startCursor } from './cursor.ts';
import { makeSignatureChecker, sign } from './signatures.ts';

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
      ended(end: { readonly type: string; readonly code?: number; readonly tombstone?: Bytes }): void {
        channel = null;
        if (end.tombstone !== undefined) finish(err({ type: 'closed', tombstone: end.tombstone }));
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

/** Closes the room for ever. Gives the tombstone that stands: ours, or the one that came before it. */
export function closeRoom(
  visit: Visit & { readonly keys: RoomKeys & { readonly ownerKey: SigningKey } },
  tombstone: Bytes,
): Promise<Result<Bytes, VisitFailure>> {
  const { relay, keys, environment } = visit;
  const statement = closeStatement(keys.roomId, tombstone);
  const checker = makeSignatureChecker(keys.publicKeys.owner, environment.subtle);
  return withPatience(visit, (finish) => {
    async function answer(message: ChannelMessage): Promise<void> {
      if (message.kind === 'error') finish(err({ type: 'refused', code: message.code }));
      if (message.kind !== 'closed') return;
      const standing = copyBytes(message.tombstone);
      if (await checker.check(message.signature, closeStatement(keys.roomId, standing))) finish(ok(standing));
    }
    return {
      opened() {
        const channel = relay.openChannel((message) => void answer(message));
        channel.send({
          kind: 'close',
          keys: keys.publicKeys,
          signature: sign(keys.ownerKey, statement),
          tombstone,
        });
      },
      lost: () => undefined,
      stop: () => undefined,
    };
  });
}

interface Visitor {
  opened(): void;
  lost(): void;
  stop(): void;
}

function withPatience<Value>(
  { relay, environment, timeoutMs }: Visit,
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
