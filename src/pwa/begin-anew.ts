/**
 * After everything on this device was deleted: what the page remembers besides goes as well, then it starts
 * again at its first screen. The program's own files stay, so that it opens without a network too.
 */
const programFiles = /-precache-/;

export async function beginAnew(): Promise<void> {
  for (const storage of [localStorage, sessionStorage]) {
    try {
      storage.clear();
    } catch {
      // What may not be touched was never written.
    }
  }
  const kept = await caches.keys().catch(() => []);
  await Promise.all(kept.filter((name) => !programFiles.test(name)).map((name) => caches.delete(name)));
  location.replace('/');
}
