/** Describes the browser and address that the page runs in, for `computeCapability`. */
import type { Environment } from './capability.ts';

const probeName = 'baton-probe';

export async function readEnvironment(): Promise<Environment> {
  const database = typeof indexedDB !== 'undefined';
  return {
    secure: isSecureContext,
    cryptography: globalThis.crypto?.subtle !== undefined,
    database,
    databaseOpens: database && (await opens()),
    // As young as module workers in every browser, and unlike them seen without starting one.
    moduleWorkers: 'toSorted' in Array.prototype,
    locks: 'locks' in navigator,
  };
}

function opens(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(probeName);
      request.onsuccess = () => {
        request.result.close();
        indexedDB.deleteDatabase(probeName);
        resolve(true);
      };
      request.onerror = () => resolve(false);
      request.onblocked = () => resolve(true);
    } catch {
      resolve(false);
    }
  });
}
