import type { Page } from '@playwright/test';
import type { Device } from './device.ts';

/** For what only Playwright's browsers can be asked. */
export function playwrightPage(device: Device): Page {
  if (device.page === null) throw new Error('This needs a browser that Playwright drives.');
  return device.page;
}
