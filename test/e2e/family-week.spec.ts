/**
 * A family's week on two phones: everybody's plans, a clash, drives that the third one cannot do, a child that falls
 * ill on Wednesday; and the next week begins by itself.
 */
import type { ServerProcess } from '../support/server-process.ts';
import type { Device } from './support/device.ts';
import { addNumber, fieldsOf, follow } from './support/contact-on-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { shareFlow, waitUntilSynced } from './support/household-on-screen.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import { decideOnRail, finishOnRail, hearOnRail } from './support/step-on-rail.ts';
import {
  closeStep,
  dayAhead,
  openFlow,
  openStep,
  toNow,
  waitForNoStep,
  waitForState,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;
const weekday = new Date().getUTCDay();
/** Days from today to the Sunday on which it is planned; today on a Sunday. */
const toSunday = (7 - weekday) % 7;

/** In the middle of that day, when nobody's quiet hours are. */
function middayIn(days: number): number {
  return Date.parse(`${dayAhead(days)}T12:00:00Z`) - Date.now();
}

async function startWeek(ana: Tab): Promise<void> {
  await ana.goto('/new/family-week');
  await ana.fill('Your name', 'Ana');
  await ana.fill('The Sunday before', dayAhead(toSunday));
  await ana.click('button', /Who does what/);
  for (const [part, name] of [
    ['The other parent', 'Sam'],
    ['Who else drives', 'Leo'],
  ] as const) {
    await ana.click('radio', 'Somebody new', { role: 'group', name: part });
    await ana.fill(`${part}: their name`, name);
  }
  await ana.click('button', 'Done', { role: 'dialog', name: 'Who does what' });
  await ana.fill('First person', 'Mia');
  await ana.fill('Another person', 'Ben');
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText(/You hold/);
}

/** The phone's own share sheet is not there; what it was given is. */
async function share(tab: Tab): Promise<string> {
  await tab.evaluate(() => {
    const keep = async ({ text = '' }: ShareData): Promise<void> => {
      document.body.dataset['shared'] = text;
    };
    Object.defineProperty(navigator, 'share', { value: keep, configurable: true });
  });
  await tab.click('button', 'Share it…', sheet);
  await tab.click('button', 'Share', sheet);
  await tab.waitForText(/Did .* answer\?/);
  return tab.evaluate(() => document.body.dataset['shared'] ?? '');
}

/** Texts Leo from the step's sheet, and says what he said. Ends on the rail. */
async function textLeo(tab: Tab, title: string, end: () => Promise<void>): Promise<string> {
  const text = fieldsOf(await follow(tab, 'Text Leo'))['body'] ?? '';
  await tab.waitFor('dialog', 'Did Leo answer?');
  await end();
  await waitForNoStep(tab);
  await waitForState(tab, title, 'Done|Not yet');
  return text;
}

async function leoSays(tab: Tab, outcome: string): Promise<void> {
  await tab.click('button', 'Yes, they answered', sheet);
  await tab.waitFor('dialog', 'What did they say?');
  await tab.click('button', new RegExp(`^${outcome}\\b`), sheet);
}

/** On Sundays from the one after next week's on, for the same two. */
async function repeatWeek(ana: Tab): Promise<void> {
  await ana.click('link', /^Flows/);
  await ana.click('tab', /^Workflows/);
  await ana.click('button', 'More about Family week');
  await ana.click('menuitem', 'Repeat…');
  await ana.waitFor('button', 'Repeat it', sheet);
  await ana.fill('From', dayAhead(toSunday + 1), sheet);
  await ana.choose(/^The other parent/, 'Sam', sheet);
  await ana.click('button', 'Repeat it', sheet);
  await ana.waitForText('It does not say yet for whom “Whose week it is” is.');
  await ana.fill('First person', 'Mia', sheet);
  await ana.fill('Another person', 'Ben', sheet);
  await ana.click('button', 'Repeat it', sheet);
  await ana.waitForText('Family week starts by itself now');
}

/** Nothing that was just done is lost with the page. */
async function moveTo(server: ServerProcess, ahead: number, devices: readonly Device[]): Promise<void> {
  for (const device of devices) {
    await toNow(device);
    await waitUntilSynced(device);
  }
  await moveClock(server, ahead, devices);
}

test.use({ serverScript: clockServer });

test('@workflow a family week: silence, a clash, drives that do not work out and a sick child, and it comes again', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const { ana, sam } = await shareFlow(newDevice, startWeek);
  const both = [ana, sam];

  // Ben is asked at the table, Mia is written to.
  await openFlow(ana, 'Family week');
  await hearOnRail(ana, 'Plans for the week · Ben', { 'What is on · Ben': 'Football on Tuesday at five' });
  await openStep(ana, 'Plans for the week · Mia');
  expect(await share(ana)).toMatch(/^Hello! Our week from .+ on:\nwhere do you have to be/);
  await ana.waitFor('dialog', 'Did Mia answer?');
  await ana.click('button', 'Not yet', sheet);
  await waitForState(ana, 'Plans for the week · Mia', 'Waiting');
  await repeatWeek(ana);

  // She has not answered for half a day: the other parent can ask as well.
  await moveTo(server, middayIn(1), both);
  await sam.waitForText('1 thing needs a look');
  await sam.click('link', 'Look');
  await sam.waitForText(/No answer from Mia yet\. Ana has it\. You stand in, so it is yours as well now\./);
  await sam.click('button', 'Take it over');
  await sam.waitForText('Plans for the week · Mia is yours now');
  await openFlow(sam, 'Family week');
  await hearOnRail(sam, 'Plans for the week · Mia', { 'What is on · Mia': 'Chess on Tuesday at five' });

  // Two places at one time.
  await openFlow(ana, 'Family week');
  await openStep(ana, 'Look for clashes');
  await ana.waitForText('Chess on Tuesday at five');
  await closeStep(ana);
  await decideOnRail(ana, 'Look for clashes', 'Something clashes');
  await finishOnRail(sam, 'Settle what clashes', { 'What was agreed': 'Chess moves to Thursday' });
  await finishOnRail(sam, 'Share out the drives', { 'Who drives': 'Leo on Tuesday, Sam on Thursday' });

  // Leo cannot, so the drives are shared out once more.
  await openStep(ana, 'Confirm the drives');
  await ana.click('button', 'Text Leo…', sheet);
  await addNumber(ana, 'Leo', '+351 912 345 678');
  const asked = await textLeo(ana, 'Confirm the drives', () => leoSays(ana, 'They cannot'));
  expect(asked).toMatch(/these are the drives:\r?\nLeo on Tuesday, Sam on Thursday\r?\nDoes that work/);
  await waitForState(sam, 'Share out the drives', 'Your turn');
  await finishOnRail(sam, 'Share out the drives', { 'Who drives': 'Sam on both' });
  await openStep(ana, 'Confirm the drives');
  await ana.click('button', 'Text Leo…', sheet);
  expect(await textLeo(ana, 'Confirm the drives', () => leoSays(ana, 'They can'))).toContain('Sam on both');
  await finishOnRail(ana, 'Put it on the calendar');

  // Wednesday: Ben is ill.
  await moveTo(server, middayIn(toSunday + 3), both);
  await openFlow(ana, 'Family week');
  await decideOnRail(ana, 'Does the week hold?', 'Somebody is ill');
  await openFlow(sam, 'Family week');
  await finishOnRail(sam, 'Somebody at home, other drives', {
    'Who is at home, who drives': 'Sam with Ben, Leo fetches Mia',
  });
  await waitForState(ana, 'Put it on the calendar', 'Check again');
  await ana.waitForText('Sam with Ben, Leo fetches Mia');
  await ana.click('button', 'Still right: Put it on the calendar');
  await waitForState(ana, 'Put it on the calendar', 'Done');
  await ana.waitForText('Tell who drives');
  await openStep(ana, 'Tell who drives');
  await ana.click('button', 'Text Leo…', sheet);
  const told = await textLeo(ana, 'Tell who drives', () =>
    ana.click('button', 'Done, no answer needed', sheet),
  );
  expect(told).toContain('Leo fetches Mia');
  for (const device of both) {
    await device.click('link', /^Flows/);
    await device.click('tab', /^Finished/);
    await device.waitFor('link', 'Family week', { role: 'main' });
  }

  // The next Sunday it begins by itself, for the same two.
  await moveTo(server, middayIn(toSunday + 7), both);
  for (const device of both) {
    await device.click('link', /^Flows/);
    await device.click('link', /^Family week, \d+ /, { role: 'main' });
    await waitForState(device, 'Plans for the week · Mia', device === ana ? 'Your turn' : 'Ana has it');
    await device.waitFor('link', /^Plans for the week · Ben, /);
  }
});
