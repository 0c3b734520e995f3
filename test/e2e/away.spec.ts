/** Somebody goes away: who stands in does what is theirs, for them; and everything can be handed over at once. */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { comeBack, partDevices, shareFlow, waitUntilSynced } from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import { dayAhead, openFlow, openStep, toNow, waitForTurn } from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;
const garden = 'Garden';
const lines = [
  `${garden}:`,
  'Buy seeds @Sam',
  '& Mend the fence @Sam',
  '& Borrow a ladder @Sam',
  '& Draw a plan @Ana',
];

function shareGarden(newDevice: Parameters<typeof shareFlow>[0]) {
  return shareFlow(newDevice, (ana: Device) => startTyped(ana, lines, 'Ana'));
}

/** Opens one of somebody's pages on People. */
async function openPage(tab: Tab, person: string, page: string | RegExp): Promise<void> {
  await tab.click('link', 'People');
  // One’s own name has “You” beside it.
  await tab.click('button', new RegExp(`^${person}`), { role: 'main' });
  await tab.click('button', page, sheet);
}

test('who goes away without a network is stood in for once it is back, and what is done for them is told so', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareGarden(newDevice);
  await waitForTurn(ana, 'Draw a plan');
  await partDevices([sam]);

  await openPage(sam, 'Sam', 'Days away');
  await sam.fill('First day away', dayAhead(-1), sheet);
  await sam.fill('Last day away', dayAhead(5), sheet);
  await sam.choose(/^Who stands in/, 'Ana', sheet);
  await sam.click('button', 'Add these days', sheet);
  await sam.waitForText('Who stands in: Ana');
  await sam.click('button', 'Close', sheet);
  await sam.waitForText(/away until .*Ana stands in/);
  expect(await ana.isVisible('link', 'Buy seeds', { role: 'main' })).toBe(false);

  await comeBack(sam);
  await ana.waitForText(/for Sam, away until/);
  await openFlow(ana, garden);
  await openStep(ana, 'Buy seeds');
  await ana.waitForText('You act for Sam');
  await ana.click('button', 'Done, for Sam', sheet);
  await ana.waitForText('Buy seeds: done');
  await ana.click('link', 'Log');
  await ana.waitForText(/You finished Buy seeds.* for Sam/);
  // They may do their own all the same; what was done for them says by whom.
  await sam.click('link', 'Log');
  await sam.waitForText(/Ana finished Buy seeds.* for you/);
});

test('nobody stands in: the conductor is told, and takes it or hands it on', async ({ newDevice }) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareGarden(newDevice);
  await openPage(sam, 'Sam', 'Days away');
  await sam.fill('First day away', dayAhead(-1), sheet);
  await sam.fill('Last day away', dayAhead(5), sheet);
  await sam.click('button', 'Add these days', sheet);
  await sam.waitForText('3 steps are yours then.');
  await ana.waitFor('button', 'Take over');
  await ana.waitForText(/Sam is away until/);
  await ana.click('button', 'Take over');
  await ana.waitForText(/You have .* now/);
  await ana.waitForText('You hold 2 batons');
});

test('handing everything over moves all of it, and one Undo takes all back', async ({ newDevice }) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareGarden(newDevice);
  await waitForTurn(sam, 'Buy seeds');
  await partDevices([sam]);
  await openPage(sam, 'Sam', /^What you have/);
  await sam.click('button', 'Hand everything over…', sheet);
  await sam.click('radio', /^Ana/, sheet);
  await sam.fill('A note for them', 'Back on Monday', sheet);
  await sam.click('button', 'Hand 3 over to Ana', sheet);
  await sam.waitForText('Handed 3 over');
  await comeBack(sam);
  await ana.waitForText('You hold 4 batons');

  await sam.click('button', 'Undo');
  await sam.waitForText('Taken back');
  await sam.click('button', 'Close', sheet);
  await toNow(sam);
  await sam.waitForText('You hold 3 batons');
  await waitUntilSynced(sam);
  await ana.waitForText('You hold 1 baton');
});
