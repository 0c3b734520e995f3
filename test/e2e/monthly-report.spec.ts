/**
 * A month's figures from three sources: one is missing, last month's stands in for it, the report is written for
 * now, and is right in the end because the figure comes after all.
 */
import { expect, test } from './support/fixtures.ts';
import { shareFlow, waitUntilSynced } from './support/household-on-screen.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import { finishOnRail } from './support/step-on-rail.ts';
import {
  finishTurn,
  finishTurnTelling,
  openFlow,
  openStep,
  closeStep,
  toNow,
  waitForState,
} from './support/step-on-screen.ts';
import { writeDownFor } from './support/vote-on-screen.ts';

test.use({ serverScript: clockServer });

const report = 'Monthly report';
const agree = 'Make the numbers agree';
const write = 'Write the report';
const approval = 'Approve the report';
const hour = 3_600_000;

/** The Monday after this, at midnight here. */
function nextMonday(): Date {
  const day = new Date();
  day.setDate(day.getDate() + ((8 - day.getDay()) % 7 || 7));
  day.setHours(0, 0, 0, 0);
  return day;
}

test('@workflow a monthly report goes on with last month’s figure for one source, and is put right when that comes', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const monday = nextMonday();
  const ahead = (days: number, hours: number): number =>
    monday.getTime() + (days * 24 + hours) * hour - Date.now();
  await moveClock(server, ahead(0, 9), []);
  const { ana, sam } = await shareFlow(newDevice, async (device) => {
    await startReady(device, {
      workflow: '/new/monthly-report',
      sam: 'Who has the numbers',
      leo: 'Who approves it',
      known: { 'Reporting begins': monday.toLocaleDateString('sv') },
      done: [],
    });
  });

  // Two sources of three are in.
  await openFlow(sam, report);
  await finishOnRail(sam, 'Numbers · Income', { 'Figure · Income': '1000' });
  await waitForState(sam, agree, 'Not yet');
  await finishOnRail(sam, 'Numbers · Costs', { 'Figure · Costs': '400' });
  await waitForState(sam, agree, 'Your turn');
  await toNow(sam);
  await waitUntilSynced(sam);

  // The third is not: its owner is reminded, and who conducts has another way at hand.
  await moveClock(server, ahead(3, 10), [sam, ana]);
  await sam.waitForText('1 thing needs a look');
  await ana.click('link', 'Look');
  await ana.waitForText('There is another way at hand.');
  await ana.click('button', 'Go for “Last month’s figure · Hours worked”');
  await ana.waitForText('Now it goes on with Last month’s figure · Hours worked');
  await toNow(ana);
  await finishTurnTelling(ana, 'Last month’s figure · Hours worked', { 'Figure · Hours worked': '160' });

  // Everybody sees that what rests on it is for now.
  await openFlow(sam, report);
  await waitForState(sam, 'Last month’s figure · Hours worked', 'Done, for now');
  await finishOnRail(sam, agree, { Result: '840' });
  await waitForState(sam, agree, 'Done, for now');
  await sam.click('button', /^Facts/);
  await sam.waitForText('For now, until Numbers · Hours worked is done');
  await sam.click('button', 'Close', { role: 'dialog', name: 'What we know' });
  await openStep(sam, agree);
  await sam.waitForText('Numbers · Hours worked is still to come');
  await closeStep(sam);

  // Leo has no phone: what he says is written down, first no, then yes.
  await finishTurnTelling(ana, write, { 'The report': 'https://example.org/first' });
  await openFlow(ana, report);
  await writeDownFor(ana, 'Leo', approval, 'Say which figure is old');
  await waitForState(ana, write, 'Your turn');
  await finishOnRail(ana, write, { 'The report': 'https://example.org/second' });
  await writeDownFor(ana, 'Leo', approval);
  await openStep(sam, approval);
  await sam.waitForText(/Approved, said Ana/);
  await closeStep(sam);

  // The figure comes after all: who reconciled looks again, and another result asks everybody behind.
  await finishOnRail(sam, 'Numbers · Hours worked', { 'Figure · Hours worked': '180' });
  await waitForState(sam, agree, 'Check again');
  await sam.click('button', `Change it: ${agree}`);
  await waitForState(sam, agree, 'Your turn');
  await finishOnRail(sam, agree, { Result: '820' });
  await waitForState(ana, write, 'Check again');
  await ana.click('button', `Change it: ${write}`);
  await waitForState(ana, write, 'Your turn');
  await finishOnRail(ana, write, { 'The report': 'https://example.org/third' });
  await waitForState(ana, approval, '0 of 1 approved');
  await writeDownFor(ana, 'Leo', approval);
  await toNow(ana);
  await finishTurn(ana, 'Send it out');

  for (const device of [ana, sam]) {
    await device.click('link', /^Flows/);
    await device.click('tab', /^Finished/);
    await device.waitFor('link', report, { role: 'main' });
  }
  await ana.click('link', report, { role: 'main' });
  expect(await ana.isVisible('link', /for now/)).toBe(false);
});
