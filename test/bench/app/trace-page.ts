/** A Chromium trace of what happens meanwhile. */
import type { Page } from '@playwright/test';
import type { TraceEvent } from './thread-load.ts';

export interface Traced<Value> {
  readonly result: Value;
  readonly events: readonly TraceEvent[];
}

export async function tracePage<Value>(
  page: Page,
  categories: readonly string[],
  act: () => Promise<Value>,
): Promise<Traced<Value>> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('The browser cannot be traced.');
  await browser.startTracing(page, { categories: [...categories] });
  const result = await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return { result, events: traceEvents };
}
