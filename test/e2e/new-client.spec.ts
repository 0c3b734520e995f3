/**
 * A new client on two phones, to the end: the contract does not come back, the access fails three times and does
 * not work at first, and the kick-off is told in another zone.
 */
import { fieldsOf, sendMail } from './support/contact-on-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { shareFlow } from './support/household-on-screen.ts';
import { aheadTo, clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import {
  closeStep,
  dayAhead,
  fillTold,
  finishTurn,
  openFlow,
  openStep,
  toNow,
  waitForState,
} from './support/step-on-screen.ts';
import {
  hearOnRail,
  decideOnRail,
  finishOnRail,
  getStuckOnRail,
  waitUntilFinished,
} from './support/step-on-rail.ts';

const flow = 'New client';
const sheet = { role: 'dialog' } as const;
const contract = 'Contract signed';
const access = 'Give them access';
const works = 'Does the access work?';
const call = 'Kick-off call';
const minute = 60_000;

test.use({ serverScript: clockServer });

test('@workflow a new client: the contract is asked for twice, the access fails three times, and the kick-off is at their hour', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const { ana, sam } = await shareFlow(newDevice, (tab) =>
    startReady(tab, { workflow: flow, sam: 'Who sets things up', known: { Client: 'Hartwell' }, done: [] }),
  );

  await openFlow(ana, flow);
  await openStep(ana, contract);
  expect(fieldsOf(await sendMail(ana))['subject']).toBe('The contract for Hartwell');
  await ana.click('button', 'Not yet', sheet);
  await waitForState(ana, contract, 'Waiting');

  // Nothing comes back, so it is asked for once more.
  let ahead = aheadTo(3, 12);
  await moveClock(server, ahead, [ana, sam]);
  await toNow(ana);
  await ana.click('link', 'Look');
  await ana.waitForText('No answer from the other side yet. It is yours.');
  await ana.click('link', `Open it: ${contract}`);
  await sendMail(ana, 'Ask again…');
  await ana.click('button', 'Not yet', sheet);
  await toNow(ana);
  await ana.waitForNoText('needs a look');
  await openFlow(ana, flow);
  await hearOnRail(ana, contract);

  await finishOnRail(ana, 'Put them on the client list');
  await openStep(ana, 'Set up the invoices');
  await ana.click('button', /^Done/, sheet);
  await ana.click('radio', 'Plus', { role: 'group', name: 'Plan' });
  await ana.click('button', /^Done/, { role: 'dialog', name: 'What came out of it?' });
  await ana.waitForText('Set up the invoices: done');
  await finishOnRail(ana, 'Hand-off notes', {
    'What was promised': 'Two seats more',
    'What they hope for first': 'The quarterly report',
  });

  // The access fails: Sam is told when to try again, and the third time Ana is told.
  for (const wait of [31, 61]) {
    await openFlow(sam, flow);
    await getStuckOnRail(sam, access, 'It does not let me in');
    ahead += wait * minute;
    await moveClock(server, ahead, [ana, sam]);
    await toNow(sam);
    await sam.click('link', 'Look');
    await sam.waitForText('You got stuck with it: “It does not let me in”.');
    await sam.click('button', 'Try it again');
    await sam.waitForText(`${access}: tried again`);
  }
  await toNow(ana);
  expect(await ana.isVisible('link', 'Look')).toBe(false);
  await openFlow(sam, flow);
  await getStuckOnRail(sam, access, 'It does not let me in');
  await ana.click('link', 'Look');
  await ana.waitForText('Sam got stuck with it: “It does not let me in”.');
  await ana.click('button', 'Take it over');
  await ana.waitForText(`${access} is yours now`);
  await openFlow(ana, flow);
  await openStep(ana, access);
  await ana.click('button', 'Try again', sheet);
  await waitForState(ana, access, 'Your turn');

  // Nobody is welcomed before it works.
  const there = { 'Where they sign in': 'https://hartwell.example.org' };
  await finishOnRail(ana, access, there);
  await decideOnRail(ana, works, 'It does not');
  await openStep(sam, 'Send the welcome');
  await sam.waitForText(works);
  expect(await sam.isVisible('button', /^(Done|Mail)/, sheet)).toBe(false);
  await closeStep(sam);
  await finishOnRail(ana, access, there);
  await decideOnRail(ana, works, 'It works');

  await openStep(ana, 'Send the welcome');
  expect(fieldsOf(await sendMail(ana))['body']).toContain(
    'This is where you sign in: https://hartwell.example.org',
  );
  await ana.click('button', 'Yes, they answered', sheet);
  await fillTold(ana, { 'Kick-off': { Day: dayAhead(24), Time: '09:30' } });
  await ana.click('button', /Change the time zone/, { role: 'group', name: 'Kick-off' });
  await fillTold(ana, { 'Kick-off': { 'Time zone': 'America/New_York' } });
  await ana.click('button', 'Note it, and done', sheet);
  await ana.waitForText('Send the welcome: done');
  await openStep(sam, call);
  await sam.waitForText(/09:30 \(New York time\)/);
  await sam.waitForText('The quarterly report');
  await closeStep(sam);

  await moveClock(server, aheadTo(25, 12), [ana, sam]);
  await toNow(ana);
  await finishTurn(ana, call);
  await moveClock(server, aheadTo(39, 12), [ana, sam]);
  await toNow(ana);
  await finishTurn(ana, 'Look back after two weeks');
  await waitUntilFinished(flow, [ana, sam]);
});
