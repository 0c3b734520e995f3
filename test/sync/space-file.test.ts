/** A space in a file: what goes in comes out, and nothing else ever does. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { asId, type PersonId, type RunId, type SpaceId } from '../../src/model/ids.ts';
import { isBearable, ownKdf } from '../../src/sync/passphrase-key.ts';
import { openSpaceFile, sealSpaceFile } from '../../src/sync/space-file.ts';
import type { SavedSpace } from '../../src/sync/space-file-content.ts';
import { makeByteWriter } from '../../src/wire/bytes.ts';
import { makeRandom } from '../support/seeded-random.ts';

const random = makeRandom(44);
/** Cheap: what is tested here is the file. */
const kdf = { costLog2: 4, blockSize: 1, parallel: 1 };
const passphrase = 'seven grey herons';

const saved: SavedSpace = {
  space: asId<SpaceId>('home'),
  capability: 'AQEsecret-of-the-owner',
  me: asId<PersonId>('ana'),
  savedAt: 1_790_000_000_000,
  appVersion: '0.1.0',
  document: random.bytes(900),
  runs: [
    { run: asId<RunId>('trip'), update: new Uint8Array(5000).fill(7) },
    { run: asId<RunId>('contract'), update: random.bytes(10) },
  ],
};

async function seal(content: SavedSpace = saved): Promise<Uint8Array<ArrayBuffer>> {
  const sealed = await sealSpaceFile(content, passphrase, random.bytes, kdf);
  if (!sealed.ok) throw new Error(sealed.error.type);
  return sealed.value;
}

const failure = (type: string) => ({ ok: false, error: { type } });

/** A header of our own making, its checksum as it should be. */
async function fileWith(header: readonly number[], version = 1): Promise<Uint8Array> {
  const writer = makeByteWriter();
  writer.raw(new TextEncoder().encode('baton-space/'));
  writer.number(version);
  writer.byte(0);
  for (const number of header) writer.number(number);
  writer.raw(new Uint8Array(16 + 19));
  const bytes = writer.finish();
  const check = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).subarray(0, 4);
  return new Uint8Array([...bytes, ...check, ...new Uint8Array(16 + 40)]);
}

describe('a saved space', () => {
  it('[F1] comes out of its file as it went in, pressed or not, whatever its length', async () => {
    expect(await openSpaceFile(await seal(), passphrase)).toEqual({ ok: true, value: saved });
    const long = { ...saved, document: makeRandom(3).bytes(2 * 1024 * 1024 + 1), me: null, runs: [] };
    expect(await openSpaceFile(await seal(long), passphrase)).toEqual({ ok: true, value: long });
    vi.stubGlobal('CompressionStream', undefined);
    const unpressed = await seal();
    vi.unstubAllGlobals();
    expect(unpressed.length).toBeGreaterThan((await seal()).length);
    expect(await openSpaceFile(unpressed, ` ${passphrase} `)).toEqual({ ok: true, value: saved });
  });

  it('[F1] shows nothing of its content, not even its keys, without the passphrase', async () => {
    const file = await seal();
    const readable = new TextDecoder('latin1').decode(file);
    for (const word of ['secret-of-the-owner', 'trip', 'ana']) expect(readable).not.toContain(word);
    expect(await openSpaceFile(file, 'seven grey heron')).toEqual(failure('wrongPassphrase'));
  });

  it('[F2] is not sealed with a passphrase that is soon guessed', async () => {
    const sealed = await sealSpaceFile(saved, ' elevensigns ', random.bytes, kdf);
    expect(sealed).toEqual(failure('weakPassphrase'));
  });

  it('[F3] tells another file, a newer one, a cut one and a greedy one apart', async () => {
    const file = await seal();
    expect(await openSpaceFile(new Uint8Array(0), passphrase)).toEqual(failure('otherFile'));
    expect(await openSpaceFile(new TextEncoder().encode('%PDF-1.7 …'), passphrase)).toEqual(
      failure('otherFile'),
    );
    expect(await openSpaceFile(file.subarray(0, 30), passphrase)).toEqual(failure('damagedFile'));
    expect(await openSpaceFile(file.subarray(0, -1), passphrase)).toEqual(failure('damagedFile'));
    expect(await openSpaceFile(await fileWith([4, 1, 1], 2), passphrase)).toEqual(failure('newerFile'));
    for (const greedy of [
      [31, 8, 1],
      [19, 8, 1],
      [4, 2 ** 30, 1],
      [10, 1, 2 ** 20],
      [0, 8, 1],
    ]) {
      expect(await openSpaceFile(await fileWith(greedy), passphrase)).toEqual(failure('unbearableFile'));
    }
    expect(isBearable(ownKdf)).toBe(true);
  });

  it('[F3] that was cut at a chunk is recognised', async () => {
    const file = await seal({ ...saved, document: makeRandom(4).bytes(3 * 1024 * 1024), runs: [] });
    const cut = file.subarray(0, file.length - ((file.length - 100) % (1024 * 1024 + 16)));
    expect(await openSpaceFile(cut, passphrase)).toEqual(failure('damagedFile'));
  });

  it('[F3] that was changed anywhere is refused with a word, and never throws', async () => {
    const file = await seal();
    const change = fc.oneof(
      fc.record({ at: fc.nat(file.length - 1), flip: fc.integer({ min: 1, max: 255 }) }),
      fc.record({ at: fc.nat(file.length - 1), cut: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ at: fc.nat(file.length), insert: fc.uint8Array({ minLength: 1, maxLength: 40 }) }),
    );
    await fc.assert(
      fc.asyncProperty(change, async (changed) => {
        const before = file.subarray(0, changed.at);
        const middle = 'insert' in changed ? changed.insert : [];
        const after = file.slice(changed.at + ('cut' in changed ? changed.cut : 0));
        if ('flip' in changed) after[0] = (after[0] ?? 0) ^ changed.flip;
        const mutated = new Uint8Array([...before, ...middle, ...after]);
        expect((await openSpaceFile(mutated, passphrase)).ok).toBe(false);
      }),
      { seed: 44, numRuns: 400 },
    );
  });

  it('[F3] made to fill the memory is not opened', async () => {
    const bomb = new Uint8Array(300 * 1024 * 1024);
    expect(await openSpaceFile(bomb, passphrase)).toEqual(failure('tooLarge'));
  });
});
