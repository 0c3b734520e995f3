import { describe, expect, it } from 'vitest';
import { createUpdates, type Registrar } from '../../src/pwa/update.ts';

function playedDevice(wasControlled = true) {
  const listeners = new Map<
    string,
    (event: { readonly isUpdate?: boolean; readonly isExternal?: boolean }) => void
  >();
  const played = { reloads: 0, skips: 0, looks: 0, at: 0, failing: false, occasion: () => {} };
  const registrar: Registrar = {
    addEventListener: (type, listener) => void listeners.set(type, listener),
    register: async () => {
      if (played.failing) throw new Error('refused');
    },
    update: async () => {
      played.looks += 1;
      if (played.failing) throw new Error('offline');
    },
    messageSkipWaiting: () => {
      played.skips += 1;
    },
  };
  const updates = createUpdates({
    registrar,
    wasControlled,
    reload: () => {
      played.reloads += 1;
    },
    clock: () => played.at,
    onOccasion: (look) => {
      played.occasion = look;
    },
  });
  return { played, updates, tell: (type: string, event = {}) => listeners.get(type)?.(event) };
}

describe('a newer version', () => {
  it('waits for the person: nothing is skipped or loaded again by itself', () => {
    const { played, updates, tell } = playedDevice();
    const seen: string[] = [];
    updates.subscribe((state) => seen.push(state));
    tell('waiting');
    tell('waiting');
    expect(seen).toEqual(['waiting']);
    expect(played).toMatchObject({ reloads: 0, skips: 0 });
  });

  it('is taken on the tap, and the page loads again only when it has taken over', () => {
    const { played, updates, tell } = playedDevice();
    tell('waiting');
    updates.apply();
    expect(played).toMatchObject({ reloads: 0, skips: 1 });
    tell('controlling', { isUpdate: true });
    expect(played.reloads).toBe(1);
  });

  it('that a sibling tab took is offered here, not forced', () => {
    const { played, updates, tell } = playedDevice();
    tell('controlling', { isExternal: true });
    expect(updates.state()).toBe('replaced');
    expect(played.reloads).toBe(0);
    updates.apply();
    expect(played).toMatchObject({ reloads: 1, skips: 0 });
  });

  it('is not announced by the very first version taking over its page', () => {
    const { played, updates, tell } = playedDevice(false);
    tell('controlling', { isExternal: true });
    expect(updates.state()).toBe('current');
    updates.apply();
    expect(played).toMatchObject({ reloads: 0, skips: 0 });
  });

  it('is looked for at most every ten minutes, and a failed look changes nothing', async () => {
    const { played, updates } = playedDevice();
    played.occasion();
    expect(played.looks).toBe(0);
    played.at = 10 * 60_000;
    played.failing = true;
    played.occasion();
    played.occasion();
    await Promise.resolve();
    expect(played.looks).toBe(1);
    expect(updates.state()).toBe('current');
  });
});
