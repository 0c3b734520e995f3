/**
 * Summer camps on two phones: a camp that is full, a form that nobody signs, a third child while the list is closed
 * elsewhere, money that comes back, and rides for those who go.
 */
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow, waitUntilSynced } from './support/household-on-screen.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import { startReady } from './support/start-flow.ts';
import { decideOnRail, finishOnRail } from './support/step-on-rail.ts';
import { closeStep, dayAhead, openFlow, openStep, toNow, waitForState } from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;
const steps = { role: 'region', name: 'Steps' } as const;
const day = 86_400_000;
const minute = 60_000;
/** In two days, at noon: nobody sleeps when the registration opens. */
const opens = { Day: dayAhead(2), Time: '12:00' };

async function startCamps(ana: Tab): Promise<void> {
  await startReady(ana, {
    workflow: '/new/summer-camps',
    sam: 'Who does the paperwork',
    known: { 'Holidays begin': dayAhead(195), 'First child': 'Mia', 'Another child': 'Ben' },
    done: [],
  });
}

async function choose(tab: Tab, child: string, camp: string, secondChoice: string): Promise<void> {
  await finishOnRail(tab, `Choose a camp · ${child}`, {
    [`Camp · ${child}`]: camp,
    [`Second choice · ${child}`]: secondChoice,
    [`Registration opens · ${child}`]: opens,
    [`First day · ${child}`]: dayAhead(200),
    [`Last day · ${child}`]: dayAhead(204),
  });
}

test.use({ serverScript: clockServer });

test('@workflow summer camps: full, unsigned, one more child, money back, and rides for those who go', async ({
  newDevice,
  server,
}) => {
  test.setTimeout(180_000);
  const { ana, sam } = await shareFlow(newDevice, startCamps);
  const both = [ana, sam];

  // Each child's steps stand under the name; what was chosen opens in two days.
  await openFlow(ana, 'Summer camps');
  await ana.waitFor('heading', 'Mia', steps);
  await ana.waitFor('heading', 'Ben', steps);
  await choose(ana, 'Mia', 'Sailing', 'Climbing');
  await choose(ana, 'Ben', 'Chess', 'Football');
  await waitForState(ana, 'Register · Mia', 'Not yet');

  // The window has been open for twenty minutes: the other parent can register as well.
  await toNow(ana);
  await waitUntilSynced(ana);
  await moveClock(server, Date.parse(`${opens.Day}T12:20:00Z`) - Date.now(), both);
  await sam.waitForText('2 things need a look');
  await openFlow(ana, 'Summer camps');
  await openStep(ana, 'Register · Mia');
  await ana.waitForText('Climbing');
  await closeStep(ana);
  await decideOnRail(ana, 'Register · Mia', 'Full, the next choice');
  await waitForState(ana, 'Choose a camp · Mia', 'Your turn');
  await choose(ana, 'Mia', 'Climbing', 'Pottery');
  await decideOnRail(ana, 'Register · Mia', 'Got a place');
  await decideOnRail(ana, 'Register · Ben', 'Got a place');

  // Sam says who may pick them up, and forgets Mia's form for a week.
  await openFlow(sam, 'Summer camps');
  for (const child of ['Mia', 'Ben'])
    await finishOnRail(sam, `Say who may pick them up · ${child}`, {
      [`Who may pick them up · ${child}`]: 'Ana, Sam and Leo',
    });
  await finishOnRail(sam, 'Medical form · Ben');
  await toNow(sam);
  await waitUntilSynced(sam);
  await moveClock(server, Date.parse(`${opens.Day}T12:30:00Z`) + 7 * day + minute - Date.now(), both);
  await toNow(ana);
  await ana.waitForText('1 thing needs a look');
  await ana.click('link', 'Look');
  await ana.waitForText(/Sam has it\. You stand in, so it is yours as well now\./);
  await ana.click('button', 'Take it over');
  await ana.waitForText('Medical form · Mia is yours now');
  await openFlow(ana, 'Summer camps');
  await finishOnRail(ana, 'Medical form · Mia');
  await finishOnRail(ana, 'Pay · Mia');
  await finishOnRail(ana, 'Pay · Ben');
  // What is over is put away.
  await ana.waitFor('button', 'Steps for Mia', steps);
  expect(await ana.isVisible('link', /^Pay · Mia/, steps)).toBe(false);
  await ana.click('button', 'Steps for Mia', steps);
  await ana.waitFor('link', /^Pay · Mia, Done/, steps);

  // A third child, while the list is closed elsewhere.
  await partDevices(both);
  await openFlow(sam, 'Summer camps');
  await sam.click('button', 'Add a child', steps);
  await sam.fill('Name', 'Zoe', sheet);
  await sam.click('button', 'Add', sheet);
  await sam.waitForText('Zoe is added');
  await openFlow(ana, 'Summer camps');
  await ana.click('button', 'That’s all', steps);
  await ana.waitForText('Children: that’s all of them');
  await bringTogether(both);
  for (const device of both) {
    await device.waitFor('heading', 'Zoe', steps);
    await device.waitFor('button', 'One more child', steps);
    await waitForState(device, 'Check that no weeks clash', 'Not yet');
  }
  await ana.waitForText('After Pay · Zoe');
  // Her name is another; then she stays with the grandparents.
  await ana.click('button', 'Change Zoe', steps);
  await ana.click('menuitem', 'Change the name…');
  await ana.fill('Name', 'Zoë', sheet);
  await ana.click('button', 'Save', sheet);
  await ana.waitForText('It is Zoë now');
  await sam.waitFor('heading', 'Zoë', steps);
  await ana.waitFor('link', /^Choose a camp · Zoë, /, steps);
  await ana.click('button', 'Change Zoë', steps);
  await ana.click('menuitem', 'Call Zoë off…');
  await ana.click('button', 'Call it off', sheet);
  await ana.waitForText('Zoë is called off');
  for (const [device, whose] of [
    [ana, 'Your turn'],
    [sam, 'Ana has it'],
  ] as const)
    await waitForState(device, 'Check that no weeks clash', whose);

  // Ben's camp is off: the money comes back.
  await ana.click('button', 'Steps for Ben', steps);
  await openStep(ana, 'Pay · Ben');
  await ana.click('button', 'Undo this', sheet);
  await ana.waitForText('To do: Get the money back · Ben');
  await ana.click('button', 'Done: Get the money back · Ben', sheet);
  await ana.waitForText('Done: Get the money back · Ben');
  await closeStep(ana);

  await decideOnRail(ana, 'Check that no weeks clash', 'Something clashes');
  await finishOnRail(sam, 'Settle what clashes', { 'What was agreed': 'Sam takes the Monday off' });
  await openStep(sam, 'Arrange the rides');
  await sam.waitForText('Ana, Sam and Leo');
  await closeStep(sam);
  await finishOnRail(sam, 'Arrange the rides', { 'Who drives whom': 'Ana there, Leo back' });
  await finishOnRail(ana, 'Put it all on the calendar');
  for (const device of both) {
    await device.click('link', /^Flows/);
    await device.click('tab', /^Finished/);
    await device.waitFor('link', 'Summer camps', { role: 'main' });
  }
  await ana.click('link', 'Log');
  await ana.waitForText('Sam added Zoe to Summer camps');
  await ana.waitForText('You called Zoe “Zoë” instead');
});
