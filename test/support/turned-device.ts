/** A device that can be turned, so that there is room for a panel beside the page or not, with nothing else about it. */
import { vi } from 'vitest';

/** `wide`: the media queries that hold where there is room. Ends with `vi.unstubAllGlobals`. */
export function stubTurning(wide: readonly string[]): (beside: boolean) => void {
  let beside = false;
  const heard = new Set<() => void>();
  vi.stubGlobal('matchMedia', (query: string) => ({
    get matches() {
      return beside && wide.includes(query);
    },
    addEventListener: (_: string, listener: () => void) => heard.add(listener),
    removeEventListener: (_: string, listener: () => void) => heard.delete(listener),
  }));
  return (now) => {
    beside = now;
    for (const listener of heard) listener();
  };
}
