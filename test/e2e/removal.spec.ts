/** A phone is lost: it is put out from another one, is told, keeps its copy to read, and can be let in again. */
import { expect, test } from './support/fixtures.ts';
import {
  closeSheet,
  comeBack,
  joinWith,
  makeDeviceInvite,
  readLink,
  waitUntilInstalled,
  waitUntilSynced,
} from './support/household-on-screen.ts';
import { finishTurn, toNow, waitForState, waitForTurn } from './support/step-on-screen.ts';
import { approveBudget, bookFlights, openTrip, shareTrip } from './support/trip-on-screen.ts';

const told = 'This device was removed from the household.';

test('@three a removed phone is told, keeps its copy to read, gets nothing new, and can be let in again', async ({
  newDevice,
}) => {
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');

  await ana.click('link', 'People');
  await ana.waitForText('2 devices of 2 people');
  await ana.click('button', 'Sam', { role: 'main' });
  await ana.click('button', 'Remove Sam’s devices…', { role: 'dialog' });
  await ana.waitForText('What is on it already stays there, to be read.');
  await ana.click('button', 'Remove it', { role: 'dialog' });
  await ana.waitForText('Removed. Everybody else goes on.');
  await ana.waitForText('1 device of 1 person');

  await sam.waitForText(told);
  await toNow(ana);
  await approveBudget(ana);
  await waitUntilSynced(ana);
  await openTrip(sam);
  await waitForState(sam, 'Confirm meeting times', 'Done');
  await waitForState(sam, 'Approve the budget', 'Ana has it');
  expect(await sam.isVisible('link', 'New flow')).toBe(false);
  await sam.reload();
  await sam.waitForText(told);

  await ana.click('link', 'People');
  await ana.click('button', 'Invite Sam');
  await ana.click('button', 'Make the invite', { role: 'dialog' });
  await sam.goto(sam.linkFor(await readLink(ana)));
  await sam.click('button', 'Join');
  await sam.click('link', 'Go to Now');
  await waitForTurn(sam, 'Book flights');
  expect(await sam.isVisible('link', 'New flow')).toBe(true);
  await openTrip(sam);
  await waitForState(sam, 'Approve the budget', 'Done');
});

test('a kept phone that was away follows when it is back, with what it did meanwhile', async ({
  newDevice,
}) => {
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');
  const tablet = await newDevice('tablet');
  await joinWith(tablet, await makeDeviceInvite(ana, 'Sam'), 'Sam');
  await closeSheet(ana);
  await waitForTurn(tablet, 'Book flights');
  await waitUntilInstalled(sam);
  await waitUntilSynced(sam);
  sam.goOffline();

  await ana.waitForText('3 devices of 2 people');
  await ana.click('button', 'Show');
  await ana.waitForText('this device');
  await ana.evaluate(openLastDevice);
  await ana.click('button', 'Remove this device…', { role: 'dialog' });
  await ana.click('button', 'Remove it', { role: 'dialog' });
  await ana.waitForText('Removed. Everybody else goes on.');
  await tablet.waitForText(told);
  await toNow(ana);
  await approveBudget(ana);

  await bookFlights(sam);
  await comeBack(sam);
  await ana.waitForText('Dinner after the meeting');
  await waitUntilSynced(sam);
  expect(await sam.isVisible('link', 'New flow')).toBe(true);
});

/** The device that came in last stands last. */
function openLastDevice(): void {
  const rows = document.querySelectorAll<HTMLElement>('dialog[open] li button');
  rows[rows.length - 1]?.click();
}
