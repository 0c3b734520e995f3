/** The first minute with the keyboard alone: everything can be reached, seen to have the focus, and done. */
import type { Device } from './support/device.ts';
import { expect, test } from './support/fixtures.ts';

/** More presses than any way through a screen takes. */
const farEnough = 40;

/** Presses a key until what has the focus is called so; a focus that cannot be seen fails. */
async function moveTo(device: Device, name: string | RegExp, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < farEnough; presses += 1) {
    const focused = await device.focused();
    if (typeof name === 'string' ? focused === name : name.test(focused)) {
      expect(await device.evaluate(readFocusRing), `the focus on “${focused}” can be seen`).not.toBe('none');
      return;
    }
    passed.push(focused);
    await device.press(key);
  }
  throw new Error(`${key} never came to “${name}”. It passed: ${passed.join(' · ')}`);
}

/** How focus shows: an outline on the element itself, on what lies over it, or on a row around it. */
function readFocusRing(): string {
  const active = document.activeElement;
  // Without a window manager a window may never be the active one, and then nothing in it matches :focus.
  if (active?.matches(':focus') !== true) return 'window not active';
  for (
    let element: Element | null = active;
    element !== null && element !== document.body;
    element = element.parentElement
  )
    for (const part of [null, '::before', '::after'] as const) {
      const style = getComputedStyle(element, part);
      if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) return 'outline';
      // A field's edge grows thicker and darker.
      if (element !== active && element.matches('label, form div') && style.boxShadow.includes('2px'))
        return 'edge';
    }
  return active?.matches('textarea') ? 'caret' : 'none';
}

test('the first minute without a pointer', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.waitFor('link', /^Business trip/);
  await moveTo(ana, /^Business trip/);
  await ana.press('Enter');
  await ana.waitFor('button', 'Show me whose turn it is');

  await moveTo(ana, /^Who does what/);
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Who does what');
  expect(await ana.focused()).toBe('Who does what');
  await ana.press('Tab');
  await moveTo(ana, 'Me');
  await ana.press('ArrowRight');
  await ana.waitForText('Their name');
  await ana.press('Escape');
  await ana.waitForNoText('Their name');
  expect(await ana.focused()).toMatch(/^Who does what/);

  await moveTo(ana, 'Confirm meeting times');
  await ana.press(' ');
  await ana.waitForText('1 of 10');
  await moveTo(ana, 'Show me whose turn it is');
  await ana.press('Enter');
  await ana.waitForText('You hold 2 batons');

  await moveTo(ana, 'Stuck');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'What is in the way?');
  expect(await ana.focused()).toBe('What is in the way?');
  await ana.press('Escape');
  await ana.waitForNoText('Just note it');
  expect(await ana.focused()).toBe('Stuck');

  // The card says that it will ask; the step's sheet has the button, and the button the questions.
  await moveTo(ana, 'Done, pass it on…', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Book flights');
  expect(await ana.focused()).toBe('Book flights');
  await moveTo(ana, 'Done, pass it on');
  await ana.press('Enter');
  await ana.waitForText('What came out of it?');
  expect(await ana.focused()).toBe('What came out of it?');
  await moveTo(ana, 'Booking reference');
  await ana.type('K7P2QX');
  await moveTo(ana, 'Done, pass it on');
  await ana.press('Enter');
  await ana.waitForText('Book flights: done');
  await moveTo(ana, 'Undo');
  await ana.press('Enter');
  await ana.waitFor('link', 'Book flights, Your turn');
  await moveTo(ana, 'Approve the budget, Your turn');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Approve the budget');
  await moveTo(ana, /^Approved/);
  await ana.press('Enter');
  await ana.waitForText('What came out of it?');
  await moveTo(ana, 'Back', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('button', /^Too much/);
  expect(await ana.focused()).toBe('Approve the budget');
});

test('tabs, a step’s sheet and a menu without a pointer', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.goto('/');
  await ana.click('link', /^Business trip/);
  await ana.click('button', 'Show me whose turn it is');
  await ana.waitForText('You hold 1 baton');
  await ana.click('link', /^Flows/);
  await ana.waitFor('tab', /^Active/);
  await moveTo(ana, /^Active/);
  await ana.press('ArrowRight');
  expect(await ana.focused()).toMatch(/^Workflows/);
  await ana.press('End');
  await ana.waitForText('Nothing has finished yet');
  await ana.press('Home');
  await ana.waitFor('link', /^Business trip/, { role: 'main' });
  await moveTo(ana, 'Business trip');
  await ana.press('Enter');

  await ana.waitFor('link', 'Pack, Not yet');
  await moveTo(ana, 'Pack, Not yet');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Pack');
  expect(await ana.focused()).toBe('Pack');
  await moveTo(ana, 'Passport');
  await ana.press(' ');
  await ana.waitForText('1 of 3');
  await moveTo(ana, /^Change when it is due/);
  await ana.press('Enter');
  await ana.waitForText('Any time that day');
  expect(await ana.focused()).toBe('Change when it is due');
  await moveTo(ana, 'Back', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitForText('1 of 3');
  expect(await ana.focused()).toBe('Pack');
  await ana.press('Escape');
  await ana.waitForNoText('Passport');
  expect(await ana.focused()).toBe('Pack, Not yet');

  await moveTo(ana, 'Change this flow', 'Shift+Tab');
  await ana.press('Enter');
  await ana.waitFor('menuitem', 'Hand the flow over…');
  expect(await ana.focused()).toBe('Pause this flow');
  for (const item of [
    'Parts of this flow…',
    'Change the plan…',
    'Hand the flow over…',
    'Invite a guest…',
    'Call it done…',
    'Cancel this flow…',
  ]) {
    await ana.press('ArrowDown');
    expect(await ana.focused()).toBe(item);
  }
  await ana.press('Escape');
  expect(await ana.focused()).toBe('Change this flow');
  await ana.press('Enter');
  await ana.press('End');
  await ana.press('Enter');
  await ana.waitFor('dialog', 'Cancel Business trip?');
  await ana.press('Escape');
  await ana.waitForNoText('Keep it going');
});
