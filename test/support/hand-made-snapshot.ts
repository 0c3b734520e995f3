/** A member that makes a snapshot of whatever it is told to: reads the log to its end and puts it there. */
import type { CompactDocument } from '../../src/sync/compact-document.ts';
import { startCursor } from '../../src/sync/cursor.ts';
import { joinRoom, type LogFrame, type LogPosition } from '../../src/sync/room-channel.ts';
import type { RoomKeys } from '../../src/sync/room-keys.ts';
import type { SyncDevice } from './sync-device.ts';

/** Resolves when the relay said whether it keeps it, or the connection was lost before. */
export function pushSnapshotByHand(
  { relay, environment }: SyncDevice,
  keys: RoomKeys,
  content: CompactDocument,
  /** The last frame that it is said to cover; the end of the log when left out. */
  coversSeq = Number.POSITIVE_INFINITY,
): Promise<'kept' | 'refused' | 'lost'> {
  return new Promise((resolve) => {
    let position: LogPosition = startCursor();
    let wasPushed = false;
    const finish = (outcome: 'kept' | 'refused' | 'lost'): void => {
      resolve(outcome);
      queueMicrotask(getOff);
    };
    const rider = {
      opened() {
        const channel = joinRoom({
          relay,
          keys,
          environment,
          from: position,
          listener: {
            frames(frames: readonly LogFrame[]) {
              position = frames.findLast((frame) => frame.position.seq <= coversSeq)?.position ?? position;
            },
            snapshot(snapshot) {
              position = snapshot.position;
            },
            snapshotNews: () => undefined,
            snapshotAnswer: (kept) => finish(kept === null ? 'refused' : 'kept'),
            page(live) {
              if (!live) channel.more();
              else if (!wasPushed) wasPushed = channel.pushSnapshot(position, content);
            },
            presence: () => undefined,
            peerLeft: () => undefined,
            ended: () => finish('lost'),
          },
        });
      },
      lost: () => finish('lost'),
    };
    const getOff = relay.ride(rider);
  });
}
