/**
 * A business trip on two phones, to the end: one nudges the other, the hotel stays silent and is let go for another
 * one, and the flight moves: what was done with the old hour in mind is looked at again, and nothing else.
 */
import { addNumber, fieldsOf, follow, sendMail } from './support/contact-on-screen.ts';
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { aheadTo, clockServer, moveClock } from './support/moved-clock.ts';
import {
  chooseFromMenu,
  closeStep,
  dayAhead,
  finishTurn,
  openStep,
  setFact,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';
import { approveBudget, bookFlights, landing, openTrip, shareTrip } from './support/trip-on-screen.ts';
import { finishOnRail, waitUntilFinished } from './support/step-on-rail.ts';

const sheet = { role: 'dialog' } as const;
const asks = { role: 'list', name: 'Check again' } as const;
const checkIn = 'Hotel check-in time';
const otherHotel = 'Book another hotel';
const transfer = 'Airport transfer';
const itinerary = 'Send invites and itinerary';

test.use({ serverScript: clockServer });

test('@workflow a business trip: a nudge, a silent hotel and another one, a flight that moves three times, to the expenses', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(240_000);
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await nudgeAboutFlights(ana, sam);
  await bookFlights(sam, '14:10');
  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');
  await finishTurn(ana, 'Dinner after the meeting');

  // A day without an answer: the hotel is asked once more, and called a day later.
  await moveClock(server, aheadTo(2, 12), [ana, sam]);
  await sam.click('link', 'Look');
  await sam.waitForText('Nobody has answered yet. It is yours.');
  await sam.click('button', `Ask Hotel: ${checkIn}`);
  await addNumber(sam, 'Hotel', '(020) 7946-0958');
  const question = await follow(sam, 'Text Hotel');
  expect(question.startsWith('sms:02079460958?body=')).toBe(true);
  expect(fieldsOf(question)['body']).toMatch(/^Hello, we have a room .+ and land .+ 14:10\.\nFrom what time/);
  await sam.waitFor('dialog', 'Did Hotel answer?');
  await sam.click('button', 'Not yet', sheet);
  await sam.waitForText('Nothing needs a look');
  await moveClock(server, aheadTo(4, 11), [ana, sam]);
  await sam.waitForText('No answer from Hotel yet. It is yours.');
  await sam.click('button', `Ask Hotel: ${checkIn}`);
  expect(await follow(sam, 'Call Hotel')).toBe('tel:02079460958');
  await sam.waitFor('dialog', 'Did Hotel answer?');
  await sam.click('button', 'No answer, try again', sheet);
  await closeStep(sam);

  // Nobody picks up: who conducts is offered another one, and nobody waits for the first any longer.
  await toNow(ana);
  await ana.click('link', 'Look');
  await ana.click('button', `Go for “${otherHotel}”`);
  await ana.waitForText(`Now it goes on with ${otherHotel}`);
  await openTrip(ana);
  await finishOnRail(ana, otherHotel, { 'Hotel check-in': { Day: landing, Time: '15:00' } });
  await openTrip(sam);
  await waitForState(sam, checkIn, 'Not needed');
  await openStep(ana, 'Reserve the hotel');
  await ana.click('button', 'Undo this', sheet);
  await ana.click('button', 'Done: Cancel the hotel', sheet);
  await closeStep(ana);
  await waitForState(sam, 'Reserve the hotel', 'Undone');
  await finishOnRail(sam, transfer);

  await moveFlights(ana, sam);
  await moveClock(server, aheadTo(23, 12), [ana, sam]);
  await toNow(ana);
  await finishTurn(ana, 'Hand in the expenses');
  await waitUntilFinished('Business trip', [ana, sam]);
});

async function nudgeAboutFlights(ana: Device, sam: Device): Promise<void> {
  await waitForTurn(sam, 'Book flights');
  await openTrip(ana);
  await openStep(ana, 'Book flights');
  await chooseFromMenu(ana, 'Nudge Sam');
  await addNumber(ana, 'Sam', '+351 912 345 678');
  const nudge = await follow(ana, 'Text Sam');
  expect(nudge.startsWith('sms:+351912345678?body=')).toBe(true);
  expect(fieldsOf(nudge)['body']).toMatch(
    /^Hello Sam, how is “Book flights” \(Business trip\) coming along\? It is your turn there\. It is due .+\. Thank you!$/,
  );
  await ana.waitForText('Nudged Sam just now');
  await closeStep(ana);
  await openTrip(sam);
  await openStep(sam, 'Book flights');
  await sam.waitForText('Ana nudged you just now');
  await closeStep(sam);
  await toNow(sam);
  await toNow(ana);
}

/** From a booked transfer to a packed suitcase. */
async function moveFlights(ana: Device, sam: Device): Promise<void> {
  await moveFlight(sam, landing, '16:10');
  await openTrip(ana);
  for (const device of [sam, ana]) {
    await device.waitForText('Flight lands is now 16:10.');
    await device.waitForText('One step to check again:');
    expect(await device.texts('listitem', { role: 'list', name: 'One step to check again:' })).toEqual([
      expect.stringContaining(transfer),
    ]);
    await expectRail(device, {
      'Book flights': 'Done',
      [otherHotel]: 'Done',
      'Dinner after the meeting': 'Done',
      [transfer]: 'Check again',
    });
    expect(await device.isVisible('button', /^Still right: (?!Airport transfer)/)).toBe(false);
  }
  await openStep(ana, transfer);
  await ana.waitForText('Flight lands was 14:10, is now 16:10');
  await closeStep(ana);
  // The driver waits anyway: said on one phone, it is settled on both.
  await stillRight(sam, transfer);
  for (const device of [sam, ana]) {
    await device.waitFor('link', `${transfer}, Done`);
    await device.waitForNoText('to check again');
    await expectRail(device, { [transfer]: 'Done', 'Dinner after the meeting': 'Done' });
  }

  // On another day the room has to be another one too; the dinner hangs on the meeting alone.
  await moveFlight(sam, dayAhead(20), '16:10');
  await ana.waitForText('Two steps to check again:');
  await expectRail(ana, {
    [otherHotel]: 'Check again',
    [transfer]: 'Check again',
    'Dinner after the meeting': 'Done',
  });
  await stillRight(ana, otherHotel);
  await stillRight(sam, transfer);
  await ana.waitForNoText('to check again');

  // What is done now rests on the transfer, and has the hour in it as well.
  await openStep(ana, itinerary);
  expect(fieldsOf(await sendMail(ana))['body']).toContain('(booking K7P2QX)');
  await ana.click('button', 'Done, no answer needed', sheet);
  await ana.waitForText(`${itinerary}: done`);
  await finishOnRail(ana, 'Pack');
  await sam.waitFor('link', 'Pack, Done');
  await moveFlight(sam, dayAhead(20), '19:40');
  for (const device of [sam, ana]) {
    await device.waitForText('Flight lands is now 19:40.');
    await expectRail(device, {
      [otherHotel]: 'Done',
      'Dinner after the meeting': 'Done',
      [transfer]: 'Check again',
      [itinerary]: 'Check again',
      Pack: 'Done, for now',
    });
  }
  // Ana is told of what is hers, once.
  await toNow(ana);
  await ana.waitForText(/Flight lands was .+, is now .*19:40\. One step to check again\./);
  await openTrip(ana);
  await moveFlight(sam, dayAhead(20), '16:10');
  for (const device of [sam, ana]) {
    await device.waitForNoText('to check again');
    await expectRail(device, { [transfer]: 'Done', [itinerary]: 'Done', Pack: 'Done' });
    expect(await device.isVisible('list', asks.name)).toBe(false);
  }
  await toNow(ana);
  await ana.waitForNoText('Flight lands was');
}

async function moveFlight(tab: Tab, day: string, time: string): Promise<void> {
  await setFact(tab, 'Flight lands', { Day: day, Time: time });
}

async function stillRight(tab: Tab, title: string): Promise<void> {
  await tab.click('button', `Still right: ${title}`);
  await tab.waitForText(`${title}: still right`);
}

/** On the rail: exactly these steps ask, and all others that were done stay so. */
async function expectRail(tab: Tab, states: Readonly<Record<string, string>>): Promise<void> {
  for (const [title, state] of Object.entries(states)) await tab.waitFor('link', `${title}, ${state}`);
  const rows = await tab.texts('listitem', { role: 'region', name: 'Steps' });
  const asking = Object.values(states).filter((state) => state === 'Check again').length;
  expect(rows.filter((row) => row.includes('Check again'))).toHaveLength(asking);
}
