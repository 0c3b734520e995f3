/** A flow that starts by itself: made, told, missed and made up for, once for everybody. */
import { asId, type ScheduleId } from '../../src/model/ids.ts';
import { readWorkflows } from '../../src/store/space-document.ts';
import { readPeople } from '../../src/store/space-people.ts';
import { writeSchedule } from '../../src/store/space-schedules.ts';
import { expect, test } from './support/fixtures.ts';
import {
  bringTogether,
  closeSheet,
  joinWith,
  makeInvite,
  partDevices,
  waitUntilInstalled,
  waitUntilSynced,
} from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import { toNow } from './support/step-on-screen.ts';
import { addToStoredSpace, changeStoredSpace } from './support/stored-space.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;
const recurring = { role: 'region', name: 'Recurring' } as const;
const lines = ['Week ahead:', 'Ask everybody @ana', 'Write the calendar @sam'];
const dayMs = 86_400_000;

async function choose(tab: Tab, action: string): Promise<void> {
  await tab.click('button', 'More about Week ahead', recurring);
  await tab.click('menuitem', action);
}

async function startedRuns(tab: Tab): Promise<readonly string[]> {
  const cards = await tab.texts('article');
  return cards.flatMap((card) => /^Week ahead, \d+ \w+/.exec(card)?.[0] ?? []);
}

test('a weekly flow is made, says its next start, is paused, taken out, brought back and started early', async ({
  newDevice,
}) => {
  const ana = await newDevice('Ana');
  await startTyped(ana, lines, 'ana');
  await ana.click('link', /^Flows/);
  await ana.click('tab', /^Workflows/);
  await ana.click('button', 'More about Week ahead');
  await ana.click('menuitem', 'Repeat…');
  await ana.waitFor('button', 'Repeat it', sheet);
  // It begins with tomorrow's day of the week.
  const tomorrow = await ana.evaluate(
    (ahead: number) => new Date(Date.now() + ahead).toLocaleDateString('en', { weekday: 'long' }),
    dayMs,
  );
  if (tomorrow !== 'Sunday') {
    await ana.click('checkbox', 'Sunday', sheet);
    await ana.click('checkbox', tomorrow, sheet);
  }
  await ana.fill('At', '17:00', sheet);
  await ana.waitForText(/Starts Sun \d+ \w+.*, Sun \d+ \w+.* and Sun \d+ \w+/);
  await ana.click('button', 'Repeat it', sheet);
  await ana.waitForText('Week ahead starts by itself now');
  await ana.click('tab', /^Active/);
  await ana.waitForText(/Next .*Sun \d+[^]*Sundays, /);
  expect(await startedRuns(ana)).toEqual([]);

  await choose(ana, 'Pause');
  await ana.waitForText('Week ahead is paused');
  await ana.waitForText(/Paused[^]*Sundays, /);
  await choose(ana, 'Go on');
  await ana.waitForText(/Next [^]*Sundays, /);
  await choose(ana, 'Stop repeating');
  await ana.waitForText('Week ahead does not repeat any more');
  await ana.waitForNoText(/Sundays, /);
  await ana.click('button', 'Undo');
  await ana.waitForText(/Next [^]*Sundays, /);

  await choose(ana, 'Start the next now');
  await ana.waitForText('Week ahead has started');
  await ana.waitFor('link', /^Week ahead, \d+ /, { role: 'main' });
  expect(await startedRuns(ana)).toHaveLength(1);

  await waitUntilInstalled(ana);
  ana.goOffline();
  await ana.reload();
  // What reckons with repetitions comes when it is needed, also without a network.
  await ana.waitForText(/Next .*Sun \d+[^]*Sundays, /);
});

test('a start that everybody missed is made up for by one run, though two phones wake apart', async ({
  newDevice,
}) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await startTyped(ana, lines, 'ana');
  const link = await makeInvite(ana, 'sam');
  await joinWith(sam, link, 'sam');
  await closeSheet(ana);
  await toNow(ana);
  await partDevices([ana, sam]);

  const added = await changeStoredSpace(ana, (doc) => {
    const [workflow] = readWorkflows(doc);
    const conductor = readPeople(doc).find(({ name }) => name === 'ana');
    if (workflow === undefined || conductor === undefined) throw new Error('The household is not there');
    writeSchedule(doc, {
      id: asId<ScheduleId>('week'),
      workflow: workflow.id,
      title: 'Week ahead',
      rule: {
        kind: 'rrule',
        rrule: 'FREQ=DAILY;COUNT=3',
        from: new Date(Date.now() - 6 * dayMs).toISOString().slice(0, 10),
        time: '08:00',
      },
      zone: 'Europe/Lisbon',
      catchUp: 'latest',
      overlap: 'allow',
      parts: {},
      conductor: conductor.id,
    });
  });
  await addToStoredSpace(sam, added);
  for (const device of [ana, sam]) {
    await device.reload();
    await device.click('link', /^Flows/);
    await device.waitFor('link', /^Week ahead, \d+ /, { role: 'main' });
  }
  const [started] = await startedRuns(ana);
  expect(await startedRuns(sam)).toEqual([started]);

  await bringTogether([ana, sam]);
  for (const device of [ana, sam]) {
    await toNow(device);
    await waitUntilSynced(device);
    await device.click('link', /^Flows/);
  }
  // What one does in it is done in the other's: it is the same run.
  await ana.click('link', started ?? '', { role: 'main' });
  await ana.click('button', 'Done: Ask everybody');
  await sam.click('link', started ?? '', { role: 'main' });
  await sam.waitFor('link', /^Ask everybody, Done/);
  await sam.click('link', /^Flows/);
  await sam.waitFor('link', started ?? '', { role: 'main' });
  expect(await startedRuns(sam)).toEqual([started]);
});
