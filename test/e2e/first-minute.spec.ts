/** From an empty device to "whose turn is it", by taps alone, and what one then does with a step. */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';

const nowLink = { role: 'link', name: /^Now/ } as const;
const step = { role: 'dialog' } as const;

/** Starts the trip with the named steps done already, and with Noor as the one who books along. */
async function startTrip(device: Device, done: readonly string[], isNoorThere = true): Promise<void> {
  await device.goto('/');
  await device.click('link', /^Business trip/);
  if (isNoorThere) {
    await device.click('button', /^Who does what/);
    await device.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
    await device.fill('Who books along: their name', 'Noor');
    await device.click('button', 'Done');
  }
  for (const title of done) await device.click('checkbox', title);
  await device.click('button', 'Show me whose turn it is');
}

async function openStep(device: Device, title: RegExp): Promise<void> {
  await device.click('link', /^Flows/);
  await device.click('link', /Business trip/, { role: 'main' });
  await device.click('link', title);
  await device.waitFor('dialog', title);
}

/** From now on the page counts what comes from a hand. */
function countPresses(): void {
  const { dataset } = document.documentElement;
  const count = (what: 'presses' | 'keys') => (event: Event) => {
    if (event.isTrusted) dataset[what] = String(Number(dataset[what]) + 1);
  };
  dataset['presses'] = dataset['keys'] = '0';
  addEventListener('pointerdown', count('presses'), { capture: true });
  addEventListener('keydown', count('keys'), { capture: true });
}

test('@three from nothing to the one step that is mine in seven taps, no keyboard', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  let taps = 0;
  const tap: Device['click'] = (role, name, within) => {
    taps += 1;
    return ana.click(role, name, within);
  };
  await ana.goto('/');
  await ana.waitForText('What keeps slipping?');
  await ana.evaluate(countPresses);
  await tap('link', /^Business trip/);
  await ana.waitForText('One is yours. Nine you needn’t hold in your head.');
  // Somebody had both of these done already; what comes before them is done with them.
  await tap('checkbox', 'Approve the budget');
  await ana.waitForText('2 of 10');
  await tap('checkbox', 'Dinner after the meeting');
  await ana.waitForText('4 of 10');
  await tap('button', /^Who does what/);
  await tap('radio', 'Somebody later', { role: 'group', name: 'Who books along' });
  await tap('button', 'Done');
  await tap('button', 'Show me whose turn it is');
  await ana.waitForText('You hold 1 baton');
  expect(taps).toBe(7);
  // The page has seen no more of it, should the driver have had to press again.
  const seen = await ana.evaluate(() => ({ ...document.documentElement.dataset }));
  expect(Number(seen['presses'])).toBeLessThanOrEqual(12);
  expect(seen['keys']).toBe('0');
  expect(await ana.texts('article')).toEqual([expect.stringContaining('Reserve the hotel')]);
  expect(await ana.path()).toBe('/');

  await ana.click('button', /^Done, pass it on/);
  await ana.waitForText('Reserve the hotel: done');
  await ana.waitForNoText('You hold 1 baton');
  await ana.click('button', 'Undo');
  await ana.waitForText('You hold 1 baton');
  expect(await ana.texts('article')).toEqual([expect.stringContaining('Reserve the hotel')]);
});

test('stuck: hand it to the backup, take it back, skip it', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTrip(ana, ['Approve the budget', 'Dinner after the meeting']);
  await ana.waitForText('You hold 1 baton');
  await ana.click('button', 'Stuck');
  await ana.fill('In a few words', 'Nobody answers there');
  await ana.click('radio', /^Ask Noor, the backup/);
  await ana.click('button', /^Pass it to Noor/);
  await ana.waitForText('You hold no baton');
  await ana.waitForText('Noor has it');

  // Later, when the message that offers to undo it is gone.
  await ana.reload();
  await openStep(ana, /^Reserve the hotel/);
  await ana.waitForText('Nobody answers there');
  await ana.click('button', 'I’ll take it', step);
  await ana.click('button', 'Stuck', step);
  await ana.click('radio', /^Skip it/);
  await ana.click('button', 'Skip it');
  await ana.waitForText('Reserve the hotel is skipped');
  await ana.waitFor('link', 'Reserve the hotel, Skipped');
});

test('a step keeps its checklist, its notes and another date', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTrip(ana, ['Approve the budget', 'Dinner after the meeting']);
  await ana.waitForText('You hold 1 baton');
  await openStep(ana, /^Reserve the hotel/);
  await ana.click('checkbox', 'Late arrival noted', step);
  await ana.waitForText('1 of 2');
  await ana.fill('Add a note', 'The one by the river');
  await ana.click('button', 'Add', step);
  await ana.waitForText('Note added');
  await ana.click('button', /^Change when it is due/, step);
  await ana.fill('Day', '2031-05-06');
  await ana.fill('Time', '17:30');
  await ana.click('button', 'Save', step);
  await ana.waitForText('Tue 6 May 2031 17:30');
  await ana.reload();
  await ana.waitForText('1 of 2');
  await ana.waitForText('The one by the river');
  await ana.waitForText('Tue 6 May 2031 17:30');
});

test('the last step done, the flow rests under Finished', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTrip(ana, ['Pack'], false);
  // It begins the day after the meeting; somebody is early.
  await ana.waitForText('You hold no baton');
  await openStep(ana, /^Hand in the expenses/);
  await ana.click('button', /^Done/, { role: 'dialog' });
  await ana.waitForText('Hand in the expenses: done');
  await ana.click('link', /^Flows/);
  await ana.click('tab', /^Finished/);
  await ana.waitForText(/Business trip.*Finished today/);
  await ana.click(nowLink.role, nowLink.name);
  await ana.waitForText('What keeps slipping?');
});
