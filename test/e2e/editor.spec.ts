/** A workflow is written by two at once, put to use, and started. */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import { phone, type Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;

async function openWorkflows(tab: Tab): Promise<void> {
  await tab.goto('/flows');
  await tab.click('tab', /^Workflows/);
}

async function addStep(tab: Tab, title: string): Promise<void> {
  await tab.click('button', 'Add a step');
  await tab.fill('What happens?', title, sheet);
  await tab.click('button', 'Add it', sheet);
  await tab.waitFor('button', title);
}

async function openDraft(tab: Tab): Promise<void> {
  await openWorkflows(tab);
  await tab.click('link', 'Bake sale', { role: 'main' });
  await tab.waitFor('button', 'Bake', { role: 'list', name: 'Steps' });
}

test('two write one workflow at once, see both, take back, put it to use and start it', async ({
  newDevice,
}) => {
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startTyped(device, ['Party:', 'Ask @Ana', 'Cook @Sam'], 'Ana'),
  );
  await openWorkflows(ana);
  await ana.click('button', 'New workflow');
  await ana.fill('What is it called?', 'Bake sale', sheet);
  await ana.click('button', 'Begin', sheet);
  await ana.waitForText('What happens first?');
  await addStep(ana, 'Ask the school');
  await ana.waitForText('What happens after “Ask the school”?');
  await addStep(ana, 'Bake');

  // Apart from each other both change the same step.
  await partDevices([ana, sam]);
  await openDraft(ana);
  await ana.click('button', 'Bake');
  await ana.fill('What happens?', 'Bake cakes', sheet);
  await ana.click('button', 'Save', sheet);
  await ana.waitFor('button', 'Bake cakes');
  await openDraft(sam);
  await sam.click('button', 'Bake');
  await sam.choose(/^Who does it/, 'you', sheet);
  await sam.click('button', 'Save', sheet);
  await sam.waitForText('You · after Ask the school');
  await bringTogether([ana, sam]);
  await sam.waitFor('button', 'Bake cakes');
  await ana.waitForText('Whoever conducts → Sam');
  await ana.waitForText('Sam is changing it, too');

  // One's own change is taken back, and the other's stays.
  await ana.click('button', 'Undo', { role: 'main' });
  await ana.waitFor('button', 'Bake');
  await sam.waitFor('button', 'Bake');
  await ana.waitForText('Whoever conducts → Sam');
  await ana.click('button', 'Do it again');
  await ana.waitFor('button', 'Bake cakes');

  // On a desk the map of it stands beside the list, and a step opens from either.
  await ana.setViewport({ width: 1280, height: 800 });
  await ana.click('button', /^Bake cakes, Sam/, { role: 'region', name: 'Map of Bake sale' });
  await ana.waitFor('textbox', 'What happens?', { role: 'complementary' });
  await ana.click('button', 'Close', { role: 'complementary' });
  await ana.waitFor('button', /^Ask the school/, { role: 'region', name: 'Map of Bake sale' });
  await ana.setViewport(phone);

  // Lines change what they say otherwise, for both.
  await ana.click('button', 'More');
  await ana.click('menuitem', 'As text');
  await ana.fill('Steps, one a line', 'Bake sale:\nAsk the school\nBake cakes\nSell ~2h', sheet);
  await ana.click('button', 'Save', sheet);
  await sam.waitFor('button', 'Sell');
  await ana.waitForText('Whoever conducts → Sam');

  await ana.click('button', 'Use it from now on');
  await ana.waitForText('“Bake sale” starts like this from now on');
  await sam.waitForText('Version 1 is in use');
  await ana.click('link', 'Start it now');
  await ana.waitForText('Bake cakes');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold/);
  expect(await ana.path()).toBe('/');
});
