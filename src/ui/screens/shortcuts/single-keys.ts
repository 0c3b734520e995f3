/** Whether single keys do anything: who speaks to their device, or hits keys by chance, switches them off (WCAG 2.1.4). */
const key = 'baton.single-keys';

export function readSingleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function chooseSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage is blocked: they go on working.
  }
}
