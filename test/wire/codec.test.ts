import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeClientMessage, encodeClientMessage } from '../../src/wire/client-message.ts';
import type { ClientMessage } from '../../src/wire/client-message.ts';
import { decodeRelayMessage, encodeRelayMessage } from '../../src/wire/relay-message.ts';
import type { LogEntry, RelayMessage } from '../../src/wire/relay-message.ts';
import { MAX_CLIENT_MESSAGE_BYTES, MAX_FRAME_BYTES } from '../../src/wire/sizes.ts';
import { SAMPLE_CLIENT_MESSAGES, SAMPLE_RELAY_MESSAGES } from './sample-messages.ts';

const SEED = 20_26;
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const blob = fc.uint8Array({ minLength: 1, maxLength: 400 });
const number = fc.oneof(fc.nat(300), fc.maxSafeNat());
const cid = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const keys = fc.record({ write: bytesOf(32), read: bytesOf(32), owner: bytesOf(32) });
const part = fc.constantFrom({ part: 0, parts: 1 }, { part: 3, parts: 9 }, { part: 127, parts: 128 });

const clientMessage: fc.Arbitrary<ClientMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('join' as const),
    ch: number,
    mode: fc.constantFrom('read' as const, 'write' as const),
    keys,
    since: number,
    chain: bytesOf(32),
    signature: bytesOf(64),
  }),
  fc.record({ kind: fc.constant('push' as const), ch: number, cid, frame: blob }),
  fc.record({ kind: fc.constant('ephemeral' as const), ch: number, bytes: blob }),
  fc.record({ kind: fc.constantFrom('more' as const, 'leave' as const), ch: number }),
  fc
    .record({
      ch: number,
      cid,
      coversSeq: number,
      chain: bytesOf(32),
      signature: bytesOf(64),
      sealed: blob,
      part,
    })
    .map(({ part: place, ...rest }) => ({ kind: 'snapshot' as const, ...rest, ...place })),
  fc.record({
    kind: fc.constant('close' as const),
    ch: number,
    keys,
    signature: bytesOf(64),
    tombstone: blob,
  }),
);

const prev = fc.nat({ max: Number.MAX_SAFE_INTEGER - 1 });
const entry: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.record({ prev, bytes: blob }).map((it) => ({ kind: 'frame' as const, seq: it.prev + 1, ...it })),
  fc.record({ prev, cid }).map((it) => ({ kind: 'ack' as const, seq: it.prev + 1, ...it })),
  fc.record({ kind: fc.constant('kept' as const), cid, coversSeq: number }),
);
const relayMessage: fc.Arbitrary<RelayMessage> = fc.oneof(
  fc.record({
    kind: fc.constant('challenge' as const),
    version: fc.constant(1),
    nonce: bytesOf(32),
    relayTime: number,
  }),
  fc.record({
    kind: fc.constant('frames' as const),
    ch: number,
    entries: fc.array(entry, { minLength: 1, maxLength: 9 }),
  }),
  fc
    .record({ ch: number, coversSeq: number, chain: bytesOf(32), signature: bytesOf(64), sealed: blob, part })
    .map(({ part: place, ...rest }) => ({ kind: 'snapshot' as const, ...rest, ...place })),
  fc.record({ kind: fc.constant('page' as const), ch: number, head: number, live: fc.boolean() }),
  fc.record({ kind: fc.constant('ephemeral' as const), ch: number, connId: number, bytes: blob }),
  fc.record({ kind: fc.constant('peerLeft' as const), ch: number, connId: number }),
  fc.record({ kind: fc.constant('closed' as const), ch: number, signature: bytesOf(64), tombstone: blob }),
  fc.record({ kind: fc.constant('error' as const), ch: number, cid: number, code: number }),
);

describe('the codec', () => {
  it('[C1] gives back every client message it encoded', () => {
    fc.assert(
      fc.property(clientMessage, (message) => {
        expect(decodeClientMessage(encodeClientMessage(message))).toEqual({ ok: true, value: message });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('[C1] gives back every relay message it encoded', () => {
    fc.assert(
      fc.property(relayMessage, (message) => {
        expect(decodeRelayMessage(encodeRelayMessage(message))).toEqual({ ok: true, value: message });
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('[C2] never throws, and accepts no second encoding of anything', () => {
    const mutated = fc
      .tuple(
        fc.oneof(
          clientMessage.map(encodeClientMessage),
          relayMessage.map(encodeRelayMessage),
          fc.uint8Array({ maxLength: 300 }),
        ),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
      )
      .map(([bytes, changes]) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) if (copy.length > 0) copy[at % copy.length] = value;
        return copy;
      });
    fc.assert(
      fc.property(mutated, (bytes) => {
        const fromClient = decodeClientMessage(bytes);
        if (fromClient.ok) expect(encodeClientMessage(fromClient.value)).toEqual(bytes);
        const fromRelay = decodeRelayMessage(bytes);
        if (fromRelay.ok) expect(encodeRelayMessage(fromRelay.value)).toEqual(bytes);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('[C3] refuses every cut of messages whose end is fixed, and bytes after them', () => {
    for (const message of SAMPLE_CLIENT_MESSAGES.filter((it) => it.kind === 'join')) {
      const bytes = encodeClientMessage(message);
      for (let length = 0; length < bytes.length; length++) {
        expect(decodeClientMessage(bytes.subarray(0, length))).toEqual({
          ok: false,
          error: { type: 'truncated' },
        });
      }
      expect(decodeClientMessage(Uint8Array.of(...bytes, 0))).toEqual({
        ok: false,
        error: { type: 'trailingBytes' },
      });
    }
    for (const message of SAMPLE_RELAY_MESSAGES.filter((it) => it.kind === 'page' || it.kind === 'error')) {
      const bytes = encodeRelayMessage(message);
      expect(decodeRelayMessage(bytes.subarray(0, bytes.length - 1)).ok).toBe(false);
      expect(decodeRelayMessage(Uint8Array.of(...bytes, 0)).ok).toBe(false);
    }
  });

  it('[C4] refuses what is too large, too long a number, an empty frame and a request numbered 0', () => {
    const frame = new Uint8Array(MAX_FRAME_BYTES + 1);
    expect(decodeClientMessage(encodeClientMessage({ kind: 'push', ch: 1, cid: 1, frame }))).toEqual({
      ok: false,
      error: { type: 'tooLarge' },
    });
    expect(decodeClientMessage(new Uint8Array(MAX_CLIENT_MESSAGE_BYTES + 1)).ok).toBe(false);
    expect(decodeClientMessage(Uint8Array.of(4, 0x81, 0x00))).toEqual({
      ok: false,
      error: { type: 'badNumber' },
    });
    const nineBytes = Uint8Array.of(4, 255, 255, 255, 255, 255, 255, 255, 255, 1);
    expect(decodeClientMessage(nineBytes)).toEqual({ ok: false, error: { type: 'badNumber' } });
    const empty = new Uint8Array(0);
    expect(decodeClientMessage(encodeClientMessage({ kind: 'push', ch: 1, cid: 1, frame: empty })).ok).toBe(
      false,
    );
    expect(
      decodeClientMessage(encodeClientMessage({ kind: 'push', ch: 1, cid: 0, frame: Uint8Array.of(1) })),
    ).toEqual({ ok: false, error: { type: 'badValue' } });
  });

  it('[V2] tells another version and a reserved number from nonsense', () => {
    expect(decodeClientMessage(Uint8Array.of(1, 5, 2, 99))).toEqual({
      ok: false,
      error: { type: 'otherVersion', version: 2, ch: 5 },
    });
    expect(decodeRelayMessage(Uint8Array.of(0x80, 2))).toEqual({
      ok: false,
      error: { type: 'otherVersion', version: 2, ch: 0 },
    });
    expect(decodeClientMessage(Uint8Array.of(8, 5, 1))).toEqual({
      ok: false,
      error: { type: 'reservedKind', kind: 8, ch: 5 },
    });
    expect(decodeClientMessage(Uint8Array.of(77, 5))).toEqual({
      ok: false,
      error: { type: 'unknownKind', kind: 77 },
    });
  });
});
