/** Reaches into a device's storage behind the app's back, as a bug, a bad disk or a newer version would. */
import type { Tab } from './tab.ts';

/** The id of the only run on the device. */
export async function findStoredRun(tab: Tab): Promise<string> {
  const name = await runDatabase(tab);
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Adds an update, as bytes, to the run's stored updates. The app sees it when it is next opened. */
export async function storeUpdate(tab: Tab, update: Uint8Array): Promise<void> {
  await addUpdate(tab, await runDatabase(tab), update);
}

/** Adds an update to what a database holds. The app sees it when it is next opened. */
export async function addUpdate(tab: Tab, database: string, update: Uint8Array): Promise<void> {
  await tab.evaluate(
    ({ name, bytes }: { readonly name: string; readonly bytes: readonly number[] }) =>
      new Promise<null>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('updates', 'readwrite');
          transaction.objectStore('updates').add(new Uint8Array(bytes));
          transaction.onabort = () => reject(new Error('the update was not stored'));
          transaction.oncomplete = () => {
            opening.result.close();
            resolve(null);
          };
        };
      }),
    { name: database, bytes: [...update] },
  );
}

function runDatabase(tab: Tab): Promise<string> {
  return findDatabase(tab, 'baton/run/');
}

/** The first whose name begins so. */
export async function findDatabase(tab: Tab, prefix: string): Promise<string> {
  const names = await tab.evaluate(async () => {
    const databases = await indexedDB.databases();
    return databases.map(({ name }) => name ?? '');
  });
  const name = names.find((each) => each.startsWith(prefix));
  if (name === undefined) throw new Error(`Nothing begins with ${prefix} among ${names.join(', ')}`);
  return name;
}
