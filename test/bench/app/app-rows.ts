/** The bench of the app as a table for people: what the figures are made of. */
import type { BenchReport } from '../bench-report.ts';
import { type FirstScreen, firstScreenToMs } from './first-screen.ts';
import type { FetchedFile, FirstUse } from './first-use.ts';
import type { FrameWork } from './frame-work.ts';
import type { HeldMemory } from './memory.ts';
import type { CodeFile } from './page-code.ts';
import { quantile } from './quantile.ts';
import { tapToMs, type TapTime } from './tap-times.ts';

export interface Measured {
  readonly code: readonly CodeFile[];
  readonly firstUse: FirstUse;
  readonly screens: readonly FirstScreen[];
  readonly taps: readonly TapTime[];
  readonly frames: FrameWork;
  readonly memory: HeldMemory;
  readonly seedingMs: number;
}

type Rows = BenchReport['table'];

export function appRows(measured: Measured): Rows {
  const { code, firstUse, screens, taps, frames, memory, seedingMs } = measured;
  return [
    ...codeToRows(code),
    ...fetchedToRows('before first use', firstUse.before),
    ...fetchedToRows('after it, by page and worker', firstUse.after),
    { what: 'making the household and opening it', 'median ms': Math.round(seedingMs) },
    timeRow(
      'first screen: page, 4× slower',
      screens.map(({ pageMs }) => pageMs),
    ),
    timeRow(
      'first screen: workers busy, not slowed',
      screens.map(({ workerBusyMs }) => workerBusyMs),
    ),
    timeRow('first screen: page and 4 × workers', screens.map(firstScreenToMs)),
    ...[...Map.groupBy(taps, ({ kind }) => kind)].flatMap(([kind, of]) => tapsToRows(kind, of)),
    ...tapsToRows('all', taps),
    timeRow(`frames of the rail (${frames.rail.length}), 4× slower`, frames.rail),
    timeRow(`frames of the map (${frames.map.length}), 4× slower`, frames.map),
    { what: 'memory of the page, without its program', MB: megabytes(memory.pageBytes) },
    { what: 'memory of the worker, without its program', MB: megabytes(memory.workerBytes) },
  ];
}

/** Parts that load at once file by file, the many that come later as one. */
function codeToRows(code: readonly CodeFile[]): Rows {
  return [...Map.groupBy(code, ({ part }) => part)].flatMap(([part, files]) => {
    const bytes = files.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0);
    return { what: `code: ${part} (${files.length} files)`, 'gzip kB': kilobytes(bytes) };
  });
}

function fetchedToRows(when: string, files: readonly FetchedFile[]): Rows {
  const kinds = Map.groupBy(files, ({ path }) => kindOf(path));
  return [...kinds].map(([kind, of]) => {
    const bytes = of.reduce((sum, file) => sum + file.bytes, 0);
    return { what: `${when}: ${kind} (${of.length} files)`, 'gzip kB': kilobytes(bytes) };
  });
}

function kindOf(path: string): string {
  if (/household|worker/.test(path) && path.endsWith('.js')) return 'worker';
  const ending = /\.([a-z0-9]+)$/.exec(path)?.[1];
  return ending ?? 'document';
}

function tapsToRows(kind: string, taps: readonly TapTime[]): Rows {
  const row = (what: string, read: (tap: TapTime) => number) =>
    timeRow(`tap, ${kind}: ${what}`, taps.map(read));
  return [row('page, 4× slower', ({ paintedMs }) => paintedMs), row('page and 4 × workers', tapToMs)];
}

function timeRow(what: string, times: readonly number[]): Rows[number] {
  return { what, 'median ms': tenth(quantile(times, 0.5)), 'p95 ms': tenth(quantile(times, 0.95)) };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function kilobytes(bytes: number): number {
  return tenth(bytes / 1000);
}

function megabytes(bytes: number): number {
  return tenth(bytes / 1e6);
}
