import { createRoot, createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGrowing } from '../../src/ui/growing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function grow(first: number) {
  const [length, setLength] = createSignal(first);
  const rows = () => Array.from({ length: length() }, (_, at) => at);
  const [shown, end] = createRoot((dispose) => [createGrowing(rows), dispose] as const);
  return { count: () => shown().length, setLength, end };
}

describe('a long list', () => {
  it('begins with a screen full, and is whole soon after', async () => {
    const { count, end } = grow(300);
    const first = count();
    expect(first).toBeGreaterThan(12);
    expect(first).toBeLessThan(60);
    await vi.advanceTimersByTimeAsync(40);
    expect(count()).toBeGreaterThan(first);
    expect(count()).toBeLessThan(300);
    await vi.advanceTimersByTimeAsync(3000);
    expect(count()).toBe(300);
    end();
  });

  it('grows on when more is added, and shows what was there at once when it becomes shorter', async () => {
    const { count, setLength, end } = grow(100);
    await vi.advanceTimersByTimeAsync(3000);
    setLength(10);
    setLength(90);
    expect(count()).toBe(90);
    setLength(400);
    await vi.advanceTimersByTimeAsync(5000);
    expect(count()).toBe(400);
    end();
  });

  it('waits a second where the page is tapped, and not where it is scrolled', async () => {
    const { count, end } = grow(300);
    dispatchEvent(new Event('pointerdown'));
    const first = count();
    await vi.advanceTimersByTimeAsync(40);
    const begun = count();
    expect(begun - first).toBeLessThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(900);
    expect(count()).toBe(begun);
    await vi.advanceTimersByTimeAsync(200);
    expect(count()).toBeGreaterThan(begun);
    dispatchEvent(new Event('pointerdown'));
    await vi.advanceTimersByTimeAsync(100);
    const paused = count();
    await vi.advanceTimersByTimeAsync(100);
    expect(count()).toBe(paused);
    dispatchEvent(new Event('scroll'));
    await vi.advanceTimersByTimeAsync(100);
    expect(count()).toBeGreaterThan(paused);
    end();
  });

  it('stops with its screen', async () => {
    const { count, end } = grow(300);
    end();
    const last = count();
    await vi.advanceTimersByTimeAsync(3000);
    expect(count()).toBe(last);
  });
});
