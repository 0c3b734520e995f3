import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../src/worker/at-most-every.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('news that come in crowds', () => {
  it('pass at once when they come alone', () => {
    const tell = vi.fn();
    const news = atMostEvery(100, tell);
    news();
    expect(tell).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(tell).toHaveBeenCalledTimes(1);
    news();
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('pass together when they come together, the last one too', () => {
    const tell = vi.fn();
    const news = atMostEvery(100, tell);
    for (let each = 0; each < 50; each += 1) news();
    expect(tell).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(tell).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('end when nobody is to hear them any more', () => {
    const tell = vi.fn();
    const news = atMostEvery(100, tell);
    news();
    news();
    news.cancel();
    vi.advanceTimersByTime(1000);
    expect(tell).toHaveBeenCalledTimes(1);
  });
});
