/** When there is time for what need not be done at once. */

/** After the next frame; a page that is hidden draws none, and does not wait for long. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 500);
  });
}

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
