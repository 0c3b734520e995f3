/** What is tapped every day, on the large household: each kind several times, the first time included. */
import { firstThing, type LargeDevice } from './large-device.ts';
import { slowDown } from './slow-page.ts';
import { type Expected, type MadeTap, tap, tapsToTimes, type TapTime } from './tap-times.ts';
import { traceCategories } from './thread-load.ts';
import { tracePage } from './trace-page.ts';

const rounds = 12;
/** Until the worker has read the thousand flows; what that costs is told by the first screen, ms. */
const readingMs = 6000;

/** Four screens, a step, two entries of its list, done and undo: `rounds` times. */
export async function measureTaps(device: LargeDevice): Promise<readonly TapTime[]> {
  const { page, tab } = device;
  await tab.goto('/');
  await page.locator('article').first().waitFor();
  await page.waitForTimeout(readingMs);
  const speedUp = await slowDown(page);
  const { result: made, events } = await tracePage(page, traceCategories, async () => {
    const all: MadeTap[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(...(await tapAround(device)));
    return all;
  });
  await speedUp();
  return tapsToTimes(made, events);
}

async function tapAround({ page }: LargeDevice): Promise<readonly MadeTap[]> {
  const made: MadeTap[] = [];
  const toScreen = async (name: string, expected: Expected): Promise<void> => {
    const link = page.getByRole('navigation').getByRole('link', { name });
    made.push(await tap(page, `to ${name}`, link.first(), expected));
  };
  // Now has links to flows as well.
  await toScreen('Flows', { selector: 'main [role="tabpanel"] a[href^="/flows/"]' });
  await toScreen('Log', { selector: 'main ol > li' });
  await toScreen('Now', { selector: 'main article' });

  const sheet = page.getByRole('dialog', { name: firstThing });
  const row = page.getByRole('main').getByRole('link', { name: firstThing, exact: true });
  made.push(await tap(page, 'a step', row, { selector: 'dialog[open]', text: firstThing }));
  const entry = sheet.getByRole('checkbox').first();
  made.push(await tap(page, 'an entry of its list', entry, { selector: 'dialog h3', text: '1 of 2' }));
  made.push(await tap(page, 'the same again', entry, { selector: 'dialog h3', text: '0 of 2' }));
  const done = sheet.getByRole('button', { name: /^Done/ });
  // The sheet has closed over the row; what is said of it, with Undo, follows once it is stored.
  const isDone = { selector: `html:not(:has(dialog[open])) main li[data-tone="done"]`, text: firstThing };
  made.push(await tap(page, 'done', done, isDone));
  const undo = page.getByRole('button', { name: 'Undo' });
  const isBack = { selector: `main a[data-tone="turn"], main [data-tone="turn"] a`, text: firstThing };
  made.push(await tap(page, 'undo', undo, isBack));
  await toScreen('Now', { selector: 'main article' });
  return made;
}
