/**
 * Two phones without a network act on the same thing, and meet again: the table of rivals, on screen. Both
 * show the same, nothing is lost, and whoever's answer did not count is told.
 */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { bringTogether, partDevices, shareFlow } from './support/household-on-screen.ts';
import { startReady, startTyped } from './support/start-flow.ts';
import {
  dayAhead,
  chooseFromMenu,
  closeStep,
  decide,
  openFlow,
  openStep,
  setFact,
  toNow,
  waitForState,
} from './support/step-on-screen.ts';
import type { Tab } from './support/tab.ts';

const sheet = { role: 'dialog' } as const;

/** On the rail. */
async function done(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Done/, sheet);
  await tab.waitFor('link', `${title}, Done`);
}

async function skip(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await chooseFromMenu(tab, 'Go on without it…');
  await tab.click('radio', /^Skip it/);
  await tab.click('button', 'Skip it', sheet);
  await tab.waitFor('link', `${title}, Skipped`);
}

async function getStuck(tab: Tab, title: string, reason: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'Stuck', sheet);
  await tab.fill('In a few words', reason);
  await tab.click('radio', /^Just note it/);
  await tab.click('button', 'Just note it', sheet);
  await tab.waitFor('link', `${title}, Stuck`);
}

async function handOver(tab: Tab, title: string, to: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', /^Hand it over/, sheet);
  await tab.click('radio', new RegExp(`^${to}`), sheet);
  await tab.click('button', to === 'You' ? 'Take it yourself' : `Pass it to ${to}`, sheet);
  await tab.waitFor('link', `${title}, ${to === 'You' ? 'Your turn' : `${to} has it`}`);
}

async function take(tab: Tab, title: string): Promise<void> {
  await openStep(tab, title);
  await tab.click('button', 'I’ll take it', sheet);
  await closeStep(tab);
  await tab.waitFor('link', `${title}, Your turn`);
}

/** Both rails say so. */
async function expectBoth(devices: readonly Device[], title: string, state: string): Promise<void> {
  for (const device of devices) await device.waitFor('link', `${title}, ${state}`);
}

/** What did not count stays readable at the step, on both. */
async function expectSetAside(devices: readonly Device[], title: string, words: string): Promise<void> {
  for (const device of devices) {
    await openStep(device, title);
    await device.waitForText(/Set aside, and kept to read/i);
    await device.waitForText(words);
    expect(await device.isVisible('button', /^Keep this/, sheet)).toBe(false);
    await closeStep(device);
  }
}

test('done here and skipped there is done; two decisions are two answers until one is kept', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const both = await shareFlow(newDevice, async (ana) => {
    await startReady(ana, {
      workflow: 'Contract approval',
      sam: 'Who writes it',
      done: ['Note when it renews'],
    });
    await openFlow(ana, 'Contract approval');
    await setFact(ana, 'Renews on', { Day: dayAhead(60) });
  });
  const { ana, sam } = both;
  await startTyped(ana, ['Birthday:', 'Pick up the cake @me', '& Blow up balloons @me']);
  await sam.waitForText('Blow up balloons');
  await partDevices([ana, sam]);

  await openFlow(ana, 'Birthday');
  await done(ana, 'Pick up the cake');
  await openFlow(sam, 'Birthday');
  await skip(sam, 'Pick up the cake');
  const question = 'Keep it or give notice';
  for (const [device, outcome] of [
    [ana, 'Keep it'],
    [sam, 'Give notice'],
  ] as const) {
    await openFlow(device, 'Contract approval');
    await openStep(device, question);
    await decide(device, question, outcome);
    await device.waitFor('link', `${question}, Done`);
  }
  await bringTogether([ana, sam]);

  // Both had ended the flow; it is open again until one of the answers is kept.
  await expectBoth([ana, sam], question, 'Two answers');
  for (const device of [ana, sam]) {
    await openStep(device, question);
    await device.waitForText('Two answers met');
    await device.waitFor(
      'button',
      new RegExp(`^Keep this: Done: Keep it, ${device === ana ? 'You' : 'Ana'}`),
    );
    await device.waitFor(
      'button',
      new RegExp(`^Keep this: Done: Give notice, ${device === sam ? 'You' : 'Sam'}`),
    );
  }
  await sam.click('button', /^Keep this: Done: Keep it/);
  for (const device of [ana, sam]) {
    await device.waitForNoText('Two answers met');
    await closeStep(device);
    await device.waitFor('link', `${question}, Done`);
  }
  await expectSetAside([ana, sam], question, 'Done: Give notice');
  expect(await ana.texts('listitem', { role: 'region', name: 'Steps' })).toContainEqual(
    expect.stringMatching(/^Keep it or give notice Keep it/),
  );

  await toNow(sam);
  await sam.waitForText('You skipped Pick up the cake; Ana had already done it.');
  await toNow(ana);
  expect(await ana.isVisible('list', 'News')).toBe(false);
  for (const device of [ana, sam]) await openFlow(device, 'Birthday');
  await expectBoth([ana, sam], 'Pick up the cake', 'Done');
  await expectSetAside([ana, sam], 'Pick up the cake', 'Skipped');
});

test('stuck, skipped, handed over and taken on two phones at once', async ({ newDevice }) => {
  test.setTimeout(120_000);
  const flow = [
    'Feast:',
    'Call the band @Ana',
    '& Rent the tent @Ana',
    '& Print the menu @Ana',
    '& Water the plants @Leo',
    '& Fetch the chairs @Ana',
    '& Sing @Sam',
  ];
  const { ana, sam } = await shareFlow(newDevice, (device) => startTyped(device, flow, 'Ana'));
  await partDevices([ana, sam]);
  for (const device of [ana, sam]) await openFlow(device, 'Feast');

  // The first claim counts, and the last hand-over: first and last as what each phone knew.
  await take(ana, 'Water the plants');
  await handOver(sam, 'Fetch the chairs', 'You');
  await done(ana, 'Call the band');
  await getStuck(sam, 'Call the band', 'Nobody answers');
  await getStuck(ana, 'Rent the tent', 'All of them are too small');
  await skip(sam, 'Rent the tent');
  await done(ana, 'Print the menu');
  await handOver(sam, 'Print the menu', 'You');
  await handOver(ana, 'Fetch the chairs', 'Leo');
  await take(sam, 'Water the plants');
  await bringTogether([ana, sam]);

  await expectBoth([ana, sam], 'Call the band', 'Done');
  await expectSetAside([ana, sam], 'Call the band', 'Stuck');
  await expectBoth([ana, sam], 'Print the menu', 'Done');
  await expectBoth([ana, sam], 'Fetch the chairs', 'Leo has it');
  await expectBoth([ana], 'Water the plants', 'Your turn');
  await expectBoth([sam], 'Water the plants', 'Ana has it');

  // Stuck and skipped: nobody can tell for them which it is.
  await expectBoth([ana, sam], 'Rent the tent', 'Two answers');
  await toNow(ana);
  await ana.click('link', 'Choose: Rent the tent');
  await ana.waitFor('button', /^Keep this: Stuck, You/);
  await ana.waitForText('All of them are too small');
  await ana.click('button', /^Keep this: Skipped, Sam/);
  await ana.waitForNoText('Two answers met');
  await closeStep(ana);
  await expectBoth([ana, sam], 'Rent the tent', 'Skipped');
  await expectSetAside([ana, sam], 'Rent the tent', 'All of them are too small');

  // What Sam did in vain is told to Sam alone, once.
  await toNow(sam);
  for (const told of [
    'You were stuck on Call the band; Ana had already done it.',
    'Print the menu came to you; Ana had already done it.',
    'You were to do Water the plants; Ana has it now.',
    'You were to do Fetch the chairs; Leo has it now.',
  ])
    await expectTold(sam, told);
  await toNow(ana);
  expect(await ana.isVisible('list', 'News')).toBe(false);
});

test('one fact, two values: both are shown until one is chosen, and a critical one holds its steps up', async ({
  newDevice,
}) => {
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startReady(device, { workflow: 'Contract approval', sam: 'Who writes it', done: ['Write the draft'] }),
  );
  await partDevices([ana, sam]);
  for (const device of [ana, sam]) await openFlow(device, 'Contract approval');
  const worth = 'Worth, in its currency';
  await setFact(ana, worth, { Number: '12000' });
  await waitForState(ana, 'Check the money', 'Your turn');
  await setFact(ana, 'Draft', { Text: 'Second draft' });
  await setFact(sam, worth, { Number: '8000' });
  await waitForState(sam, 'Check the money', 'Not needed');
  await setFact(sam, 'Draft', { Text: 'Third draft' });
  await bringTogether([ana, sam]);

  for (const device of [ana, sam]) {
    await device.waitFor('button', /^Facts 2 to choose/);
    await waitForState(device, 'Check the money', 'At risk');
    await device.click('button', /^Facts/);
    const other = device === ana ? 'Sam' : 'Ana';
    for (const [name, mine, theirs] of [
      [worth, '12,000', '8,000'],
      ['Draft', 'Second draft', 'Third draft'],
    ] as const) {
      const card = { role: 'region', name: `${other} and you both set ${name}` } as const;
      for (const value of [mine, theirs]) await device.waitFor('button', new RegExp(value), card);
    }
    await device.waitForText('Steps that need it wait until one is chosen.');
    await device.waitForText('Until one is chosen, the latest counts.');
  }
  await ana.click('button', /12,000/, sheet);
  await sam.waitForNoText(`both set ${worth}`);
  await sam.click('button', /Second draft/, sheet);
  for (const device of [ana, sam]) {
    await device.waitForNoText('both set');
    await device.waitFor('button', /Draft\s*Second draft/, sheet);
    await device.waitFor('button', /Worth, in its currency\s*12,000/, sheet);
    await device.click('button', 'Close', sheet);
  }
  await expectBoth([ana], 'Check the money', 'Your turn');
  await expectBoth([sam], 'Check the money', '0 of 1 approved');
});

test('done while it was opened again, while what it rests on moved, and while the flow was cancelled', async ({
  newDevice,
}) => {
  test.setTimeout(120_000);
  const { ana, sam } = await shareFlow(newDevice, (device) =>
    startReady(device, { workflow: 'Business trip', sam: 'Who books along', done: ['Book flights'] }),
  );
  await openFlow(ana, 'Business trip');
  await setFact(ana, 'Meeting ends', { Day: '2031-05-06', Time: '17:00' });
  await partDevices([ana, sam]);
  for (const device of [ana, sam]) await openFlow(device, 'Business trip');

  const budget = 'Approve the budget';
  const dinner = 'Dinner after the meeting';
  await openStep(ana, budget);
  await decide(ana, budget, 'Approved', {});
  await openStep(ana, dinner);
  await ana.click('button', /^Done/, sheet);
  await ana.click('button', 'Later', { role: 'dialog', name: 'What came out of it?' });
  await ana.waitFor('link', `${dinner}, Done`);
  await setFact(sam, 'Meeting ends', { Day: '2031-05-06', Time: '19:00' });
  await openStep(sam, budget);
  await decide(sam, budget, 'Too much', {});
  await waitForState(sam, budget, 'Ana has it');
  await bringTogether([ana, sam]);

  await expectBoth([ana, sam], dinner, 'Check again');
  for (const device of [ana, sam]) {
    await device.waitForText('Meeting ends is now 19:00.');
    await waitForState(device, budget, device === ana ? 'Your turn' : 'Ana has it');
  }
  await ana.click('button', `Still right: ${dinner}`);
  await expectBoth([ana, sam], dinner, 'Done');

  await openStep(sam, budget);
  await sam.waitForText('Ana had already done it');
  await sam.waitForText('It ended with “Approved”.');
  await closeStep(sam);
  await openStep(ana, budget);
  await ana.waitForText('You had already done it');
  await ana.click('button', 'Take it as it is', sheet);
  await expectBoth([ana, sam], budget, 'Done');

  await expectBoth([ana], 'Reserve the hotel', 'Your turn');
  await expectBoth([sam], 'Reserve the hotel', 'Ana has it');
  await partDevices([ana, sam]);
  for (const device of [ana, sam]) await openFlow(device, 'Business trip');
  await done(ana, 'Reserve the hotel');
  await sam.click('button', 'Change this flow');
  await sam.click('menuitem', 'Cancel this flow…');
  await sam.click('button', 'Cancel the flow', sheet);
  await sam.waitForText('Business trip is cancelled');
  await bringTogether([ana, sam]);
  for (const device of [ana, sam])
    await device.waitForText('It stopped here. What was done stays in the log.');
  await expectBoth([ana, sam], 'Reserve the hotel', 'Done');
  // What was booked without knowing of it is asked to be undone, of whoever booked it.
  await toNow(ana);
  await ana.waitFor('button', 'Done: Cancel the hotel');
});

/** On Now; of many pieces of news some are folded. */
async function expectTold(tab: Tab, sentence: string): Promise<void> {
  if (await tab.isVisible('button', /^\d+ more$/)) await tab.click('button', /^\d+ more$/);
  await tab.waitForText(sentence);
}
