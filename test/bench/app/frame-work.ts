/**
 * How much the page's main thread works for each frame while a person scrolls a rail of 300 steps, and drags its map
 * about, on a phone four times slower than this machine.
 *
 * A frame begins where the trace says that the main thread's frame begins, and all tasks from there to the next one
 * are its work; their processor time is counted, which the slowing down makes four times as long. A finger strokes down
 * and up the list, half a screen in a sixth of a second and again at once, and so along the map.
 */
import type { CDPSession, Page } from '@playwright/test';
import { openFlow } from '../../e2e/support/step-on-screen.ts';
import { type LargeDevice, longFlow } from './large-device.ts';
import { slowDown } from './slow-page.ts';
import { computeFrameWorkMs, frameCategories } from './thread-load.ts';
import { tracePage } from './trace-page.ts';

export interface FrameWork {
  /** One a frame, ms. */
  readonly rail: readonly number[];
  readonly map: readonly number[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const beginMark = 'bench:frames';
const strokes = 24;
const movesPerStroke = 10;
const frameMs = 16;

export async function measureFrameWork({ page, tab }: LargeDevice): Promise<FrameWork> {
  await tab.goto('/');
  await openFlow(tab, longFlow);
  await tab.waitFor('link', /^Thing 300, /);
  const rail = await measure(page, scrollAbout);
  await tab.click('tab', 'Map');
  await page.locator('[data-step]').first().waitFor();
  const map = await measure(page, dragAbout);
  return { rail, map };
}

async function measure(
  page: Page,
  move: (page: Page, finger: Finger) => Promise<void>,
): Promise<readonly number[]> {
  await page.waitForTimeout(1500);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
  const speedUp = await slowDown(page);
  const { events } = await tracePage(page, frameCategories, async () => {
    await page.evaluate((mark) => void performance.mark(mark), beginMark);
    await move(page, createFinger(devtools));
  });
  await speedUp();
  await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await devtools.detach();
  return computeFrameWorkMs(events, beginMark);
}

/** Strokes from one place to another, and lifts off. */
type Finger = (from: Point, to: Point) => Promise<void>;

function createFinger(devtools: CDPSession): Finger {
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]): Promise<unknown> =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  return async (from, to) => {
    await touch('touchStart', [from]);
    for (let move = 1; move <= movesPerStroke; move += 1) {
      const share = move / movesPerStroke;
      await touch('touchMove', [
        { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share },
      ]);
      await new Promise((resolve) => setTimeout(resolve, frameMs));
    }
    await touch('touchEnd', []);
  };
}

/** Down the rail, and up again. */
async function scrollAbout(page: Page, stroke: Finger): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const [low, high] = [0.8, 0.3].map((share) => ({ x: width / 2, y: height * share })) as [Point, Point];
  for (let made = 0; made < strokes; made += 1) {
    await (made < strokes / 2 ? stroke(low, high) : stroke(high, low));
  }
  const scrolled = await page.evaluate(() => scrollY);
  if (scrolled > height) throw new Error(`The list did not come back: it stands at ${scrolled}.`);
}

/** Along the map, and back. */
async function dragAbout(page: Page, stroke: Finger): Promise<void> {
  const box = await page.getByRole('region', { name: longFlow }).locator('[role="group"]').boundingBox();
  if (box === null) throw new Error('The map is nowhere.');
  const [low, high] = [0.85, 0.15].map((share) => ({
    x: box.x + box.width * (share < 0.5 ? 0.4 : 0.6),
    y: box.y + box.height * share,
  })) as [Point, Point];
  for (let made = 0; made < strokes; made += 1) {
    await (made < strokes / 2 ? stroke(low, high) : stroke(high, low));
  }
}
