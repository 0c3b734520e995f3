import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { deriveSpaceRoom, makeOwner } from '../../src/sync/capability.ts';
import { type Coverage, coverageOfDocument, emptyCoverage } from '../../src/sync/coverage.ts';
import type { RoomKeys, SigningKey } from '../../src/sync/room-keys.ts';
import { makeSignatureChecker } from '../../src/sync/signatures.ts';
import { sealSnapshot } from '../../src/sync/snapshot-content.ts';
import {
  type ChannelSnapshot,
  makeSnapshotReader,
  type ReadSnapshot,
} from '../../src/sync/snapshot-reader.ts';
import { makeRandom } from '../support/seeded-random.ts';

const random = makeRandom(61);
type WriterKeys = RoomKeys & { readonly writeKey: SigningKey };
const roomOf = (seed: number): WriterKeys => deriveSpaceRoom(makeOwner(makeRandom(seed).bytes)) as WriterKeys;
const keys = roomOf(62);
const doc = new Y.Doc();
doc.getText('note').insert(0, Array.from({ length: 120_000 }, () => random.below(36).toString(36)).join(''));
const update = new Uint8Array(Y.encodeStateAsUpdate(doc));
const coverage: Coverage = coverageOfDocument(doc);
const chain = random.bytes(32);
// Long enough for two parts of body.
const long = random.bytes(300_000);

function seal(of: WriterKeys, coversSeq: number, body: Uint8Array, claimed = coverage): ChannelSnapshot[] {
  const parts = sealSnapshot(
    of,
    { coversSeq, chain },
    { coverage: claimed, update: new Uint8Array(body) },
    random.bytes,
  );
  if (parts === null) throw new Error('too long');
  return parts.map((part, index) => ({ coversSeq, chain, part: index, parts: parts.length, ...part }));
}

const reader = (subtle: SubtleCrypto | null = null): ReturnType<typeof makeSnapshotReader> =>
  makeSnapshotReader(keys, makeSignatureChecker(keys.publicKeys.write, subtle));

async function read(messages: readonly ChannelSnapshot[]): Promise<ReadSnapshot | 'more' | 'gap'> {
  const reading = reader();
  let last: ReadSnapshot | 'more' | 'gap' = 'more';
  for (const message of messages) last = await reading.add(message);
  return last;
}

function flip(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[40] = (copy[40] as number) ^ 1;
  return copy;
}

describe('a snapshot', () => {
  it('[P1] opens to what was sealed, in as many parts as it takes', async () => {
    expect(await read(seal(keys, 9, update))).toMatchObject({
      position: { seq: 9, chain },
      claimed: coverage,
      update,
    });
    const parts = seal(keys, 9, long);
    expect(parts.length).toBe(3);
    expect(await read(parts)).toMatchObject({ claimed: coverage, update: long });
    // Begun again in the middle, as after a pause.
    expect(await read([...parts.slice(0, 2), ...parts])).toMatchObject({ update: long });
  });

  it('[P1] hides how long it is, and what is in it', () => {
    const lengths = [1000, 1001, 1010].map(
      (length) => seal(keys, 1, new Uint8Array(length))[1]?.sealed.length,
    );
    expect(new Set(lengths).size).toBe(1);
    const sealed = seal(keys, 1, new TextEncoder().encode('the passport number'));
    for (const part of sealed) expect(Buffer.from(part.sealed).includes('passport')).toBe(false);
  });

  it('[P3] of another room, another place, or re-signed for this one, opens to nothing', async () => {
    const other = roomOf(63);
    const [mine, theirs] = [seal(keys, 9, update), seal(other, 9, update)];
    const resigned = seal({ ...other, writeKey: keys.writeKey, roomId: keys.roomId }, 9, update);
    const nothing = { claimed: null, update: null };
    expect(await read(theirs)).toMatchObject(nothing);
    expect(await read(resigned)).toMatchObject(nothing);
    expect(await read(mine.map((part) => ({ ...part, coversSeq: 10 })))).toMatchObject(nothing);
    expect(await read(mine.map((part) => ({ ...part, chain: random.bytes(32) })).slice(0, 1))).toBe('more');
    expect(await read(mine.map((part) => ({ ...part, sealed: flip(part.sealed) })))).toMatchObject(nothing);
    expect(await read(mine.map((part) => ({ ...part, signature: flip(part.signature) })))).toMatchObject(
      nothing,
    );
  });

  it('[P3] whose body is not the one its header was made for opens to nothing', async () => {
    const [first, second] = [seal(keys, 9, update), seal(keys, 9, new Uint8Array(update.length))];
    const mixed = [first[0], second[1]] as ChannelSnapshot[];
    expect(await read(mixed)).toMatchObject({ claimed: coverage, update: null });
    const parts = seal(keys, 9, long) as [ChannelSnapshot, ChannelSnapshot, ChannelSnapshot];
    const swapped = [parts[0], { ...parts[2], part: 1 }, { ...parts[1], part: 2 }];
    expect(await read(swapped)).toMatchObject({ claimed: coverage, update: null });
    const cut = [parts[0], { ...parts[1], sealed: parts[1].sealed.subarray(0, 20) }, parts[2]];
    expect(await read(cut)).toMatchObject({ update: null });
  });

  it('[P3] whose parts do not follow each other is a gap', async () => {
    const parts = seal(keys, 9, long);
    expect(await read(parts.slice(1))).toBe('gap');
    expect(await read([parts[0], parts[2]] as ChannelSnapshot[])).toBe('gap');
    expect(await read([...parts.slice(0, 1), { ...(parts[1] as ChannelSnapshot), parts: 4 }])).toBe('gap');
  });

  it('[P3] announced without a writer’s signature is no news, whoever checks', async () => {
    for (const subtle of [null, crypto.subtle]) {
      const [header, body] = seal(keys, 9, update) as [ChannelSnapshot, ChannelSnapshot];
      const reading = reader(subtle);
      expect(await reading.readNews(header)).toMatchObject({ position: { seq: 9 }, claimed: coverage });
      expect(await reading.readNews({ ...header, coversSeq: 8 })).toBeNull();
      expect(await reading.readNews({ ...header, sealed: flip(header.sealed) })).toBeNull();
      expect(await reading.readNews(body)).toBeNull();
      const unreadable = seal({ ...roomOf(63), writeKey: keys.writeKey, roomId: keys.roomId }, 9, update);
      expect(await reading.readNews(unreadable[0] as ChannelSnapshot)).toMatchObject({ claimed: null });
    }
  });

  it('[P5] that is too long for the limits is not made', () => {
    const wide: Coverage = { ...emptyCoverage(), structs: new Map() };
    for (let client = 1; client < 40_000; client += 1) wide.structs.set(client * 100_003, [[0, 5]]);
    const place = { coversSeq: 1, chain };
    expect(sealSnapshot(keys, place, { coverage: wide, update }, random.bytes)).toBeNull();
  });
});
