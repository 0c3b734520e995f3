/**
 * A contract, from the first draft to the day on which somebody keeps it: votes given apart, void once the draft is
 * another, sent back with a reason, written down for whoever has no device, and a signature that does not come.
 */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import { finishOnRail } from './support/step-on-rail.ts';
import {
  closeStep,
  dayAhead,
  decide,
  fillTold,
  finishTurn,
  finishTurnTelling,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
} from './support/step-on-screen.ts';
import { approve, sendBack, writeDownFor } from './support/vote-on-screen.ts';

test.use({ serverScript: clockServer });

const contract = 'Contract approval';
const wording = 'Check the wording';
const money = 'Check the money';
const owner = 'Say yes or no';
const send = 'Send it for signature';
const card = { role: 'article' } as const;
const sheet = { role: 'dialog' } as const;
const day = 86_400_000;
/** What the form proposes. */
const signedBy = 21;

test('@workflow a contract is drafted three times, judged by three, signed late and kept', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startReady(device, {
      workflow: contract,
      sam: 'Who checks the wording',
      leo: 'Who answers for it',
      known: { 'Worth, in its currency': '12000' },
      done: [],
    }),
  );
  await finishTurnTelling(ana, 'Write the draft', { Draft: 'First draft' });

  // Votes given apart count together; who has no device is asked by somebody who has.
  await toNow(sam);
  await sam.waitFor('list', 'What is judged', card);
  await sam.waitForText('First draft');
  await partDevices([ana, sam]);
  await approve(sam, wording);
  await approve(ana, money);
  await openFlow(ana, contract);
  await waitForState(ana, wording, '0 of 1 approved');
  await bringTogether([ana, sam]);
  await waitForState(ana, wording, 'Done');
  await waitForState(ana, send, 'Not yet');
  await writeDownFor(ana, 'Leo', owner);
  await waitForState(ana, send, 'Your turn');
  await openFlow(sam, contract);
  await waitForState(sam, send, 'Ana has it');

  // A new draft asks everybody again, and a no sends it back.
  await setFact(ana, 'Draft', { Text: 'Second draft' });
  await toNow(sam);
  await sam.waitForText('Draft has changed since you approved it. Look again.');
  await sam.waitForText('Draft was First draft, is now Second draft');
  await openFlow(sam, contract);
  await waitForState(sam, send, 'Not yet');
  await sendBack(sam, wording, 'Half a year is too long to give notice');
  await waitForState(ana, 'Write the draft', 'Your turn');
  await openStep(ana, wording);
  await ana.click('link', /^Round 1/, sheet);
  await ana.waitForText('Half a year is too long to give notice');
  await closeStep(ana);
  await ana.click('link', /^Log/);
  await ana.waitForText(/Sam sent Check the wording back/);
  await openFlow(ana, contract);
  await finishOnRail(ana, 'Write the draft');
  await setFact(ana, 'Draft', { Text: 'Third draft' });
  await approve(sam, wording);
  await approve(ana, money);
  await openFlow(ana, contract);
  await writeDownFor(ana, 'Leo', owner);
  await waitForState(ana, send, 'Your turn');

  // A vote that had decided can be taken back.
  await openStep(ana, money);
  await ana.click('button', 'Take my vote back', sheet);
  await ana.waitForText('Your vote is taken back');
  await closeStep(ana);
  await waitForState(ana, send, 'Not yet');
  expect(await ana.isVisible('link', /^Check the money, Your turn/)).toBe(true);
  await approve(ana, money);
  await finishTurn(ana, send);

  // Nobody signs: a reminder after three days, and when the offer has run out, calling it off is proposed.
  await moveClock(server, 4 * day, [ana]);
  await ana.click('link', 'Look');
  await ana.waitForText('Nobody has answered yet');
  expect(await ana.isVisible('button', 'Call the whole flow off…')).toBe(false);
  await moveClock(server, (signedBy + 4) * day, [ana, sam]);
  await ana.waitForText('Perhaps the whole flow should be called off.');
  await openFlow(ana, contract);
  await setFact(ana, 'Signed by', { Day: dayAhead(signedBy + 14) });
  await toNow(ana);
  await ana.click('link', 'Look');
  await ana.waitForText('Nobody has answered yet');
  await ana.waitForNoText('Perhaps the whole flow should be called off.');

  await openFlow(ana, contract);
  await openStep(ana, 'Their signature');
  await ana.click('button', 'They answered', sheet);
  await fillTold(ana, { 'Signed on': dayAhead(signedBy + 4) });
  await ana.click('button', 'Note it, and done', sheet);
  await ana.waitForText('Their signature: done');
  await finishOnRail(ana, 'File the signed copy', { 'Signed copy': 'contract-signed.pdf' });
  await toNow(ana);
  await finishTurnTelling(ana, 'Note when it renews', { 'Renews on': dayAhead(400) });

  // Long before it renews by itself, Leo is asked, and says it to Ana.
  await openFlow(ana, contract);
  await waitForState(ana, 'Keep it or give notice', 'Not yet');
  await ana.waitForText(/Starts \w/);
  await moveClock(server, 300 * day, [ana, sam]);
  await openFlow(ana, contract);
  await waitForState(ana, 'Keep it or give notice', 'Leo has it');
  await openStep(ana, 'Keep it or give notice');
  await decide(ana, 'Keep it or give notice', 'Keep it');
  for (const device of [ana, sam]) {
    await device.click('link', /^Flows/);
    await device.click('tab', /^Finished/);
    await device.waitFor('link', contract, { role: 'main' });
  }
});
