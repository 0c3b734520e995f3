import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseAppearance, readAppearance } from '../../src/ui/appearance.ts';

afterEach(() => {
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

/** What the page does before it draws anything. */
function openPage(): void {
  delete document.documentElement.dataset['theme'];
  // oxlint-disable-next-line typescript/no-implied-eval -- the script stands outside of any module, as in the page
  new Function(readFileSync('public/appearance.js', 'utf8'))();
}

describe('The appearance', () => {
  it('is the system’s until somebody chooses, and again when they choose that', () => {
    openPage();
    expect(readAppearance()).toBe('system');
    chooseAppearance('light');
    chooseAppearance('system');
    openPage();
    expect(readAppearance()).toBe('system');
  });

  it.each(['light', 'dark'] as const)('is remembered, and there before the first paint (%s)', (chosen) => {
    chooseAppearance(chosen);
    openPage();
    expect(document.documentElement.dataset['theme']).toBe(chosen);
  });

  it('holds for as long as the page is open when nothing can be stored', () => {
    const blocked = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('blocked');
    });
    chooseAppearance('dark');
    blocked.mockRestore();
    expect(readAppearance()).toBe('dark');
  });
});
