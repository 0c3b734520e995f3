/**
 * A new colleague on two phones, to the end: a document is sent back, another is missing three days before, and the
 * first day moves.
 */
import { sendMail } from './support/contact-on-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { shareFlow } from './support/household-on-screen.ts';
import { aheadTo, clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import {
  chooseFromMenu,
  closeStep,
  dayAhead,
  finishTurn,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import { decideOnRail, finishOnRail, hearOnRail, waitUntilFinished } from './support/step-on-rail.ts';

const flow = 'New colleague';
const sheet = { role: 'dialog' } as const;
const bank = 'Bank details';
const tax = 'Tax and insurance';
const badge = 'Hand over the badge';

test.use({ serverScript: clockServer });

test('@workflow a new colleague: one document is wrong, one is missing, the first day moves, and the badge is there on it', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const { ana, sam } = await shareFlow(newDevice, (tab) =>
    startReady(tab, {
      workflow: flow,
      sam: 'Who does the paperwork',
      known: { [flow]: 'Rui', 'First team': 'Sales', 'Another team': 'Support', 'First document': '' },
      done: ['Agree on the first day'],
    }),
  );

  // Everything beside each other: computer, rights for each team, payroll, the mail that asks for documents.
  await openFlow(ana, flow);
  await finishOnRail(ana, 'Computer and accounts', { 'Mail address at work': 'rui@example.org' });
  await finishOnRail(ana, 'Rights and keys · Sales', { 'May open and use · Sales': 'The shop' });
  await finishOnRail(ana, 'Rights and keys · Support', {});
  await openFlow(sam, flow);
  await finishOnRail(sam, 'Put them on the payroll');
  await openStep(sam, 'Ask for their documents');
  expect(decodeURIComponent(await sendMail(sam))).toContain('Hello Rui,');
  await sam.click('button', 'Done, no answer needed', sheet);
  await waitForState(sam, `Their document · ${bank}`, 'Waiting');

  // What cannot be read goes back, for that document alone.
  await hearOnRail(sam, `Their document · ${bank}`);
  await decideOnRail(ana, `Check the document · ${bank}`, 'Not right: ask again');
  await toNow(sam);
  await sam.click('link', 'Look');
  await sam.waitForText('Ana sent it back, to be done once more.');
  await sam.click('link', `Open it: Their document · ${bank}`);
  await chooseFromMenu(sam, 'Send it on');
  await sam.waitFor('link', 'Mail', sheet);
  await closeStep(sam);
  await openFlow(sam, flow);
  await hearOnRail(sam, `Their document · ${bank}`);
  await decideOnRail(ana, `Check the document · ${bank}`, 'It is right');
  await waitForState(sam, `Their document · ${tax}`, 'Waiting');

  // Three days before, one is missing: who conducts hears of it, and the badge waits.
  await moveClock(server, aheadTo(18, 12), [ana, sam]);
  await openStep(ana, badge);
  await ana.waitForText(`Check the document · ${tax}`);
  expect(await ana.isVisible('button', /^Done/, sheet)).toBe(false);
  await closeStep(ana);
  for (const device of [ana, sam]) {
    await toNow(device);
    await device.click('link', 'Look');
    await device.waitForText(`Their document · ${tax}`);
  }
  await ana.waitForText(/It was due .*Sam has it\./);
  await ana.click('button', `More ways for Their document · ${tax}`);
  await ana.click('button', 'Take it over');
  await ana.waitForText(`Their document · ${tax} is yours now`);

  // He asks for one more week: what is open moves along, and what was done with the old day asks.
  await openFlow(ana, flow);
  await setFact(ana, 'First day', { Day: dayAhead(28) });
  await ana.waitForText('Two steps to check again:');
  await toNow(ana);
  await ana.click('link', 'Look');
  await ana.waitForText('Nobody has answered yet. It is yours.');
  await toNow(sam);
  await sam.waitForText(/First day was .+, is now .+\./);
  await openFlow(sam, flow);
  for (const title of ['Put them on the payroll', 'Ask for their documents']) {
    await sam.click('button', `Still right: ${title}`);
    await sam.waitForText(`${title}: still right`);
  }
  await openFlow(ana, flow);
  await ana.waitForNoText('to check again');
  await hearOnRail(ana, `Their document · ${tax}`);
  await decideOnRail(ana, `Check the document · ${tax}`, 'It is right');

  await moveClock(server, aheadTo(28, 10), [ana, sam]);
  await toNow(sam);
  await finishTurn(sam, badge);
  await toNow(ana);
  await waitForTurn(ana, 'The first week');
  await finishTurn(ana, 'The first week');
  await waitUntilFinished(flow, [ana, sam]);
});
