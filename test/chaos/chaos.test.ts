import { ed25519 } from '@noble/curves/ed25519.js';
import { describe, expect, it } from 'vitest';
import { makeRandom } from '../support/seeded-random.ts';
import { ed25519 as fast } from './fast-ed25519.ts';
import type { SeedOutcome } from './run-seed.ts';
import { playSeeds } from './spread-seeds.ts';

const seeds = Array.from({ length: 100 }, (_, index) => index + 1);

describe('a household in a hundred troubled worlds', () => {
  it('[R11] [W4] [V7] [W28] ends in agreement, everything promised there', { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const done = { promised: 0, removed: 0, forged: 0 };
    await playSeeds(seeds, ({ seed, violations, promised, removed, forged }) => {
      done.promised += promised;
      done.removed += removed;
      done.forged += forged;
      if (violations.length > 0) wrong.push(`seed ${seed}: ${violations.slice(0, 3).join('; ')}`);
    });
    expect(wrong).toEqual([]);
    // Worlds in which nobody gets anything done would agree as well.
    expect(done.promised).toBeGreaterThan(2_000);
    expect(done.removed).toBeGreaterThan(10);
    expect(done.forged).toBeGreaterThan(2);
  });

  it('replays a seed exactly, whatever was played before it', { timeout: 120_000 }, async () => {
    const digests: string[] = [];
    const hear = ({ seed, digest }: SeedOutcome): unknown => seed === 5 && digests.push(digest);
    await playSeeds([5], hear);
    await playSeeds([19, 5], hear);
    await playSeeds([5], hear);
    expect(digests).toHaveLength(3);
    expect(new Set(digests).size).toBe(1);
  });
});

describe('the simulation', () => {
  it('signs and checks as the library does', () => {
    const random = makeRandom(3);
    for (let index = 0; index < 5; index += 1) {
      const seed = random.bytes(32);
      const statement = random.bytes(10 + index * 50);
      const publicKey = ed25519.getPublicKey(seed);
      const signature = ed25519.sign(statement, seed);
      expect(fast.getPublicKey(seed)).toEqual(publicKey);
      expect(fast.sign(statement, seed)).toEqual(signature);
      expect(fast.verify(signature, statement, publicKey)).toBe(true);
      expect(fast.verify(signature, random.bytes(20), publicKey)).toBe(false);
    }
  });
});
