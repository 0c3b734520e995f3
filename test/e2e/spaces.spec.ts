/** Several households on one device, a household in a file, leaving, a shared tablet, deleting everything. */
import { expect, test } from './support/fixtures.ts';
import {
  arrive,
  closeSheet,
  makeInvite,
  waitUntilInstalled,
  waitUntilSynced,
} from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import type { Tab } from './support/tab.ts';

const passphrase = 'seven grey herons';
const sheet = { role: 'dialog' } as const;

async function nameHousehold(tab: Tab, name: string): Promise<void> {
  await tab.goto('/settings');
  await tab.click('button', 'Rename');
  await tab.fill('Name', name, sheet);
  await tab.click('button', 'Save', sheet);
  await tab.waitForText(`It is called ${name} now`);
}

async function startHousehold(tab: Tab, name: string, lines: readonly string[], me: string): Promise<void> {
  await startTyped(tab, lines, me);
  await nameHousehold(tab, name);
  await tab.goto('/');
}

test.use({ ownBrowser: true });

test('@three two households on one phone are switched, joined by invite, and left one by one', async ({
  newDevice,
}) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await startHousehold(ana, 'Home', ['Buy milk @ana', 'Cook @sam'], 'ana');
  await startHousehold(sam, 'Office', ['Write the report @sam', 'Read it @kim'], 'sam');

  const link = await makeInvite(ana, 'sam');
  await sam.goto(sam.linkFor(link));
  await sam.waitForText('Office stays as it is');
  await sam.click('button', 'Join');
  await arrive(sam, 'sam');
  await closeSheet(ana);
  await ana.goto('/');
  await sam.waitForText('Buy milk');

  await sam.click('button', 'Home');
  await sam.click('button', 'Office', sheet);
  await sam.waitForText('Write the report');
  await sam.waitForNoText('Buy milk');
  // What happens in the other one is counted there.
  await ana.click('button', 'Done, pass it on');
  await sam.click('button', 'Office');
  await sam.waitForText('sam, 1 baton');
  await sam.click('button', 'Home', sheet);
  await sam.waitForText('Cook');
  await sam.reload();
  await sam.waitForText('Cook');

  await waitUntilSynced(sam);
  await sam.goto('/settings');
  await sam.click('button', 'Leave');
  await sam.waitForText('One other device is in it and keeps its copy.');
  await sam.click('button', 'Leave', sheet);
  await sam.waitForText('Home is gone from this device');
  await sam.waitForText('Write the report');
  await ana.click('link', 'People');
  await ana.waitFor('button', 'Invite sam');
  await sam.reload();
  await sam.waitForText('Write the report');
  const left = await sam.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(left.filter((name) => name.startsWith('baton/space/'))).toHaveLength(1);
});

test('@chromium a household in a file makes another device a member, without a network', async ({
  newDevice,
}) => {
  const [ana, tablet] = await Promise.all([newDevice('Ana'), newDevice('Tablet')]);
  await startHousehold(ana, 'Home', ['Buy milk @ana', 'Cook @sam'], 'ana');
  await tablet.goto('/');
  for (const device of [ana, tablet]) {
    await waitUntilInstalled(device);
    device.goOffline();
  }
  await ana.goto('/settings');
  await ana.click('button', 'Save');
  await ana.waitForText('Whoever has this file and the passphrase is in');
  await ana.fill('Passphrase', 'too short', sheet);
  await ana.click('button', 'Make the file', sheet);
  await ana.waitForText('This passphrase is too short.');
  await ana.fill('Passphrase', passphrase, sheet);
  await ana.click('button', 'Make the file', sheet);
  await ana.waitFor('link', 'Download', sheet);
  if (ana.page === null || tablet.page === null) throw new Error('this spec needs Chromium');
  const [download] = await Promise.all([
    ana.page.waitForEvent('download'),
    ana.click('link', 'Download', sheet),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Home \d{4}-\d\d-\d\d\.baton$/);
  const file = await download.path();

  await tablet.click('button', 'Open a saved file');
  await tablet.page.getByLabel('Choose a file').setInputFiles(file);
  await tablet.fill('Passphrase', 'seven grey cranes', sheet);
  await tablet.click('button', 'Open it', sheet);
  await tablet.waitForText('This is not its passphrase.');
  await tablet.fill('Passphrase', passphrase, sheet);
  await tablet.click('button', 'Open it', sheet);
  await tablet.waitForText('Home is on this device');
  await tablet.waitForText('Buy milk');
  await tablet.click('button', 'Done, pass it on');
  await tablet.waitForText('Cook');
  for (const device of [ana, tablet]) device.goOnline();
  await ana.goto('/');
  await ana.waitForText('You hold no baton');
});

test('a tablet that several people use asks after a while, in place of anybody’s Now', async ({
  newDevice,
}) => {
  const tablet = await newDevice('Tablet');
  await startHousehold(tablet, 'Home', ['Buy milk @ana', 'Cook @sam'], 'ana');
  await tablet.goto('/settings');
  await tablet.click('button', 'Turn on');
  await tablet.waitForText('Your face on Now switches, too');
  await tablet.goto('/');
  await tablet.click('button', 'Who are you?');
  await tablet.click('radio', 'sam', sheet);
  await tablet.click('button', 'I am sam', sheet);
  await tablet.waitForText('You are sam on this device now');
  // An hour goes by without anybody looking.
  await tablet.kill();
  await tablet.reopen('/');
  await tablet.waitForText(/You hold/);
  await tablet.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('baton/device');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('the device database does not open'));
    });
    const transaction = database.transaction('device', 'readwrite');
    transaction.objectStore('device').put(Date.now() - 60 * 60_000, 'seenAt');
    await new Promise<void>((resolve) => {
      transaction.oncomplete = () => resolve();
    });
    database.close();
  });
  await tablet.kill();
  await tablet.reopen('/');
  await tablet.waitForText('Who are you?');
  await tablet.waitForNoText('Buy milk');
  await tablet.click('radio', 'ana');
  await tablet.click('button', 'That’s me');
  await tablet.waitForText('Buy milk');
});

test('everything on a device is deleted in two taps, offline, and every tab begins anew', async ({
  newDevice,
}) => {
  const ana = await newDevice('Ana');
  await startHousehold(ana, 'Home', ['Buy milk @ana'], 'ana');
  await waitUntilInstalled(ana);
  const other = await ana.newTab();
  await other.goto('/');
  await other.waitForText('Buy milk');
  ana.goOffline();
  await ana.goto('/settings');
  await ana.click('radio', 'Dark');
  await ana.click('button', 'Delete');
  await ana.waitForText('Home: nobody else has it');
  await ana.click('button', 'Go on', sheet);
  await ana.click('button', 'Delete everything now', sheet);
  await ana.waitForText('What keeps slipping?');
  await other.waitForText('What keeps slipping?');
  const left = await ana.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    stored: localStorage.length,
  }));
  expect(left.databases.filter((name) => /^baton\/(space|run)\//.test(name))).toEqual([]);
  expect(left.stored).toBe(0);
  expect(await ana.path()).toBe('/');
});
