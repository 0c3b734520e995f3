/** A contract is signed on a phone without a network, and on each of two phones the new client starts: one of them. */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { startReady } from './support/start-flow.ts';
import { chooseForFlow, openFlow, openStep, setFact } from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';
import { waitUntil } from './support/wait-until.ts';

const sheet = { role: 'dialog' } as const;
const contract = 'Contract approval';
const afterwards = { role: 'region', name: 'What comes afterwards' } as const;

/** Each signs what they have in hand: neither knows that the other does. */
async function sign(tab: Tab, day: string): Promise<void> {
  await openFlow(tab, contract);
  await openStep(tab, 'Their signature');
  await tab.click('button', 'They answered', sheet);
  await tab.fill('Signed on', day, sheet);
  await tab.click('button', 'Note it, and done', sheet);
  await tab.waitForText('Their signature: done');
}

test('a signed contract starts the new client on both phones, once, with what is known of it', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startReady(device, {
      workflow: contract,
      sam: 'Who checks the money',
      done: ['Send it for signature'],
    }),
  );
  await openFlow(ana, contract);
  await setFact(ana, 'With whom', { Text: 'Acme Ltd' });
  await ana.waitForText('Then: New client starts');
  await ana.waitForText('When “Their signature” is done');
  await openFlow(sam, contract);
  await sam.waitForText('Then: New client starts');

  // Something else that is to start is chosen in the plan, and taken away again.
  await chooseForFlow(ana, 'Change the plan…');
  await ana.choose(/^Start another flow/, 'Business trip', sheet);
  await ana.click('button', 'Save', sheet);
  await ana.waitForText('Business trip starts when this is done');
  await ana.click('button', 'Do not start Business trip afterwards', sheet);
  await ana.waitForText('Business trip does not start afterwards any more');
  await ana.click('button', 'Close', sheet);

  await partDevices([ana, sam]);
  for (const device of [ana, sam]) await sign(device, '2031-05-06');
  for (const device of [ana, sam]) {
    // Not before it can no longer be a slip of the finger.
    await waitUntil(
      () => device.isVisible('link', 'Open New client', afterwards),
      () => 'The new client did not start.',
      20_000,
    );
    await device.waitForText('New client has started');
    await device.click('link', 'Open New client', afterwards);
    await device.waitForText('Started by itself after Contract approval');
  }
  const path = await ana.path();
  expect(await sam.path()).toBe(path);

  await bringTogether([ana, sam]);
  for (const device of [ana, sam]) {
    await device.click('button', /^Facts/);
    await device.waitForText('Acme Ltd');
    await device.click('button', 'Close', { role: 'dialog', name: 'What we know' });
  }
  await ana.click('link', /^Flows/);
  await ana.waitForText('New client');
  await ana.click('link', /^Log/);
  await ana.waitForText(/New client, which started by itself after Contract approval/);
});
