/**
 * What page and worker hold of the large household, once garbage is gone: JavaScript objects, what the browser keeps
 * for them (the document's nodes) and the buffers behind them. The programs themselves are not part of it.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { LargeDevice } from './large-device.ts';

export interface HeldMemory {
  readonly pageBytes: number;
  readonly workerBytes: number;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize: number;
  readonly backingStorageSize: number;
}

type Send = (method: 'HeapProfiler.collectGarbage' | 'Runtime.getHeapUsage') => Promise<unknown>;

export async function measureMemory({ page, tab }: LargeDevice): Promise<HeldMemory> {
  await tab.goto('/');
  await page.locator('article').first().waitFor();
  await delay(5000);
  const session = await page.context().newCDPSession(page);
  const pageBytes = await measure((method) => session.send(method));
  const workerBytes = await measure(await attachToWorker(session));
  await session.detach();
  return { pageBytes, workerBytes };
}

async function measure(send: Send): Promise<number> {
  for (let round = 0; round < 2; round += 1) {
    await send('HeapProfiler.collectGarbage');
    await delay(300);
  }
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await send(
    'Runtime.getHeapUsage',
  )) as HeapUsage;
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}

/** The household's worker speaks the protocol through its page's session, wrapped in messages. */
async function attachToWorker(session: CDPSession): Promise<Send> {
  const answers = new Map<number, (result: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { readonly id?: number; readonly result?: unknown };
    if (id !== undefined) answers.get(id)?.(result);
  });
  const attached = new Promise<string>((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  let last = 0;
  return async (method) => {
    last += 1;
    const id = last;
    const answered = new Promise<unknown>((resolve) => answers.set(id, resolve));
    await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    return answered;
  };
}
