/** Who is here, told between whole households over a real relay. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonView } from '../../src/views/shared.ts';
import type { ViewByKind, ViewQuery } from '../../src/worker/messages.ts';
import { type AroundRelay, aroundRelay } from '../support/around-relay.ts';
import type { HeadlessDevice } from '../support/headless-device.ts';
import { inviteSam, startTrip } from '../support/trip.ts';

let around: AroundRelay;

beforeEach(async () => {
  around = await aroundRelay();
});

afterEach(async () => {
  await around.dispose();
});

const names = (people: readonly PersonView[]): string => people.map(({ name }) => name).join();
const untilHere = (on: HeadlessDevice, wanted: string): Promise<ViewByKind['app']> =>
  on.until({ kind: 'app' }, ({ here }) => names(here) === wanted);

/** A step that the device has on its screen, until the returned function is called. */
async function look(on: HeadlessDevice, query: ViewQuery): Promise<() => Promise<void>> {
  const subscription = await on.household.subscribe(query, () => undefined);
  return () => on.household.unsubscribe(subscription);
}

async function anaAndSam() {
  const ana = await around.device('ana');
  const run = await startTrip(ana);
  const sam = await around.device('sam');
  await inviteSam(ana, sam);
  const flow = await sam.until({ kind: 'flow', run }, (view) => view.availability === 'here');
  const [row] = flow.rows;
  if (row === undefined) throw new Error('the trip has no steps');
  return { ana, sam, step: { kind: 'step', run, key: row.key } as const };
}

describe('[W13] presence', () => {
  it('shows the others and not oneself, while their tab is visible', async () => {
    const { ana, sam } = await anaAndSam();
    await Promise.all([untilHere(ana, 'Sam'), untilHere(sam, 'Ana')]);
    const people = await ana.until({ kind: 'people' }, (view) => view.people.some(({ here }) => here));
    expect(people.people.filter(({ here }) => here).map(({ name }) => name)).toEqual(['Sam']);
    await sam.household.setVisible(false);
    await untilHere(ana, '');
    await sam.household.setVisible(true);
    await untilHere(ana, 'Sam');
    await around.close(sam);
    await untilHere(ana, '');
  });

  it('goes when the relay does, and is there again when it is back', async () => {
    const { ana, sam } = await anaAndSam();
    await untilHere(ana, 'Sam');
    await around.relay.stop();
    await untilHere(ana, '');
    await around.relay.start();
    await Promise.all([untilHere(ana, 'Sam'), untilHere(sam, 'Ana')]);
  });

  it('counts a person with two devices once, and the other device of mine not at all', async () => {
    const { ana, sam } = await anaAndSam();
    const phone = await around.device('phone');
    await inviteSam(ana, phone);
    await untilHere(phone, 'Ana');
    await untilHere(ana, 'Sam');
    await untilHere(sam, 'Ana');
    await around.close(phone);
    await untilHere(ana, 'Sam');
  });

  it('tells who looks at a step and who writes a note there', async () => {
    const { ana, sam, step } = await anaAndSam();
    await untilHere(ana, 'Sam');
    const leave = await look(sam, step);
    await ana.until(step, ({ lookers, writers }) => names(lookers) === 'Sam' && writers.length === 0);
    await sam.household.setTyping({ run: step.run, key: step.key });
    await ana.until(step, ({ writers }) => names(writers) === 'Sam');
    await leave();
    await ana.until(step, ({ lookers, writers }) => lookers.length === 0 && writers.length === 0);
    await untilHere(ana, 'Sam');
  });

  it('of a burst of changes at most a few reach the screens, and the last one does', async () => {
    const { ana, sam, step } = await anaAndSam();
    await look(sam, step);
    await ana.until(step, ({ lookers }) => names(lookers) === 'Sam');
    let patches = 0;
    const watching = await ana.household.subscribe(step, (patch) => {
      if ('writers' in patch) patches += 1;
    });
    const since = Date.now();
    for (let turn = 0; turn < 100; turn += 1) {
      await sam.household.setTyping(turn % 2 === 0 ? { run: step.run, key: step.key } : null);
      await new Promise((resolve) => void setTimeout(resolve, 5));
    }
    await sam.household.setTyping({ run: step.run, key: step.key });
    await ana.until(step, ({ writers }) => names(writers) === 'Sam');
    expect(patches).toBeLessThanOrEqual(3 + (Date.now() - since) / 250);
    await ana.household.unsubscribe(watching);
  });
});
