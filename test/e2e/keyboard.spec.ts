/**
 * With the keyboard alone: everything can be reached, seen to have the focus, and done, and nobody loses their place.
 * Once a page is loaded there are keys only, a bounded number of them; what they come to is known by its accessible
 * name, as everything is in all of these specs.
 */
import { moveTo } from './support/by-keyboard.ts';
import { expect, test } from './support/fixtures.ts';
import { readLink } from './support/household-on-screen.ts';

test('the first minute without a pointer', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.waitFor('link', /^Business trip/);
  await moveTo(ana, /^Business trip/);
  await ana.press('Enter');
  await ana.waitFor('button', 'Show me whose turn it is');

  await moveTo(ana, /^Who does what/);
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Who does what');
  expect(await ana.focused()).toBe('Who does what');
  await ana.press('Tab');
  await moveTo(ana, 'Me');
  await ana.press('ArrowRight');
  await ana.waitForText(/: their name/);
  await ana.press('Escape');
  await ana.waitForNoText(/: their name/);
  expect(await ana.focused()).toMatch(/^Who does what/);

  await moveTo(ana, 'Confirm meeting times');
  await ana.press(' ');
  await ana.waitForText('1 of 10');
  await moveTo(ana, 'Show me whose turn it is');
  await ana.press('Enter');
  await ana.waitForText('You hold 2 batons');

  await moveTo(ana, 'Stuck');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'What is in the way?');
  expect(await ana.focused()).toBe('What is in the way?');
  await ana.press('Escape');
  await ana.waitForNoText('Just note it');
  expect(await ana.focused()).toBe('Stuck');

  // The card says that it will ask; the step's sheet has the button, and the button the questions.
  await moveTo(ana, 'Done, pass it on…', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Book flights');
  expect(await ana.focused()).toBe('Book flights');
  await moveTo(ana, 'Done, pass it on');
  await ana.press('Enter');
  await ana.waitForText('What came out of it?');
  expect(await ana.focused()).toBe('What came out of it?');
  await moveTo(ana, 'Booking reference');
  await ana.type('K7P2QX');
  await moveTo(ana, 'Done, pass it on');
  await ana.press('Enter');
  await ana.waitForText('Book flights: done');
  await moveTo(ana, 'Undo');
  await ana.press('Enter');
  await ana.waitFor('link', 'Book flights, Your turn');
  await moveTo(ana, 'Approve the budget, Your turn');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Approve the budget');
  await moveTo(ana, /^Approved/);
  await ana.press('Enter');
  await ana.waitForText('What came out of it?');
  await moveTo(ana, 'Back', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('button', /^Too much/);
  expect(await ana.focused()).toBe('Approve the budget');
});

test('tabs, a step’s sheet and a menu without a pointer', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.click('link', /^Business trip/);
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText('You hold 1 baton');
  await ana.click('link', /^Flows/);
  await ana.waitFor('tab', /^Active/);
  await moveTo(ana, /^Active/);
  await ana.press('ArrowRight');
  expect(await ana.focused()).toMatch(/^Workflows/);
  await ana.press('End');
  await ana.waitForText('Nothing has finished yet');
  await ana.press('Home');
  await ana.waitFor('link', /^Business trip/, { role: 'main' });
  await moveTo(ana, 'Business trip');
  await ana.press('Enter');

  await ana.waitFor('link', 'Pack, Not yet');
  await moveTo(ana, 'Pack, Not yet');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Pack');
  expect(await ana.focused()).toBe('Pack');
  await moveTo(ana, 'Passport');
  await ana.press(' ');
  await ana.waitForText('1 of 3');
  await moveTo(ana, /^Change when it is due/);
  await ana.press('Enter');
  await ana.waitForText('Any time that day');
  expect(await ana.focused()).toBe('Change when it is due');
  await moveTo(ana, 'Back', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitForText('1 of 3');
  expect(await ana.focused()).toBe('Pack');
  await ana.press('Escape');
  await ana.waitForNoText('Passport');
  expect(await ana.focused()).toBe('Pack, Not yet');

  await moveTo(ana, 'Change this flow', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('menuitem', 'Hand the flow over…');
  expect(await ana.focused()).toBe('Pause this flow');
  for (const item of [
    'Parts of this flow…',
    'Change the plan…',
    'Hand the flow over…',
    'Invite a guest…',
    'Call it done…',
    'Cancel this flow…',
    'Print',
    'Put in a calendar',
    'Do it again',
  ]) {
    await ana.press('ArrowDown');
    expect(await ana.focused()).toBe(item);
  }
  await ana.press('Escape');
  expect(await ana.focused()).toBe('Change this flow');
  await ana.press('Enter');
  await ana.press('End');
  expect(await ana.focused()).toBe('Do it again');
  for (const _ of ['calendar', 'print', 'cancel']) await ana.press('ArrowUp');
  expect(await ana.focused()).toBe('Cancel this flow…');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Cancel Business trip?');
  await ana.press('Escape');
  await ana.waitForNoText('Keep it going');
});

test('a hand-off between two devices without a pointer', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await ana.goto('/new');
  await ana.waitFor('textbox', 'Steps, one a line');
  await moveTo(ana, 'Steps, one a line');
  await ana.type('Bake sale:\nAsk the school @Ana\nBake @Sam\nSell @Ana');
  await ana.waitForText('3 steps');
  await moveTo(ana, 'None of them');
  await moveTo(ana, 'Ana', 'ArrowUp');
  await moveTo(ana, 'Start');
  await ana.press('Enter');
  await ana.waitForText('You hold 1 baton');

  await moveTo(ana, 'People', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('button', 'Invite Sam');
  await moveTo(ana, 'Invite Sam');
  await ana.press('Enter');
  await ana.waitFor('button', 'Make the invite');
  await moveTo(ana, 'Make the invite');
  await ana.press('Enter');
  const link = await readLink(ana);
  await ana.press('Escape');
  await ana.waitForNoText('The link, shown only now');
  expect(await ana.focused()).toBe('Invite Sam');
  await sam.goto(sam.linkFor(link));
  await sam.waitFor('button', 'Join');
  await moveTo(sam, 'Join');
  await sam.press('Enter');
  await sam.waitFor('link', 'Go to Now');
  await moveTo(sam, 'Go to Now');
  await sam.press('Enter');

  // What Ana does is Sam's turn a moment later, and the focus goes on to what is left.
  await moveTo(ana, /^Now/, 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('button', /^Done, pass it on/);
  await moveTo(ana, /^Done, pass it on/);
  await ana.press('Enter');
  await ana.waitForText('Ask the school: done');
  await ana.waitForText('You hold no baton');
  expect(await ana.focused()).toBe('See the flows');
  await sam.waitFor('link', 'Bake', { role: 'article' });

  await moveTo(sam, 'Bake');
  await sam.press('Enter');
  await sam.waitFor('dialog', 'Bake');
  await moveTo(sam, /^Hand it over/);
  await sam.press('Enter');
  await sam.waitFor('dialog', 'Who takes it?');
  expect(await sam.focused()).toBe('Who takes it?');
  await moveTo(sam, /Ana$/);
  await sam.press(' ');
  await moveTo(sam, 'A note for them');
  await sam.type('The oven is yours');
  await moveTo(sam, 'Pass it to Ana');
  await sam.press('Enter');
  // The sheet stood over its flow, and that is where one is now.
  await sam.waitFor('link', 'Bake, Ana has it');
  expect(await sam.focused()).toMatch(/^Bake sale/);

  await ana.waitFor('link', 'Bake', { role: 'article' });
  await moveTo(ana, 'Bake');
  await ana.press('Enter');
  await ana.waitForText('The oven is yours');
  await moveTo(ana, 'Done, pass it on');
  await ana.press('Enter');
  await ana.waitFor('link', 'Sell, Your turn');
});

const steps = { role: 'list', name: 'Steps' } as const;

test('a workflow is written, put in order, put to use and started without a pointer', async ({
  newDevice,
}) => {
  const ana = await newDevice('Ana');
  await ana.goto('/new');
  await ana.waitFor('textbox', 'Steps, one a line');
  await moveTo(ana, 'Steps, one a line');
  await ana.type('Errands:\nBuy milk @Ana\nCook @Sam');
  await ana.waitForText('2 steps');
  await moveTo(ana, 'None of them');
  await moveTo(ana, 'Ana', 'ArrowUp');
  await moveTo(ana, 'Start');
  await ana.press('Enter');
  await ana.waitForText('You hold 1 baton');

  await moveTo(ana, 'Flows', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('tab', /^Active/);
  await moveTo(ana, /^Active/);
  await ana.press('ArrowRight');
  await ana.waitFor('button', 'New workflow');
  await moveTo(ana, 'New workflow');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'New workflow');
  await moveTo(ana, 'What is it called?');
  await ana.type('Bake sale');
  await ana.press('Enter');
  await ana.waitForText('What happens first?');

  // The first step stands alone; the guide asks for the next, which Sam does.
  await moveTo(ana, 'Add a step');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'A new step');
  expect(await ana.focused()).toBe('A new step');
  await moveTo(ana, 'What happens?');
  await ana.type('Ask the school');
  await moveTo(ana, 'Add it');
  await ana.press('Enter');
  await ana.waitForText('What happens after “Ask the school”?');
  expect(await ana.focused()).toBe('Add a step');
  for (const title of ['Sell', 'Bake']) {
    await moveTo(ana, 'Add a step');
    await ana.press('Enter');
    await ana.waitFor('dialog', 'A new step');
    await moveTo(ana, 'What happens?');
    await ana.type(title);
    await moveTo(ana, 'Add it');
    await ana.press('Enter');
    await ana.waitFor('button', title);
  }

  // Who does it, and what it comes after.
  await moveTo(ana, 'Bake', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Change “Bake”');
  await moveTo(ana, /^Who does it/);
  await ana.type('Sam');
  await moveTo(ana, 'Sell');
  await ana.press(' ');
  await moveTo(ana, 'Ask the school');
  await ana.press(' ');
  await moveTo(ana, 'Save');
  await ana.press('Enter');
  await ana.waitForText('Sam · after Ask the school');
  expect(await ana.focused()).toBe('Bake');

  // Up by the button of its sheet, which stands still as long as it is open; down and up again by the handle.
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Change “Bake”');
  await moveTo(ana, 'Move up');
  await ana.press('Enter');
  await ana.waitForText('“Bake” was moved');
  expect(await ana.focused()).toBe('Move up');
  await ana.press('Enter');
  await expect.poll(() => ana.focused()).toBe('Move down');
  await ana.press('Enter');
  await ana.waitFor('button', 'Move up');
  expect(await ana.focused()).toBe('Move down');
  await ana.press('Escape');
  await ana.waitForNoText('Move down');
  expect(await ana.focused()).toBe('Bake');
  expect(await ana.texts('listitem', steps)).toEqual([
    expect.stringMatching(/^Ask the school /),
    expect.stringMatching(/^Whoever conducts → Sam Bake /),
    expect.stringMatching(/^Sell /),
  ]);
  await ana.press('Tab');
  await ana.press('ArrowDown');
  await ana.waitForText('“Bake” is 3 of 3 now');
  expect(await ana.focused()).toMatch(/^Move Bake/);
  await ana.press('ArrowUp');
  await ana.waitForText('“Bake” is 2 of 3 now');

  // Taken out and taken back.
  await moveTo(ana, 'Sell');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Change “Sell”');
  await moveTo(ana, 'Take it out');
  await ana.press('Enter');
  await ana.waitForText('“Sell” is out of the plan');
  await expect.poll(() => ana.focused()).toBe('Bake');
  await moveTo(ana, 'Undo');
  await ana.press('Enter');
  await ana.waitFor('button', 'Sell', steps);
  expect(await ana.focused()).toMatch(/^Bake sale/);

  await moveTo(ana, 'Use it from now on');
  await ana.press('Enter');
  await ana.waitForText('“Bake sale” starts like this from now on');
  await moveTo(ana, 'Start it now');
  await ana.press('Enter');
  await ana.waitFor('button', 'Show me whose turn it is');
  await moveTo(ana, 'Show me whose turn it is');
  await ana.press('Enter');
  await ana.waitForText('You hold 2 batons');
});
