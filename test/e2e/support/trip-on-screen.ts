/**
 * The business trip as people use it, by what they read and press. Ana travels and approves, Sam books
 * along, so that after "Confirm meeting times" both have something to do at the same time.
 */
import type { Device } from './device.ts';
import type { Tab } from './tab.ts';

type NewDevice = (name: string) => Promise<Device>;

/** Ana's first minute: the tile, her name, who books along, and the start. */
export async function startTrip(ana: Tab): Promise<void> {
  await ana.click('link', /Business trip/);
  await ana.fill('Your name', 'Ana');
  await ana.click('button', /Who does what/);
  await ana.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
  await ana.fill('Their name', 'Sam');
  await ana.click('button', 'Done', { role: 'dialog', name: 'Who does what' });
  await ana.click('button', 'Show me whose turn it is');
  await waitForTurn(ana, 'Confirm meeting times');
}

/** Makes an invite on People and leaves its sheet open; returns the link. */
export async function makeInvite(tab: Tab, name: string): Promise<string> {
  await tab.click('link', 'People');
  await tab.click('button', `Invite ${name}`);
  return readLink(tab);
}

/** The same for somebody who has joined already, with another device. */
export async function makeDeviceInvite(tab: Tab, name: string): Promise<string> {
  await tab.click('link', 'People');
  await tab.click('button', name, { role: 'main' });
  await tab.click('button', 'Add a device', { role: 'dialog' });
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

/** Ana has started the trip and Sam has joined; both are on Now. */
export async function shareTrip(
  newDevice: NewDevice,
): Promise<{ readonly ana: Device; readonly sam: Device }> {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/');
  await startTrip(ana);
  const link = await makeInvite(ana, 'Sam');
  await joinWith(sam, link, 'Sam');
  await closeSheet(ana);
  await toNow(ana);
  await waitForTurn(ana, 'Confirm meeting times');
  return { ana, sam };
}

export async function toNow(tab: Tab): Promise<void> {
  await tab.click('link', /^Now/);
}

/** Waits until this step is the card on top of Now. */
export async function waitForTurn(tab: Tab, title: string): Promise<void> {
  await tab.waitFor('link', title, { role: 'article' });
}

/** Presses Done on Now's card, and waits until the app says that it is done. */
export async function finishTurn(tab: Tab, title: string): Promise<void> {
  await waitForTurn(tab, title);
  await tab.click('button', /^Done/, { role: 'article' });
  await tab.waitForText(`${title}: done`);
}

/** What somebody outside owes is nobody's turn: it waits on the rail, and is done in its own sheet. */
export async function finishWaiting(tab: Tab, title: string): Promise<void> {
  await openTrip(tab);
  await tab.click('link', `${title}, Waiting`);
  await tab.click('button', 'Done, pass it on', { role: 'dialog', name: title });
  await tab.waitForText(`${title}: done`);
  await toNow(tab);
}

/** Opens the trip's rail from Flows. */
export async function openTrip(tab: Tab): Promise<void> {
  await tab.click('link', /^Flows/);
  await tab.click('link', /Business trip/, { role: 'main' });
  await tab.waitFor('region', 'Steps');
}

/** On the rail: what a step's row says of its state. */
export async function waitForState(tab: Tab, title: string, state: string): Promise<void> {
  await tab.waitFor('link', new RegExp(`^${title}.*${state}`));
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

async function readLink(tab: Tab): Promise<string> {
  const label = 'The link, shown only now';
  await tab.waitFor('textbox', label);
  return tab.evaluate((text: string) => {
    const named = [...document.querySelectorAll('label')].find((each) => each.innerText.trim() === text);
    return named?.control instanceof HTMLInputElement ? named.control.value : '';
  }, label);
}
