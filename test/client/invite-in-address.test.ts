import { afterEach, describe, expect, it, vi } from 'vitest';

/** Loads the file anew, as a page does that was opened at this address. */
async function openPageAt(address: string) {
  window.history.replaceState({ kept: true }, '', address);
  vi.resetModules();
  return import('../../src/client/invite-in-address.ts');
}

const listening = vi.spyOn(globalThis, 'addEventListener');

// A page that is left takes its listeners along.
afterEach(() => {
  for (const [type, listener] of listening.mock.calls) globalThis.removeEventListener(type, listener);
  listening.mockClear();
  window.history.replaceState(null, '', '/');
});

describe('An invite in the address', () => {
  it('is taken out of it while the page loads, and is kept in memory', async () => {
    const { inviteInAddress } = await openPageAt('/join#invite=s3cret');
    expect(inviteInAddress()).toBe('#invite=s3cret');
    expect(location.href).not.toContain('s3cret');
    expect(location.pathname).toBe('/join');
    expect(window.history.state).toEqual({ kept: true });
  });

  it('is taken when its mark is gone, so that a cut link is said to be cut', async () => {
    const { inviteInAddress } = await openPageAt('/join#s3cret');
    expect(inviteInAddress()).toBe('#s3cret');
    expect(location.href).not.toContain('s3cret');
  });

  it('is taken from an address that lost its path, and leads to the join screen', async () => {
    const { inviteInAddress } = await openPageAt('/#invite=s3cret');
    expect(inviteInAddress()).toBe('#invite=s3cret');
    expect(location.pathname + location.hash).toBe('/join');
  });

  it('is not seen in other fragments', async () => {
    const { inviteInAddress } = await openPageAt('/flows#main');
    expect(inviteInAddress()).toBeNull();
    expect(location.hash).toBe('#main');
  });

  it.each(['popstate', 'hashchange'])('is taken while the page is open too (%s)', async (type) => {
    const { inviteInAddress, forgetInvite } = await openPageAt('/join');
    expect(inviteInAddress()).toBeNull();
    window.history.pushState(null, '', '/join#invite=later');
    let seen = '';
    const look = (): void => void (seen = location.href);
    window.addEventListener(type, look, { once: true });
    window.dispatchEvent(new Event(type));
    expect(inviteInAddress()).toBe('#invite=later');
    expect(seen).not.toContain('later');
    forgetInvite();
    expect(inviteInAddress()).toBeNull();
  });
});
