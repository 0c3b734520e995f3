/** When there is time for what need not be done at once. */
import { nextPaint } from '../client/after-paint.ts';

/** After the first screen, which is drawn in the frame that stands a moment before it. */
export async function firstScreen(): Promise<void> {
  await nextPaint();
  await nextPaint();
}

/** As soon as whatever else waits for the page has had its turn: fingers, and a frame. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
