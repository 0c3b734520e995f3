/**
 * The trip is called off after things were booked: nothing is undone by itself, everything that can be is
 * asked for, last first, of whoever booked it; and a flow that is over before its last step.
 */
import { expect, test } from './support/fixtures.ts';
import { comeBack, waitUntilInstalled, waitUntilSynced } from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import {
  chooseForFlow,
  closeStep,
  finishTurn,
  openStep,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';
import {
  approveBudget,
  bookFlights,
  finishWaiting,
  landing,
  openTrip,
  shareTrip,
} from './support/trip-on-screen.ts';

async function openFlows(tab: Tab, which: RegExp): Promise<void> {
  await toNow(tab);
  await tab.click('link', 'Flows');
  await tab.click('tab', which);
}

test('a cancelled trip is undone last first, by whoever booked, on and off line', async ({ newDevice }) => {
  test.setTimeout(150_000);
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await bookFlights(sam);
  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');
  await finishTurn(ana, 'Dinner after the meeting');
  await finishWaiting(sam, 'Hotel check-in time', { 'Hotel check-in': { Day: landing, Time: '15:00' } });

  await openTrip(ana);
  await chooseForFlow(ana, 'Cancel this flow…');
  const asks = { role: 'dialog', name: 'Cancel Business trip?' } as const;
  await ana.waitForText(
    '3 things were done that can be undone. Baton will take you through them, last first:',
  );
  expect(await ana.texts('listitem', asks)).toEqual([
    'Give the table back You',
    expect.stringMatching(/^Cancel the hotel free until 15:00 .+, You$/),
    'Cancel the flights Sam',
  ]);
  await ana.click('button', 'Cancel the flow', asks);
  await ana.waitForText('Business trip is cancelled');

  // It is over, and not done with.
  await ana.waitForText('Cancelled, 3 things to undo');
  const list = { role: 'region', name: '3 things to undo' } as const;
  const titles = ['Give the table back', 'Cancel the hotel', 'Cancel the flights'];
  const rows = await ana.texts('listitem', list);
  expect(rows.map((row) => titles.find((title) => row.startsWith(title)))).toEqual(titles);
  await sam.waitForText('You hold 1 baton');
  await sam.waitFor('button', 'Done: Cancel the flights');
  await waitUntilInstalled(sam);
  await waitUntilSynced(sam);
  sam.goOffline();

  await sam.click('button', 'Done: Cancel the flights');
  await sam.waitForText('You hold no baton');
  await toNow(ana);
  await ana.waitForText('You hold 2 batons');
  await ana.click('button', 'Didn’t work: Cancel the hotel');
  await ana.fill('What happened? (if you like)', 'nobody picked up');
  await ana.click('button', 'It did not work');
  await ana.waitForText('It did not work: nobody picked up');
  await ana.click('button', 'Done: Cancel the hotel');
  await ana.waitForNoText('nobody picked up');
  await ana.click('button', 'Not needed: Give the table back');
  await ana.waitForText('You hold no baton');

  await openFlows(ana, /^Active/);
  await ana.waitForText('Cancelled, 1 thing to undo');
  await comeBack(sam);
  await ana.waitForNoText('Cancelled, 1 thing to undo');
  for (const device of [ana, sam]) {
    await openFlows(device, /^Finished/);
    await device.click('link', 'Business trip', { role: 'main' });
    await device.waitForText('Nothing is left to undo.');
    await device.waitForText(/Done by (Sam|you)/);
    await waitForState(device, 'Reserve the hotel', 'Undone');
    await waitForState(device, 'Dinner after the meeting', 'Done');
  }
  await ana.click('link', /^Log/);
  for (const line of ['could not undo Reserve the hotel', 'undid Reserve the hotel', 'undid Book flights'])
    await ana.waitForText(line);
  await ana.waitForText('left Dinner after the meeting as it is');
});

test('a step is asked to be undone by itself, and the flow goes on without it', async ({ newDevice }) => {
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await bookFlights(sam);
  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');
  await openTrip(sam);
  await openStep(sam, 'Reserve the hotel');
  await sam.waitForText('It can be undone');
  await sam.click('button', 'Undo this', { role: 'dialog' });
  await sam.waitForText('Ana is asked: Cancel the hotel');
  await closeStep(sam);
  await toNow(ana);
  await ana.click('button', 'Done: Cancel the hotel');
  await waitForState(sam, 'Reserve the hotel', 'Undone');
  // What was a slip of the thumb is taken back.
  await ana.click('button', 'Undo');
  await ana.waitFor('button', 'Done: Cancel the hotel');
  // Sam has the number of the hotel.
  await ana.click('button', 'Give it to somebody: Cancel the hotel');
  await ana.click('radio', /^Sam/, { role: 'dialog', name: 'Who does it?' });
  await ana.click('button', 'Give it to Sam', { role: 'dialog', name: 'Who does it?' });
  await ana.waitForText('Sam has it: Cancel the hotel');
  await ana.waitForNoText('1 thing to undo');
  await sam.click('link', /^Log/);
  await sam.waitForText('left it to you to undo Reserve the hotel');
  await toNow(sam);
  await sam.click('button', 'Not needed: Cancel the hotel');
  await openTrip(sam);
  await waitForState(sam, 'Reserve the hotel', 'Done');
});

test('a flow is called done before its last step, and taken up again', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Wash the car @Ana', 'Polish the car', 'Sell the car'], 'Ana');
  await finishTurn(ana, 'Wash the car');
  await ana.click('link', /^Flows/);
  await ana.click('link', /./, { role: 'main' });
  await ana.waitFor('region', 'Steps');
  await chooseForFlow(ana, 'Call it done…');
  await ana.waitForText('2 open steps are not needed any more then. What is done stays done.');
  await ana.fill('Why? (if you like)', 'The neighbour took it as it is');
  await ana.click('button', 'Call it done', { role: 'dialog' });
  await ana.waitForText('You called it done.');
  await ana.waitForText('The neighbour took it as it is');
  await waitForState(ana, 'Sell the car', 'Not needed');
  await ana.waitForText('1 of 1 done');

  await ana.click('button', 'Take it up again');
  await waitForState(ana, 'Polish the car', 'Your turn');
  await ana.waitForNoText('called it done');
  await toNow(ana);
  await waitForTurn(ana, 'Polish the car');
});
