/**
 * The business trip as people use it, by what they read and press. Ana travels and approves, Sam books
 * along, so that after "Confirm meeting times" both have something to do at the same time.
 */
import type { Device } from './device.ts';
import {
  dayAhead,
  decideTurn,
  fillTold,
  finishTurnTelling,
  openFlow,
  type Told,
  toNow,
  waitForTurn,
} from './step-on-screen.ts';
import type { Tab } from './tab.ts';

/** The day on which the flight lands: the meeting is proposed three weeks ahead. */
export const landing = dayAhead(19);

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

/** The budget is looked at and found right; how much it is may be said later. */
export async function approveBudget(tab: Tab): Promise<void> {
  await decideTurn(tab, 'Approve the budget', 'Approved', {});
}

/** The flight lands two days before the meeting; without that nobody could book the transfer. */
export async function bookFlights(tab: Tab, time = '14:10'): Promise<void> {
  await finishTurnTelling(tab, 'Book flights', {
    'Flight lands': { Day: landing, Time: time },
    'Booking reference': 'K7P2QX',
  });
}

/** What somebody outside owes is nobody's turn: it waits on the rail, and is over when they answered. */
export async function finishWaiting(tab: Tab, title: string, told: Told = {}): Promise<void> {
  await openTrip(tab);
  await tab.click('link', `${title}, Waiting`);
  await tab.click('button', 'They answered', { role: 'dialog', name: title });
  await tab.waitFor('dialog', 'What did they say?');
  await fillTold(tab, told);
  await tab.click('button', 'Note it, and done', { role: 'dialog', name: 'What did they say?' });
  await tab.waitForText(`${title}: done`);
  await toNow(tab);
}

/** Opens the trip's rail from Flows. */
export async function openTrip(tab: Tab): Promise<void> {
  await openFlow(tab, 'Business trip');
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
