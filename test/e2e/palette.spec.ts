/** Found, opened, done and taken back without a pointer; done with a swipe where there is nothing else. */
import { expect, test } from './support/fixtures.ts';
import { playwrightPage } from './support/playwright-page.ts';
import { startTyped } from './support/start-flow.ts';

const steps = ['Dinner on Sunday:', 'Buy milk @ana', '& Set the table @ana', 'Cook pasta @sam'];

test('a step is found, opened, done and taken back with the keyboard alone', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  await ana.setViewport({ width: 1440, height: 900 });
  await startTyped(ana, steps, 'ana');
  await ana.waitForText('You hold 2 batons');

  await ana.press('Control+k');
  await ana.waitFor('combobox', 'Search');
  await ana.type('tabel');
  await ana.waitFor('option', /Set the table/);
  await ana.press('Enter');
  await ana.waitFor('heading', 'Set the table');
  expect(await ana.path()).toMatch(/^\/flows\/[^/]+\/./);

  // The step stands beside the flow, and its buttons say their keys.
  await ana.press('d');
  await ana.waitForText('Set the table: done');
  await ana.press('z');
  await ana.waitForText('Taken back');

  await ana.press('?');
  await ana.waitFor('dialog', 'Keys');
  await ana.press('Escape');
  await ana.press('g');
  await ana.press('n');
  await ana.waitForText('You hold 2 batons');
  await ana.press('j');
  await ana.press('j');
  await ana.press('Enter');
  await expect.poll(() => ana.path()).toMatch(/^\/flows\/[^/]+\/./);
});

test('@chromium a row is swiped, and taken back', async ({ newDevice }) => {
  const ana = await newDevice('Ana');
  const page = playwrightPage(ana);
  await startTyped(ana, steps, 'ana');
  await ana.waitForText('You hold 2 batons');
  const tools = await page.context().newCDPSession(page);
  await tools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Buy milk|Set the table/ })
    .first();
  const title = (await row.getByRole('link').textContent()) ?? '';
  const swipe = async (distance: number): Promise<void> => {
    const box = await row.boundingBox();
    if (box === null) throw new Error('The row is not on the screen.');
    const y = box.y + box.height / 2;
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number) =>
      tools.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await touch('touchStart', 120);
    for (let share = 1; share <= 6; share += 1) await touch('touchMove', 120 + (distance * share) / 6);
    await touch('touchEnd', 120 + distance);
  };
  await swipe(48);
  await ana.waitForText('You hold 2 batons');
  await swipe(128);
  await ana.waitForText(`${title}: done`);
  await ana.waitForText('You hold 1 baton');
  await ana.click('button', 'Undo');
  await ana.waitForText('You hold 2 batons');
});
