/** Approvals by votes: given apart, void once what they judged is another, sent back with a reason, taken back. */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { startReady } from './support/start-flow.ts';
import {
  closeStep,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const card = { role: 'article' } as const;
const sheet = { role: 'dialog' } as const;
const contract = 'Contract approval';
const send = 'Send it for signature';

async function approve(tab: Tab, title: string): Promise<void> {
  await toNow(tab);
  await waitForTurn(tab, title);
  await tab.click('button', 'Approve', card);
  await tab.waitForText(`${title}: approved by you`);
}

test('votes given apart count together; a new draft asks again; a no sends it back', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startReady(device, { workflow: contract, sam: 'Who checks the wording', done: ['Write the draft'] }),
  );
  await openFlow(ana, contract);
  await setFact(ana, 'Worth, in its currency', { Number: '8000' });
  await setFact(ana, 'Draft', { Text: 'First draft' });
  await toNow(sam);
  await sam.waitFor('list', 'What is judged', card);
  await sam.waitForText('First draft');
  await partDevices([ana, sam]);
  await approve(sam, 'Check the wording');
  await approve(ana, 'Say yes or no');
  await openFlow(ana, contract);
  await waitForState(ana, 'Check the wording', '0 of 1 approved');
  await bringTogether([ana, sam]);
  await waitForState(ana, send, 'Your turn');
  await openFlow(sam, contract);
  await waitForState(sam, send, 'Ana has it');

  await setFact(ana, 'Draft', { Text: 'Second draft' });
  await toNow(sam);
  await sam.waitForText('Draft has changed since you approved it. Look again.');
  await sam.waitForText('Draft was First draft, is now Second draft');
  await openFlow(sam, contract);
  await waitForState(sam, send, 'Not yet');

  await toNow(sam);
  await sam.click('button', 'Send back', card);
  await sam.click('button', 'Send it back', card);
  await sam.waitForText('Say in a few words what should change.');
  await sam.fill('What should change?', 'Half a year is too long to give notice', card);
  await sam.click('button', 'Send it back', card);
  await sam.waitForText('Check the wording: sent back');
  await openFlow(ana, contract);
  await waitForState(ana, 'Write the draft', 'Your turn');
  await openStep(ana, 'Check the wording');
  await ana.click('link', /^Round 1/, sheet);
  await ana.waitForText('Half a year is too long to give notice');
  await closeStep(ana);
  await ana.click('link', /^Log/);
  await ana.waitForText(/Sam sent Check the wording back/);

  await openFlow(ana, contract);
  await openStep(ana, 'Write the draft');
  await ana.click('button', /^Done/, sheet);
  await ana.waitForText('Write the draft: done');
  await setFact(ana, 'Draft', { Text: 'Third draft' });
  await approve(sam, 'Check the wording');
  await approve(ana, 'Say yes or no');
  await openFlow(ana, contract);
  await waitForState(ana, send, 'Your turn');

  await openStep(ana, 'Say yes or no');
  await ana.click('button', 'Take my vote back', sheet);
  await ana.waitForText('Your vote is taken back');
  await closeStep(ana);
  await waitForState(ana, send, 'Not yet');
  expect(await ana.isVisible('link', /^Say yes or no, Your turn/)).toBe(true);
});
