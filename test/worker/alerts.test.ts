import { afterEach, describe, expect, it } from 'vitest';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';

const open: HeadlessDevice[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.household.close()));
});

const day = 86_400_000;

describe('what needs a look', () => {
  it('[B1] comes with the time alone, is counted, and is gone when it was read', async () => {
    let now = Date.UTC(2026, 2, 2, 9);
    const ana = await openHeadlessDevice({ name: 'alerts', now: () => now });
    open.push(ana);
    await ana.done({ kind: 'createSpace', myName: 'Ana', zone: 'Europe/Lisbon' });
    const { run } = await ana.done({
      kind: 'startRun',
      title: '',
      source: { kind: 'typed', text: 'Buy paper @Ana by tomorrow' },
      parts: {},
      facts: {},
      alreadyDone: [],
    });
    if (run === undefined) throw new Error('no run was started');
    expect((await ana.view({ kind: 'app' })).alertCount).toBe(0);
    const told = ana.until({ kind: 'app' }, ({ alertCount }) => alertCount === 1);
    now += 2 * day;
    // A phone that slept looks at its clock when it is taken in hand.
    await ana.household.setVisible(true);
    await told;
    const [line] = (await ana.view({ kind: 'alerts' })).lines;
    expect(line).toMatchObject({
      title: 'Buy paper',
      cause: 'late',
      rung: 'remind',
      notifyAt: Date.UTC(2026, 2, 4, 7),
    });
    for (const alert of line?.alerts ?? [])
      await ana.done({ kind: 'command', run, command: { kind: 'acknowledgeAlert', alert } });
    expect((await ana.view({ kind: 'app' })).alertCount).toBe(0);
  });
});
