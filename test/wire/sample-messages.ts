/** One fixed example of each message, for the golden encodings; bytes count up from a seed. */
import type { ClientMessage } from '../../src/wire/client-message.ts';
import type { RelayMessage } from '../../src/wire/relay-message.ts';

export function countingBytes(length: number, from: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, index) => (from + index) % 256);
}

const keys = { write: countingBytes(32, 1), read: countingBytes(32, 2), owner: countingBytes(32, 3) };
const chain = countingBytes(32, 4);
const signature = countingBytes(64, 5);

export const SAMPLE_CLIENT_MESSAGES: readonly ClientMessage[] = [
  { kind: 'join', ch: 1, mode: 'write', keys, since: 300, chain, signature },
  { kind: 'join', ch: 2, mode: 'read', keys, since: 0, chain, signature },
  { kind: 'push', ch: 1, cid: 7, frame: countingBytes(200, 6) },
  { kind: 'ephemeral', ch: 1, bytes: countingBytes(50, 7) },
  { kind: 'more', ch: 1 },
  { kind: 'leave', ch: 200 },
  {
    kind: 'snapshot',
    ch: 1,
    cid: 8,
    coversSeq: 500,
    chain,
    part: 1,
    parts: 3,
    signature,
    sealed: countingBytes(90, 8),
  },
  { kind: 'close', ch: 9, keys, signature, tombstone: countingBytes(40, 9) },
];

export const SAMPLE_RELAY_MESSAGES: readonly RelayMessage[] = [
  { kind: 'challenge', version: 1, nonce: countingBytes(32, 10), relayTime: 1_790_000_000_000 },
  {
    kind: 'frames',
    ch: 1,
    entries: [
      { kind: 'frame', prev: 0, seq: 1, bytes: countingBytes(120, 11) },
      { kind: 'ack', cid: 7, prev: 1, seq: 2 },
      { kind: 'kept', cid: 8, coversSeq: 2 },
    ],
  },
  {
    kind: 'snapshot',
    ch: 1,
    coversSeq: 500,
    chain,
    part: 0,
    parts: 2,
    signature,
    sealed: countingBytes(90, 12),
  },
  { kind: 'page', ch: 1, head: 501, live: true },
  { kind: 'ephemeral', ch: 1, connId: 12, bytes: countingBytes(50, 13) },
  { kind: 'peerLeft', ch: 1, connId: 12 },
  { kind: 'closed', ch: 1, signature, tombstone: countingBytes(40, 14) },
  { kind: 'error', ch: 1, cid: 7, code: 4413 },
];
