/** A worker that begins when it is time, and is told then what was said to it before. */
import type { Endpoint } from 'comlink';

export interface LateWorker extends Endpoint {
  /** Also where it has not begun: then it never does. */
  readonly terminate: () => void;
}

export function startLate(start: () => Worker, time: Promise<void>): LateWorker {
  let worker: Worker | undefined;
  let isOver = false;
  /** In their order; empty once it has begun. */
  const early: ((begun: Worker) => void)[] = [];
  const tell = (act: (begun: Worker) => void): void => {
    if (worker === undefined) early.push(act);
    else act(worker);
  };
  void time.then(() => {
    if (isOver) return;
    worker = start();
    for (const act of early.splice(0)) act(worker);
  });
  return {
    postMessage: (message, transfer = []) => tell((begun) => begun.postMessage(message, transfer)),
    addEventListener: (type, listener, options) =>
      tell((begun) => begun.addEventListener(type, listener, options)),
    removeEventListener: (type, listener, options) =>
      tell((begun) => begun.removeEventListener(type, listener, options)),
    terminate: () => {
      isOver = true;
      worker?.terminate();
    },
  };
}
