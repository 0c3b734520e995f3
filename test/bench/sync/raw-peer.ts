/**
 * Raw readers and a raw writer for each server, in its own protocol and without a document: what they read is
 * kept, not applied. Baton's join as its devices do, with signatures made for this connection, and its frames are
 * sealed and signed by the client's own code, ahead of time.
 */
import { WebSocket } from 'ws';
import { decodeRelayMessage, RELAY_KINDS } from '../../../src/wire/relay-message.ts';
import { asciiBytes, makeByteReader, makeByteWriter } from '../../../src/wire/bytes.ts';
import { encodeClientMessage } from '../../../src/wire/client-message.ts';
import { RELAY_PATH } from '../../../src/wire/protocol-version.ts';
import { emptyChain } from '../../../src/wire/room-id.ts';
import { joinChallenge } from '../../../src/wire/statements.ts';
import { singleContent } from '../../../src/sync/frame-content.ts';
import { roomKeysFromOwnerSecret, type RoomKeys, type SigningKey } from '../../../src/sync/room-keys.ts';
import { openContent, sealContent } from '../../../src/sync/seal.ts';
import { makeSignatureChecker, sign } from '../../../src/sync/signatures.ts';
import { makeRandom } from '../../support/seeded-random.ts';
import { endMark, textOfUpdates } from '../../support/sync-workload.ts';

export interface RawPeer {
  /** Everything that came since it joined, in order. */
  readonly messages: readonly Buffer[];
  /** All updates are here. */
  readonly complete: Promise<void>;
  send(messages: readonly Uint8Array[]): void;
  close(): void;
}

export interface Protocol {
  /** Resolves once joined: whatever is written from now on comes. `end`: what the last update is known by. */
  connect(port: number, role: 'writer' | 'reader', end: Buffer): Promise<RawPeer>;
  /** Each update as the message that writes it. */
  encode(updates: readonly Uint8Array[]): readonly Uint8Array[];
  /** Bytes that are in the last of these messages, and in what a reader gets of it, and nowhere else. */
  endOf(messages: readonly Uint8Array[]): Buffer;
  /** What a document would hold after these messages. */
  read(messages: readonly Buffer[]): Promise<string>;
}

interface Conversation {
  readonly url: string;
  readonly origin?: string;
  /** Answers a message; `joined` once the server serves this peer, `complete` once all updates came. */
  readonly hear: (message: Buffer, send: (bytes: Uint8Array) => void) => 'joined' | 'complete' | null;
  /** The first words, for protocols in which the client speaks first. */
  readonly hello: readonly Uint8Array[];
}

function converse({ url, origin, hear, hello }: Conversation): Promise<RawPeer> {
  const socket = new WebSocket(url, {
    perMessageDeflate: false,
    ...(origin === undefined ? {} : { origin }),
  });
  const messages: Buffer[] = [];
  const { promise: complete, resolve: isComplete } = Promise.withResolvers<void>();
  return new Promise((resolve, reject) => {
    let isJoined = false;
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`${url} closed the connection`)));
    socket.on('open', () => {
      for (const bytes of hello) socket.send(bytes);
    });
    socket.on('message', (message: Buffer) => {
      if (isJoined) messages.push(message);
      const heard = hear(message, (bytes) => socket.send(bytes));
      if (heard === 'complete') isComplete();
      if (heard !== 'joined') return;
      isJoined = true;
      resolve({
        messages,
        complete,
        send(sent) {
          for (const bytes of sent) socket.send(bytes);
        },
        close: () => socket.terminate(),
      });
    });
  });
}

export function batonProtocol(keys: RoomKeys & { readonly writeKey: SigningKey }): Protocol {
  const random = makeRandom(11);
  return {
    connect(port, role, end) {
      const origin = `http://127.0.0.1:${port}`;
      const mode = role === 'writer' ? 'write' : 'read';
      return converse({
        url: `ws://127.0.0.1:${port}${RELAY_PATH}`,
        origin,
        hello: [],
        hear(bytes, send) {
          // The end is looked for in the bytes: that is all that a reader does with most messages, here and below.
          if (bytes[0] === RELAY_KINDS.frames) return bytes.includes(end) ? 'complete' : null;
          const decoded = decodeRelayMessage(bytes);
          if (!decoded.ok) throw new Error(`the relay sent nonsense: ${decoded.error.type}`);
          const message = decoded.value;
          if (message.kind === 'error') throw new Error(`the relay refused with ${message.code}`);
          if (message.kind === 'page' && message.live) return 'joined';
          if (message.kind === 'page') send(encodeClientMessage({ kind: 'more', ch: 1 }));
          if (message.kind !== 'challenge') return null;
          const place = { mode, since: 0, chain: emptyChain() } as const;
          const statement = joinChallenge({ ...place, origin, nonce: message.nonce, roomId: keys.roomId });
          const signature = sign(mode === 'write' ? keys.writeKey : keys.readKey, statement);
          send(encodeClientMessage({ kind: 'join', ch: 1, ...place, keys: keys.publicKeys, signature }));
          return null;
        },
      });
    },
    encode: (updates) =>
      updates.map((update, index) => {
        const frame = sealContent(keys, 'frame/1', singleContent('update', update), random.bytes);
        return encodeClientMessage({ kind: 'push', ch: 1, cid: index + 1, frame });
      }),
    // A frame ends with the tag of its own ciphertext.
    endOf: (messages) => Buffer.from((messages.at(-1) ?? nothing).slice(-16)),
    async read(messages) {
      const checker = makeSignatureChecker(keys.publicKeys.write, crypto.subtle);
      const updates: Uint8Array[] = [];
      for (const bytes of messages) {
        const decoded = decodeRelayMessage(bytes);
        if (!decoded.ok || decoded.value.kind !== 'frames') continue;
        for (const entry of decoded.value.entries) {
          const opened = entry.kind === 'frame' && (await openContent(keys, checker, 'frame/1', entry.bytes));
          if (opened && opened.ok) updates.push(opened.content.body);
        }
      }
      return textOfUpdates(updates);
    },
  };
}

const sync = 0;
const step1 = 0;
const step2 = 1;
const update = 2;
/** A state vector that knows nothing. */
const nothing = Uint8Array.of(0);

/** `name ‖ sync ‖ kind ‖ bytes`, as y-protocols write it; y-websocket's own protocol has no name in front. */
function syncMessage(name: Uint8Array, kind: number, bytes: Uint8Array): Uint8Array {
  const writer = makeByteWriter(bytes.length + 64);
  writer.raw(name);
  writer.number(sync);
  writer.number(kind);
  writer.sized(bytes);
  return writer.finish();
}

function syncProtocol(name: Uint8Array, hello: readonly Uint8Array[], path: string): Protocol {
  function decode(message: Buffer): { readonly kind: number; readonly bytes: Uint8Array } | null {
    const reader = makeByteReader(message);
    reader.fixed(name.length);
    if (reader.number() !== sync) return null;
    const kind = reader.number();
    return { kind, bytes: reader.sized(message.length) };
  }
  return {
    connect: (port, _, end) =>
      converse({
        url: `ws://127.0.0.1:${port}${path}`,
        hello: [...hello, syncMessage(name, step1, nothing)],
        hear(message) {
          if (message.includes(end)) return 'complete';
          return message.length < 100 && decode(message)?.kind === step2 ? 'joined' : null;
        },
      }),
    encode: (updates) => updates.map((bytes) => syncMessage(name, update, bytes)),
    endOf: () => Buffer.from(endMark),
    read(messages) {
      const decoded = messages.map(decode).filter((message) => message?.kind === update);
      return Promise.resolve(textOfUpdates(decoded.map((message) => message?.bytes ?? nothing)));
    },
  };
}

export const benchDocument = 'bench';

export function yWebsocketProtocol(): Protocol {
  return syncProtocol(new Uint8Array(0), [], `/${benchDocument}`);
}

export function hocuspocusProtocol(): Protocol {
  const name = makeByteWriter();
  name.sized(asciiBytes(benchDocument));
  const document = name.finish();
  const authentication = 2;
  const token = 0;
  const hello = makeByteWriter();
  hello.raw(document);
  hello.number(authentication);
  hello.number(token);
  hello.sized(new Uint8Array(0));
  hello.sized(asciiBytes('4.7.0'));
  return syncProtocol(document, [hello.finish()], '/');
}

/** The same household each time. */
export function makeWriterKeys(): RoomKeys & { readonly writeKey: SigningKey } {
  const keys = roomKeysFromOwnerSecret(makeRandom(3).bytes(32));
  if (keys.writeKey === null) throw new Error('an owner may write');
  return { ...keys, writeKey: keys.writeKey };
}
