import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CLIENT_KINDS, encodeClientMessage } from '../../src/wire/client-message.ts';
import { ERROR_CODES } from '../../src/wire/error-codes.ts';
import { PROTOCOL_VERSION, RELAY_PATH } from '../../src/wire/protocol-version.ts';
import { RELAY_KINDS, encodeRelayMessage } from '../../src/wire/relay-message.ts';
import { chainInput, roomIdInput } from '../../src/wire/room-id.ts';
import * as sizes from '../../src/wire/sizes.ts';
import {
  closeStatement,
  ephemeralStatement,
  frameStatement,
  joinChallenge,
  snapshotStatement,
} from '../../src/wire/statements.ts';
import { SAMPLE_CLIENT_MESSAGES, SAMPLE_RELAY_MESSAGES, countingBytes } from './sample-messages.ts';

/** What each version looked like. A released line never changes; a new version adds one. */
const DIGEST_BY_VERSION: Readonly<Record<number, string>> = {
  1: '2d4dde550a40a920a0411b661ab0b36ac40eb0c24f19506f753d50fc240abbdc',
};

function schemaDigest(): string {
  const hash = createHash('sha256');
  const roomId = countingBytes(32, 21);
  const rest = countingBytes(60, 22);
  const chain = countingBytes(32, 23);
  hash.update(JSON.stringify({ CLIENT_KINDS, RELAY_KINDS, ERROR_CODES, RELAY_PATH, ...sizes }));
  for (const message of SAMPLE_CLIENT_MESSAGES) hash.update(encodeClientMessage(message));
  for (const message of SAMPLE_RELAY_MESSAGES) hash.update(encodeRelayMessage(message));
  hash.update(roomIdInput({ write: roomId, read: chain, owner: roomId }));
  hash.update(chainInput(chain, roomId));
  hash.update(
    joinChallenge({ mode: 'write', origin: 'https://baton.test', nonce: chain, roomId, since: 300, chain }),
  );
  hash.update(frameStatement(roomId, rest));
  hash.update(ephemeralStatement(roomId, rest));
  hash.update(closeStatement(roomId, rest));
  hash.update(snapshotStatement({ roomId, coversSeq: 500, chain, part: 1, parts: 3 }, rest));
  return hash.digest('hex');
}

describe('the protocol version', () => {
  it('[V1] has to rise whenever a message, a statement, a number or a size changes', () => {
    expect(schemaDigest()).toBe(DIGEST_BY_VERSION[PROTOCOL_VERSION]);
  });

  it('[V1] is covered by a sample of every kind of message', () => {
    const sampled = new Set([...SAMPLE_CLIENT_MESSAGES].map((message) => message.kind));
    const served = Object.keys(CLIENT_KINDS).filter((kind) => kind !== 'notify' && kind !== 'alarm');
    expect([...sampled].sort()).toEqual(served.sort());
    expect(new Set(SAMPLE_RELAY_MESSAGES.map((message) => message.kind))).toEqual(
      new Set(Object.keys(RELAY_KINDS)),
    );
  });
});
