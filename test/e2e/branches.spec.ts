/** A flow that does not go straight on: rejected, not needed, paused, stuck, waiting for somebody outside. */
import { expect, test } from './support/fixtures.ts';
import { startReady, startTyped } from './support/start-flow.ts';
import {
  chooseFromMenu,
  closeStep,
  finishTurn,
  finishTurnTelling,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
  waitForTurn,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;

async function approve(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'Approve', sheet);
  await tab.waitForText(`${title}: approved by you`);
}

test('a rejection opens the review again, a smaller sum needs no second look, and legal is heard before it goes out', async ({
  newDevice,
}) => {
  test.setTimeout(90_000);
  const ana = await newDevice('Ana');
  await ana.goto('/new/contract-approval');
  await ana.fill('Worth, in its currency', '12000');
  await ana.click('button', 'Show me whose turn it is');
  await finishTurnTelling(ana, 'Write the draft', { Draft: 'First draft' });
  await openFlow(ana, 'Contract approval');
  await approve(ana, 'Check the money');
  await approve(ana, 'Say yes or no');

  // Not even by whoever could say that the rest is done too.
  await ana.waitForText('After Check the wording');
  await openStep(ana, 'Send it for signature');
  await ana.waitForText('Starts after');
  expect(await ana.isVisible('button', /^Done/, sheet)).toBe(false);
  await closeStep(ana);

  await openStep(ana, 'Check the wording');
  await ana.fill('Add a note', 'Half a year is too long to give notice');
  await ana.click('button', 'Add', sheet);
  await ana.waitForText('Note added');
  await ana.click('button', 'Send back', sheet);
  await ana.fill('What should change?', 'Three months, not six', sheet);
  await ana.click('button', 'Send it back', sheet);
  await waitForState(ana, 'Write the draft', 'Your turn');
  const again = { role: 'region', name: 'Steps' } as const;
  const rows = async () =>
    (await ana.texts('listitem', again)).map((row) => row.replaceAll(/\d\d:\d\d/g, ''));
  expect((await rows()).filter((row) => row.includes('round 2'))).toHaveLength(2);

  await openStep(ana, 'Check the wording');
  await ana.click('link', /^Round 1/, sheet);
  await ana.waitForText('This is round 1 of 2');
  await ana.waitForText('Half a year is too long to give notice');
  await ana.waitForText('Changes needed');
  await ana.waitForText('Three months, not six');
  expect(await ana.isVisible('button', 'Approve', sheet)).toBe(false);
  await ana.click('link', 'Go to round 2', sheet);
  await ana.waitForNoText('This is round 1 of 2');
  await closeStep(ana);

  await setFact(ana, 'Worth, in its currency', { Number: '8000' });
  await openStep(ana, 'Write the draft');
  await ana.click('button', /^Done/, sheet);
  await ana.waitForText('What came out of it?');
  await ana.fill('Draft', 'Second draft', sheet);
  await ana.click('button', /^Done/, sheet);
  await ana.waitFor('link', 'Check the money, Not needed');
  await ana.waitForText('its condition does not hold');
  await openStep(ana, 'Check the money');
  await ana.waitForText('Only if Worth, in its currency is at least 10,000.');
  await closeStep(ana);
  for (const title of ['Check the wording', 'Say yes or no']) {
    await approve(ana, title);
    await ana.waitFor('link', `${title}, Done`);
  }
  await ana.waitFor('link', 'Send it for signature, Your turn');
});

test('a flow and a step are paused and go on', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Feast:', 'Call the band @me', '& Rent the tent @me', 'Sing after band, tent']);
  await openFlow(ana, 'Feast');
  await openStep(ana, 'Call the band');
  await chooseFromMenu(ana, 'Pause this step');
  await ana.waitForText('This step is paused');
  await closeStep(ana);
  await ana.waitFor('link', 'Call the band, Paused');
  await toNow(ana);
  await ana.waitForText('You hold 1 baton');

  await openFlow(ana, 'Feast');
  await ana.click('button', 'Change this flow');
  await ana.click('menuitem', 'Pause this flow');
  await ana.waitForText('Nothing is anybody’s turn until you go on.');
  await toNow(ana);
  await ana.waitForText('You hold no baton');
  await openFlow(ana, 'Feast');
  await openStep(ana, 'Rent the tent');
  await ana.waitForText('This flow is paused');
  expect(await ana.isVisible('button', /^Done/, sheet)).toBe(false);
  await ana.click('link', 'Open the flow', sheet);
  await ana.click('button', 'Go on');
  await ana.waitFor('link', 'Rent the tent, Your turn');

  await openStep(ana, 'Call the band');
  await ana.click('button', 'Let it go on', sheet);
  await ana.waitForNoText('This step is paused');
  await closeStep(ana);
  await ana.waitFor('link', 'Call the band, Your turn');
  await toNow(ana);
  await ana.waitForText('You hold 2 batons');
});

test('what is not needed takes along what only it led to, and a skip does not', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, [
    'Feast:',
    'Ask the caterer @me',
    '& Call the band @me',
    'Print the menu @me after caterer',
    'Send thanks after menu, band',
  ]);
  await openFlow(ana, 'Feast');
  await openStep(ana, 'Ask the caterer');
  await chooseFromMenu(ana, 'Go on without it…');
  await ana.waitFor('radio', /^Skip it.*The flow goes on as if it were done\. Print the menu can start\./);
  await ana.waitFor('radio', /^Not needed any more.*Print the menu is no longer needed\./);
  await ana.click('radio', /^Not needed any more/);
  await ana.fill('Why? (if you like)', 'Everybody brings something');
  await ana.click('button', 'Not needed any more', sheet);
  await ana.waitForText('Ask the caterer is not wanted any more');
  await ana.waitFor('link', 'Ask the caterer, Not needed');
  await ana.waitFor('link', 'Print the menu, Not needed');
  await ana.waitForText('another way was chosen');
  await ana.waitFor('link', 'Send thanks, Not yet');
  await openStep(ana, 'Ask the caterer');
  await ana.waitForText('Everybody brings something');
  await ana.click('button', 'Open it again', sheet);
  await ana.waitFor('link', 'Ask the caterer, Your turn');
  await ana.waitFor('link', 'Print the menu, Not yet');

  await openStep(ana, 'Ask the caterer');
  await chooseFromMenu(ana, 'Go on without it…');
  await ana.click('radio', /^Skip it/);
  await ana.click('button', 'Skip it', sheet);
  await ana.waitFor('link', 'Ask the caterer, Skipped');
  await ana.waitFor('link', 'Print the menu, Your turn');
});

test('stuck holds up what comes after, says so, and is tried again', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Feast:', 'Call the band @me', 'Sing after band']);
  await waitForTurn(ana, 'Call the band');
  await ana.click('button', 'Stuck', { role: 'article' });
  await ana.waitFor('radio', /^Try again.*Try 2\. You have it again at once\./);
  await ana.click('radio', /^Just note it/);
  await ana.click('button', 'Just note it', sheet);
  await ana.waitForText('Say what is in the way first; a few words are enough.');
  await ana.fill('In a few words', 'Nobody answers');
  await ana.click('button', 'Just note it', sheet);
  await ana.waitForText('Call the band shows as stuck');
  await ana.click('link', 'Look: Call the band');
  await ana.waitForText('In the way: Nobody answers');
  await closeStep(ana);
  await ana.waitFor('link', 'Call the band, Stuck');
  await ana.waitFor('link', 'Sing, At risk');
  await openStep(ana, 'Call the band');
  await ana.click('button', 'Try again', sheet);
  await ana.waitFor('link', 'Call the band, Your turn');
  await ana.waitFor('link', 'Sing, Not yet');
  await toNow(ana);
  await finishTurn(ana, 'Call the band');
});

test('waiting for somebody outside is nobody’s turn until they answered', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await startReady(ana, {
    workflow: 'Business trip',
    sam: 'Who books along',
    done: ['Book flights', 'Reserve the hotel'],
  });
  await openFlow(ana, 'Business trip');
  await openStep(ana, 'Dinner after the meeting');
  await chooseFromMenu(ana, 'Wait for somebody outside…');
  await ana.fill('Who or what', 'The restaurant', sheet);
  await ana.click('button', 'Wait for The restaurant', sheet);
  await ana.waitForText('Waiting for The restaurant');
  await closeStep(ana);
  await ana.waitFor('link', 'Dinner after the meeting, Waiting');
  await ana.waitForText('for The restaurant');
  await toNow(ana);
  await ana.waitForText('You hold no baton');
  await openFlow(ana, 'Business trip');
  await openStep(ana, 'Dinner after the meeting');
  await ana.waitForText('Waiting for The restaurant');
  await ana.click('button', 'They answered', sheet);
  await ana.waitForText('The restaurant answered');
  await ana.fill('In their words', 'A table for six, at eight');
  await ana.fill('Where dinner is', 'Ponto Final', sheet);
  await ana.click('button', 'Note it', sheet);
  await ana.waitFor('link', 'Dinner after the meeting, Your turn');
  await openStep(ana, 'Dinner after the meeting');
  await ana.waitForText('A table for six, at eight');
  await ana.waitForText('Ponto Final');
  await ana.click('button', /^Done/, sheet);
  await ana.waitFor('link', 'Dinner after the meeting, Done');

  // A step that only waits is over with the answer, and what it told lets the next one begin.
  await openStep(ana, 'Hotel check-in time');
  await ana.click('button', 'They answered', sheet);
  await ana.fill('In their words', 'From three on', sheet);
  await ana.click('button', 'Note it, and done', sheet);
  await ana.waitFor('link', 'Hotel check-in time, Done');
  await ana.waitFor('link', 'Airport transfer, At risk');
  await ana.waitForText('Waits for Flight lands');
  await setFact(ana, 'Flight lands', { Day: '2031-05-06', Time: '14:10' });
  await ana.waitFor('link', 'Airport transfer, Sam has it');
});
