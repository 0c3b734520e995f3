/** What an invite gives comes to be known while somebody may be pressing already: the way in stays where it is. */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';
import { arrive, comeBack, makeInvite, waitUntilInstalled } from './support/household-on-screen.ts';
import { startTyped } from './support/start-flow.ts';
import { phone, type Size } from './support/tab.ts';

const desk: Size = { width: 1280, height: 800 };

test('what an invite gives is told without moving the button under a finger', async ({ newDevice }) => {
  const [ana, sam] = await Promise.all([newDevice('Ana'), newDevice('Sam')]);
  await startTyped(ana, ['Buy milk @ana', 'Cook @sam'], 'ana');
  const link = await makeInvite(ana, 'sam');
  await sam.goto('/join');
  await waitUntilInstalled(sam);

  for (const size of [phone, desk]) {
    sam.goOffline();
    await sam.setViewport(size);
    // Without its fragment first, so that the link opens the page anew.
    await sam.goto('/people');
    await sam.goto(sam.linkFor(link));
    await sam.waitForText('Somebody invited you to their household');
    const before = await readPlace(sam);
    await comeBack(sam);
    await sam.waitForText('ana invites you to their household');
    expect(await readPlace(sam)).toEqual(before);
  }

  await sam.click('button', 'Join');
  await arrive(sam, 'sam');
});

function readPlace(device: Device): Promise<readonly number[]> {
  return device.evaluate(() => {
    const join = [...document.querySelectorAll('button')].find((each) => each.innerText.trim() === 'Join');
    const { x, y, width, height } = join?.getBoundingClientRect() ?? new DOMRect();
    return [x, y, width, height];
  });
}
