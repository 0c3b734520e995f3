/** The databases of this device by name: which there are, and deleting them. */
import { deleteDB } from 'idb';

/** Names that begin with `prefix`. `null` where the browser does not tell. */
export async function listDatabases(prefix: string): Promise<readonly string[] | null> {
  try {
    const found = await indexedDB.databases();
    return found.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name] : []));
  } catch {
    return null;
  }
}

/**
 * Deletes them, whether they are there or not. `false`: somebody else did not let go of one within `patienceMs`
 * (the browser deletes it when they do), or storage cannot be used.
 */
export async function deleteDatabases(names: readonly string[], patienceMs: number): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const deleted = Promise.all(names.map((name) => deleteDB(name))).then(
    () => true,
    () => false,
  );
  const outcome = await Promise.race([deleted, tooLong]);
  clearTimeout(timer);
  return outcome;
}
