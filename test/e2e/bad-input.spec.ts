/** What is damaged, used up, unknown or away: clear words, a way out, and nothing lost. */
import { randomBytes } from 'node:crypto';
import * as Y from 'yjs';
import { encodeInvite } from '../../src/sync/invite-text.ts';
import { expect, test } from './support/fixtures.ts';
import {
  arrive,
  closeSheet,
  comeBack,
  joinWith,
  makeDeviceInvite,
  makeInvite,
  waitUntilInstalled,
} from './support/household-on-screen.ts';
import { findStoredRun, storeUpdate } from './support/stored-run.ts';
import type { Tab } from './support/tab.ts';
import { finishTurn, toNow, waitForState, waitForTurn } from './support/step-on-screen.ts';
import { approveBudget, bookFlights, openTrip, startTrip } from './support/trip-on-screen.ts';

test('an invite that is cut, unknown, taken back or used up says so and leaves a way in', async ({
  newDevice,
  server,
}) => {
  const [ana, sam, eve] = await Promise.all([newDevice('Ana'), newDevice('Sam'), newDevice('Eve')]);
  await ana.goto('/');
  await startTrip(ana);
  const first = await makeInvite(ana, 'Sam');

  const opens = async (tab: Tab, link: string, words: string) => {
    await tab.goto(link);
    await tab.waitFor('button', 'Join');
    expect(await tab.path()).toBe('/join');
    await tab.click('button', 'Join');
    await tab.waitForText(words);
    await tab.waitFor('textbox', 'Invite link');
  };
  await opens(sam, sam.linkFor(first.slice(0, -4)), 'Part of this invite is missing.');
  await sam.goto('/');
  await sam.waitForText('What keeps slipping?');
  await opens(sam, `/join${encodeInvite(new Uint8Array(randomBytes(32)))}`, 'Nobody knows this invite.');
  await sam.fill('Invite link', 'what Ana sent me');
  await sam.click('button', 'Join');
  await sam.waitForText('Part of this invite is missing.');

  await ana.click('button', 'Take back', { role: 'dialog' });
  await ana.waitForText('The link no longer works.');
  await sam.goto('/');
  await opens(sam, sam.linkFor(first), 'This invite was taken back.');

  const second = await makeInvite(ana, 'Sam');
  await server.kill();
  await sam.fill('Invite link', sam.linkFor(second));
  await sam.click('button', 'Join');
  await sam.waitForText('Joining needs a connection once, and the relay cannot be reached.');
  await server.start();
  await sam.click('button', 'Try again');
  await arrive(sam, 'Sam');
  await eve.goto('/');
  await opens(eve, eve.linkFor(second), 'Somebody has already used this invite.');

  // A device that has a household keeps it, and leaves the invite to the one it was meant for.
  await closeSheet(ana);
  await comeBack(ana);
  const third = await makeDeviceInvite(ana, 'Sam');
  await sam.goto(sam.linkFor(third));
  await sam.click('button', 'Join');
  await sam.waitForText('You are already in this household');
  expect(await sam.path()).toBe('/join');
  await sam.click('link', 'Go to Now');
  await sam.waitForText('You hold no baton');
  await eve.fill('Invite link', third);
  await eve.click('button', 'Join');
  await arrive(eve, 'Sam');
  await eve.waitForText('Confirm meeting times');
});

test('entries that are damaged or from a newer version are told, kept and passed on', async ({
  newDevice,
}) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  await finishTurn(ana, 'Confirm meeting times');
  const run = await findStoredRun(ana);
  const envelope = { run, actor: 'somebody', device: 'tomorrow', at: Date.now(), parents: [] };
  const occurrence = { step: 'approve-budget', items: [], iteration: 1 };
  await storeUpdate(
    ana,
    appended([
      { ...envelope, id: 'from-tomorrow', type: 'step.completed/99', occurrence, data: { seal: 'gold' } },
      { ...envelope, id: 7, type: 'step.completed/99', occurrence, data: {} },
      'half an entr',
    ]),
  );
  await storeUpdate(ana, Uint8Array.of(1, 1, 250, 3, 77));

  await ana.reload();
  await ana.waitForText('One entry of Business trip was made by a newer version of Baton.');
  await ana.waitForText('3 entries of Business trip cannot be read.');
  await approveBudget(ana);
  await openTrip(ana);
  await ana.waitForText('Update Baton on this device to see it. It is kept and passed on.');
  await ana.waitForText('It is kept as it is, and everything else works.');
  await ana.waitForText('2 of 10 done');

  // What came in a readable update travels on; the unreadable one stays aside on its own device.
  const link = await makeInvite(ana, 'Sam');
  await joinWith(sam, link, 'Sam');
  await sam.waitForText('One entry of Business trip was made by a newer version of Baton.');
  await sam.waitForText('2 entries of Business trip cannot be read.');
  await bookFlights(sam);
  await closeSheet(ana);
  await openTrip(ana);
  await waitForState(ana, 'Book flights', 'Done');
  await ana.reload();
  await ana.waitForText('One entry here was made by a newer version of Baton.');
  await ana.waitForText('3 of 10 done');
});

test('with the server away the app does everything that needs no other device', async ({
  newDevice,
  server,
}) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await waitUntilInstalled(ana);
  await server.kill();
  await ana.reload();
  await startTrip(ana);
  await ana.waitForText('Saved on this device. Not shared with anybody yet.');
  await finishTurn(ana, 'Confirm meeting times');
  await ana.click('link', 'People');
  await ana.click('button', 'Invite Sam');
  await ana.click('button', 'Make the invite', { role: 'dialog' });
  await ana.waitForText('Making an invite needs the relay once, and it cannot be reached.');
  await closeSheet(ana);
  await ana.reload();
  await toNow(ana);
  await waitForTurn(ana, 'Approve the budget');

  await server.start();
  const link = await makeInvite(ana, 'Sam');
  const sam = await newDevice('Sam');
  await joinWith(sam, link, 'Sam');
  await waitForTurn(sam, 'Book flights');
});

/** An update of a run's log that adds these entries, from a device that nobody has met. */
function appended(entries: readonly unknown[]): Uint8Array {
  const doc = new Y.Doc();
  doc.getArray<unknown>('events').push([...entries]);
  return Y.encodeStateAsUpdate(doc);
}
