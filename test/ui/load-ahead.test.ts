// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { loadAhead } from '../../src/ui/load-ahead.ts';

/** Longer than it waits for anything, ms. */
const longMs = 5000;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function onThisDevice(isKept: boolean): void {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame'],
  });
  vi.stubGlobal('navigator', { serviceWorker: { controller: isKept ? {} : null } });
}

it('Screens are loaded one after the other once the first has been quiet, a failed one not in the way', async () => {
  onThisDevice(true);
  const loaded: string[] = [];
  const load = (name: string) => async () => void loaded.push(name);
  const fails = async (): Promise<never> => {
    loaded.push('fails');
    throw new Error('no');
  };
  loadAhead([load('flow'), fails, load('log')]);
  await vi.advanceTimersByTimeAsync(500);
  expect(loaded).toEqual([]);
  await vi.advanceTimersByTimeAsync(longMs);
  expect(loaded).toEqual(['flow', 'fails', 'log']);
});

it('None is where it would come over the network, or after it was ended', async () => {
  onThisDevice(false);
  const load = vi.fn(async () => undefined);
  loadAhead([load]);
  await vi.advanceTimersByTimeAsync(longMs);
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
  loadAhead([load])();
  await vi.advanceTimersByTimeAsync(longMs);
  expect(load).not.toHaveBeenCalled();
});
