/** What people come back for: the log, flows that are over, paper, files of workflows and calendars. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import type { Device } from './support/device.ts';
import { startTyped } from './support/start-flow.ts';
import { toNow, waitForTurn } from './support/step-on-screen.ts';

const inMain = { role: 'main' } as const;
const inSheet = { role: 'dialog' } as const;

function pageOf(device: Device): Page {
  if (device.page === null) throw new Error('no page of Playwright’s');
  return device.page;
}

async function download(device: Device, menu: string, item: string): Promise<string> {
  const page = pageOf(device);
  await device.click('button', menu);
  const [file] = await Promise.all([page.waitForEvent('download'), device.click('menuitem', item)]);
  return readFile(await file.path(), 'utf8');
}

/** An hour around the instant, as a calendar program writes it. */
function meetingAt(at: number): string {
  const utc = (instant: number): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    `DTSTART:${utc(at - 1_800_000)}`,
    `DTEND:${utc(at + 1_800_000)}`,
    'SUMMARY:Dentist',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

test('what happened is found in the log, undone and restored', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Buy milk', 'Bake a cake']);
  await ana.click('button', 'Done, pass it on');
  await ana.goto('/log');
  await ana.click('button', 'Search the log');
  await ana.fill('Search the log', 'MILK');
  await ana.waitForText('finished Buy milk');
  await expect.poll(() => ana.path()).toContain('find=MILK');
  await ana.click('button', 'Undo: Buy milk', inMain);
  await ana.waitForText('opened Buy milk again');
  await ana.fill('Search the log', 'nothing like it');
  await ana.waitForText('Nothing like that was found');

  // What was let go comes back from the same place.
  await ana.goto('/');
  await waitForTurn(ana, 'Buy milk');
  await ana.click('button', 'Stuck', { role: 'article' });
  await ana.click('radio', /^Skip it/, inSheet);
  await ana.click('button', 'Skip it', inSheet);
  await ana.waitForText('Buy milk is skipped');
  await waitForTurn(ana, 'Bake a cake');
  await ana.click('link', 'Log', { role: 'navigation' });
  await ana.click('button', 'Restore: Buy milk', inMain);
  await ana.waitForText('Brought back');
  await toNow(ana);
  await waitForTurn(ana, 'Buy milk');
});

test('a flow that is over is archived, brought back, printed and done again', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Errands:', 'Buy milk']);
  await ana.click('button', 'Done');
  await ana.goto('/flows');
  await ana.click('tab', /^Finished/);
  await ana.waitForText(/Finished .*by you/);
  await ana.click('button', 'More about Errands');
  await ana.click('menuitem', 'Archive');
  await ana.waitForText('Archived 1');
  await ana.click('button', 'More about Errands');
  await ana.click('menuitem', 'Bring back');
  await ana.waitForNoText('Archived 1');

  const page = pageOf(ana);
  await page.addInitScript(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-asked', 'print');
  });
  await ana.reload();
  await ana.click('tab', /^Finished/);
  await ana.click('link', 'Errands', inMain);
  await ana.click('button', 'More about Errands');
  await ana.click('menuitem', 'Print');
  await page.waitForSelector('[data-asked=print]');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await ana.waitForText('Buy milk');
  expect(await page.getByRole('navigation').count()).toBe(0);
  // Dark mode would be grey on grey: paper has black on nothing.
  const colours = await page.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  });
  expect(colours.color).toBe('rgb(0, 0, 0)');
  expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(colours.backgroundColor);
  await page.emulateMedia({ media: 'screen' });
  await ana.click('link', 'Back');
  await ana.click('button', 'More about Errands');
  await ana.click('menuitem', 'Do it again');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText('You hold 1 baton');
});

test('a workflow goes into a file and into another household', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await startTyped(ana, ['Cake day:', 'Buy milk', '<img src=x onerror=alert(1)>']);
  await startTyped(sam, ['Read']);
  await ana.goto('/flows');
  await ana.click('tab', /^Workflows/);
  const text = await download(ana, 'More about Cake day', 'Share as a file');
  await sam.goto('/flows');
  await sam.click('tab', /^Workflows/);
  await sam.click('button', 'Open a workflow file');
  const choose = pageOf(sam).getByLabel('Choose a file');
  await choose.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
  await sam.waitForText('This is no workflow of Baton.');
  await choose.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await sam.waitForText('<img src=x onerror=alert(1)>');
  await sam.click('button', 'Add it', inSheet);
  await sam.waitForText('Cake day is among your workflows');
  await sam.waitFor('link', /Cake day/, inMain);
});

test('dates go into a calendar, and a calendar tells what clashes', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, ['Errands:', 'Call the hotel by tomorrow 5pm']);
  await ana.click('link', 'Flows', { role: 'navigation' });
  await ana.click('link', 'Errands', inMain);
  const text = await download(ana, 'Change this flow', 'Put in a calendar');
  expect(text).toContain('SUMMARY:Call the hotel\r\n');
  const [, day = '', time = ''] = /DTSTART:(\d{8})T(\d{4})00Z/.exec(text) ?? [];
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${time.slice(0, 2)}:${time.slice(2)}:00Z`;
  await ana.click('link', 'People');
  await ana.click('button', /You|Me|Ana/, inMain);
  await ana.click('button', 'Calendar', inSheet);
  await pageOf(ana)
    .getByLabel('Open a calendar file')
    .setInputFiles({
      name: 'mine.ics',
      mimeType: 'text/calendar',
      buffer: Buffer.from(meetingAt(Date.parse(iso))),
    });
  await ana.waitForText('Your steps tell now when they clash with it');
  await ana.click('button', 'Close', inSheet);
  await ana.click('link', 'Flows', { role: 'navigation' });
  await ana.click('link', 'Errands', inMain);
  await ana.click('link', /Call the hotel/, inMain);
  await ana.waitForText('Clashes with “Dentist”');
  await ana.click('button', 'Close', inSheet);
  await ana.click('tab', 'Days', inMain);
  await ana.waitFor('button', /Call the hotel.*clashes with Dentist/, inMain);
});
