/** Screens that one comes back to: as they were left, and while one is elsewhere neither seen nor reached. */
import { expect, test } from './support/fixtures.ts';

/** More than the screen of flows has places for the focus. */
const presses = 40;

test('@three a screen is left and found again, and is not there meanwhile', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.click('link', /^Business trip/);
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold \d+ baton/);
  await ana.waitFor('button', 'Stuck');

  await ana.click('link', /^Flows/);
  await ana.waitFor('tab', /^Active/);
  await ana.waitForNoText(/You hold \d+ baton/);
  const reached = [];
  for (let press = 0; press < presses; press += 1) {
    await ana.press('Tab');
    reached.push(await ana.focused());
  }
  expect(reached).not.toContain('Stuck');
  expect(reached.join('\n')).toMatch(/^Active/m);

  await ana.click('tab', /^Finished/);
  await ana.waitForText('Nothing has finished yet');
  await ana.click('link', /^Log/);
  await ana.waitForNoText('Nothing has finished yet');
  await ana.click('link', /^Flows/);
  await ana.waitForText('Nothing has finished yet');
  await ana.click('link', /^Now/);
  await ana.click('button', 'Stuck');
  await ana.waitFor('dialog', 'What is in the way?');
});
