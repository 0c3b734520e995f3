/** A workflow of one's own, typed line by line: read, drawn, started, carried on. */
import { expect, test } from './support/fixtures.ts';

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
