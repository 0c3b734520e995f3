/** Changes the household's own document in a device's storage, while the app looks away. */
import * as Y from 'yjs';
import { addUpdate, findDatabase } from './stored-run.ts';
import type { Tab } from './tab.ts';

/** Applies the change to what is stored; the app sees it when it is next opened. Answers what was added. */
export async function changeStoredSpace(tab: Tab, change: (doc: Y.Doc) => void): Promise<Uint8Array> {
  const database = await findDatabase(tab, 'baton/space/');
  const doc = new Y.Doc();
  for (const update of await readUpdates(tab, database)) Y.applyUpdate(doc, new Uint8Array(update));
  const before = Y.encodeStateVector(doc);
  change(doc);
  const added = Y.encodeStateAsUpdate(doc, before);
  await addUpdate(tab, database, added);
  return added;
}

/** The same change on another device of the household. */
export async function addToStoredSpace(tab: Tab, update: Uint8Array): Promise<void> {
  await addUpdate(tab, await findDatabase(tab, 'baton/space/'), update);
}

function readUpdates(tab: Tab, database: string): Promise<readonly (readonly number[])[]> {
  return tab.evaluate(
    (name: string) =>
      new Promise<number[][]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(new Error('the database does not open'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('updates').objectStore('updates').getAll();
          all.onerror = () => reject(new Error('the updates cannot be read'));
          all.onsuccess = () => {
            opening.result.close();
            resolve((all.result as Uint8Array[]).map((update) => [...update]));
          };
        };
      }),
    database,
  );
}
