/** In a flow that is under way: another one comes in behind a step, a step ends in several ways, and one of them is followed. */
import { test } from './support/fixtures.ts';
import { startTyped } from './support/start-flow.ts';
import { chooseForFlow } from './support/step-on-screen.ts';

const sheet = { role: 'dialog' } as const;

test('another flow comes into a plan behind a step, and an outcome is followed by one', async ({
  newDevice,
}) => {
  const ana = await newDevice('ana');
  await startTyped(ana, ['Bake sale:', 'Ask the school @Ana', 'Bake @Ana', 'Sell @Sam'], 'Ana');
  await ana.goto('/flows');
  await ana.click('link', 'Bake sale', { role: 'main' });
  await chooseForFlow(ana, 'Change the plan…');

  // A whole trip, behind the first step and in front of the second.
  await ana.click('button', 'Add another flow', sheet);
  await ana.choose(/^Which one/, 'Business trip', sheet);
  await ana.fill('What it is called here', 'Fetch the flour', sheet);
  await ana.choose(/^Starts after/, 'Ask the school', sheet);
  await ana.click('button', 'Add it', sheet);
  await ana.waitForText('“Fetch the flour” is in the plan');

  // Asking the school is a decision from now on, with a checklist and somebody who can stand in.
  await ana.click('button', 'Add a step', sheet);
  await ana.fill('What happens?', 'Count the money', sheet);
  await ana.click('button', 'What kind of step', sheet);
  await ana.click('radio', /^A decision/, sheet);
  await ana.click('button', 'Done', sheet);
  await ana.click('button', 'Who', sheet);
  await ana.choose(/^Who can stand in/, 'Sam', sheet);
  await ana.click('button', 'Done', sheet);
  await ana.click('button', 'Checklist', sheet);
  await ana.click('button', 'Add a line', sheet);
  await ana.fill('Line 1', 'Bring the box', sheet);
  await ana.click('button', 'Done', sheet);
  await ana.waitForText('1 line');
  await ana.click('button', 'Add it', sheet);
  await ana.waitForText('“Count the money” is in the plan');

  // If it ends so, something else starts.
  await ana.choose(/^Start another flow/, 'Monthly report', sheet);
  await ana.choose(/^It starts/, 'When “Count the money” ended with…', sheet);
  await ana.click('button', 'Save', sheet);
  await ana.waitForText('Monthly report starts if it ends so');
  await ana.waitForText('“Count the money” ended with “Yes”');
  await ana.click('button', 'Close', sheet);

  // The rail has the head of what came, and its steps.
  await ana.waitForText('Fetch the flour');
  await ana.waitFor('link', /^Book flights/);
  await ana.waitFor('link', /^Count the money, /);
});
