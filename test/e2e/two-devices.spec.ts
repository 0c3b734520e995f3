/** A trip carried by two people whose phones are offline, reloaded, and let down by the relay. */
import type { ServerProcess } from '../support/server-process.ts';
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import {
  comeBack,
  joinWith,
  makeInvite,
  type NewDevice,
  waitUntilInstalled,
  waitUntilSynced,
} from './support/household-on-screen.ts';
import { finishTurn, toNow, waitForState, waitForTurn } from './support/step-on-screen.ts';
import { approveBudget, bookFlights, finishWaiting, openTrip, shareTrip } from './support/trip-on-screen.ts';

test('@three two phones work on offline, agree when they are back, and keep it offline', async ({
  newDevice,
}) => {
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');
  await waitForTurn(ana, 'Approve the budget');
  for (const device of [ana, sam]) {
    await waitUntilInstalled(device);
    await waitUntilSynced(device);
    device.goOffline();
  }

  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');
  await bookFlights(sam);
  await ana.waitForText('Offline; goes out when you are back');
  await sam.waitForText('Offline; goes out when you are back');
  await sam.waitForText('You hold no baton');
  expect(await sam.isVisible('heading', 'Waiting on others')).toBe(true);

  await Promise.all([comeBack(ana), comeBack(sam)]);
  // Sam's flights freed the dinner, Ana's hotel freed the wait for its check-in time. The hotel was taken
  // before anybody knew the day of the landing, so it is looked at once more.
  await waitForTurn(ana, 'Dinner after the meeting');
  await ana.click('button', 'Still right: Reserve the hotel');
  await ana.waitForText('Reserve the hotel: still right');
  await finishWaiting(sam, 'Hotel check-in time');
  await waitForTurn(sam, 'Airport transfer');
  await toNow(ana);
  await ana.waitForText('Airport transfer');
  for (const device of [ana, sam]) {
    await waitUntilSynced(device);
    device.goOffline();
    await device.reload();
    await device.waitForText('You hold 1 baton');
    await device.waitForText('Saved on this device. Offline');
  }
  await waitForTurn(ana, 'Dinner after the meeting');
  await waitForTurn(sam, 'Airport transfer');
  for (const device of [ana, sam]) {
    await openTrip(device);
    for (const title of ['Book flights', 'Approve the budget', 'Reserve the hotel', 'Hotel check-in time'])
      await waitForState(device, title, 'Done');
    await device.waitForText('After Airport transfer and Dinner after the meeting');
    await device.waitForText('5 of 10 done');
  }
});

/** A trip of two is under way when the relay is killed; Ana goes on without it. */
async function loseRelay(
  newDevice: NewDevice,
  server: ServerProcess,
): Promise<{ readonly ana: Device; readonly sam: Device }> {
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');
  for (const device of [ana, sam]) await waitUntilInstalled(device);
  await server.kill();
  await approveBudget(ana);
  return { ana, sam };
}

test('a relay that is killed loses nothing, and what was done meanwhile flows when it is back', async ({
  newDevice,
  server,
}) => {
  const { ana, sam } = await loseRelay(newDevice, server);
  await bookFlights(sam);
  await server.start();
  await comeBack(ana);
  await comeBack(sam);
  await ana.waitForText('Dinner after the meeting');
  await finishTurn(ana, 'Reserve the hotel');
  await finishWaiting(sam, 'Hotel check-in time');
  await waitForTurn(sam, 'Airport transfer');
});

test('a relay that lost everything is healed by the devices, also for a newcomer', async ({
  newDevice,
  server,
}) => {
  const { ana, sam } = await loseRelay(newDevice, server);
  await server.wipe();
  await comeBack(ana);
  await comeBack(sam);
  await bookFlights(sam);
  await ana.waitForText('Dinner after the meeting');

  // Somebody who never met the old relay gets the whole story from the new one.
  await ana.click('link', 'People');
  await ana.click('button', 'Add a person');
  await ana.fill('Name', 'Leo');
  await ana.click('button', 'Add a person', { role: 'dialog' });
  const link = await makeInvite(ana, 'Leo');
  const leo = await newDevice('Leo');
  await joinWith(leo, link, 'Leo');
  await openTrip(leo);
  for (const title of ['Confirm meeting times', 'Approve the budget', 'Book flights'])
    await waitForState(leo, title, 'Done');
  await leo.waitForText('3 of 10 done');
});
