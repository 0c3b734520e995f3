/**
 * No screen breaks a rule that can be checked by machine, in either theme, on a phone or on a desk; and none
 * breaks the page's policy or asks anybody else for anything.
 */
import { expectAccessible } from './support/accessible.ts';
import {
  contactScreens,
  nudgeScreens,
  offerScreens,
  startContact,
  startOffers,
} from './support/asked-screens.ts';
import { test as base } from './support/fixtures.ts';
import {
  alertScreens,
  contractScreens,
  gardenScreens,
  readyScreens,
  startContract,
  startGarden,
  startReadyFlows,
} from './support/household-screens.ts';
import { clockServer, moveClock } from './support/moved-clock.ts';
import {
  changedScreens,
  changeHousehold,
  deviceSheets,
  emptyScreens,
  fillHousehold,
  filledScreens,
} from './support/screens.ts';
import { startTyped } from './support/start-flow.ts';
import { watchPolicy } from './support/watch-policy.ts';

const day = 86_400_000;

const test = base.extend({
  newDevice: async ({ newDevice }, use) => {
    const expectPolicyKept: (() => void)[] = [];
    await use(async (name, film) => {
      const device = await newDevice(name, film);
      expectPolicyKept.push(watchPolicy(device));
      return device;
    });
    for (const expectKept of expectPolicyKept) expectKept();
  },
});

test('@chromium no violation on a phone and on a desk, and nothing over the side of a narrow screen', async ({
  newDevice,
}) => {
  test.setTimeout(300_000);
  const device = await newDevice('Ana');
  await expectAccessible(device, emptyScreens);
  await fillHousehold(device);
  await expectAccessible(device, filledScreens);
  await changeHousehold(device);
  await expectAccessible(device, changedScreens);
});

test('@chromium no violation on the sheets about households, light and dark', async ({ newDevice }) => {
  test.setTimeout(180_000);
  const device = await newDevice('Ana');
  await startTyped(device, ['Buy milk @ana', 'Cook @sam'], 'ana');
  await expectAccessible(device, deviceSheets, 'sheet');
});

test('@chromium no violation on the pages about people and about a plan', async ({ newDevice }) => {
  test.setTimeout(180_000);
  const device = await newDevice('Ana');
  await startGarden(device);
  await expectAccessible(device, gardenScreens, 'sheet');
});

test('@chromium no violation where each child, a vote or an undo is asked for', async ({ newDevice }) => {
  test.setTimeout(180_000);
  const device = await newDevice('Ana');
  await startContract(device);
  await expectAccessible(device, contractScreens);
  await startReadyFlows(device);
  await expectAccessible(device, readyScreens);
});

test('@chromium no violation where somebody outside is asked, or a later plan is offered', async ({
  newDevice,
}) => {
  test.setTimeout(180_000);
  const [asking, offering] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await Promise.all([startContact(asking), startOffers(offering)]);
  await expectAccessible(asking, contactScreens, 'sheet');
  await expectAccessible(offering, offerScreens, 'sheet');
});

test.describe('when steps are late', () => {
  test.use({ serverScript: clockServer });

  test('@chromium no violation on what needs a look', async ({ newDevice, server }) => {
    test.setTimeout(180_000);
    const device = await newDevice('Ana');
    await startGarden(device);
    await moveClock(server, 3 * day, [device]);
    await expectAccessible(device, alertScreens);
    await expectAccessible(device, nudgeScreens, 'sheet');
  });
});
