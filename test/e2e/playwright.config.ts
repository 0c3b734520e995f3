/** Where the end-to-end specs run. A browser that is not on this machine gets no project. */
import { defineConfig, type Project } from '@playwright/test';
import { engines, findBrowsers } from '../support/find-browsers.ts';

const browsers = findBrowsers();
/** Set by `npm run test:all`. */
const everySpecEverywhere = process.env['EVERY_SPEC_EVERYWHERE'] === '1';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/end-to-end',
  // A spec has several browsers of its own, and two cores to share.
  workers: 1,
  timeout: 60_000,
  // All of it in three browsers takes longer than anybody waits for a run.
  globalTimeout: everySpecEverywhere ? 0 : 25 * 60_000,
  forbidOnly: true,
  // JSON goes to PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` sets and reads.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  projects: engines
    .filter((engine) => browsers[engine] !== null)
    .map((engine): Project => {
      if (engine === 'chromium') return { name: engine, use: { engine } };
      return {
        name: engine,
        use: { engine },
        grepInvert: /@chromium/,
        ...(everySpecEverywhere ? {} : { grep: /@three/ }),
      };
    }),
});
