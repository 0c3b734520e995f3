/** A flow as a map, by days and by people: on a phone and on a desk, with fingers and with keys alone. */
import { expectAccessible } from './support/accessible.ts';
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { startTyped } from './support/start-flow.ts';
import { phone } from './support/tab.ts';

const desk = { width: 1440, height: 900 };
const lines = [
  'Bake sale:',
  'Ask the school @Ana by fri',
  '& Buy flour @Sam by thu',
  'Bake @Ana',
  'Sell @Sam',
];
const pictures = { Map: 'Map of Bake sale', Days: 'Days of Bake sale', People: 'Who does what in Bake sale' };

async function openPicture(device: Device, tab: keyof typeof pictures): Promise<void> {
  await device.click('tab', tab);
  await device.waitFor('region', pictures[tab]);
}

async function startSale(device: Device): Promise<void> {
  await startTyped(device, lines, 'Ana');
  await device.goto('/flows');
  await device.click('link', /^Bake sale/, { role: 'main' });
  await device.waitFor('tab', 'Map');
}

test('a step is opened from each picture, which stays behind it and after a reload', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const ana = await newDevice('Ana');
  await startSale(ana);
  for (const size of [phone, desk]) {
    await ana.setViewport(size);
    for (const tab of ['Map', 'Days', 'People'] as const) {
      await openPicture(ana, tab);
      await ana.click('button', /^Ask the school/, { role: 'region', name: pictures[tab] });
      await ana.waitFor('button', 'Close');
      expect(await ana.path()).toContain(`?view=${tab.toLowerCase()}`);
      await ana.click('button', 'Close');
      await ana.waitFor('tab', tab);
    }
    await ana.reload();
    await ana.waitFor('region', pictures.People);
  }

  // On a desk the picture that was looked at last is there again.
  await openPicture(ana, 'Days');
  await ana.goto('/flows');
  await ana.click('link', /^Bake sale/, { role: 'main' });
  await ana.waitFor('region', pictures.Days);
});

test('the map is walked, zoomed and opened with keys alone', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startSale(ana);
  await openPicture(ana, 'Map');
  await ana.click('tab', 'Map');
  await ana.press('Tab');
  expect(await ana.focused()).toMatch(/^Ask the school/);
  await ana.press('ArrowDown');
  expect(await ana.focused()).toMatch(/^Bake/);
  await ana.press('ArrowDown');
  expect(await ana.focused()).toMatch(/^Sell/);
  await ana.press('Home');
  await ana.press('ArrowRight');
  expect(await ana.focused()).toMatch(/^Buy flour/);
  const drawn = () => ana.evaluate(() => document.querySelector('[data-smooth]')?.getAttribute('style'));
  const before = await drawn();
  await ana.press('+');
  expect(await drawn()).not.toBe(before);
  await ana.press('0');
  await ana.press('Enter');
  await ana.waitFor('heading', 'Buy flour', { role: 'dialog' });
  await ana.press('Escape');

  await ana.click('button', 'As a list');
  await ana.waitForText('Starts after Ask the school and Buy flour');
  expect(await ana.focused()).toBe('As a map');
});

test('@chromium no violation in any picture of a flow', async ({ newDevice }) => {
  test.setTimeout(180_000);
  const ana = await newDevice('Ana');
  await startSale(ana);
  const address = (await ana.path()).split('?')[0] ?? '';
  await expectAccessible(
    ana,
    (['Map', 'Days', 'People'] as const).map((tab) => ({
      name: tab,
      open: async (device) => {
        await device.goto(`${address}?view=${tab.toLowerCase()}`);
        await device.waitFor('region', pictures[tab]);
      },
    })),
  );
});
