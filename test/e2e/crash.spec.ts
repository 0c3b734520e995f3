/** What shows as done is on disk, and a device's tabs are one device. */
import { test } from './support/fixtures.ts';
import { finishTurn, toNow, waitForState, waitForTurn } from './support/step-on-screen.ts';
import {
  approveBudget,
  bookFlights,
  finishWaiting,
  openTrip,
  shareTrip,
  startTrip,
} from './support/trip-on-screen.ts';

test.use({ ownBrowser: true });

test('what shows as done is done, even if the browser dies in that moment', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await startTrip(ana);
  await ana.kill();
  await ana.reopen('/');
  await finishTurn(ana, 'Confirm meeting times');
  await ana.kill();
  await ana.reopen('/');
  await approveBudget(ana);
  await ana.kill();
  await ana.reopen('/');
  await waitForTurn(ana, 'Reserve the hotel');
  await openTrip(ana);
  await waitForState(ana, 'Confirm meeting times', 'Done');
  await waitForState(ana, 'Approve the budget', 'Done');
  await ana.waitForText('2 of 10 done');
});

test('@three two tabs of one device agree, and both reach the other device', async ({ newDevice }) => {
  const { ana, sam } = await shareTrip(newDevice);
  const second = await ana.newTab();
  await second.goto('/');
  await waitForTurn(second, 'Confirm meeting times');

  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(second, 'Approve the budget');
  await waitForTurn(sam, 'Book flights');
  await approveBudget(second);
  await waitForTurn(ana, 'Reserve the hotel');
  await bookFlights(sam);
  await ana.waitForText('Dinner after the meeting');
  await second.waitForText('Dinner after the meeting');

  // The tab that came last holds the connection; the first one takes over when it closes.
  await second.close();
  await finishTurn(ana, 'Reserve the hotel');
  await finishWaiting(sam, 'Hotel check-in time');
  await waitForTurn(sam, 'Airport transfer');
  await openTrip(ana);
  await waitForState(ana, 'Hotel check-in time', 'Done');
  await toNow(ana);
  await waitForTurn(ana, 'Dinner after the meeting');
});
