/**
 * `npm run bench -- app`: what a phone has to load, and how fast the app is in a household that has used it for a
 * year: 50 runs under way and 1,000 that are over, a saved file opened by the app itself.
 *
 * - `page_js_gzip_kb`: all JavaScript that the page needs before it shows; at most 70. `worker_js_gzip_kb`: the
 *   household's worker, which loads beside it.
 * - `first_use_gzip_kb`: all that is fetched before first use, fonts too; at most 250. See `app/first-use.ts`.
 * - `first_screen_ms_4x`: median of 20 openings of Now with a warm service worker; at most 1,500. See
 *   `app/first-screen.ts`.
 * - `tap_p95_ms_4x`: from a tap to its painted result; at most 100. See `app/tap-times.ts`.
 * - `frame_work_ms_p95`: the worse of the rail and the map of 300 steps while they move; at most 16. See
 *   `app/frame-work.ts`.
 * - `page_mb`, `worker_mb`: what they hold. See `app/memory.ts`.
 *
 * It measures a build of its own, made just before.
 */
import { join } from 'node:path';
import { runStep } from '../../.ci/run-step.ts';
import { repositoryRoot } from '../support/repository-root.ts';
import { startServer } from '../support/server-process.ts';
import { appRows } from './app/app-rows.ts';
import { measureTaps } from './app/daily-taps.ts';
import { firstScreenToMs, measureFirstScreens } from './app/first-screen.ts';
import { measureFirstUse } from './app/first-use.ts';
import { measureFrameWork } from './app/frame-work.ts';
import { openLargeDevice } from './app/large-device.ts';
import { measureMemory } from './app/memory.ts';
import { measureCode, sumKilobytes } from './app/page-code.ts';
import { quantile } from './app/quantile.ts';
import { tapToMs } from './app/tap-times.ts';
import type { BenchReport } from './bench-report.ts';

const openings = 20;

export async function bench(): Promise<BenchReport> {
  if (!runStep({ name: 'build', command: ['vite', 'build'] })) throw new Error('The build failed.');
  const code = measureCode(join(repositoryRoot, 'dist'));
  const server = await startServer();
  try {
    const firstUse = await measureFirstUse(server.origin);
    const device = await openLargeDevice(server.origin);
    try {
      const screens = await measureFirstScreens(device, openings);
      const memory = await measureMemory(device);
      const frames = await measureFrameWork(device);
      const taps = await measureTaps(device);
      const waits = screens.map(firstScreenToMs);
      const frameWork = [frames.rail, frames.map].map((each) => quantile(each, 0.95));
      const fetchedBytes = firstUse.before.reduce((sum, { bytes }) => sum + bytes, 0);
      return {
        results: {
          page_js_gzip_kb: sumKilobytes(code, 'page'),
          worker_js_gzip_kb: sumKilobytes(code, 'worker'),
          service_worker_js_gzip_kb: sumKilobytes(code, 'service worker'),
          later_js_gzip_kb: sumKilobytes(code, 'later'),
          first_use_gzip_kb: round(fetchedBytes / 1000),
          first_screen_ms_4x: Math.round(quantile(waits, 0.5)),
          first_screen_p95_ms_4x: Math.round(quantile(waits, 0.95)),
          tap_p95_ms_4x: Math.round(quantile(taps.map(tapToMs), 0.95)),
          frame_work_ms_p95: round(Math.max(...frameWork)),
          page_mb: round(memory.pageBytes / 1e6),
          worker_mb: round(memory.workerBytes / 1e6),
        },
        table: appRows({ code, firstUse, screens, taps, frames, memory, seedingMs: device.seedingMs }),
      };
    } finally {
      await device.dispose();
    }
  } finally {
    await server.dispose();
  }
}

/** To a tenth. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}
