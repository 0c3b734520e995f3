/** One device, several spaces: all of them open, one of them shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AroundRelay, aroundRelay } from '../support/around-relay.ts';
import { complete, inviteSam, startTrip } from '../support/trip.ts';

let around: AroundRelay;

beforeEach(async () => {
  around = await aroundRelay();
});

afterEach(async () => {
  await around.dispose();
});

const office = { kind: 'createSpace', myName: 'Ana', zone: 'UTC', name: 'Office', another: true } as const;

describe('several spaces', () => {
  it('[W11] makes another one beside the first, shows it, and goes back', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const home = (await ana.view({ kind: 'app' })).spaces[0];
    await ana.done(office);
    const app = await ana.view({ kind: 'app' });
    expect(app.spaceName).toBe('Office');
    expect(app.spaces.map(({ name, shown }) => [name, shown])).toEqual([
      [home?.name, false],
      ['Office', true],
    ]);
    expect((await ana.view({ kind: 'flow', run })).availability).toBe('missing');
    if (home !== undefined) await ana.done({ kind: 'showSpace', space: home.id });
    expect((await ana.view({ kind: 'flow', run })).availability).toBe('here');
  });

  it('[W11] shows after a restart what was shown before it, in every tab', async () => {
    const ana = await around.device('ana');
    await startTrip(ana);
    await ana.done(office);
    await around.close(ana);
    const again = await around.device('ana');
    const app = await again.until({ kind: 'app' }, ({ spaces }) => spaces.length === 2);
    expect(app.spaceName).toBe('Office');
    const tab = await around.device('ana');
    const home = app.spaces[0];
    if (home !== undefined) await again.done({ kind: 'showSpace', space: home.id });
    const shown = await tab.until(
      { kind: 'app' },
      ({ spaces: [first, second] }) => second !== undefined && first?.shown === true,
    );
    expect(shown.spaceName).toBe(home?.name);
  });

  it('[W11] receives in a space that is not shown, and counts there what is my turn', async () => {
    const ana = await around.device('ana');
    const run = await startTrip(ana);
    const sam = await around.device('sam');
    await inviteSam(ana, sam);
    await ana.done(office);
    const [before] = (await ana.view({ kind: 'app' })).spaces;
    for (const title of ['Confirm meeting times', 'Approve the budget']) await complete(sam, run, title);
    const after = await ana.until(
      { kind: 'app' },
      ({ spaces }) => (spaces[0]?.holdingCount ?? 0) > (before?.holdingCount ?? 0),
    );
    expect(after.spaceName).toBe('Office');
    expect(after.holdingCount).toBe(0);
  });

  it('refuses to show a space that this device does not have', async () => {
    const ana = await around.device('ana');
    const [space] = (await ana.view({ kind: 'app' })).spaces;
    expect(space).toBeUndefined();
    await startTrip(ana);
    const [mine] = (await ana.view({ kind: 'app' })).spaces;
    const other = await around.device('sam');
    await startTrip(other);
    if (mine === undefined) throw new Error('no space was made');
    const result = await other.household.intent({ kind: 'showSpace', space: mine.id });
    expect(result).toEqual({ ok: false, error: { type: 'noSpace' } });
  });
});
