/**
 * How much the page's main thread works for each frame while a person scrolls a rail of 300 steps, and drags its map
 * about, on a phone four times slower than this machine.
 *
 * A frame begins where the trace says that the main thread's frame begins, and all tasks from there to the next one
 * are its work; their processor time is counted, which the slowing down makes four times as long. The wheel turns and
 * the pointer moves once a frame or oftener; nothing is waited for between.
 */
import type { Page } from '@playwright/test';
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

const beginMark = 'bench:frames';
const moves = 240;
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

async function measure(page: Page, move: (page: Page) => Promise<void>): Promise<readonly number[]> {
  await page.waitForTimeout(1500);
  const speedUp = await slowDown(page);
  const { events } = await tracePage(page, frameCategories, async () => {
    await page.evaluate((mark) => void performance.mark(mark), beginMark);
    await move(page);
  });
  await speedUp();
  return computeFrameWorkMs(events, beginMark);
}

/** Down the whole rail and up again. */
async function scrollAbout(page: Page): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  for (let move = 0; move < moves; move += 1) {
    await page.mouse.wheel(0, move < moves / 2 ? 160 : -160);
    await page.waitForTimeout(frameMs);
  }
}

/** To and fro across the map, twenty frames a drag. */
async function dragAbout(page: Page): Promise<void> {
  const box = await page.getByRole('region', { name: longFlow }).locator('[role="group"]').boundingBox();
  if (box === null) throw new Error('The map is nowhere.');
  const [left, right] = [box.x + 20, box.x + box.width - 20];
  const middle = box.y + box.height / 2;
  for (let drag = 0; drag < moves / 20; drag += 1) {
    // The first half goes along the map, the other back.
    const [from, to] = drag < moves / 40 ? [right, left] : [left, right];
    await page.mouse.move(from, middle);
    await page.mouse.down();
    for (let move = 1; move <= 20; move += 1) {
      await page.mouse.move(from + ((to - from) * move) / 20, middle + 40 * Math.sin(move / 3));
      await page.waitForTimeout(frameMs);
    }
    await page.mouse.up();
  }
}
