/**
 * `npm run bench -- app`: what a phone has to load, and how long until the first screen.
 *
 * - `page_js_gzip_kb`: all JavaScript that the page needs before it shows; at most 60.
 * - `worker_js_gzip_kb`: the household's worker, which loads beside the page.
 * - `first_screen_ms_4x`: median of 20 openings of Now with a warm service worker; see `first-screen.ts`.
 *
 * It measures a build of its own, made just before.
 */
import { join } from 'node:path';
import { runStep } from '../../.ci/run-step.ts';
import { repositoryRoot } from '../support/repository-root.ts';
import type { Tab } from '../e2e/support/tab.ts';
import { startServer } from '../support/server-process.ts';
import type { BenchReport } from './bench-report.ts';
import { type FirstScreen, firstScreenToMs, measureFirstScreens } from './first-screen.ts';
import { type CodeFile, measureCode, sumKilobytes } from './page-code.ts';

const runs = 20;

export async function bench(): Promise<BenchReport> {
  if (!runStep({ name: 'build', command: ['vite', 'build'] })) throw new Error('The build failed.');
  const code = measureCode(join(repositoryRoot, 'dist'));
  const server = await startServer();
  try {
    const screens = await measureFirstScreens(server.origin, runs, startTrip);
    const waits = screens.map(firstScreenToMs);
    return {
      results: {
        page_js_gzip_kb: sumKilobytes(code, 'page'),
        worker_js_gzip_kb: sumKilobytes(code, 'worker'),
        service_worker_js_gzip_kb: sumKilobytes(code, 'service worker'),
        later_js_gzip_kb: sumKilobytes(code, 'later'),
        first_screen_ms_4x: Math.round(quantile(waits, 0.5)),
        first_screen_p95_ms_4x: Math.round(quantile(waits, 0.95)),
      },
      table: [...codeToRows(code), ...screensToRows(screens)],
    };
  } finally {
    await server.dispose();
  }
}

/** The first minute, so that the first screen is Now with a baton on it. */
async function startTrip(tab: Tab): Promise<void> {
  await tab.goto('/');
  await tab.click('link', /Business trip/);
  await tab.click('button', 'Show me whose turn it is');
  await tab.waitForText('Confirm meeting times');
}

function codeToRows(code: readonly CodeFile[]): BenchReport['table'] {
  return code
    .toSorted((one, other) => one.part.localeCompare(other.part) || other.gzipBytes - one.gzipBytes)
    .map(({ path, part, gzipBytes }) => ({ what: path, part, 'gzip kB': Math.round(gzipBytes / 100) / 10 }));
}

function screensToRows(screens: readonly FirstScreen[]): BenchReport['table'] {
  const row = (what: string, read: (screen: FirstScreen) => number) => ({
    what: `first screen: ${what}`,
    'median ms': Math.round(quantile(screens.map(read), 0.5)),
    'p95 ms': Math.round(quantile(screens.map(read), 0.95)),
  });
  return [
    row('page, 4× slower', ({ pageMs }) => pageMs),
    row('workers busy, not slowed', ({ workerBusyMs }) => workerBusyMs),
    row('page and 4 × workers', firstScreenToMs),
  ];
}

/** Nearest rank. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
