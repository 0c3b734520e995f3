// @vitest-environment happy-dom
import { existsSync } from 'node:fs';
import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseAppearance } from '../../src/ui/appearance.ts';
import { installWords } from '../../src/i18n/core/en/install.ts';
import { bareDevice, type Device } from '../../src/ui/device.tsx';
import { messages, openApp } from '../support/render-app.tsx';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';
import { noor } from '../support/tuesday-people.ts';

const words = messages.settings;

afterEach(() => {
  cleanup();
  chooseAppearance('system');
});

function openOn(device: Partial<Device>): void {
  openApp('/settings', tuesdayViews, device);
}

describe('Settings', () => {
  it('change how the page looks at once', async () => {
    openApp('/settings');
    fireEvent.click(await screen.findByRole('radio', { name: words.themes.dark }));
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('baton.appearance')).toBe('dark');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: words.themes.dark }).checked).toBe(true);
  });

  it('switch who I am on this device', async () => {
    const household = openApp('/settings');
    fireEvent.click(await screen.findByRole('button', { name: words.switchMe }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Noor' }));
    fireEvent.click(screen.getByRole('button', { name: words.be('Noor') }));
    await screen.findByText(words.youAre('Noor'));
    expect(household.intents).toEqual([{ kind: 'chooseMe', person: noor.id }]);
  });

  it('name the household', async () => {
    const household = openApp('/settings');
    fireEvent.click(await screen.findByRole('button', { name: words.rename }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.input(within(dialog).getByLabelText(words.name), { target: { value: 'The Kellers' } });
    fireEvent.click(within(dialog).getByRole('button', { name: words.save }));
    await screen.findByText(words.named('The Kellers'));
    expect(household.intents).toEqual([{ kind: 'renameSpace', name: 'The Kellers' }]);
  });

  it('say how sync stands, and the relay’s reason when it refused', async () => {
    const household = openApp('/settings');
    await screen.findByText('Up to date');
    household.push('app', { sync: { ...appView.sync, state: 'refused', refusal: 4426, otherTab: true } });
    await screen.findByText(/4426/);
    screen.getByText(words.otherTab);
  });

  it('lead to joining when there is no household', async () => {
    openApp('/settings', (query) =>
      query.kind === 'app' ? { ...appView, stage: 'empty', me: null, spaceName: '' } : tuesdayViews(query),
    );
    expect((await screen.findByRole('link', { name: words.join })).getAttribute('href')).toBe('/join');
    expect(screen.queryByRole('button', { name: words.switchMe })).toBeNull();
  });

  it('link to licences that are there', async () => {
    openApp('/settings');
    const links = await screen.findAllByRole<HTMLAnchorElement>('link', { name: words.fontLicence });
    expect(links).toHaveLength(2);
    for (const each of links) {
      expect(existsSync(`public${each.getAttribute('href') ?? ''}`)).toBe(true);
    }
  });
});

describe('What Settings say about storage', () => {
  it('is a promise only when the browser gave one', async () => {
    openOn({ storage: { isKept: async () => true, keep: async () => true } });
    await screen.findByText(words.kept);
    expect(screen.queryByRole('button', { name: words.keep })).toBeNull();
  });

  it('is a warning otherwise, with a way to ask and an honest answer', async () => {
    let kind = false;
    openOn({ storage: { isKept: async () => false, keep: async () => kind } });
    await screen.findByText(words.clearable);
    fireEvent.click(screen.getByRole('button', { name: words.keep }));
    await screen.findByText(words.keepRefused);
    kind = true;
    fireEvent.click(screen.getByRole('button', { name: words.keep }));
    await screen.findByText(words.kept);
  });

  it('claims nothing where the browser does not say', async () => {
    openApp('/settings');
    await waitFor(() => screen.getByText(words.unknown));
  });
});

describe('What Settings say about the home screen', () => {
  it('offers to install where the browser does', async () => {
    const prompt = vi.fn(async () => undefined);
    openOn({
      install: { ...bareDevice.install, state: () => 'offered', way: () => 'prompt', prompt },
    });
    fireEvent.click(await screen.findByRole('button', { name: words.install }));
    const sheet = await screen.findByRole('dialog', { name: installWords.title });
    fireEvent.click(within(sheet).getByRole('button', { name: installWords.install }));
    await waitFor(() => expect(prompt).toHaveBeenCalledOnce());
  });

  it('says how by hand on iOS, and nothing where there is no way', async () => {
    openOn({ install: { ...bareDevice.install, state: () => 'byHand', way: () => 'iosSafari' } });
    fireEvent.click(await screen.findByRole('button', { name: words.install }));
    const sheet = await screen.findByRole('dialog', { name: installWords.title });
    within(sheet).getByText(/^Scroll down/);
    within(sheet).getByText(installWords.own);
    cleanup();
    openApp('/settings');
    await screen.findByText(words.unknown);
    expect(screen.queryByText(words.installable)).toBeNull();
  });
});
