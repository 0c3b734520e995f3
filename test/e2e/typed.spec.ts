/** A workflow of one's own, typed line by line: read, drawn, started, carried on. */
import { expect, test } from './support/fixtures.ts';
import { joinWith, makeInvite } from './support/household-on-screen.ts';
import { finishTurn, openFlow, waitForTurn } from './support/step-on-screen.ts';
import { phone, type Tab } from './support/tab.ts';
import { readOverflow } from './support/violations.ts';

const lines = [
  'Camp week:',
  'Pick the camp @me',
  'Medical form @jon by fri',
  '& Swimming test @mia after pick',
  'Pay the rest after medical, swimming',
  '  - last year’s discount',
  'Pack the bags after the moon',
].join('\n');

test('typed lines become a flow whose first step is mine, and go from hand to hand', async ({
  newDevice,
}) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.fill('Or type your own', 'Camp week:');
  await ana.click('button', 'Write the steps');
  await ana.waitFor('textbox', 'Steps, one a line');
  await ana.fill('Steps, one a line', lines);
  await ana.waitForText('5 steps');
  await ana.waitForText('Line 7: no step is called “the moon”.');
  await ana.fill('Steps, one a line', lines.replace('the moon', 'pay'));
  await ana.waitForNoText('no step is called');
  await ana.click('button', 'Start');

  await ana.waitForText('You hold 1 baton');
  expect(await ana.texts('article')).toEqual([expect.stringContaining('Pick the camp')]);
  await ana.click('link', /^Flows/);
  await ana.click('link', 'Camp week', { role: 'main' });
  await ana.waitFor('link', 'Pick the camp, Your turn');
  expect(await ana.texts('listitem', { role: 'region', name: 'Steps' })).toEqual([
    expect.stringMatching(/^Pick the camp Your turn/),
    expect.stringMatching(/^Medical form After Pick the camp/),
    expect.stringMatching(/^Swimming test After Pick the camp/),
    expect.stringMatching(/^Pay the rest After Medical form and Swimming test/),
    expect.stringMatching(/^Pack the bags After Pay the rest/),
  ]);

  await ana.click('button', 'Done: Pick the camp');
  await ana.waitFor('link', 'Medical form, jon has it');
  await ana.waitFor('link', 'Swimming test, mia has it');
  await ana.click('link', 'Medical form, jon has it');
  await ana.click('button', /^Hand it over/, { role: 'dialog' });
  await ana.click('radio', /^mia/, { role: 'dialog' });
  await ana.fill('A note for them', 'The doctor is away on Monday');
  // The sheet becomes a panel beside the flow, and a sheet again.
  await ana.setViewport({ width: 1280, height: 800 });
  await ana.waitFor('radio', /^mia/, { role: 'complementary' });
  await ana.setViewport(phone);
  await ana.waitFor('radio', /^mia/, { role: 'dialog' });
  await ana.click('button', 'Pass it to mia');
  await ana.waitFor('link', 'Medical form, mia has it');
  await ana.click('link', 'Medical form, mia has it');
  await ana.waitForText('The doctor is away on Monday');
});

test('a draft outlives a reload, and nothing typed is lost', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/new');
  await ana.fill('Steps, one a line', lines);
  await ana.waitForText('5 steps');
  await ana.reload();
  await ana.waitForText('5 steps');
});

test('on a new device one of the typed names may be mine', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/new');
  await ana.fill('Steps, one a line', 'Book the venue @ana\nAsk the band @sam');
  await ana.click('radio', 'ana', { role: 'group', name: 'Which one are you?' });
  await ana.click('button', 'Start');
  await ana.waitForText('You hold 1 baton');
  expect(await ana.texts('article')).toEqual([expect.stringContaining('Book the venue')]);
  await ana.click('button', /^Done/, { role: 'article' });
  await ana.waitForText('sam has it');
});

/** From the card on Now; ends on the rail, of which nothing lies over the side. */
async function handOver(tab: Tab, title: string, to: string): Promise<void> {
  await tab.click('link', title, { role: 'article' });
  await tab.click('button', /^Hand it over/, { role: 'dialog', name: title });
  await tab.click('radio', new RegExp(`^${to}`), { role: 'dialog' });
  await tab.click('button', `Pass it to ${to}`, { role: 'dialog' });
  await tab.waitFor('link', `${title}, ${to} has it`);
  expect(await tab.evaluate(readOverflow)).toEqual([]);
}

const lisbon = `Lisbon board trip:
Confirm meeting times @ana
Book flights @sam ~30m by end of the month
& Reserve hotel @ana after confirm
Wait for hotel check-in time ~2d
or else ask @sam to call the hotel
Book transfer after flights, hotel @leo/@ana
Approve budget! @sam by 27 nov 5pm
Send invites on +1d
  - seat numbers`;

test('the Lisbon trip is typed on a phone, a reference is changed, and it goes from hand to hand', async ({
  newDevice,
}) => {
  const ana = await newDevice('Ana');
  await ana.setViewport(phone);
  await ana.goto('/new');
  await ana.fill('Steps, one a line', lisbon);
  await ana.waitForText('8 steps');
  await ana.waitForText('Line 7: “hotel” may be another step. It is taken for “Reserve hotel”.');
  await ana.click('button', 'Choose what “hotel” is');
  await ana.click('button', 'Wait for hotel check-in time', { role: 'dialog' });
  await ana.waitForNoText('may be another step');
  expect((await ana.value('Steps, one a line')).split('\n')[6]).toBe(
    'Book transfer after flights, Wait for hotel check-in time @leo/@ana',
  );
  await ana.click('radio', 'ana', { role: 'group', name: 'Which one are you?' });
  await ana.click('button', 'Start');
  await ana.waitForText('You hold 1 baton');

  const sam = await newDevice('Sam');
  await joinWith(sam, await makeInvite(ana, 'sam'), 'sam');
  await ana.goto('/');
  await finishTurn(ana, 'Confirm meeting times');
  await waitForTurn(sam, 'Book flights');

  // Sam has no time for it, and neither has Ana.
  await handOver(sam, 'Book flights', 'ana');
  await waitForTurn(ana, 'Book flights');
  await handOver(ana, 'Book flights', 'leo');
  await openFlow(sam, 'Lisbon board trip');
  await sam.waitFor('link', 'Book flights, leo has it');
});

test('a list out of a mail becomes steps, and what was left out can be put back', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/new');
  await ana.waitFor('textbox', 'Steps, one a line');
  await ana.evaluate(() => {
    const area = document.querySelector('textarea');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Hi all,\n1. Book the bus\n2. Ask the school\nThanks,\nSam');
    area?.focus();
    area?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }));
  });
  await ana.waitForText('2 steps');
  await ana.waitForText('3 lines of the list were left out');
  await ana.click('button', 'Put back “Thanks,”');
  await ana.waitForText('3 steps');
});
