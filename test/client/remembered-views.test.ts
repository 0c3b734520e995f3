import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetGoneSpaces } from '../../src/client/forget-space.ts';
import { rememberViews } from '../../src/client/remembered-views.ts';
import type { ViewByKind } from '../../src/worker/messages.ts';
import { appView, tuesdayViews } from '../support/tuesday-morning.ts';

const app = { kind: 'app' } as const;
const now = { kind: 'now' } as const;
const nowView = tuesdayViews(now) as ViewByKind['now'];
const version = 'household-1.js';
const quiet = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  vi.spyOn(globalThis, 'addEventListener');
});
afterEach(() => {
  // The pages of one test end with it.
  for (const [type, listener] of vi.mocked(addEventListener).mock.calls) removeEventListener(type, listener);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A page that has shown the first screen. */
function openPage(shown = appView) {
  const views = rememberViews(version);
  views.note(app, shown);
  views.note(now, nowView);
  return views;
}

describe('[W36] what was shown last', () => {
  it('is there when one comes back to a screen', () => {
    const views = openPage();
    expect(views.read(now)).toEqual(nowView);
    expect(views.read({ kind: 'flows' })).toBeUndefined();
  });

  it('is one of each kind: of a log that was searched, what was looked for last', () => {
    const views = openPage();
    const log = { kind: 'log', limit: 60 } as const;
    const found = tuesdayViews(log) as ViewByKind['log'];
    views.note({ ...log, search: 'hotel' }, found);
    views.note({ ...log, search: 'flight' }, found);
    expect(views.read({ ...log, search: 'hotel' })).toBeUndefined();
    expect(views.read({ ...log, search: 'flight' })).toBe(found);
    expect(views.forget().map(({ kind }) => kind)).toEqual(['app', 'now', 'log']);
  });

  it('is a thing of the past when anything is asked', () => {
    const views = openPage();
    views.forget();
    expect(views.read(now)).toBeUndefined();
  });

  it('is of nobody else: another person or household begins with nothing', () => {
    const views = openPage();
    views.note(app, { ...appView, me: null });
    expect(views.read(now)).toBeUndefined();
    views.note(now, nowView);
    views.note(app, { ...appView, me: null, spaces: [] });
    expect(views.read(now)).toBeUndefined();
  });

  it('begins the next page, without what is not known yet', async () => {
    const live = { ...appView.sync, state: 'live' as const, pending: true };
    openPage({ ...appView, sync: live, problems: [{ type: 'keysDamaged' }] });
    await quiet();
    const next = rememberViews(version);
    expect(next.hasFirstScreen).toBe(true);
    expect(next.read(now)).toEqual(nowView);
    const begun = next.read(app);
    expect(begun).toMatchObject({ stage: 'ready', spaceName: appView.spaceName, problems: [], here: [] });
    expect(begun?.sync).toMatchObject({ state: 'offline', pending: false });
  });

  it.each([
    ['before things were quiet', async () => void openPage()],
    [
      'after something was asked, if the page dies',
      async () => {
        const views = openPage();
        await quiet();
        views.forget();
      },
    ],
    [
      'on a device that several people use',
      async () => {
        openPage({ ...appView, shared: true });
        await quiet();
      },
    ],
    [
      'by somebody who was removed',
      async () => {
        openPage({ ...appView, access: 'removed' });
        await quiet();
      },
    ],
    [
      'by another version',
      async () => {
        const views = rememberViews('household-2.js');
        views.note(app, appView);
        views.note(now, nowView);
        await quiet();
      },
    ],
    [
      'of a household that is gone',
      async () => {
        openPage();
        await quiet();
        forgetGoneSpaces(appView.spaces, []);
      },
    ],
    ['in words that are not its own', async () => localStorage.setItem('baton.first.x', '{"version":')],
  ])('begins no page with what was shown %s', async (_, show) => {
    await show();
    expect(rememberViews(version).hasFirstScreen).toBe(false);
  });

  it('begins the next page too, when this one was left before things were quiet', async () => {
    openPage();
    await quiet();
    const views = rememberViews(version);
    views.note(app, { ...appView, sync: { ...appView.sync, state: 'connecting' } });
    views.note(now, structuredClone(nowView));
    views.note(now, { ...nowView, holdingCount: 99 });
    expect(rememberViews(version).read(now)).toEqual(nowView);
    await quiet();
    expect(rememberViews(version).read(now)?.holdingCount).toBe(99);
  });

  it('is kept when the page goes, unless something is being asked', async () => {
    const views = openPage();
    await quiet();
    views.note(now, { ...nowView, holdingCount: 99 });
    dispatchEvent(new Event('pagehide'));
    expect(Object.values(localStorage)).toHaveLength(1);
    expect(Object.values(localStorage)[0]).toContain('"holdingCount":99');
    views.forget();
    dispatchEvent(new Event('pagehide'));
    expect(Object.values(localStorage)).toEqual([]);
  });

  it('fits, or is not kept', async () => {
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { setItem: full });
    const views = openPage();
    await quiet();
    expect(views.read(now)).toEqual(nowView);
    vi.unstubAllGlobals();
    expect(rememberViews(version).hasFirstScreen).toBe(false);
    openPage({ ...appView, spaceName: 'x'.repeat(600_000) });
    await quiet();
    expect(rememberViews(version).hasFirstScreen).toBe(false);
  });
});
