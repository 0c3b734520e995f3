import { expect, it } from 'vitest';
import { makeTokenBucket } from '../../sync-server/token-bucket.ts';

it('lets a burst through, then only the rate, and forgives with time but not beyond the burst', () => {
  const bucket = makeTokenBucket(10, 5, 0);
  for (let index = 0; index < 5; index++) expect(bucket.take(1, 0)).toBe(0);
  expect(bucket.take(1, 0)).toBe(100);
  expect(bucket.take(1, 100)).toBe(100);
  expect(bucket.take(0, 1_000_000)).toBe(0);
  expect(bucket.take(6, 1_000_000)).toBe(100);
});

it('does not give back tokens when the clock is set back', () => {
  const bucket = makeTokenBucket(10, 1, 10_000);
  expect(bucket.take(1, 10_000)).toBe(0);
  expect(bucket.take(1, 5_000)).toBe(100);
});
