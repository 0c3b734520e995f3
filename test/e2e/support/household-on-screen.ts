/** A household on several devices: invites, joining, and being away from the network. */
import type { Device } from './device.ts';
import { toNow } from './step-on-screen.ts';
import type { Tab } from './tab.ts';

export type NewDevice = (name: string) => Promise<Device>;

/** Two phones on Now: Ana has started something with Sam in it, and Sam has joined. */
export async function shareFlow(
  newDevice: NewDevice,
  start: (ana: Device) => Promise<void>,
): Promise<{ readonly ana: Device; readonly sam: Device }> {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await start(ana);
  const link = await makeInvite(ana, 'Sam');
  await joinWith(sam, link, 'Sam');
  await closeSheet(ana);
  await toNow(ana);
  return { ana, sam };
}

/** Makes an invite on People and leaves its sheet open; returns the link. */
export async function makeInvite(tab: Tab, name: string): Promise<string> {
  await tab.click('link', 'People');
  await tab.click('button', `Invite ${name}`);
  await tab.click('button', 'Make the invite', { role: 'dialog' });
  return readLink(tab);
}

/** The same for somebody who has joined already, with another device. */
export async function makeDeviceInvite(tab: Tab, name: string): Promise<string> {
  await tab.click('link', 'People');
  await tab.click('button', name, { role: 'main' });
  await tab.click('button', 'Add a device', { role: 'dialog' });
  await tab.click('button', 'Make the invite', { role: 'dialog' });
  return readLink(tab);
}

export async function closeSheet(tab: Tab): Promise<void> {
  await tab.click('button', 'Close', { role: 'dialog' });
}

/** Opens an invite that another device made, and goes on to Now. */
export async function joinWith(device: Device, link: string, name: string): Promise<void> {
  await device.goto(device.linkFor(link));
  await device.click('button', 'Join');
  await arrive(device, name);
}

/** From an accepted invite to Now. */
export async function arrive(tab: Tab, name: string): Promise<void> {
  await tab.waitForText(new RegExp(`You are ${name} (here|in )`));
  await tab.click('link', 'Go to Now');
}

/** They have everything, and then no network. Ends on Now. */
export async function partDevices(devices: readonly Device[]): Promise<void> {
  for (const device of devices) {
    await waitUntilInstalled(device);
    await toNow(device);
    await waitUntilSynced(device);
  }
  for (const device of devices) device.goOffline();
}

export async function bringTogether(devices: readonly Device[]): Promise<void> {
  await Promise.all(devices.map(comeBack));
}

/** Everything made here so far has reached the relay. */
export async function waitUntilSynced(tab: Tab): Promise<void> {
  await tab.waitForText('Saved on this device. Synced');
}

/** The page's files are kept on the device: from now on it opens without a network. */
export async function waitUntilInstalled(tab: Tab): Promise<void> {
  await tab.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

/** The network is back and the phone is taken in hand; without the latter the app tries in its own time. */
export async function comeBack(device: Device): Promise<void> {
  device.goOnline();
  await device.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

/** The link of an invite whose sheet is open. */
export function readLink(tab: Tab): Promise<string> {
  return tab.value('The link, shown only now', { role: 'dialog' });
}
