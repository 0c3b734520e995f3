/** Inside a measured server's process: tells its port, and how much memory it holds once garbage is gone. */
import { setTimeout as delay } from 'node:timers/promises';

export interface HostMessage {
  /** Listens on this port. */
  readonly port?: number;
  /** Resident memory, bytes. */
  readonly resident?: number;
}

/** The same for every server: two collections with time to give pages back, then what the system says. */
async function measureResident(): Promise<number> {
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await delay(300);
  }
  return process.memoryUsage.rss();
}

export function answerBench(port: number): void {
  process.on('message', () => {
    void measureResident().then((resident) => process.send?.({ resident } satisfies HostMessage));
  });
  // Nobody asks any more: the bench is over, or was killed.
  process.on('disconnect', () => process.exit(0));
  process.send?.({ port } satisfies HostMessage);
}
