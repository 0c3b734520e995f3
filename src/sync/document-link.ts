/**
 * Keeps one document and one room's log the same. The states of SPEC.md [R1]:
 *
 *   connecting → joining → replay → live (ASK at once, or after a jitter when healing) → refused | closed
 *
 * Healing: the log lacks what it was thought to hold, because the relay lost it, or because of a bad snapshot.
 *
 * Downloads are applied here, under an origin of our own, so that the provider passes them on to sibling tabs.
 * Uploads are read from the document, whoever wrote them: a local edit, or a sibling tab through the
 * provider, which would not forward it.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { ERROR_CODES } from '../wire/error-codes.ts';
import { computeBackoff } from './backoff.ts';
import {
  type Coverage,
  coverageOfDocument,
  coverageOfTransaction,
  covers,
  stateVectorFromCoverage,
} from './coverage.ts';
import type { Tombstone } from './tombstone.ts';
import type { Cursor, SnapshotMark } from './cursor.ts';
import type { SyncEnvironment, Timer } from './environment.ts';
import type { LinkPhase, LinkState } from './link-state.ts';
import { makePresence, type Presence } from './presence.ts';
import { decodeProviderMessage, encodeAsk, encodeKeepAlive, encodeSynced } from './provider-messages.ts';
import type { RelaySocket } from './relay-socket.ts';
import { type ChannelEnd, joinRoom, type LogFrame, type RoomChannel } from './room-channel.ts';
import type { RoomKeys } from './room-keys.ts';
import { makeRoomLog } from './room-log.ts';
import { makeSnapshotMaker } from './snapshot-maker.ts';
import type { ReadSnapshot, SnapshotNews } from './snapshot-reader.ts';
import type { SyncTiming } from './sync-timing.ts';
import { makeUploadQueue } from './upload-queue.ts';
import type { VirtualSocket, VirtualSocketHost } from './virtual-socket.ts';

export interface DocumentLink {
  readonly host: VirtualSocketHost;
  start(awareness: Awareness): void;
  state(): LinkState;
  cursor(): Cursor | null;
  /** Sends now what waits for its batch. */
  flush(): void;
  destroy(): void;
}

const lastingRefusals: ReadonlySet<number> = new Set([
  ERROR_CODES.badMessage,
  ERROR_CODES.notAllowed,
  ERROR_CODES.tooLarge,
  ERROR_CODES.wrongOrigin,
  ERROR_CODES.upgradeNeeded,
]);
/** Beginning again more often than this without becoming live is no healing: wait. */
const maxRestarts = 3;
const abnormalClose = 1006;
const tryLaterClose = 1013;

export function makeDocumentLink(options: {
  readonly relay: RelaySocket;
  readonly keys: RoomKeys;
  readonly doc: Y.Doc;
  readonly appendOnly: boolean;
  /** Makes snapshots, if it may write. */
  readonly mayCompact: boolean;
  readonly cursor: Cursor;
  readonly environment: SyncEnvironment;
  readonly timing: SyncTiming;
  readonly onChange: () => void;
}): DocumentLink {
  const { relay, keys, doc, appendOnly, environment, timing, onChange } = options;
  const canWrite = keys.writeKey !== null;
  const logOrigin = {};
  const log = makeRoomLog({
    doc,
    appendOnly,
    cursor: options.cursor,
    origin: logOrigin,
    canReport: canWrite,
  });
  const uploads = makeUploadQueue({
    appendOnly,
    randomBytes: environment.randomBytes,
    logCoverage: () => log.cursor().coverage,
    seen: log.seen,
    push: (content) => (channel as RoomChannel).push(content),
  });
  const maker = makeSnapshotMaker({
    environment,
    timing,
    progress: () => ({ seq: log.cursor().seq, snapshotSeq: log.cursor().snapshot?.seq ?? 0 }),
    isSettled: () => phase === 'live' && !isHealing && uploads.isIdle() && log.isStorable(),
    make: pushSnapshot,
  });
  let phase: LinkPhase = 'connecting';
  let dirty = false;
  let syncedAt: number | null = null;
  let refusal: number | null = null;
  let tombstone: Tombstone | null = null;
  let presence: Presence | null = null;
  let socket: VirtualSocket | null = null;
  let channel: RoomChannel | null = null;
  let isHealing = false;
  let isHeld = false;
  /** The relay had no space for what we pushed. */
  let isFull = false;
  let restarts = 0;
  let holds = 0;
  let batchTimer: Timer | undefined;
  let healTimer: Timer | undefined;
  let holdTimer: Timer | undefined;
  let stallTimer: Timer | undefined;
  let keepAliveTimer: Timer | undefined;
  let stopRiding: () => void = () => undefined;

  const isOver = (): boolean => phase === 'refused' || phase === 'closed';

  function openSocket(): void {
    if (socket?.isConnecting() && relay.challenge() !== null && !isHeld && !isOver()) socket.open();
  }

  function join(): void {
    leave();
    log.checkAgainstDocument();
    phase = 'joining';
    channel = joinRoom({ relay, keys, environment, from: log.cursor(), listener });
    watchForStall();
    onChange();
  }

  const listener = {
    frames(frames: readonly LogFrame[]): void {
      if (phase === 'joining') phase = 'replay';
      if (log.add(frames)) heal();
      for (const { cid } of frames) if (cid !== null) uploads.acknowledged(cid);
      if (phase === 'live') log.apply();
      watchForStall();
      settle();
    },
    page(live: boolean): void {
      log.apply();
      if (!live) channel?.more();
      else if (phase !== 'live') becomeLive();
      watchForStall();
      onChange();
    },
    snapshot(snapshot: ReadSnapshot): void {
      // Also from live, when we read so slowly that the relay began again: nothing in flight is sure to be answered.
      phase = 'replay';
      uploads.clear();
      log.takeSnapshot(snapshot);
      watchForStall();
      onChange();
    },
    snapshotNews(news: SnapshotNews): void {
      // Who may only read brings nothing, but gets what a bad snapshot kept from them.
      const verdict = log.judge(news);
      if (verdict === 'again') return relay.challenge() === null ? disconnect(abnormalClose) : join();
      if (verdict === 'missing') heal();
      settle();
    },
    snapshotAnswer(kept: SnapshotMark | null): void {
      if (kept === null) maker.refused();
      else {
        log.mark(kept);
        maker.kept();
      }
      onChange();
    },
    presence: (connId: number, content: Parameters<Presence['fromPeer']>[1]) =>
      presence?.fromPeer(connId, content),
    peerLeft: (connId: number) => presence?.peerLeft(connId),
    ended(end: ChannelEnd): void {
      channel = null;
      leave();
      switch (end.type) {
        case 'diverged':
          log.restart();
          isHealing = true;
          return rejoin(ERROR_CODES.diverged);
        case 'gap':
          return rejoin(ERROR_CODES.badMessage);
        case 'closed':
          tombstone = end.tombstone;
          return finish('closed', ERROR_CODES.roomClosed);
        case 'refused':
          isFull ||= end.code === ERROR_CODES.storageFull;
          return lastingRefusals.has(end.code) ? finish('refused', end.code) : hold(end.code);
      }
    },
  };

  function becomeLive(): void {
    phase = 'live';
    refusal = null;
    restarts = 0;
    if (!isFull) holds = 0;
    socket?.deliver(encodeSynced());
    presence?.announce();
    // Before anything is pushed: the relay takes one after the other.
    if (isFull && canWrite && options.mayCompact) maker.makeRoom();
    const report = canWrite ? log.report() : null;
    if (report !== null) channel?.push(report);
    if (isHealing) askLater();
    else ask();
  }

  /** Everybody finds out at once that something is missing, and one of them is enough to bring it. */
  function askLater(): void {
    environment.clearTimeout(healTimer);
    healTimer = environment.setTimeout(ask, environment.random() * timing.healMs);
  }

  function heal(): void {
    if (!canWrite) return;
    isHealing = true;
    dirty = true;
    if (phase === 'live') askLater();
  }

  function pushSnapshot(): boolean {
    const content = log.compact();
    return content !== null && channel !== null && channel.pushSnapshot(log.cursor(), content);
  }

  /** The provider answers with what the log lacks, as far as a state vector can say it. */
  function ask(): void {
    environment.clearTimeout(healTimer);
    isHealing = false;
    if (canWrite) socket?.deliver(encodeAsk(stateVectorFromCoverage(log.cursor().coverage)));
    settle();
  }

  function settle(): void {
    if (phase === 'live' && uploads.isIdle() && !isHealing) {
      dirty = false;
      isFull = false;
      holds = 0;
      syncedAt = environment.now();
    }
    if (phase === 'live' && canWrite && options.mayCompact) maker.consider();
    onChange();
  }

  function sendBatch(): void {
    environment.clearTimeout(batchTimer);
    batchTimer = undefined;
    if (phase !== 'live') return;
    uploads.flush();
    watchForStall();
    settle();
  }

  function isNewToLog(held: Coverage, ignoreDeletions: boolean): boolean {
    return !covers(log.cursor().coverage, ignoreDeletions ? { ...held, deletions: new Map() } : held);
  }

  function onDocumentUpdate(update: Uint8Array, origin: unknown, _: Y.Doc, transaction: Y.Transaction): void {
    if (!canWrite) return;
    // Reading the log may delete more than the log says (of two writes to one key, one loses); every reader
    // finds that for itself, so it is no reason to write.
    const ignoreDeletions = appendOnly || origin === logOrigin;
    if (!isNewToLog(coverageOfTransaction(transaction), ignoreDeletions)) return;
    dirty = true;
    if (phase === 'live') {
      uploads.add(update);
      batchTimer ??= environment.setTimeout(sendBatch, timing.batchMs);
    }
    onChange();
  }

  /** A channel is over: what was in flight is found again by the next ASK. */
  function leave(): void {
    for (const timer of [batchTimer, healTimer, stallTimer]) environment.clearTimeout(timer);
    batchTimer = undefined;
    channel?.leave();
    channel = null;
    uploads.clear();
    maker.left();
  }

  function rejoin(code: number): void {
    restarts += 1;
    if (restarts > maxRestarts) hold(code);
    else if (socket?.isOpen() && relay.challenge() !== null) join();
  }

  function finish(end: 'refused' | 'closed', code: number): void {
    phase = end;
    refusal = code;
    stopRiding();
    socket?.finish(end === 'closed' ? ERROR_CODES.roomClosed : ERROR_CODES.notAllowed);
    onChange();
  }

  /** The relay cannot now: come back later, without troubling the provider. */
  function hold(code: number): void {
    refusal = code;
    isHeld = true;
    holdTimer = environment.setTimeout(() => {
      isHeld = false;
      openSocket();
    }, timing.holdMs + computeBackoff(holds, environment.random()));
    holds += 1;
    restarts = 0;
    disconnect(tryLaterClose);
  }

  function disconnect(code: number): void {
    leave();
    if (isOver()) return;
    phase = 'connecting';
    if (socket?.isOpen()) socket.finish(code);
    onChange();
  }

  /** Something was asked of the relay and nothing comes: the connection is dead without saying so. */
  function watchForStall(): void {
    environment.clearTimeout(stallTimer);
    if (phase === 'joining' || phase === 'replay' || uploads.isInFlight()) {
      stallTimer = environment.setTimeout(() => relay.restart(), timing.stallMs);
    }
  }

  function keepAlive(): void {
    socket?.deliver(encodeKeepAlive());
    keepAliveTimer = environment.setTimeout(keepAlive, timing.keepAliveMs);
  }

  return {
    host: {
      created(created) {
        socket = created;
        openSocket();
      },
      received(from, bytes) {
        if (from !== socket) return;
        const message = decodeProviderMessage(bytes);
        if (message.kind === 'syncStep1' && channel === null && relay.challenge() !== null) join();
        else if (message.kind === 'awareness') presence?.fromProvider(message.update);
        else if (message.kind === 'syncStep2' && phase === 'live' && canWrite) {
          uploads.add(message.update);
          sendBatch();
        }
      },
      closedByProvider(closed) {
        if (closed !== socket) return;
        socket = null;
        disconnect(abnormalClose);
      },
    },
    start(awareness) {
      presence = makePresence({
        awareness,
        send: (content) => {
          if (phase === 'live' && canWrite) channel?.sendPresence(content);
        },
        deliver: (message) => socket?.deliver(message),
      });
      log.checkAgainstDocument();
      dirty = canWrite && isNewToLog(coverageOfDocument(doc), appendOnly);
      doc.on('update', onDocumentUpdate);
      keepAlive();
      stopRiding = relay.ride({ opened: openSocket, lost: () => disconnect(abnormalClose) });
      onChange();
    },
    state: () => ({
      phase,
      pending: dirty,
      syncedAt,
      reached: syncedAt !== null || log.cursor().seq > 0,
      refusal,
      tombstone,
      faults: { ...log.faults() },
    }),
    cursor: () => (log.isStorable() ? log.cursor() : null),
    flush() {
      if (phase === 'live' && isHealing) ask();
      sendBatch();
    },
    destroy() {
      doc.off('update', onDocumentUpdate);
      for (const timer of [holdTimer, keepAliveTimer]) environment.clearTimeout(timer);
      leave();
      stopRiding();
    },
  };
}
