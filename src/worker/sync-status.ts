/**
 * One honest line about sync from the states of many rooms and the one socket below them.
 */
import type { SyncView } from './messages.ts';

export interface RoomStatus {
  readonly live: boolean;
  /** Edits here that the relay has not acknowledged. */
  readonly pending: boolean;
  /** Last instant at which the relay had everything, this device's clock; null before the first. */
  readonly syncedAt: number | null;
  /** Wire error code that ended it for good, or null. */
  readonly refusal: number | null;
}

export interface SocketStatus {
  readonly phase: 'disabled' | 'connecting' | 'open' | 'waiting';
  /** Milliseconds this device's clock is ahead of the relay's; null before the first connection. */
  readonly clockOffBy: number | null;
}

/** A clock that is off by less than this is nobody's business. */
const tolerableClockError = 2 * 60_000;

export function computeSyncView(
  rooms: readonly RoomStatus[],
  socket: SocketStatus,
  holdsRelay: boolean,
): SyncView {
  const refused = rooms.find((room) => room.refusal !== null);
  const everSynced = rooms.some((room) => room.syncedAt !== null);
  const allLive = rooms.length > 0 && rooms.every((room) => room.live);
  const syncedAt = rooms.reduce<number | null>(
    (latest, room) =>
      room.syncedAt === null ? latest : latest === null ? room.syncedAt : Math.max(latest, room.syncedAt),
    null,
  );
  const off = socket.clockOffBy;
  return {
    state:
      refused !== undefined
        ? 'refused'
        : allLive
          ? 'live'
          : socket.phase === 'open'
            ? 'connecting'
            : everSynced
              ? 'offline'
              : 'alone',
    syncedAt,
    pending: rooms.some((room) => room.pending),
    refusal: refused?.refusal ?? null,
    clockOffBy: off !== null && Math.abs(off) > tolerableClockError ? off : null,
    otherTab: !holdsRelay,
  };
}
