/** Two people at one step: each sees that the other is there, and what they type stays apart. */
import { expect, test } from './support/fixtures.ts';
import { comeBack } from './support/household-on-screen.ts';
import { closeStep, openStep, toNow } from './support/step-on-screen.ts';
import { openTrip, shareTrip } from './support/trip-on-screen.ts';

const step = 'Confirm meeting times';
const field = 'Add a note';

test.use({ ownBrowser: true });

test('here, at this step and writing a note: told, and gone when the other is', async ({ newDevice }) => {
  const { ana, sam } = await shareTrip(newDevice);
  await ana.waitFor('link', 'Sam is here');
  await sam.waitFor('link', 'Ana is here');
  for (const device of [ana, sam]) {
    await openTrip(device);
    await openStep(device, step);
  }
  await ana.waitForText('Sam is looking at this');
  await sam.waitForText('Ana is looking at this');
  await sam.click('textbox', 'Add a note');
  await sam.type('Not before ten');
  await ana.waitForText('Sam is writing a note');

  // The network is gone without a word, and comes back.
  sam.goOffline();
  await ana.waitForNoText('Sam is looking at this');
  await ana.waitForNoText('Sam is writing a note');
  await comeBack(sam);
  await ana.waitForText('Sam is looking at this');
  await sam.kill();
  await ana.waitForNoText('Sam is looking at this');
  await closeStep(ana);
  await toNow(ana);
  await expect.poll(() => ana.isVisible('link', 'Sam is here')).toBe(false);
});

test('two people write a note on one step at once, and neither loses a letter', async ({ newDevice }) => {
  const { ana, sam } = await shareTrip(newDevice);
  for (const device of [ana, sam]) {
    await openTrip(device);
    await openStep(device, step);
  }
  await ana.click('textbox', field);
  await sam.click('textbox', field);
  const [anas, sams] = ['Monday at nine suits the board', 'The room is free until noon'];
  for (let at = 0; at < 36; at += 6) {
    await Promise.all([ana.type(anas.slice(at, at + 6)), sam.type(sams.slice(at, at + 6))]);
  }
  await ana.waitForText('Sam is writing a note');
  await sam.waitForText('Ana is writing a note');
  expect(await ana.value(field)).toBe(anas);
  expect(await sam.value(field)).toBe(sams);

  await ana.press('Enter');
  await sam.waitForText(anas);
  // It came in while Sam was typing.
  expect(await sam.value(field)).toBe(sams);
  expect(await sam.focused()).toBe(field);
  await sam.type(', I asked');
  await sam.press('Enter');
  for (const device of [ana, sam]) {
    await device.waitForText(anas);
    await device.waitForText(`${sams}, I asked`);
    expect(await device.value(field)).toBe('');
  }
});

test('a note that was begun is there after the step was closed and after a reload', async ({ newDevice }) => {
  const { ana } = await shareTrip(newDevice);
  await openTrip(ana);
  await openStep(ana, step);
  await ana.click('textbox', 'Add a note');
  await ana.type('Ask for the small room');
  await closeStep(ana);
  await openStep(ana, step);
  expect(await ana.value(field)).toBe('Ask for the small room');
  await ana.reload();
  await ana.waitFor('textbox', 'Add a note');
  expect(await ana.value(field)).toBe('Ask for the small room');
});
