/**
 * The business trip as people use it, by what they read and press. Ana travels and approves, Sam books
 * along, so that after "Confirm meeting times" both have something to do at the same time.
 */
import type { Device } from './device.ts';
import { type NewDevice, shareFlow } from './household-on-screen.ts';
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

/** Ana's first minute: the tile, her name, who books along, and the start. */
export async function startTrip(ana: Tab): Promise<void> {
  await ana.click('link', /Business trip/);
  await ana.fill('Your name', 'Ana');
  await ana.click('button', /Who does what/);
  await ana.click('radio', 'Somebody new', { role: 'group', name: 'Who books along' });
  await ana.fill('Who books along: their name', 'Sam');
  await ana.click('button', 'Done', { role: 'dialog', name: 'Who does what' });
  await ana.click('button', 'Show me whose turn it is');
  await waitForTurn(ana, 'Confirm meeting times');
}

/** Ana has started the trip and Sam has joined; both are on Now. */
export async function shareTrip(
  newDevice: NewDevice,
): Promise<{ readonly ana: Device; readonly sam: Device }> {
  const devices = await shareFlow(newDevice, startTrip);
  await waitForTurn(devices.ana, 'Confirm meeting times');
  return devices;
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
