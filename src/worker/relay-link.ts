/**
 * The device's one connection to its relay, and the lock that lets one tab hold it.
 */
import { defaultEnvironment, type RawSocket, type SyncEnvironment } from '../sync/environment.ts';
import { makeRelaySocket, type RelaySocket } from '../sync/relay-socket.ts';
import type { CursorStore } from '../sync/cursor.ts';
import type { RoomStatus } from '../sync/room.ts';
import type { SyncTiming } from '../sync/sync-timing.ts';
import type { DeviceDatabase } from '../store/device-database.ts';
import type { Environment } from './environment.ts';
import type { SyncView } from './messages.ts';
import { makeRelayLock } from './relay-lock.ts';
import { computeSyncView } from './sync-status.ts';

export interface RelayLink {
  readonly socket: RelaySocket;
  readonly cursorStore: CursorStore;
  readonly environment: SyncEnvironment;
  readonly timing: Partial<SyncTiming>;
  /** Names this device's tab channels. */
  readonly broadcastName: string;
  readonly onChange: () => void;
  status(rooms: readonly RoomStatus[]): SyncView;
  /** This tab is the visible one: it connects, and any other tab lets go. */
  takeOver(): void;
  close(): void;
}

export function makeRelayLink(
  environment: Environment,
  database: DeviceDatabase,
  onChange: () => void,
): RelayLink {
  const syncEnvironment = defaultEnvironment({
    makeSocket: (url) => new environment.WebSocketImpl(url) as unknown as RawSocket,
    randomBytes: environment.randomBytes,
    now: environment.now,
  });
  /** Another tab took the connection over; before the lock is first granted nobody has it. */
  let lost = false;
  const socket = makeRelaySocket({
    url: environment.relayUrl,
    origin: environment.origin,
    environment: syncEnvironment,
    enabled: false,
  });
  const lock = makeRelayLock(environment.locks, `${environment.name}/relay`, (now) => {
    lost = !now;
    socket.setEnabled(now);
    onChange();
  });
  const stopListening = socket.onStatus(onChange);

  return {
    socket,
    cursorStore: {
      get: async (room) => {
        const stored = await database.getCursor(room);
        return stored === null ? null : new Uint8Array(stored);
      },
      put: (room, cursor) => database.putCursor(room, cursor),
    },
    environment: syncEnvironment,
    timing: { batchMs: environment.batchMs, ...environment.timing },
    broadcastName: `${environment.name}/tabs`,
    onChange,
    status: (rooms) => computeSyncView(rooms, socket.status(), lost),
    takeOver: () => {
      lock.take();
      socket.kick();
    },
    close: () => {
      stopListening();
      lock.release();
      socket.destroy();
    },
  };
}
