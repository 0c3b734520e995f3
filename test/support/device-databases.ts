/** What a headless device has on its disk, by name. */
import 'fake-indexeddb/auto';

export async function databasesOnDisk(device: string): Promise<readonly string[]> {
  const prefix = `headless/${device}/`;
  const found = await indexedDB.databases();
  return found
    .flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : []))
    .toSorted();
}
