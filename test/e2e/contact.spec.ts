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
  openStep,
  setFact,
  waitForState,
} from './support/step-on-screen.ts';
import { landing, openTrip } from './support/trip-on-screen.ts';

const sheet = { role: 'dialog' } as const;
const checkIn = 'Hotel check-in time';
const itinerary = 'Send invites and itinerary';

test('the hotel is texted until it answers with the hour', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startReady(ana, {
    workflow: 'Business trip',
    sam: 'Who approves the budget',
    done: ['Reserve the hotel'],
  });

  // The plan names a hotel that nobody here has met: with its number it becomes somebody outside.
  await openTrip(ana);
  await waitForState(ana, checkIn, 'Waiting');
  await openStep(ana, checkIn);
  await chooseFromMenu(ana, 'Get in touch with Hotel');
  await addNumber(ana, 'Hotel', '(020) 7946-0958');
  expect(await follow(ana, 'Text Hotel')).toMatch(/^sms:02079460958\?body=/);
  await ana.waitFor('dialog', 'Did Hotel answer?');
  await ana.click('button', 'No answer, try again', sheet);
  expect(await follow(ana, 'Call Hotel')).toBe('tel:02079460958');
  await ana.waitFor('dialog', 'Did Hotel answer?');
  await ana.click('button', 'Not yet', sheet);
  await openStep(ana, checkIn);
  await ana.waitForText('Waiting for Hotel');
  await ana.click('button', 'They answered', sheet);
  await ana.waitFor('dialog', 'What did they say?');
  await ana.fill('In their words', 'From three on', sheet);
  await fillTold(ana, { 'Hotel check-in': { Day: landing, Time: '15:00' } });
  await ana.click('button', 'Note it, and done', sheet);
  await ana.waitForText(`${checkIn}: done`);
  await waitForState(ana, checkIn, 'Done');
  await openStep(ana, checkIn);
  await ana.waitForText('From three on');
  await ana.waitForText(/15:00/);
  await closeStep(ana);
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
