/** Describes the browser and address that the page runs in, for `computeCapability`. */
import type { Environment } from './capability.ts';

export function readEnvironment(): Environment {
  return {
    secure: isSecureContext,
    cryptography: globalThis.crypto?.subtle !== undefined,
    database: typeof indexedDB !== 'undefined',
    // As young as module workers in every browser, and unlike them seen without starting one.
    moduleWorkers: 'toSorted' in Array.prototype,
    locks: 'locks' in navigator,
  };
}

const probeName = 'baton-probe';

/** Whether a database really opens: some private windows and blocked sites have one that does not. */
export function databaseOpens(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(probeName);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(probeName);
        resolve(true);
      };
      request.onblocked = () => resolve(true);
      request.onerror = () => resolve(false);
    } catch {
      resolve(false);
    }
  });
}
