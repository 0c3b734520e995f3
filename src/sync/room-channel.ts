/**
 * One membership of one room: JOIN, then the log in order, or a snapshot for its beginning. Frames are opened (checked, decrypted) before
 * anybody hears of them, strictly in the order of the log, although checking is asynchronous; the chain
 * advances over every frame, also over one that nobody can open. It ends with `ended`, once.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { ERROR_CODES } from '../wire/error-codes.ts';
import type { LogEntry } from '../wire/relay-message.ts';
import { chainInput } from '../wire/room-id.ts';
import { closeStatement, joinChallenge } from '../wire/statements.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import type { Tombstone } from './tombstone.ts';
import type { SyncEnvironment } from './environment.ts';
import type { FrameContent } from './frame-content.ts';
import type { ChannelMessage, RelaySocket } from './relay-socket.ts';
import type { RoomKeys, SigningKey } from './room-keys.ts';
import { computeFrameHash, type Opened, openContent, sealContent } from './seal.ts';
import { makeSignatureChecker, sign } from './signatures.ts';
import type { CompactDocument } from './compact-document.ts';
import type { SnapshotMark } from './cursor.ts';
import { computeSnapshotDigest, sealSnapshot } from './snapshot-content.ts';
import {
  type ChannelSnapshot,
  makeSnapshotReader,
  type ReadSnapshot,
  type SnapshotNews,
} from './snapshot-reader.ts';

export interface LogPosition {
  readonly seq: number;
  readonly chain: Bytes;
}

export interface LogFrame {
  readonly position: LogPosition;
  readonly opened: Opened;
  /** Request number when this device pushed it. */
  readonly cid: number | null;
}

export type ChannelEnd =
  /** The log is not the one we knew: start again from 0. */
  | { readonly type: 'diverged' }
  /** Something is missing between what we have and what came. */
  | { readonly type: 'gap' }
  | { readonly type: 'refused'; readonly code: number }
  /** The owner closed the room; the tombstone is proven to be the owner's. */
  | { readonly type: 'closed'; readonly tombstone: Tombstone };

export interface RoomChannelListener {
  frames(frames: readonly LogFrame[]): void;
  /** Stands for the log up to its position, from which the frames go on. */
  snapshot(snapshot: ReadSnapshot): void;
  /** The relay keeps a snapshot that this channel was not sent. Only while live. */
  snapshotNews(news: SnapshotNews): void;
  /** The relay keeps the one that we pushed, or does not (`null`). */
  snapshotAnswer(kept: SnapshotMark | null): void;
  page(live: boolean): void;
  presence(connId: number, content: FrameContent): void;
  peerLeft(connId: number): void;
  ended(end: ChannelEnd): void;
}

export interface RoomChannel {
  /** Returns the request's number. Only for who may write. */
  push(content: FrameContent): number;
  /** All parts at once. `false`: too long, nothing was sent. Only for who may write. */
  pushSnapshot(position: LogPosition, content: CompactDocument): boolean;
  sendPresence(content: FrameContent): void;
  more(): void;
  /** Quietly: `ended` is not called. */
  leave(): void;
}

/** Only while the relay's socket is open. */
export function joinRoom(options: {
  readonly relay: RelaySocket;
  readonly keys: RoomKeys;
  readonly environment: SyncEnvironment;
  readonly from: LogPosition;
  readonly listener: RoomChannelListener;
}): RoomChannel {
  const { relay, keys, environment, listener } = options;
  const nonce = relay.challenge();
  if (nonce === null) throw new Error('joining a room while the relay is not open');
  const writeChecker = makeSignatureChecker(keys.publicKeys.write, environment.subtle);
  const ownerChecker = makeSignatureChecker(keys.publicKeys.owner, environment.subtle);
  const sentByCid = new Map<number, { readonly hash: Bytes; readonly content: FrameContent }>();
  const snapshotReader = makeSnapshotReader(keys, writeChecker);
  const snapshotByCid = new Map<number, SnapshotMark>();
  let isLive = false;
  let position = options.from;
  let nextCid = 1;
  let over = false;
  let tail: Promise<void> = Promise.resolve();

  const channel = relay.openChannel((message) => {
    tail = tail.then(() => (over ? undefined : handle(message)));
  });

  function end(reason: ChannelEnd, tellRelay: boolean): void {
    if (over) return;
    over = true;
    if (tellRelay) channel.send({ kind: 'leave' });
    channel.release();
    listener.ended(reason);
  }

  async function handle(message: ChannelMessage): Promise<void> {
    switch (message.kind) {
      case 'frames':
        return handleEntries(message.entries);
      case 'page':
        isLive = message.live;
        return listener.page(message.live);
      case 'ephemeral': {
        const opened = await openContent(keys, writeChecker, 'eph/1', message.bytes);
        if (opened.ok && !over) listener.presence(message.connId, opened.content);
        return;
      }
      case 'peerLeft':
        return listener.peerLeft(message.connId);
      case 'closed': {
        const tombstone = { bytes: copyBytes(message.tombstone), signature: copyBytes(message.signature) };
        const statement = closeStatement(keys.roomId, tombstone.bytes);
        const isOwners = await ownerChecker.check(tombstone.signature, statement);
        return isOwners
          ? end({ type: 'closed', tombstone }, false)
          : end({ type: 'refused', code: ERROR_CODES.badMessage }, true);
      }
      case 'error':
        if (message.code === ERROR_CODES.diverged) return end({ type: 'diverged' }, true);
        // CLOSED follows, with the owner's word for it.
        if (message.code === ERROR_CODES.roomClosed && message.cid !== 0) return;
        if (snapshotByCid.has(message.cid)) return listener.snapshotAnswer(null);
        return end({ type: 'refused', code: message.code }, true);
      case 'snapshot':
        return isLive ? handleNews(message) : handleSnapshot(message);
    }
  }

  async function handleNews(message: ChannelSnapshot): Promise<void> {
    const news = await snapshotReader.readNews(message);
    // What no writer signed is the relay's own invention.
    if (news !== null && !over) listener.snapshotNews(news);
  }

  async function handleSnapshot(message: ChannelSnapshot): Promise<void> {
    const read = message.coversSeq > position.seq ? await snapshotReader.add(message) : 'gap';
    if (over || read === 'more') return;
    if (read === 'gap') return end({ type: 'gap' }, true);
    position = read.position;
    listener.snapshot(read);
  }

  function answerKept(cid: number): void {
    const mark = snapshotByCid.get(cid);
    if (mark === undefined || over) return;
    snapshotByCid.delete(cid);
    listener.snapshotAnswer(mark);
  }

  async function handleEntries(entries: readonly LogEntry[]): Promise<void> {
    const openings = entries.map((entry) =>
      entry.kind === 'frame' ? openContent(keys, writeChecker, 'frame/1', entry.bytes) : null,
    );
    const frames: LogFrame[] = [];
    let isGap = false;
    for (const [index, entry] of entries.entries()) {
      if (entry.kind === 'kept') {
        answerKept(entry.cid);
        continue;
      }
      const sent = entry.kind === 'ack' ? sentByCid.get(entry.cid) : undefined;
      const hash = entry.kind === 'frame' ? computeFrameHash(entry.bytes) : sent?.hash;
      if (entry.prev !== position.seq || hash === undefined) {
        isGap = true;
        break;
      }
      position = { seq: entry.seq, chain: sha256(chainInput(position.chain, hash)) };
      if (entry.kind === 'frame') {
        frames.push({ position, opened: (await openings[index]) as Opened, cid: null });
      } else if (sent !== undefined) {
        sentByCid.delete(entry.cid);
        frames.push({ position, opened: { ok: true, content: sent.content }, cid: entry.cid });
      }
    }
    if (over) return;
    if (frames.length > 0) listener.frames(frames);
    if (isGap) end({ type: 'gap' }, true);
  }

  const mode = keys.writeKey === null ? 'read' : 'write';
  const claim = {
    mode,
    origin: relay.origin,
    nonce,
    roomId: keys.roomId,
    since: position.seq,
    chain: position.chain,
  } as const;
  channel.send({
    kind: 'join',
    mode,
    keys: keys.publicKeys,
    since: claim.since,
    chain: claim.chain,
    signature: sign(keys.writeKey ?? keys.readKey, joinChallenge(claim)),
  });

  return {
    push(content) {
      const cid = nextCid;
      nextCid += 1;
      const frame = sealContent(asWriter(keys), 'frame/1', content, environment.randomBytes);
      sentByCid.set(cid, { hash: computeFrameHash(frame), content });
      channel.send({ kind: 'push', cid, frame });
      return cid;
    },
    pushSnapshot({ seq: coversSeq, chain }, content) {
      const place = { coversSeq, chain };
      const sealed = sealSnapshot(asWriter(keys), place, content, environment.randomBytes);
      const header = sealed?.[0];
      if (sealed === null || header === undefined) return false;
      const cid = nextCid;
      nextCid += 1;
      snapshotByCid.set(cid, { seq: coversSeq, digest: computeSnapshotDigest(header.sealed) });
      for (const [part, { signature, sealed: bytes }] of sealed.entries()) {
        const count = { part, parts: sealed.length };
        channel.send({ kind: 'snapshot', cid, ...place, ...count, signature, sealed: bytes });
      }
      return true;
    },
    sendPresence(content) {
      const bytes = sealContent(asWriter(keys), 'eph/1', content, environment.randomBytes);
      channel.send({ kind: 'ephemeral', bytes });
    },
    more: () => channel.send({ kind: 'more' }),
    leave() {
      if (over) return;
      over = true;
      channel.send({ kind: 'leave' });
      channel.release();
    },
  };
}

function asWriter(keys: RoomKeys): RoomKeys & { readonly writeKey: SigningKey } {
  if (keys.writeKey === null) throw new Error('writing to a room without its write key');
  return { ...keys, writeKey: keys.writeKey };
}
