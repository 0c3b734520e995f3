/**
 * `npm run bench -- lighthouse`: what Lighthouse says of the app on a phone, with its own settings for one (simulated
 * slow network and processor), against the real server and relay; medians of 3.
 *
 * - `performance`: at least 95. `accessibility`, `best_practices`, `seo`: 100. The lesser of two screens: what a
 *   newcomer sees, with empty storage, and Now in a household, as it is opened every day.
 *
 * What it finds wrong is in the table. It measures a build of its own, made just before.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runStep } from '../../.ci/run-step.ts';
import { startServer } from '../support/server-process.ts';
import type { BenchReport } from './bench-report.ts';
import { installPeers } from './engine/peers.ts';
import { type Audited, categories, measureScreens } from './lighthouse/audit-screens.ts';

export async function bench(): Promise<BenchReport> {
  installPeers();
  if (!runStep({ name: 'build', command: ['vite', 'build'] })) throw new Error('The build failed.');
  const server = await startServer();
  const folder = mkdtempSync(join(tmpdir(), 'baton-lighthouse-'));
  try {
    const audited = await measureScreens(server.origin, folder);
    return {
      results: Object.fromEntries(
        categories.map((category) => [
          category.replace('-', '_'),
          Math.min(...audited.map(({ scores }) => scores[category])),
        ]),
      ),
      table: audited.flatMap(auditedToRows),
    };
  } finally {
    await server.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function auditedToRows({ screen, scores, metrics, wrong }: Audited): BenchReport['table'] {
  return [
    ...categories.map((category) => ({ screen, what: category, median: scores[category] })),
    ...Object.entries(metrics).map(([what, value]) => ({ screen, what, median: value })),
    ...wrong.map((what) => ({ screen, what: `wrong: ${what}`, median: '' })),
  ];
}
