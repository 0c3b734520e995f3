/** Nobody is silently late: who has a step hears of it first, who conducts a day later, with a way out. */
import { expect, test } from './support/fixtures.ts';
import { shareFlow, waitUntilSynced } from './support/household-on-screen.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import { startTyped } from './support/start-flow.ts';
import { toNow } from './support/step-on-screen.ts';

const day = 86_400_000;

test.use({ serverScript: clockServer });

test('a step passes its due date: its owner is reminded, a day later who conducts is told and hands it on', async ({
  newDevice,
  server,
}) => {
  const { ana, sam } = await shareFlow(newDevice, (tab) =>
    startTyped(tab, ['Buy paper @Ana', '& Book the room @Sam/@Leo by tomorrow'], 'Ana'),
  );
  await waitUntilSynced(sam);
  await sam.waitForText('Book the room');
  expect(await sam.isVisible('link', 'Look')).toBe(false);

  await moveClock(server, 2 * day, [ana, sam]);
  await sam.waitForText('1 thing needs a look');
  await ana.waitForText('Buy paper');
  expect(await ana.isVisible('link', 'Look')).toBe(false);
  await sam.click('link', 'Look');
  await sam.waitFor('heading', 'What went wrong');
  await sam.waitForText('It was due yesterday. It is yours.');
  expect(await sam.isVisible('button', 'Take it over')).toBe(false);
  // Once read it is gone, and the step is as open as it was.
  await sam.click('button', 'Got it: Book the room');
  await sam.waitForText('Nothing needs a look');

  await moveClock(server, 3 * day, [ana, sam]);
  await ana.waitForText('1 thing needs a look');
  await ana.click('link', 'Look');
  await ana.waitForText('Sam has it.');
  await ana.click('button', 'More ways for Book the room');
  await ana.waitFor('button', 'Skip it');
  await ana.click('button', 'Hand it to Leo');
  await ana.waitForText('Leo has Book the room now');
  await ana.waitForText('Nothing needs a look');
  await toNow(sam);
  await sam.waitForText('You hold no baton');
});
