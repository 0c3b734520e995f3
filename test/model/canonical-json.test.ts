import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/model/canonical-json.ts';

describe('canonicalJson', () => {
  it('is one text for one value, whatever the order of its keys, and parses back to it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reverseKeys(value))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('leaves out undefined members and says null for what JSON cannot say', () => {
    expect(canonicalJson({ b: undefined, a: [Number.NaN, undefined, () => 1] })).toBe(
      '{"a":[null,null,null]}',
    );
  });

  it('does not overflow on hostile nesting', () => {
    let deep: unknown = 1;
    for (let depth = 0; depth < 200_000; depth++) deep = [deep];
    expect(canonicalJson(deep)).toHaveLength(400_001);
  });
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, child]) => [key, reverseKeys(child)]));
}
