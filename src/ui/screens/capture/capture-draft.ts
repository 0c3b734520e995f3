/** What was typed and not started yet; it survives a reload and a restart into a newer version. */
const key = 'baton.draft';

export function readDraft(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(text: string): void {
  try {
    if (text === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Storage is blocked or full: the draft lives as long as the page.
  }
}
