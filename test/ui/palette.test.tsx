// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { paletteWords } from '../../src/i18n/core/en/palette.ts';
import { shortcutWords } from '../../src/i18n/core/en/shortcuts.ts';
import { chooseSingleKeys } from '../../src/ui/screens/shortcuts/single-keys.ts';
import { messages, openApp } from '../support/render-app.tsx';

const words = paletteWords(messages.formats);

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  localStorage.clear();
});

/** Keys are listened for as soon as their code is there. */
async function press(key: string, init: KeyboardEventInit = {}, then?: () => void): Promise<void> {
  await waitFor(() => {
    fireEvent.keyDown(document.body, { key, ...init });
    then?.();
  });
}

async function openSearch(): Promise<HTMLInputElement> {
  await press('k', { ctrlKey: true }, () => expect(screen.queryByRole('combobox')).not.toBeNull());
  return screen.getByRole<HTMLInputElement>('combobox', { name: words.title });
}

const activeOption = (field: HTMLElement): string =>
  document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent ?? '';

describe('the search', () => {
  it('finds a step and opens it, by keyboard alone', async () => {
    openApp('/');
    const field = await openSearch();
    fireEvent.input(field, { target: { value: 'dinner' } });
    const option = await screen.findByRole('option', { name: /dinner/i });
    expect(activeOption(field)).toBe(option.textContent);
    expect(option.querySelector('mark')?.textContent?.toLowerCase()).toBe('dinner');
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(window.location.pathname).toMatch(/^\/flows\/run-trip\//));
    expect(screen.queryByRole('combobox')).toBeNull();
  });

  it('tells the active line without moving the focus, round and round', async () => {
    openApp('/');
    const field = await openSearch();
    const options = await screen.findAllByRole('option');
    expect(activeOption(field)).toBe(options[0]?.textContent);
    fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(activeOption(field)).toBe(options.at(-1)?.textContent);
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    expect(activeOption(field)).toBe(options[0]?.textContent);
    expect(document.activeElement).toBe(field);
  });

  it('says so when nothing is called that', async () => {
    openApp('/');
    const field = await openSearch();
    fireEvent.input(field, { target: { value: 'qqqq' } });
    await screen.findByText(words.none('qqqq'));
    expect(screen.queryByRole('option')).toBeNull();
  });

  it('offers first what was chosen last', async () => {
    openApp('/');
    let field = await openSearch();
    fireEvent.input(field, { target: { value: 'flows' } });
    await screen.findByRole('option', { name: /^flows/i });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(window.location.pathname).toBe('/flows'));
    field = await openSearch();
    const group = await screen.findByRole('group', { name: words.groups.recent });
    expect(within(group).getAllByRole('option')).toHaveLength(1);
    expect(activeOption(field)).toContain(messages.frame.flows);
  });

  it('does what the screen offers by key, under the words of its button', async () => {
    const household = openApp('/');
    const done = messages.now.doneWith(null, true);
    await screen.findByRole('button', { name: done });
    const field = await openSearch();
    fireEvent.input(field, { target: { value: done } });
    fireEvent.click(await screen.findByRole('option', { name: new RegExp(`^${done}`) }));
    await waitFor(() => expect(household.intents).toHaveLength(1));
    expect(household.intents[0]).toMatchObject({ kind: 'command', command: { kind: 'completeStep' } });
  });
});

describe('shortcuts', () => {
  it('are listed by “?”', async () => {
    openApp('/');
    await press('?', {}, () => expect(screen.queryByText(shortcutWords.hint)).not.toBeNull());
    screen.getByText(shortcutWords.groups.lists);
  });

  it('go to a screen by two keys', async () => {
    openApp('/');
    await openSearch();
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'f' });
    await waitFor(() => expect(window.location.pathname).toBe('/flows'));
  });

  it('pass the baton on with D and take it back with Z', async () => {
    const household = openApp('/');
    await screen.findByRole('button', { name: messages.now.doneWith(null, true) });
    const occurrence = { step: 'hotel', item: null, iteration: 1 };
    household.answer({
      ok: true,
      value: {
        undo: { run: 'run-trip' as never, commands: [{ kind: 'reopenStep', occurrence } as never] },
      },
    });
    await press('d', {}, () => expect(household.intents.length).toBeGreaterThan(0));
    await screen.findByRole('button', { name: messages.frame.undo });
    fireEvent.keyDown(document.body, { key: 'z' });
    await screen.findByText(messages.frame.undone);
    expect(household.intents.at(-1)).toMatchObject({ command: { kind: 'reopenStep' } });
  });

  it('move through the rows', async () => {
    openApp('/');
    const hero = await screen.findByRole('heading', { level: 2, name: /hotel/i });
    await press('j', {}, () => expect(document.activeElement).toBe(hero.querySelector('a')));
    fireEvent.keyDown(document.body, { key: 'ArrowDown' });
    expect(document.activeElement).not.toBe(hero.querySelector('a'));
    expect(document.activeElement?.closest('li')).not.toBeNull();
  });

  it('do nothing once they are switched off', async () => {
    chooseSingleKeys(false);
    const household = openApp('/');
    await screen.findByRole('button', { name: messages.now.doneWith(null, true) });
    const field = await openSearch();
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'd' });
    fireEvent.keyDown(document.body, { key: '?' });
    expect(household.intents).toEqual([]);
    expect(screen.queryByText(shortcutWords.off)).toBeNull();
  });
});
