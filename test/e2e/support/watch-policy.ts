/** That a page keeps to its policy: it has nothing to complain of, and asks nobody else for anything. */
import { expect } from '@playwright/test';
import type { Device } from './device.ts';
import { playwrightPage } from './playwright-page.ts';

/** Watches from now on; what is returned says whether anything was seen. */
export function watchPolicy(device: Device): () => void {
  const page = playwrightPage(device);
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  // What breaks the Content-Security-Policy is an error on the console.
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.context().on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && origin !== device.origin)
      elsewhere.push(request.url());
  });
  return () => {
    expect(complaints).toEqual([]);
    expect(elsewhere).toEqual([]);
  };
}
