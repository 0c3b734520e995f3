/**
 * Opens a room for a document: the unmodified y-websocket provider (which also joins the tabs of one device
 * over BroadcastChannel) on a virtual socket. Call it when the document has been read from storage:
 * before, the cursor would not be believed.
 */
import { WebsocketProvider } from 'y-websocket';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { encodeBase64url } from './base64url.ts';
import type { Tombstone } from './tombstone.ts';
import { type CursorStore, decodeCursor, encodeCursor, startCursor } from './cursor.ts';
import { type DocumentLink, makeDocumentLink } from './document-link.ts';
import type { SyncEnvironment, Timer } from './environment.ts';
import type { LinkPhase } from './link-state.ts';
import type { RelaySocket } from './relay-socket.ts';
import type { RoomKeys } from './room-keys.ts';
import type { RoomFaults } from './room-log.ts';
import { defaultTiming, type SyncTiming } from './sync-timing.ts';
import { makeVirtualSocketClass } from './virtual-socket.ts';

export interface RoomStatus {
  readonly phase: 'loading' | LinkPhase;
  /** Edits on this device that the relay is not known to hold. */
  readonly pending: boolean;
  /** This device's clock, ms, when the relay last held everything of this document. */
  readonly syncedAt: number | null;
  /** The relay has held some of this document, perhaps before this start. */
  readonly reached: boolean;
  readonly error:
    | null
    | { readonly type: 'refused'; readonly code: number }
    | { readonly type: 'closed'; readonly tombstone: Tombstone };
  readonly faults: RoomFaults;
}

export interface RoomHandle {
  readonly awareness: Awareness;
  status(): RoomStatus;
  onStatus(listener: (status: RoomStatus) => void): () => void;
  /**
   * Sends what waits, and resolves when the relay holds every edit made on this device, or when it cannot be
   * reached now. It waits while a connection is being made.
   */
  flush(): Promise<'acknowledged' | 'offline'>;
  /** Resolves when the cursor is stored. The document stays open. */
  destroy(): Promise<void>;
}

export function openRoom(options: {
  readonly relay: RelaySocket;
  readonly keys: RoomKeys;
  /** Already read from storage. */
  readonly doc: Y.Doc;
  readonly cursorStore: CursorStore;
  /** A run document: deletions are neither sent nor applied. */
  readonly appendOnly: boolean;
  /** `false`: never makes snapshots, although it may write (a guest). Otherwise who may write makes them. */
  readonly mayCompact?: boolean;
  /** Names the BroadcastChannel, with the room: the same for the tabs of one device, and for nobody else. */
  readonly broadcastName: string;
  readonly environment: SyncEnvironment;
  readonly timing?: Partial<SyncTiming>;
}): RoomHandle {
  const { relay, keys, doc, cursorStore, environment } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const room = encodeBase64url(keys.roomId);
  const listeners = new Set<(status: RoomStatus) => void>();
  const waiters = new Set<(outcome: 'acknowledged' | 'offline') => void>();
  let link: DocumentLink | null = null;
  let saveTimer: Timer | undefined;
  let saved = '';
  let destroyed = false;

  // The class needs the link and the link needs the stored cursor, which is read asynchronously: the provider
  // connects only when both are there.
  const provider = new WebsocketProvider(options.broadcastName, room, doc, {
    connect: false,
    // Coming back costs nothing: a virtual socket waits for the shared one.
    maxBackoffTime: 50,
    WebSocketPolyfill: makeVirtualSocketClass({
      created: (socket) => link?.host.created(socket),
      received: (socket, bytes) => link?.host.received(socket, bytes),
      closedByProvider: (socket) => link?.host.closedByProvider(socket),
    }),
  });

  // Nobody is there until somebody says so; a state would be sent again every 15 s, in every room.
  provider.awareness.setLocalState(null);

  function status(): RoomStatus {
    const state = link?.state();
    if (state === undefined) {
      const faults = { badFrames: 0, badUpdates: 0, forks: 0 };
      return { phase: 'loading', pending: false, syncedAt: null, reached: false, error: null, faults };
    }
    const { phase, pending, syncedAt, reached, refusal, tombstone, faults } = state;
    const refused = refusal === null ? null : ({ type: 'refused', code: refusal } as const);
    const error = tombstone === null ? refused : ({ type: 'closed', tombstone } as const);
    return { phase, pending, syncedAt, reached, error, faults };
  }

  function outcome(): 'acknowledged' | 'offline' | null {
    const { phase, pending } = status();
    if (destroyed || phase === 'refused' || phase === 'closed') return 'offline';
    if (phase === 'live') return pending ? null : 'acknowledged';
    const relayPhase = relay.status().phase;
    const isTrying = relayPhase === 'connecting' || relayPhase === 'open';
    return phase === 'loading' || (isTrying && status().error === null) ? null : 'offline';
  }

  function changed(): void {
    const settled = outcome();
    if (settled !== null) {
      const settling = [...waiters];
      waiters.clear();
      for (const resolve of settling) resolve(settled);
    }
    const current = status();
    const told = [...listeners];
    for (const listener of told) listener(current);
    if ((link?.state().phase ?? 'connecting') !== 'connecting') {
      saveTimer ??= environment.setTimeout(() => void saveCursor(), timing.cursorSaveMs);
    }
  }

  async function saveCursor(): Promise<void> {
    environment.clearTimeout(saveTimer);
    saveTimer = undefined;
    const cursor = link?.cursor() ?? null;
    const place = cursor === null ? saved : `${cursor.seq} ${cursor.snapshot?.seq ?? 0}`;
    if (cursor === null || place === saved) return;
    saved = place;
    // A cursor that is not stored costs a second reading of the log, nothing else.
    await cursorStore.put(room, encodeCursor(cursor)).catch(() => undefined);
  }

  async function load(): Promise<void> {
    const stored = await cursorStore.get(room).catch(() => null);
    if (destroyed) return;
    link = makeDocumentLink({
      relay,
      keys,
      doc,
      appendOnly: options.appendOnly,
      mayCompact: options.mayCompact ?? true,
      cursor: (stored === null ? null : decodeCursor(stored)) ?? startCursor(),
      environment,
      timing,
      onChange: changed,
    });
    link.start(provider.awareness);
    provider.connect();
    link.flush();
  }

  const stopRelayStatus = relay.onStatus(changed);
  void load();

  return {
    awareness: provider.awareness,
    status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush() {
      link?.flush();
      const settled = outcome();
      return settled === null ? new Promise((resolve) => waiters.add(resolve)) : Promise.resolve(settled);
    },
    async destroy() {
      if (destroyed) return;
      destroyed = true;
      stopRelayStatus();
      provider.destroy();
      link?.destroy();
      changed();
      listeners.clear();
      await saveCursor();
      environment.clearTimeout(saveTimer);
    },
  };
}
