/** The harness itself, on a page of a few lines: what the other specs take for granted holds in each engine. */
import { expect, test } from './support/fixtures.ts';

test.use({ serverScript: 'test/e2e/support/page-server.ts' });

const kept = { role: 'region', name: 'Kept' } as const;

const readVisits = () =>
  fetch('/visits').then(
    (response) => response.text(),
    () => 'unreachable',
  );
const addVisit = () => fetch('/visits', { method: 'POST' }).then((response) => response.text());

test('@harness a person fills, chooses, clicks, presses and reads', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/somewhere?x=1#here');
  await ana.waitForText('Ready');
  expect(await ana.path()).toBe('/somewhere?x=1#here');
  expect(await ana.heading()).toBe('Notes');

  await ana.fill('New note', 'wrong');
  await ana.fill('New note', 'Buy milk');
  await ana.fill('Due', '2026-11-27');
  await ana.choose('Who', 'Ben');
  await ana.click('button', 'Add');
  await ana.waitForText(/milk 2026-11-27 b/);
  expect(await ana.texts('listitem')).toEqual(['Buy milk 2026-11-27 b']);
  expect(await ana.texts('button', { role: 'region', name: 'Other' })).toEqual(['Add']);
  expect(await ana.isVisible('button', 'Ad')).toBe(false);
  expect(await ana.isVisible('button', /^ad/i)).toBe(true);
  expect(await ana.isVisible('button', 'Add', kept)).toBe(false);

  await ana.press('Escape');
  await ana.press('Control+k');
  await ana.waitForText('Escape Control k');
  await ana.fill('New note', 'a');
  await ana.type('bc');
  expect(await ana.focused()).toBe('New note');
  await ana.press('Enter');
  await ana.waitForText('abc 2026-11-27');
  expect(await ana.evaluate((factor: number) => Promise.resolve(innerWidth * factor), 2)).toBe(780);
  await ana.setViewport({ width: 1200, height: 700 });
  expect(await ana.evaluate(() => [innerWidth, innerHeight])).toEqual([1200, 700]);
  expect((await ana.screenshot()).subarray(1, 4).toString()).toBe('PNG');
});

test('@harness two tabs are one device, two devices are not', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  const ben = await newDevice('Ben');
  await ana.goto('/');
  await ben.goto(ben.linkFor(`${ana.origin}/join#secret`));
  expect(await ben.path()).toBe('/join#secret');
  const second = await ana.newTab();
  await second.goto('/');
  await ana.fill('New note', 'Shared');
  await ana.click('button', 'Add');
  await second.waitForText('Shared a');
  expect(await second.texts('listitem', kept)).toEqual(['Shared a']);
  await second.close();
  expect(await ana.texts('listitem', kept)).toEqual(['Shared a']);
  expect(await ben.texts('listitem', kept)).toEqual([]);
});

test('@harness a device offline keeps its page, the other stays online', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  const ben = await newDevice('Ben');
  for (const device of [ana, ben]) {
    await device.goto('/');
    await device.waitForText('Ready');
  }
  ana.goOffline();
  expect(await ana.evaluate(readVisits)).toBe('unreachable');
  expect(await ben.evaluate(readVisits)).toBe('0');
  await ana.reload();
  expect(await ana.heading()).toBe('Notes');
  ana.goOnline();
  expect(await ana.evaluate(readVisits)).toBe('0');
});

test.describe('in a browser of its own', () => {
  test.use({ ownBrowser: true });

  test('@harness what was stored outlives a kill', async ({ newDevice }) => {
    const ana = await newDevice('Ana');
    await ana.goto('/');
    await ana.waitForText('Ready');
    await ana.fill('New note', 'Kept');
    await ana.click('button', 'Add');
    await ana.waitForText('Kept a');
    await ana.kill();
    await ana.reopen('/');
    await ana.waitForText('Kept a');
  });
});

test('@harness a server comes back after a kill with its data, and without it after a wipe', async ({
  newDevice,
  server,
}) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.evaluate(addVisit);
  await server.kill();
  expect(await ana.evaluate(readVisits)).toBe('unreachable');
  await server.start();
  expect(await ana.evaluate(readVisits)).toBe('1');
  await server.wipe();
  expect(await ana.evaluate(readVisits)).toBe('0');
  expect(await server.stop()).toBe(0);
});
