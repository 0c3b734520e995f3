/** The household is opened when it is wanted, and a newcomer's first screen says what the household would say. */
import { describe, expect, it, vi } from 'vitest';
import { makeLateHousehold } from '../../src/worker/late-household.ts';
import type { ViewByKind, ViewPatch } from '../../src/worker/messages.ts';
import { newcomerView } from '../../src/worker/newcomer-view.ts';
import { openHeadlessDevice } from '../support/headless-device.ts';

/** Long enough for a test that must not see it. */
const neverMs = 10_000_000;

function openLate(isNew: boolean, laterMs: number) {
  const open = vi.fn(async () => (await openHeadlessDevice({ name: `late-${isNew}-${laterMs}` })).household);
  return { open, late: makeLateHousehold({ isNew: Promise.resolve(isNew), open, laterMs }) };
}

function collect() {
  const patches: ViewPatch[] = [];
  const first = Promise.withResolvers<void>();
  const listener = (patch: ViewPatch): void => {
    patches.push(patch);
    first.resolve();
  };
  return { patches, listener, first: first.promise };
}

describe('a household that is opened when it is wanted', () => {
  it('says to a newcomer what it would say when it is open', async () => {
    const device = await openHeadlessDevice({ name: 'newcomer' });
    // The relay's line may have begun to connect by then.
    const app = await device.until({ kind: 'app' }, ({ stage }) => stage === 'empty');
    const said = newcomerView({ kind: 'app' }) as ViewByKind['app'];
    expect({ ...said, sync: null }).toEqual({ ...app, sync: null });
    expect(Object.keys(said.sync).toSorted()).toEqual(Object.keys(app.sync).toSorted());
    expect(newcomerView({ kind: 'flows' })).toEqual(await device.view({ kind: 'flows' }));
    expect(newcomerView({ kind: 'people' })).toBeNull();
    await device.household.close();
  });

  it('leaves the line to a newcomer’s first screen, and comes as soon as anything else is asked', async () => {
    const { open, late } = openLate(true, neverMs);
    const { patches, listener, first } = collect();
    const subscribed = late.subscribe({ kind: 'app' }, listener);
    await first;
    expect(patches).toEqual([newcomerView({ kind: 'app' })]);
    expect(open).not.toHaveBeenCalled();
    const household = await late.household();
    await subscribed;
    expect(open).toHaveBeenCalledTimes(1);
    expect(patches.length).toBeGreaterThan(1);
    await household.close();
  });

  it('comes by itself a little later', async () => {
    const { open, late } = openLate(true, 1);
    await late.subscribe({ kind: 'flows' }, () => undefined);
    expect(open).toHaveBeenCalledTimes(1);
    await (await late.household()).close();
  });

  it('is opened by the first question where Baton has been before, and alone says what is there', async () => {
    const { open, late } = openLate(false, neverMs);
    const { patches, listener } = collect();
    await late.subscribe({ kind: 'flows' }, listener);
    expect(open).toHaveBeenCalledTimes(1);
    expect(patches).toHaveLength(1);
    await (await late.household()).close();
  });

  it('fails whoever looks when it cannot be opened', async () => {
    const late = makeLateHousehold({
      isNew: Promise.resolve(true),
      open: () => Promise.reject(new Error('no storage')),
      laterMs: 1,
    });
    await expect(late.subscribe({ kind: 'app' }, () => undefined)).rejects.toThrow('no storage');
  });
});
