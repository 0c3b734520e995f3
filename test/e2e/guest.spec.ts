/** A guest's part in somebody's flow, from a link or pasted text to the end of the link; and somebody who only looks. */
import { expect, test } from './support/fixtures.ts';
import type { Device } from './support/device.ts';
import {
  arrive,
  closeSheet,
  comeBack,
  readLink,
  waitUntilInstalled,
  waitUntilSynced,
} from './support/household-on-screen.ts';
import { finishTurn, openStep, toNow, waitForState, waitForTurn } from './support/step-on-screen.ts';
import { bookFlights, openTrip, startTrip } from './support/trip-on-screen.ts';

/** From the flow's own menu; ends back on the flow. */
async function inviteGuest(ana: Device, name: string): Promise<string> {
  await openTrip(ana);
  await ana.click('button', 'Change this flow');
  await ana.click('menuitem', 'Invite a guest…');
  await ana.click('radio', name, { role: 'dialog' });
  await ana.click('button', 'Make the link', { role: 'dialog' });
  const link = await readLink(ana);
  await closeSheet(ana);
  return link;
}

test('@three a guest does a step of one flow, offline too, until the link ends', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  await finishTurn(ana, 'Confirm meeting times');
  const link = await inviteGuest(ana, 'Sam');

  await sam.goto(sam.linkFor(link));
  await sam.waitForText(/Ana invites you to do your part in/);
  await sam.waitForText('You will be Sam here.');
  await sam.click('button', 'Join');
  await sam.waitForText('You are a guest of Ana in');
  await sam.click('link', 'Go to Now');
  await waitForTurn(sam, 'Book flights');
  expect(await sam.isVisible('link', 'People')).toBe(false);
  expect(await sam.isVisible('link', 'New flow')).toBe(false);

  await waitUntilInstalled(sam);
  await waitUntilSynced(sam);
  sam.goOffline();
  await bookFlights(sam);
  await sam.waitForText('Offline; goes out when you are back');
  await comeBack(sam);
  await waitForState(ana, 'Book flights', 'Done');
  await openStep(ana, 'Book flights');
  await ana.waitForText(/Sam/);
  await closeSheet(ana);

  // Somebody else's step is there to read.
  await openTrip(sam);
  await openStep(sam, 'Approve the budget');
  expect(await sam.isVisible('textbox', 'Add a note')).toBe(false);
  await closeSheet(sam);

  await ana.click('button', 'End the link of Sam');
  await ana.click('button', 'End the link', { role: 'dialog' });
  await ana.waitForText('Sam is no guest any more');
  await sam.waitForText(/Your link to .* has ended/);
  await waitForState(sam, 'Book flights', 'Done');
});

test('@three pasted text brings a guest in after saying what it gives', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  await finishTurn(ana, 'Confirm meeting times');
  const link = await inviteGuest(ana, 'Sam');
  await sam.goto('/');
  await sam.click('link', 'I have an invite');
  await sam.fill('Invite link', link.slice(link.indexOf('#')));
  await sam.click('button', 'Join');
  await sam.waitForText('You see this one flow and nothing else of theirs.');
  await sam.click('button', 'Join');
  await sam.click('link', 'Go to Now');
  await waitForTurn(sam, 'Book flights');
});

test('somebody who only looks sees what happens, and is offered nothing', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  await ana.click('link', 'People');
  await ana.click('button', 'Invite Sam');
  await ana.click('radio', /^Only look/, { role: 'dialog' });
  await ana.click('button', 'Make the invite', { role: 'dialog' });
  await ana.waitForText('Sam can see everything in this household, and change nothing.');
  const link = await readLink(ana);
  await closeSheet(ana);
  await sam.goto(sam.linkFor(link));
  await sam.waitForText(/Ana invites you to look/);
  await sam.click('button', 'Join');
  await arrive(sam, 'Sam');
  await toNow(ana);
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');
  expect(await sam.isVisible('button', /^Done/)).toBe(false);
  await openTrip(sam);
  expect(await sam.isVisible('button', 'Change this flow')).toBe(false);
  await openStep(sam, 'Book flights');
  expect(await sam.isVisible('textbox', 'Add a note')).toBe(false);
});
