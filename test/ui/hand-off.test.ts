// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { computeHandOffs } from '../../src/ui/screens/flow/hand-off.ts';
import type { Tone } from '../../src/views/shared.ts';

const tones = (of: Readonly<Record<string, Tone>>): ReadonlyMap<string, Tone> => new Map(Object.entries(of));
const before = tones({ a: 'turn', b: 'next', c: 'next', d: 'next' });
const after = tones({ a: 'done', b: 'theirs', c: 'waiting', d: 'next' });

describe('Hand-offs on the rail', () => {
  it('send one baton down every branch', () => {
    expect(computeHandOffs(before, after)).toEqual([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ]);
  });

  it('run backwards on undo', () => {
    expect(computeHandOffs(after, before)).toEqual([
      { from: 'b', to: 'a' },
      { from: 'c', to: 'a' },
    ]);
  });

  it('show no copper between two others', () => {
    expect(computeHandOffs(tones({ a: 'theirs', b: 'next' }), tones({ a: 'done', b: 'theirs' }))).toEqual([]);
  });

  it('do not fly when a flow has just been opened', () => {
    expect(computeHandOffs(tones({}), before)).toEqual([]);
  });
});
