/**
 * The flight lands two hours later: what was done with the old hour in mind is looked at again, and nothing
 * else; dates that follow a fact move with it, and whoever is concerned is told once.
 */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { joinWith, makeDeviceInvite } from './support/household-on-screen.ts';
import {
  closeStep,
  dayAhead,
  finishTurn,
  openStep,
  setFact,
  toNow,
  waitForTurn,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';
import {
  approveBudget,
  bookFlights,
  finishWaiting,
  landing,
  openTrip,
  shareTrip,
} from './support/trip-on-screen.ts';

const transfer = 'Airport transfer';
const itinerary = 'Send invites and itinerary';
const asks = { role: 'list', name: 'Check again' } as const;

/** The flow, from the confirmed meeting to a booked transfer and a table for dinner. */
async function bookEverything(ana: Device, sam: Device): Promise<void> {
  await finishTurn(ana, 'Confirm meeting times');
  await bookFlights(sam, '14:10');
  // The hotel is taken by somebody who knows the day of the landing.
  await ana.waitForText('Dinner after the meeting');
  await ana.waitForNoText('After Book flights');
  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');
  await finishTurn(ana, 'Dinner after the meeting');
  await finishWaiting(sam, 'Hotel check-in time', { 'Hotel check-in': { Day: landing, Time: '15:00' } });
  await finishTurn(sam, transfer);
}

async function moveFlight(tab: Tab, time: string): Promise<void> {
  await setFact(tab, 'Flight lands', { Day: landing, Time: time });
}

/** On the rail: exactly these steps ask, and all others that were done stay so. */
async function expectRail(tab: Tab, states: Readonly<Record<string, string>>): Promise<void> {
  for (const [title, state] of Object.entries(states)) await tab.waitFor('link', `${title}, ${state}`);
  const rows = await tab.texts('listitem', { role: 'region', name: 'Steps' });
  const asking = Object.values(states).filter((state) => state === 'Check again').length;
  expect(rows.filter((row) => row.includes('Check again'))).toHaveLength(asking);
}

test('a later flight asks for the transfer alone, and “still right” or the old hour settles it', async ({
  newDevice,
}) => {
  test.setTimeout(150_000);
  const { ana, sam } = await shareTrip(newDevice);
  await bookEverything(ana, sam);
  await openTrip(sam);
  await moveFlight(sam, '16:10');

  await waitForTurn(ana, itinerary);
  await openTrip(ana);
  for (const device of [sam, ana]) {
    await device.waitForText('Flight lands is now 16:10.');
    await device.waitForText('One step to check again:');
    expect(await device.texts('listitem', { role: 'list', name: 'One step to check again:' })).toEqual([
      expect.stringContaining(transfer),
    ]);
    await expectRail(device, {
      'Book flights': 'Done',
      'Reserve the hotel': 'Done',
      'Hotel check-in time': 'Done',
      'Dinner after the meeting': 'Done',
      [transfer]: 'Check again',
    });
    expect(await device.isVisible('button', /^Still right: (?!Airport transfer)/)).toBe(false);
  }
  await openStep(ana, transfer);
  await ana.waitForText('Flight lands was 14:10, is now 16:10');
  await closeStep(ana);

  // The driver waits anyway: said on one phone, it is settled on both.
  await sam.click('button', `Still right: ${transfer}`);
  await sam.waitForText(`${transfer}: still right`);
  for (const device of [sam, ana]) {
    await device.waitFor('link', `${transfer}, Done`);
    await device.waitForNoText('to check again');
    await expectRail(device, { [transfer]: 'Done', 'Dinner after the meeting': 'Done' });
  }

  // What was done since rests on the transfer, and has the hour in it as well.
  await toNow(ana);
  await finishTurn(ana, itinerary);
  await finishTurn(ana, 'Pack');
  await openTrip(ana);
  await sam.waitFor('link', 'Pack, Done');
  await moveFlight(sam, '19:40');
  for (const device of [sam, ana]) {
    await device.waitForText('Flight lands is now 19:40.');
    await device.waitForText('Two steps to check again:');
    await expectRail(device, {
      'Reserve the hotel': 'Done',
      'Dinner after the meeting': 'Done',
      [transfer]: 'Check again',
      [itinerary]: 'Check again',
      Pack: 'Done, for now',
    });
  }
  // Ana is told of what is hers, once.
  await toNow(ana);
  await ana.waitForText(/Flight lands was [\d:]+, is now 19:40\. One step to check again\./);
  await openTrip(ana);

  await moveFlight(sam, '16:10');
  for (const device of [sam, ana]) {
    await device.waitForNoText('to check again');
    await expectRail(device, { [transfer]: 'Done', [itinerary]: 'Done', Pack: 'Done' });
    expect(await device.isVisible('list', asks.name)).toBe(false);
  }
  await toNow(ana);
  await waitForTurn(ana, 'Hand in the expenses');
  await ana.waitForNoText('Flight lands was');
});

test('with the meeting open steps move, done ones ask, and each is told once', async ({ newDevice }) => {
  test.setTimeout(150_000);
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await bookFlights(sam);
  const link = await makeDeviceInvite(sam, 'Ana');
  const tablet = await newDevice('Ana’s tablet');
  await joinWith(tablet, link, 'Ana');
  await sam.click('button', 'Close', { role: 'dialog' });
  for (const device of [ana, tablet]) await waitForTurn(device, 'Approve the budget');

  await openTrip(sam);
  await setFact(sam, 'Meeting', { Day: dayAhead(28) });
  await sam.waitForText(/Meeting is now \w+ \d+ \w+/);
  await expectRail(sam, { 'Confirm meeting times': 'Check again', 'Book flights': 'Check again' });

  const told = /Meeting was \w+ \d+ \w+, is now \w+ \d+ \w+\./;
  for (const device of [ana, tablet]) {
    await device.waitForText(told);
    await device.waitForText(/Approve the budget is now due [\w :]+, was/);
    await device.waitForText('One step to check again.');
  }
  // Sam moved it himself, and need not be told.
  await toNow(sam);
  await sam.waitFor('region', 'Check again: Book flights');
  await sam.waitForText('Meeting was');
  expect(await sam.isVisible('list', 'News')).toBe(false);

  await ana.click('button', /^OK: Meeting was/);
  for (const device of [ana, tablet]) {
    await device.waitForNoText('is now due');
    expect(await device.isVisible('list', 'News')).toBe(false);
    await device.waitFor('region', 'Check again: Confirm meeting times');
    await device.reload();
    await waitForTurn(device, 'Approve the budget');
    await device.waitFor('region', 'Check again: Confirm meeting times');
    expect(await device.isVisible('list', 'News')).toBe(false);
  }
});
