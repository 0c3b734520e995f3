import { afterEach, describe, expect, it, vi } from 'vitest';

async function openPage() {
  vi.resetModules();
  return import('../../src/ui/theme.ts');
}

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
  document.head.replaceChildren();
});

describe('The appearance', () => {
  it('is the system’s until somebody chooses', async () => {
    const { theme } = await openPage();
    expect(theme()).toBe('system');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
  });

  it('is remembered, and set while the page loads', async () => {
    const first = await openPage();
    first.chooseTheme('dark');
    delete document.documentElement.dataset['theme'];
    const second = await openPage();
    expect(second.theme()).toBe('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('goes back to the system’s', async () => {
    const { chooseTheme } = await openPage();
    chooseTheme('light');
    chooseTheme('system');
    expect(document.documentElement.dataset['theme']).toBeUndefined();
    expect((await openPage()).theme()).toBe('system');
  });

  it('works for as long as the page is open when nothing can be stored', async () => {
    const { chooseTheme, theme } = await openPage();
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    chooseTheme('dark');
    full.mockRestore();
    expect(theme()).toBe('dark');
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });

  it('gives the browser’s bars the colour of what was chosen, whatever the system says', async () => {
    for (const scheme of ['light', 'dark']) {
      const meta = document.createElement('meta');
      meta.name = 'theme-color';
      meta.media = `(prefers-color-scheme: ${scheme})`;
      document.head.append(meta);
    }
    const medias = (): string[] =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map((meta) => meta.media);
    const { chooseTheme } = await openPage();
    chooseTheme('dark');
    expect(medias()).toEqual(['not all', 'all']);
    chooseTheme('system');
    expect(medias()).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
  });
});
