import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLooking } from '../../src/ui/screens/join/keep-looking.ts';

/** A look takes as long as the relay is waited for. */
const lookMs = 5_000;
let looks: number;
let isThere: boolean;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  isThere = false;
  stop = keepLooking(async () => {
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
    return isThere;
  });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

describe('what the network lost is looked at again', () => {
  it('after a pause that grows, until there is an answer', async () => {
    await pass(lookMs + 1_900);
    expect(looks).toBe(1);
    await pass(100);
    expect(looks).toBe(2);
    await pass(lookMs + 3_900);
    expect(looks).toBe(2);
    isThere = true;
    await pass(100 + lookMs);
    expect(looks).toBe(3);
    await pass(600_000);
    window.dispatchEvent(new Event('online'));
    expect(looks).toBe(3);
  });

  it('every half a minute or so, however long it takes', async () => {
    await pass(600_000);
    const before = looks;
    await pass(60_000);
    expect(looks - before).toBeGreaterThanOrEqual(1);
    expect(looks - before).toBeLessThanOrEqual(2);
  });

  it('at once when the network is back, and when the page is taken in hand', async () => {
    await pass(lookMs + 100);
    window.dispatchEvent(new Event('online'));
    expect(looks).toBe(2);
    await pass(lookMs + 100);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(looks).toBe(3);
  });

  it('once more, when the network came back while a look was being lost', async () => {
    await pass(lookMs - 1);
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(looks).toBe(1);
    await pass(1);
    expect(looks).toBe(2);
  });

  it('no more when nobody wants it', async () => {
    await pass(100);
    stop();
    await pass(600_000);
    window.dispatchEvent(new Event('online'));
    expect(looks).toBe(1);
  });
});
