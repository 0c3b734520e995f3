/**
 * People reach each other through their own phones: Baton fills the text in, opens the app, and asks what came
 * of it. The addresses are what is looked at; no browser here has a phone behind it.
 */
import { addNumber, fieldsOf, follow } from './support/contact-on-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { startReady } from './support/start-flow.ts';
import {
  chooseFromMenu,
  closeStep,
  fillTold,
  finishTurn,
  openStep,
  setFact,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import { approveBudget, bookFlights, landing, openTrip, shareTrip } from './support/trip-on-screen.ts';

const sheet = { role: 'dialog' } as const;
const checkIn = 'Hotel check-in time';
const itinerary = 'Send invites and itinerary';

test('one nudges the other, and the hotel is texted until it answers with the hour', async ({
  newDevice,
}) => {
  test.setTimeout(150_000);
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
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
  await bookFlights(sam);
  await toNow(ana);
  await approveBudget(ana);
  await finishTurn(ana, 'Reserve the hotel');

  // The plan names a hotel that nobody here has met: with its number it becomes somebody outside.
  await openTrip(sam);
  await waitForState(sam, checkIn, 'Waiting');
  await openStep(sam, checkIn);
  await chooseFromMenu(sam, 'Get in touch with Hotel');
  await addNumber(sam, 'Hotel', '(020) 7946-0958');
  const question = await follow(sam, 'Text Hotel');
  expect(question.startsWith('sms:02079460958?body=')).toBe(true);
  expect(fieldsOf(question)['body']).toMatch(/^Hello, we have a room .+ and land .+ 14:10\.\nFrom what time/);
  await sam.waitFor('dialog', 'Did Hotel answer?');
  await sam.click('button', 'No answer, try again', sheet);
  expect(await follow(sam, 'Call Hotel')).toBe('tel:02079460958');
  await sam.waitFor('dialog', 'Did Hotel answer?');
  await sam.click('button', 'Not yet', sheet);
  await openTrip(ana);
  await openStep(ana, checkIn);
  await ana.waitForText('Waiting for Hotel');
  await closeStep(ana);

  await openStep(sam, checkIn);
  await sam.click('button', 'They answered', sheet);
  await sam.waitFor('dialog', 'What did they say?');
  await sam.fill('In their words', 'From three on', sheet);
  await fillTold(sam, { 'Hotel check-in': { Day: landing, Time: '15:00' } });
  await sam.click('button', 'Note it, and done', sheet);
  await sam.waitForText(`${checkIn}: done`);
  await waitForState(ana, checkIn, 'Done');
  await openStep(ana, checkIn);
  await ana.waitForText('From three on');
  await ana.waitForText(/15:00/);
  await closeStep(ana);
  await toNow(sam);
  await waitForTurn(sam, 'Airport transfer');
});

test('the itinerary is a mail that is filled in as far as things are known, and can be changed', async ({
  newDevice,
}) => {
  test.setTimeout(90_000);
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await startReady(ana, {
    workflow: 'Business trip',
    sam: 'Who books along',
    done: ['Airport transfer', 'Dinner after the meeting'],
  });
  await openTrip(ana);
  await setFact(ana, 'Booking reference', { Text: 'K7P & 2' });
  await openStep(ana, itinerary);
  await ana.click('button', /^Mail it…/, sheet);
  await ana.waitForText(/Not known yet: .*Flight lands/);
  expect(await ana.isVisible('link', 'Text', sheet)).toBe(false);
  const subject = 'See you all there?';
  await ana.fill('Subject', subject, sheet);
  const mail = await follow(ana, 'Mail');
  expect(mail.startsWith('mailto:?subject=')).toBe(true);
  const { body = '' } = fieldsOf(mail);
  expect(fieldsOf(mail)['subject']).toBe(subject);
  expect(body).toContain('My flight lands [Flight lands?] (booking K7P & 2).\r\n');
  await ana.waitFor('dialog', 'Did they answer?');
  await ana.click('button', 'Done, no answer needed', sheet);
  await ana.waitForText(`${itinerary}: done`);
  await waitForState(ana, itinerary, 'Done');
  await waitForState(ana, 'Pack', 'Your turn');
});
