/** The meeting moves: dates that follow it move with it, what was done for the old day asks, and each is told once. */
import { expect, test } from './support/fixtures.ts';
import { joinWith, makeDeviceInvite } from './support/household-on-screen.ts';
import { dayAhead, finishTurn, setFact, toNow, waitForTurn } from './support/step-on-screen.ts';
import { bookFlights, openTrip, shareTrip } from './support/trip-on-screen.ts';

test('with the meeting open steps move, done ones ask, and each is told once', async ({ newDevice }) => {
  test.setTimeout(150_000);
  const { ana, sam } = await shareTrip(newDevice);
  await finishTurn(ana, 'Confirm meeting times');
  await bookFlights(sam);
  const link = await makeDeviceInvite(sam, 'Ana');
  const tablet = await newDevice('Ana’s tablet');
  await joinWith(tablet, link, 'Ana');
  await sam.click('button', 'Close', { role: 'dialog' });
  for (const device of [ana, tablet]) await waitForTurn(device, 'Approve the budget');

  await openTrip(sam);
  await setFact(sam, 'Meeting', { Day: dayAhead(28) });
  await sam.waitForText(/Meeting is now \w+ \d+ \w+/);
  for (const title of ['Confirm meeting times', 'Book flights'])
    await sam.waitFor('link', `${title}, Check again`);

  const told = /Meeting was \w+ \d+ \w+, is now \w+ \d+ \w+\./;
  for (const device of [ana, tablet]) {
    await device.waitForText(told);
    await device.waitForText(/Approve the budget is now due [\w :]+, was/);
    await device.waitForText('One step to check again.');
  }
  // Sam moved it himself, and need not be told.
  await toNow(sam);
  await sam.waitFor('region', 'Check again: Book flights');
  await sam.waitForText('Meeting was');
  expect(await sam.isVisible('list', 'News')).toBe(false);

  await ana.click('button', /^OK: Meeting was/);
  for (const device of [ana, tablet]) {
    await device.waitForNoText('is now due');
    expect(await device.isVisible('list', 'News')).toBe(false);
    await device.waitFor('region', 'Check again: Confirm meeting times');
    await device.reload();
    await waitForTurn(device, 'Approve the budget');
    await device.waitFor('region', 'Check again: Confirm meeting times');
    expect(await device.isVisible('list', 'News')).toBe(false);
  }
});
