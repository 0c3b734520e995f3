/** A plain client of the relay for tests: real sockets, real signatures, the wire codec, no documents. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { WebSocket } from 'ws';
import { encodeClientMessage } from '../../src/wire/client-message.ts';
import type { ClientMessage, CloseMessage, JoinMessage } from '../../src/wire/client-message.ts';
import { decodeRelayMessage } from '../../src/wire/relay-message.ts';
import type { LogEntry, RelayMessage } from '../../src/wire/relay-message.ts';
import { chainInput, emptyChain, roomIdInput } from '../../src/wire/room-id.ts';
import type { RoomKeys } from '../../src/wire/room-id.ts';
import { closeStatement, joinChallenge, snapshotStatement } from '../../src/wire/statements.ts';
import type { JoinMode } from '../../src/wire/statements.ts';

export interface TestRoom {
  readonly keys: RoomKeys;
  readonly roomId: Uint8Array;
  readonly secrets: { readonly write: KeyObject; readonly read: KeyObject; readonly owner: KeyObject };
}

function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

function signWith(key: KeyObject, statement: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, statement, key));
}

export function makeTestRoom(): TestRoom {
  const pair = () => generateKeyPairSync('ed25519');
  const raw = (key: KeyObject) =>
    new Uint8Array(Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url'));
  const [write, read, owner] = [pair(), pair(), pair()];
  const keys = { write: raw(write.publicKey), read: raw(read.publicKey), owner: raw(owner.publicKey) };
  return {
    keys,
    roomId: sha256(roomIdInput(keys)),
    secrets: { write: write.privateKey, read: read.privateKey, owner: owner.privateKey },
  };
}

export function frameOf(text: string, size = 120): Uint8Array {
  const frame = new Uint8Array(size);
  frame.set(Buffer.from(text).subarray(0, size));
  return frame;
}

export function chainAfter(frames: readonly Uint8Array[]): Uint8Array {
  return frames.reduce<Uint8Array>((chain, frame) => sha256(chainInput(chain, sha256(frame))), emptyChain());
}

export function makeClose(room: TestRoom, ch: number, text: string): CloseMessage {
  const tombstone = new Uint8Array(Buffer.from(text));
  const signature = signWith(room.secrets.owner, closeStatement(room.roomId, tombstone));
  return { kind: 'close', ch, keys: room.keys, signature, tombstone };
}

type Kind = RelayMessage['kind'];
type OfKind<K extends Kind> = Extract<RelayMessage, { readonly kind: K }>;

export interface JoinOptions {
  readonly mode?: JoinMode;
  readonly since?: number;
  readonly chain?: Uint8Array;
  /** What is signed, where it should differ from the truth. */
  readonly origin?: string;
  readonly nonce?: Uint8Array;
  readonly key?: KeyObject;
}

export interface RelayClient {
  readonly origin: string;
  readonly nonce: Uint8Array;
  readonly socket: WebSocket;
  /** The code the socket ended with. */
  readonly ended: Promise<number>;
  send(message: ClientMessage): void;
  sendBytes(bytes: Uint8Array): void;
  joinMessage(room: TestRoom, ch: number, options?: JoinOptions): JoinMessage;
  join(room: TestRoom, ch: number, options?: JoinOptions): void;
  /** Joins and reads to the end; what came on the way. */
  joinLive(room: TestRoom, ch: number, options?: JoinOptions): Promise<readonly LogEntry[]>;
  push(ch: number, cid: number, frame: Uint8Array): void;
  pushSnapshot(
    room: TestRoom,
    ch: number,
    cid: number,
    coversSeq: number,
    chain: Uint8Array,
    parts: readonly Uint8Array[],
  ): void;
  /** The next message of this kind; others stay for later. Rejects after three seconds. */
  next<K extends Kind>(kind: K): Promise<OfKind<K>>;
  /** Log entries until `count` have come. */
  entries(count: number): Promise<readonly LogEntry[]>;
  /** All messages that came and were not taken yet. */
  waiting(): readonly RelayMessage[];
  /** The same, and takes them. */
  takeAll(): readonly RelayMessage[];
  close(): Promise<number>;
}

export async function connectClient(
  port: number,
  options: { readonly origin?: string | undefined; readonly headers?: Record<string, string> } = {},
): Promise<RelayClient> {
  const origin = 'origin' in options ? options.origin : `http://127.0.0.1:${port}`;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/relay`, {
    ...(origin === undefined ? {} : { origin }),
    ...(options.headers ? { headers: options.headers } : {}),
  });
  const inbox: RelayMessage[] = [];
  const waiters = new Set<() => void>();
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  socket.on('error', () => {});
  socket.on('message', (data: Buffer) => {
    const decoded = decodeRelayMessage(new Uint8Array(data));
    if (!decoded.ok) throw new Error(`the relay sent nonsense: ${decoded.error.type}`);
    inbox.push(decoded.value);
    for (const wake of waiters) wake();
  });

  function next<K extends Kind>(kind: K): Promise<OfKind<K>> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const at = inbox.findIndex((message) => message.kind === kind);
        if (at < 0) return;
        waiters.delete(look);
        clearTimeout(timer);
        resolve(inbox.splice(at, 1)[0] as OfKind<K>);
      };
      const timer = setTimeout(() => {
        waiters.delete(look);
        reject(
          new Error(`no ${kind} came, but ${inbox.map((message) => message.kind).join(', ') || 'nothing'}`),
        );
      }, 3_000);
      waiters.add(look);
      look();
    });
  }

  const refusedAtOnce = ended.then((code) => {
    throw Object.assign(new Error(`ended with ${code}`), { code });
  });
  const { nonce } = await Promise.race([next('challenge'), refusedAtOnce]);
  refusedAtOnce.catch(() => {});

  const client: RelayClient = {
    origin: origin ?? '',
    nonce,
    socket,
    ended,
    next,
    send: (message) => socket.send(encodeClientMessage(message)),
    sendBytes: (bytes) => socket.send(bytes),
    joinMessage(room, ch, wanted = {}) {
      const { mode = 'write', since = 0, chain = emptyChain() } = wanted;
      const { keys, roomId, secrets } = room;
      const claim = {
        mode,
        origin: wanted.origin ?? client.origin,
        nonce: wanted.nonce ?? nonce,
        roomId,
        since,
        chain,
      };
      const key = wanted.key ?? (mode === 'write' ? secrets.write : secrets.read);
      return { kind: 'join', ch, mode, keys, since, chain, signature: signWith(key, joinChallenge(claim)) };
    },
    join: (room, ch, wanted) => client.send(client.joinMessage(room, ch, wanted)),
    async joinLive(room, ch, wanted) {
      client.join(room, ch, wanted);
      const entries: LogEntry[] = [];
      for (;;) {
        const { live } = await next('page');
        while (inbox.some((message) => message.kind === 'frames'))
          entries.push(...(await next('frames')).entries);
        if (live) return entries;
        client.send({ kind: 'more', ch });
      }
    },
    push: (ch, cid, frame) => client.send({ kind: 'push', ch, cid, frame }),
    pushSnapshot(room, ch, cid, coversSeq, chain, parts) {
      for (const [part, sealed] of parts.entries()) {
        const claim = { roomId: room.roomId, coversSeq, chain, part, parts: parts.length };
        const signature = signWith(room.secrets.write, snapshotStatement(claim, sealed));
        client.send({
          kind: 'snapshot',
          ch,
          cid,
          coversSeq,
          chain,
          part,
          parts: parts.length,
          signature,
          sealed,
        });
      }
    },
    async entries(count) {
      const entries: LogEntry[] = [];
      while (entries.length < count) entries.push(...(await next('frames')).entries);
      return entries;
    },
    waiting: () => [...inbox],
    takeAll: () => inbox.splice(0),
    close() {
      socket.close();
      return ended;
    },
  };
  return client;
}
