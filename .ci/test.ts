/**
 * `npm test`: gates, unit tests, build, end-to-end tests. Everything runs, also after a failure, and
 * the last line is `N passed, N failed`: a gate and the build count as one each, tests one a case.
 *
 * With `--all`, every end-to-end spec runs in every browser, not only those marked for all three.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../test/support/repository-root.ts';
import { ensureBrowsers } from './browsers.ts';
import { addCounts, addOutcome, type Counts, reportCounts } from './counts.ts';
import { runGates } from './gates.ts';
import { runStep } from './run-step.ts';

const results = join(repositoryRoot, 'test-results');

function runUnitTests(): Counts {
  const file = join(results, 'unit.json');
  const passed = runStep({
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  });
  const summary = readSummary<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  }>(file);
  if (summary === null) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = summary;
  return settle(passed, numPassedTests, numFailedTests, numPendingTests + numTodoTests);
}

function runEndToEndTests(everySpec: boolean): Counts {
  ensureBrowsers();
  const file = join(results, 'end-to-end.json');
  const passed = runStep({
    name: 'end-to-end tests',
    command: ['playwright', 'test', '--config', 'test/e2e/playwright.config.ts'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(everySpec ? { EVERY_SPEC_EVERYWHERE: '1' } : {}) },
  });
  const summary = readSummary<{
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  }>(file);
  if (summary === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = summary.stats;
  return settle(passed, expected, unexpected + flaky, skipped);
}

/** A test that was left out did not pass, and a run that failed without naming a test failed once. */
function settle(ended: boolean, passed: number, failed: number, leftOut: number): Counts {
  if (leftOut > 0) console.log(`${leftOut} tests were left out: each counts as failed.`);
  const all = failed + leftOut;
  return { passed, failed: !ended && all === 0 ? 1 : all };
}

function readSummary<Summary>(file: string): Summary | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Summary;
  } catch {
    return null;
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results);

let counts = addCounts(runGates(), runUnitTests());
const built = runStep({ name: 'build', command: ['vite', 'build'] });
counts = addOutcome(counts, built);
if (built) counts = addCounts(counts, runEndToEndTests(process.argv.includes('--all')));
else console.log('Nothing was built, so no end-to-end test was run.');
reportCounts(counts);
