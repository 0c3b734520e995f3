// @vitest-environment happy-dom
import { createRoot, createSignal } from 'solid-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { computeHandOffs, createHandOffs, type HeldRow } from '../../src/ui/screens/flow/hand-off.ts';
import type { Tone } from '../../src/views/shared.ts';

afterEach(() => vi.unstubAllGlobals());

const tones = (of: Readonly<Record<string, Tone>>): ReadonlyMap<string, Tone> => new Map(Object.entries(of));
const before = tones({ a: 'turn', b: 'next', c: 'next', d: 'next' });
const after = tones({ a: 'done', b: 'theirs', c: 'waiting', d: 'next' });

/** A rail of these glyphs, and those that something was drawn to fly to. */
function drawRail(keys: readonly string[]): { readonly list: HTMLElement; readonly reached: string[] } {
  const list = document.createElement('div');
  const reached: string[] = [];
  for (const key of keys) {
    const node = document.createElement('span');
    node.dataset['node'] = key;
    node.animate = () => {
      reached.push(key);
      return {} as Animation;
    };
    list.append(node);
  }
  return { list, reached };
}

describe('Hand-offs on the rail', () => {
  it('find the step again that is taken back, though it begins another round under another key', () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    const row = (step: string, round: number, tone: Tone): HeldRow => ({
      run: 'sale',
      step,
      key: `${step}~~${round}`,
      tone,
    });
    const { list, reached } = drawRail(['ask~~2', 'bake~~1']);
    createRoot((dispose) => {
      const [rows, setRows] = createSignal([row('ask', 1, 'done'), row('bake', 1, 'turn')]);
      createHandOffs(rows, () => list);
      queueMicrotask(() => {
        setRows([row('ask', 2, 'turn'), row('bake', 1, 'next')]);
        dispose();
      });
    });
    return vi.waitFor(() => expect(reached).toEqual(['ask~~2']));
  });

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
