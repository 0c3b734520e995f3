/** Joining by the code on somebody's screen: through a camera, or from a picture of it. */
import type { Page } from '@playwright/test';
import { writeCameraFilm } from './support/camera-film.ts';
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { arrive, makeInvite } from './support/household-on-screen.ts';
import { startTrip } from './support/trip-on-screen.ts';
import { waitUntil } from './support/wait-until.ts';

test.use({ ownBrowser: true });

test('@chromium a code that is held before the camera lets a phone in, after one that is no invite', async ({
  newDevice,
}, info) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await startTrip(ana);
  // Her address is not Sam's; only what follows it counts.
  const link = await makeInvite(ana, 'Sam');
  const film = writeCameraFilm(info.outputPath('camera.y4m'), [
    { code: 'https://shop.test/fish', seconds: 6 },
    { code: link, seconds: 20 },
  ]);

  const sam = await newDevice('Sam', film);
  const addresses = listenForAddresses(sam);
  await sam.goto('/');
  await sam.click('link', 'I have an invite');
  await rememberCameras(pageOf(sam));
  await sam.click('button', 'Scan a code');
  await sam.waitForText('That code is not an invite of Baton');
  expect(await camerasOn(pageOf(sam))).toEqual([true]);
  await arrive(sam, 'Sam');
  expect(await camerasOn(pageOf(sam))).toEqual([false]);
  await sam.waitForText('Ana has it');
  // Nothing was asked of the addresses in the codes, and no secret is in one that was.
  expect(addresses.filter((address) => !address.startsWith(sam.origin))).toEqual([]);
  expect(addresses.join()).not.toContain('invite=');
});

test('@chromium a picture of the code does where no camera may be used', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  await makeInvite(ana, 'Sam');
  const code = pageOf(ana).getByRole('img', { name: 'The invite for Sam, as a code to scan' });
  const box = await code.boundingBox();
  expect(box?.width).toBeGreaterThanOrEqual(220);
  // In the dark as well: the code stays dark on light.
  await pageOf(ana).emulateMedia({ colorScheme: 'dark' });
  const picture = await code.screenshot();

  await sam.goto('/join');
  await sam.click('button', 'Scan a code');
  await sam.waitFor('button', 'Try again');
  await give(sam, Buffer.from('no picture at all'));
  await sam.waitForText('That file is not a picture');
  await give(sam, await pageOf(sam).screenshot());
  await sam.waitForText('There is no code to be seen in that picture');
  await give(sam, picture);
  await arrive(sam, 'Sam');
  await sam.waitForText('Ana has it');
});

test('@chromium leaving or hiding the page turns the camera off', async ({ newDevice }, info) => {
  const film = writeCameraFilm(info.outputPath('camera.y4m'), [
    { code: 'https://shop.test/fish', seconds: 2 },
  ]);
  const sam = await newDevice('Sam', film);
  await sam.goto('/');
  await sam.click('link', 'I have an invite');
  const page = pageOf(sam);
  await rememberCameras(page);
  await sam.click('button', 'Scan a code');
  await sam.waitForText('That code is not an invite of Baton');
  await sam.press('Escape');
  await expectCameras(page, [false]);

  await sam.click('button', 'Scan a code');
  await expectCameras(page, [false, true]);
  // Playwright keeps every page in sight, so the page is told.
  await setHidden(page, true);
  await expectCameras(page, [false, false]);
  await setHidden(page, false);
  await expectCameras(page, [false, false, true]);
  await page.goBack();
  await sam.waitForText('What keeps slipping?');
  await expectCameras(page, [false, false, false]);
});

function pageOf(device: Device): Page {
  if (device.page === null) throw new Error('This needs a browser that Playwright drives.');
  return device.page;
}

function listenForAddresses(device: Device): readonly string[] {
  const addresses: string[] = [];
  pageOf(device).on('request', (request) => addresses.push(request.url()));
  pageOf(device).on('framenavigated', (frame) => addresses.push(frame.url()));
  return addresses;
}

async function give(device: Device, picture: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    pageOf(device).waitForEvent('filechooser'),
    device.click('button', 'Choose a picture'),
  ]);
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
}

interface Watching {
  cameras: MediaStreamTrack[];
}

/** From now on the page keeps what the browser hands it of cameras. */
async function rememberCameras(page: Page): Promise<void> {
  await page.evaluate(() => {
    const cameras: MediaStreamTrack[] = [];
    (globalThis as unknown as Watching).cameras = cameras;
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      cameras.push(...stream.getTracks());
      return stream;
    };
  });
}

/** Every camera since, and whether it is on. */
function camerasOn(page: Page): Promise<readonly boolean[]> {
  return page.evaluate(() =>
    (globalThis as unknown as Watching).cameras.map((track) => track.readyState === 'live'),
  );
}

async function expectCameras(page: Page, wanted: readonly boolean[]): Promise<void> {
  await waitUntil(
    async () => JSON.stringify(await camerasOn(page)) === JSON.stringify(wanted),
    async () => `cameras: ${JSON.stringify(await camerasOn(page))}, wanted ${JSON.stringify(wanted)}`,
  );
}

async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
