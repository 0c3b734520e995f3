/** Where the end-to-end specs run. A browser that is not on this machine gets no project. */
import { defineConfig, type Project } from '@playwright/test';
import { engines, findBrowsers } from '../support/find-browsers.ts';
import { patience } from './support/tab.ts';
import { chooseWorkflow, findWorkflowWalks, titlesOfWorkflow } from './support/workflow-of-the-day.ts';

const browsers = findBrowsers();
/** Set by `npm run test:all`. */
const everySpecEverywhere = process.env['EVERY_SPEC_EVERYWHERE'] === '1';
/** Names the workflow that runs in every browser; each day has its own when nothing is set. */
const choice = 'WORKFLOW_OF_THE_DAY';

const isFirst = process.env['TEST_WORKER_INDEX'] === undefined;
const workflow = everySpecEverywhere
  ? null
  : chooseWorkflow(findWorkflowWalks(import.meta.dirname), Date.now(), process.env[choice]);
if (workflow !== null && isFirst) {
  // What runs the specs reads this file again, perhaps after midnight.
  process.env[choice] = workflow;
  console.log(`The workflow in every browser today; to see it again: ${choice}=${workflow}`);
}
const everywhere = [/@three/, ...(workflow === null ? [] : [titlesOfWorkflow(workflow)])];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/end-to-end',
  // A spec has several browsers of its own and waits for them much of the time: two specs fill two cores.
  workers: 2,
  timeout: 90_000,
  // All of it in three browsers takes longer than anybody waits for a run.
  globalTimeout: everySpecEverywhere ? 0 : 27 * 60_000,
  forbidOnly: true,
  // JSON goes to PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` sets and reads.
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  // What one test waits for by itself is waited for as patiently as what the devices do.
  expect: { timeout: patience },
  // The slowest first, a browser each beside the other: at the end there are short specs for both workers.
  projects: engines
    .filter((engine) => browsers[engine] !== null)
    .toReversed()
    .map((engine): Project => {
      if (engine === 'chromium') return { name: engine, use: { engine } };
      return {
        name: engine,
        use: { engine },
        // Their drivers start a browser a device, which is most of their work.
        workers: 1,
        grepInvert: /@chromium/,
        ...(everySpecEverywhere ? {} : { grep: everywhere }),
      };
    }),
});
