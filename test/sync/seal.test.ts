import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveRunRoom, makeOwner } from '../../src/sync/capability.ts';
import {
  encodeFrameContent,
  type FrameContent,
  maxBodyLength,
  singleContent,
} from '../../src/sync/frame-content.ts';
import { computePaddedLength } from '../../src/sync/padding.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { decrypt, openContent, sealContent } from '../../src/sync/seal.ts';
import { makeSignatureChecker } from '../../src/sync/signatures.ts';
import { asId, type RunId } from '../../src/model/ids.ts';
import { MAX_FRAME_BYTES } from '../../src/wire/sizes.ts';
import { makeRandom } from '../support/seeded-random.ts';

const random = makeRandom(21);
const owner = makeOwner(random.bytes);
const keysOf = (run: string): RoomKeys & { readonly writeKey: SigningKey } => {
  const keys = deriveRunRoom(owner, asId<RunId>(run), 0);
  return { ...keys, writeKey: keys.writeKey as SigningKey };
};
const keys = keysOf('a');
const checkers = {
  platform: makeSignatureChecker(keys.publicKeys.write, crypto.subtle),
  library: makeSignatureChecker(keys.publicKeys.write, null),
};

const content = fc.record({
  kind: fc.constantFrom('update' as const, 'presence' as const, 'grant' as const),
  seen: fc.record({ seq: fc.nat(), chainPrefix: fc.uint8Array({ minLength: 8, maxLength: 8 }) }),
  group: fc.uint8Array({ minLength: 8, maxLength: 8 }),
  part: fc.constant(1),
  parts: fc.integer({ min: 2, max: 256 }),
  body: fc.uint8Array({ maxLength: 600 }),
});
const plain = (found: FrameContent): unknown => JSON.parse(JSON.stringify(found));

describe('sealed frames', () => {
  it('[S4] open to what was sealed, whoever checks the signature', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (sealed) => {
        const frame = sealContent(keys, 'frame/1', sealed, random.bytes);
        for (const checker of Object.values(checkers)) {
          const opened = await openContent(keys, checker, 'frame/1', frame);
          expect(opened.ok && plain(opened.content)).toEqual(plain(sealed));
        }
      }),
      { seed: 22, numRuns: 40 },
    );
  });

  it('[S4] one changed bit anywhere is a bad signature', async () => {
    const frame = sealContent(keys, 'frame/1', singleContent('update', random.bytes(40)), random.bytes);
    await fc.assert(
      fc.asyncProperty(fc.nat(frame.length * 8 - 1), async (bit) => {
        const changed = new Uint8Array(frame);
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        const opened = await openContent(keys, checkers.platform, 'frame/1', changed);
        expect(opened).toEqual({ ok: false, fault: 'badSignature' });
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it('[S4] a frame proves nothing in another room or for another purpose', async () => {
    const frame = sealContent(keys, 'frame/1', singleContent('update', random.bytes(9)), random.bytes);
    const other = keysOf('b');
    const asOther = await openContent(
      other,
      makeSignatureChecker(other.publicKeys.write, crypto.subtle),
      'frame/1',
      frame,
    );
    const asPresence = await openContent(keys, checkers.library, 'eph/1', frame);
    // Same keys under another room's name: only the associated data tells them apart.
    const moved = { ...keys, roomId: other.roomId };
    expect(asOther).toEqual({ ok: false, fault: 'badSignature' });
    expect(asPresence).toEqual({ ok: false, fault: 'badSignature' });
    expect(decrypt(moved, 'frame/1', frame.subarray(64))).toBeNull();
    expect(decrypt(keys, 'eph/1', frame.subarray(64))).toBeNull();
  });

  it('[S4] rubbish is a fault and never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        for (const checker of Object.values(checkers)) {
          expect((await openContent(keys, checker, 'frame/1', bytes)).ok).toBe(false);
        }
      }),
      { seed: 24, numRuns: 60 },
    );
  });

  it('[S4] properly signed and sealed rubbish is malformed', async () => {
    const tooMany = { ...singleContent('update', random.bytes(3)), part: 0, parts: 100_000 };
    const opened = await openContent(
      keys,
      checkers.platform,
      'frame/1',
      sealContent(keys, 'frame/1', tooMany, random.bytes),
    );
    expect(opened).toEqual({ ok: false, fault: 'malformed' });
  });

  it('[S5] sizes are padded to few values, and the largest part fits the frame limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300_000 }), (length) => {
        const padded = computePaddedLength(length);
        expect(padded).toBeGreaterThanOrEqual(length);
        expect(padded).toBeLessThanOrEqual(Math.ceil(length * 1.12) + 1);
        expect(computePaddedLength(padded)).toBe(padded);
      }),
      { seed: 25 },
    );
    const lengths = new Set<number>();
    for (let length = 0; length < 2000; length += 1) {
      lengths.add(encodeFrameContent(singleContent('update', new Uint8Array(length))).length);
    }
    expect(lengths.size).toBeLessThan(100);
    const largest = sealContent(
      keys,
      'frame/1',
      singleContent('update', new Uint8Array(maxBodyLength)),
      random.bytes,
    );
    expect(largest.length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
  });
});
