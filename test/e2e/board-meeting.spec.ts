/**
 * A board meeting on two phones, to the end, with a trip in it: the numbers are late and last quarter's stand in,
 * the deck is sent back, the numbers change once the pack is out, and the flight moves.
 */
import { fieldsOf, sendMail } from './support/contact-on-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { shareFlow } from './support/household-on-screen.ts';
import { aheadTo, clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import {
  closeStep,
  dayAhead,
  decide,
  fillTold,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
} from './support/step-on-screen.ts';
import { finishOnRail, hearOnRail } from './support/step-on-rail.ts';
import type { Tab } from './support/tab.ts';
import { approve, sendBack, writeDownFor } from './support/vote-on-screen.ts';
import { waitUntilFinished } from './support/step-on-rail.ts';

const sheet = { role: 'dialog' } as const;
const flow = 'Board meeting';
const deck = 'Make the deck';
const review = 'Look over the deck';
const pack = 'Send the pack';
const numbers = 'Numbers of the quarter';
const standIn = 'Last quarter’s numbers for now';
const itinerary = 'Send invites and itinerary';
const transport = 'Book transport on the day';
/** Proposed by the form: five weeks and a day ahead. */
const meeting = 36;

test.use({ serverScript: clockServer });

test('@workflow a board meeting: a trip in it, late numbers, a deck sent back, a pack put right, to the minutes', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(300_000);
  const { ana, sam } = await shareFlow(newDevice, (tab) =>
    startReady(tab, {
      workflow: '/new/board-meeting',
      sam: 'Who knows the numbers',
      leo: 'Who chairs the board',
      done: [],
    }),
  );

  // The hour is said where they meet; everybody else sees whose it is.
  await openFlow(ana, flow);
  await openStep(ana, 'Fix the day and the hour');
  await ana.click('button', /^Done/, sheet);
  await fillTold(ana, { 'It begins': { Day: dayAhead(meeting), Time: '10:00' } });
  await ana.click('button', /Change the time zone/, { role: 'group', name: 'It begins' });
  await fillTold(ana, {
    'It begins': { 'Time zone': 'Pacific/Auckland' },
    'It ends': { Day: dayAhead(meeting), Time: '13:00' },
  });
  await ana.click('button', /^Done/, { role: 'dialog', name: 'What came out of it?' });
  await ana.waitForText('Fix the day and the hour: done');
  await finishOnRail(ana, 'Book the room', { 'Where we meet': 'Quay Street 1' });
  await finishOnRail(ana, 'Write the agenda', { Agenda: 'https://acme.example.org/agenda' });
  await travel(ana);

  // The numbers are late: Sam is reminded, and a day later Ana is offered last quarter's.
  await moveClock(server, aheadTo(meeting - 12, 12), [ana, sam]);
  await sam.click('link', 'Look');
  await sam.waitForText(/It was due .+\. It is yours\./);
  await sam.waitForText(numbers);
  await toNow(ana);
  await ana.click('link', 'Look');
  await ana.click('button', `Go for “${standIn}”`);
  await ana.waitForText(`Now it goes on with ${standIn}`);
  await openFlow(ana, flow);
  await finishOnRail(ana, standIn, { 'Revenue of the quarter': '100000', 'Cash at hand': '900000' });
  await finishOnRail(ana, deck, { Deck: 'https://acme.example.org/deck-1' });

  // Two of three want something else: Ana, and Leo, who has no device.
  await sendBack(ana, review, 'Say what you need from the board');
  await openFlow(ana, flow);
  await writeDownFor(ana, 'Leo', review, 'The costs are missing');
  await waitForState(ana, deck, 'Your turn');
  await finishOnRail(ana, deck, { Deck: 'https://acme.example.org/deck-2' });

  // The numbers come after all: the deck asks, and holds.
  await openFlow(sam, flow);
  await finishOnRail(sam, numbers, { 'Revenue of the quarter': '120000', 'Cash at hand': '900000' });
  await waitForState(ana, deck, 'Check again');
  await stillRight(ana, deck);
  await approve(sam, review);
  await approve(ana, review);
  await openFlow(ana, flow);
  await openFlow(sam, flow);
  const { body = '' } = await mail(ana, pack);
  for (const told of ['Quay Street 1', '/deck-2', '120,000']) expect(body).toContain(told);
  await finishOnRail(ana, transport);

  // And change once it is out: the deck, then the pack, of which the others are told beside it.
  await setFact(sam, 'Revenue of the quarter', { Amount: '125000' });
  for (const title of [deck, pack]) await waitForState(ana, title, 'Check again');
  await stillRight(ana, deck);
  await openStep(ana, pack);
  await ana.click('button', 'Put it right…', sheet);
  await ana.fill('What was put right', 'Mailed everybody the new page', sheet);
  await ana.click('button', 'Put it right', sheet);
  await ana.waitForText(`${pack}: put right`);
  await closeStep(ana);
  await waitForState(sam, pack, 'Done');

  // The flight moves: whoever books the cars hears of it as well.
  await setFact(sam, 'Flight lands', { Day: dayAhead(meeting - 2), Time: '18:40' });
  for (const title of ['Airport transfer', itinerary, transport]) {
    await waitForState(ana, title, 'Check again');
    await stillRight(ana, title);
  }

  await moveClock(server, aheadTo(meeting + 2, 12), [ana, sam]);
  await openFlow(ana, flow);
  for (const title of ['Hand in the expenses', 'Write the minutes']) await finishOnRail(ana, title);
  await waitUntilFinished(flow, [ana, sam]);
});

/** The trip that is a part of it, up to the suitcase. */
async function travel(ana: Tab): Promise<void> {
  const landing = dayAhead(meeting - 2);
  await finishOnRail(ana, 'Confirm meeting times');
  await finishOnRail(ana, 'Book flights', {
    'Flight lands': { Day: landing, Time: '14:10' },
    'Booking reference': 'K7P2QX',
  });
  await openStep(ana, 'Approve the budget');
  await decide(ana, 'Approve the budget', 'Approved', {});
  await finishOnRail(ana, 'Reserve the hotel');
  await hearOnRail(ana, 'Hotel check-in time', { 'Hotel check-in': { Day: landing, Time: '15:00' } });
  await finishOnRail(ana, 'Airport transfer');
  await finishOnRail(ana, 'Dinner after the meeting', {});
  await mail(ana, itinerary);
  await finishOnRail(ana, 'Pack');
}

/** What the mail says; it needs no answer. */
async function mail(tab: Tab, title: string): Promise<Readonly<Record<string, string>>> {
  await openStep(tab, title);
  const fields = fieldsOf(await sendMail(tab));
  await tab.click('button', 'Done, no answer needed', sheet);
  await tab.waitForText(`${title}: done`);
  return fields;
}

async function stillRight(tab: Tab, title: string): Promise<void> {
  await tab.click('button', `Still right: ${title}`);
  await tab.waitForText(`${title}: still right`);
}
