/** What is done once for each child: two children from the start, a third while somebody else closes the list. */
import { expect, test } from './support/fixtures.ts';
import {
  bringTogether,
  closeSheet,
  joinWith,
  makeInvite,
  partDevices,
} from './support/household-on-screen.ts';
import { decide, openFlow, openStep, toNow, waitForState } from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;
const steps = { role: 'region', name: 'Steps' } as const;

/** On the rail; what it asks for is left for later. */
async function done(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Done/, sheet);
  await tab.waitForText(`${title}: done`);
}

/** From the choice to the payment. */
async function settle(tab: Tab, child: string): Promise<void> {
  await openStep(tab, `Choose a camp · ${child}`);
  await tab.click('button', /^Done/, sheet);
  await tab.fill('Camp · ' + child, 'Sailing', sheet);
  await tab.fill('First day · ' + child, '2031-07-07', sheet);
  for (const [label, text] of [
    ['Day', '2026-01-05'],
    ['Time', '09:00'],
  ] as const)
    await tab.fill(label, text, { role: 'group', name: `Registration opens · ${child}` });
  await tab.click('button', /^Done/, { role: 'dialog', name: 'What came out of it?' });
  await tab.waitForText(`Choose a camp · ${child}: done`);
  await openStep(tab, `Register · ${child}`);
  await decide(tab, `Register · ${child}`, 'Got a place');
  for (const title of ['Medical form', 'Say who may pick them up', 'Pay'])
    await done(tab, `${title} · ${child}`);
}

test('each child goes its own way, one more joins while the list is closed elsewhere, and all of them are waited for', async ({
  newDevice,
}) => {
  test.setTimeout(180_000);
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/new/summer-camps');
  await ana.fill('Your name', 'Ana');
  await ana.click('button', /Who does what/);
  await ana.click('radio', 'Somebody new', { role: 'group', name: 'Who does the paperwork' });
  await ana.fill('Their name', 'Sam');
  await ana.click('button', 'Done', { role: 'dialog', name: 'Who does what' });
  await ana.fill('First child', 'Mia');
  await ana.fill('Another child', 'Ben');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold/);
  await ana.waitForText('Choose a camp · Ben');
  const link = await makeInvite(ana, 'Sam');
  await joinWith(sam, link, 'Sam');
  await closeSheet(ana);
  await toNow(ana);

  // Each child's steps stand under the name.
  await openFlow(ana, 'Summer camps');
  await ana.waitFor('heading', 'Mia', steps);
  await ana.waitFor('heading', 'Ben', steps);
  await settle(ana, 'Mia');
  // What is over is put away.
  await ana.waitFor('button', 'Steps for Mia', steps);
  expect(await ana.isVisible('link', /^Pay · Mia/, steps)).toBe(false);
  await ana.click('button', 'Steps for Mia', steps);
  await ana.waitFor('link', /^Pay · Mia, Done/, steps);

  await openStep(ana, 'Choose a camp · Ben');
  await ana.click('button', /^Done/, sheet);
  await ana.click('button', 'Later', sheet);
  await ana.waitForText('Choose a camp · Ben: done');

  await sam.waitForText('Medical form · Ben');
  await openFlow(sam, 'Summer camps');
  await sam.waitFor('heading', 'Ben', steps);
  await partDevices([ana, sam]);
  await openFlow(sam, 'Summer camps');
  await sam.click('button', 'Add a child', steps);
  await sam.fill('Name', 'Zoe', sheet);
  await sam.click('button', 'Add', sheet);
  await sam.waitForText('Zoe is added');
  await openFlow(ana, 'Summer camps');
  await ana.click('button', 'That’s all', steps);
  await ana.waitForText('Children: that’s all of them');
  await bringTogether([ana, sam]);

  // The list is closed, and who was added meanwhile is in it.
  for (const device of [ana, sam]) {
    await device.waitFor('heading', 'Zoe', steps);
    await device.waitFor('button', 'One more child', steps);
    await waitForState(device, 'Check that no weeks clash', 'Not yet');
  }
  await settle(ana, 'Zoe');
  await ana.waitForText('After Pay · Ben');
  await ana.click('button', 'Change Ben', steps);
  await ana.click('menuitem', 'Call Ben off…');
  await ana.click('button', 'Call it off', sheet);
  await ana.waitForText('Ben is called off');
  for (const [device, whose] of [
    [ana, 'Your turn'],
    [sam, 'Ana has it'],
  ] as const)
    await waitForState(device, 'Check that no weeks clash', whose);

  await ana.click('link', 'Log');
  await ana.waitForText('Sam added Zoe to Summer camps');
});
