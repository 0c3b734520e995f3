/** The plan of a flow is changed while it runs, on two devices that cannot hear each other, and kept for the next. */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import { chooseForFlow } from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;

async function openPlan(tab: Tab, flow: string): Promise<void> {
  await tab.goto('/flows');
  await tab.click('link', flow, { role: 'main' });
  await chooseForFlow(tab, 'Change the plan…');
  await tab.waitForText('What is done stays done');
}

test('a plan changed by two who are offline comes together, and is kept for the next flow', async ({
  newDevice,
}) => {
  const lines = ['Bake sale:', 'Ask the school @Ana', 'Buy flour @Sam', 'Bake @Ana', 'Sell @Sam'];
  const { ana, sam } = await shareFlow(newDevice, (device) => startTyped(device, lines, 'Ana'));
  await partDevices([ana, sam]);

  // Ana puts a step in and takes one out, which Sam changes meanwhile.
  await openPlan(ana, 'Bake sale');
  await ana.click('button', 'Add a step', sheet);
  await ana.fill('What happens?', 'Print posters', sheet);
  await ana.click('button', 'Add it', sheet);
  await ana.waitForText('“Print posters” is in the plan');
  await ana.click('button', 'Buy flour', sheet);
  await ana.click('button', 'Take it out', sheet);
  await ana.waitForText('“Buy flour” is out of the plan');
  await openPlan(sam, 'Bake sale');
  await sam.click('button', 'Buy flour', sheet);
  await sam.fill('What happens?', 'Buy flour and sugar', sheet);
  await sam.click('button', 'Save', sheet);
  await sam.waitForText('“Buy flour and sugar” is changed');

  await bringTogether([ana, sam]);
  for (const device of [ana, sam]) {
    await device.goto('/flows');
    await device.click('link', 'Bake sale', { role: 'main' });
    await device.waitFor('link', /^Buy flour and sugar, /);
    await device.waitFor('link', /^Print posters, /);
  }
  await ana.waitForText('was taken out while somebody else changed it. It stays.');
  await ana.click('button', 'All right');
  await ana.waitForNoText('It stays.');

  // Kept, the next one starts like this.
  await openPlan(ana, 'Bake sale');
  await ana.click('button', 'Keep this plan for next time', sheet);
  await ana.waitForText('The next one starts like this');
  await ana.goto('/flows');
  await ana.click('tab', /^Workflows/);
  await ana.click('link', /^Bake sale/, { role: 'main' });
  await ana.waitForText('Print posters');
  expect(await ana.heading()).toContain('Bake sale');

  // One that is under way is asked by itself, from the plan and from the workflow's own place.
  await ana.fill('Name of this flow', 'Spring sale');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold/);
  await openPlan(ana, 'Bake sale');
  await ana.click('button', 'Add a step', sheet);
  await ana.fill('What happens?', 'Count the money', sheet);
  await ana.click('button', 'Add it', sheet);
  await ana.waitForText('“Count the money” is in the plan');
  await ana.click('button', 'Keep this plan for next time', sheet);
  await ana.click('button', 'See the flow under way', sheet);
  await ana.waitForText('“Count the money” comes in');
  await ana.click('button', 'Close', sheet);
  await ana.goto('/flows');
  await ana.click('tab', /^Workflows/);
  await ana.click('button', 'More about Bake sale');
  await ana.click('menuitem', 'Change one flow under way…');
  await ana.waitFor('dialog', 'Flows under way');
  await ana.waitForText('One difference');
  await ana.click('button', 'Take it over in Spring sale', sheet);
  await ana.waitForText('One change was taken over');
  await ana.waitForText('Nothing to take over');
  await sam.goto('/flows');
  await sam.click('link', 'Spring sale', { role: 'main' });
  await sam.waitFor('link', /^Count the money, /);
});
