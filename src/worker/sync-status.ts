/**
 * One honest line about sync from the states of many rooms and the one socket below them.
 */
import type { RelayStatus } from '../sync/relay-socket.ts';
import type { RoomStatus } from '../sync/room.ts';
import { ERROR_CODES } from '../wire/error-codes.ts';
import type { SyncView } from './messages.ts';

function latestSync(rooms: readonly RoomStatus[]): number | null {
  const instants = rooms.flatMap(({ syncedAt }) => (syncedAt === null ? [] : [syncedAt]));
  return instants.length === 0 ? null : Math.max(...instants);
}

function refusalOf(rooms: readonly RoomStatus[], relay: RelayStatus): number | null {
  if (relay.refusal !== null) return relay.refusal;
  // Who goes away says so and is gone: that is being offline.
  const refused = rooms.flatMap(({ error }) =>
    error?.type === 'refused' && error.code !== ERROR_CODES.goingAway ? [error.code] : [],
  );
  return refused[0] ?? null;
}

export function computeSyncView(
  rooms: readonly RoomStatus[],
  relay: RelayStatus,
  otherTab: boolean,
): SyncView {
  const syncedAt = latestSync(rooms);
  const refusal = refusalOf(rooms, relay);
  const live = rooms.length > 0 && rooms.every(({ phase }) => phase === 'live');
  let state: SyncView['state'];
  if (refusal !== null) state = 'refused';
  else if (live) state = 'live';
  else if (relay.phase === 'open') state = 'connecting';
  else state = rooms.some(({ reached }) => reached) ? 'offline' : 'alone';
  return {
    state,
    syncedAt,
    pending: rooms.some(({ pending }) => pending),
    refusal,
    clockOffBy: relay.clockOffBy,
    otherTab,
  };
}
