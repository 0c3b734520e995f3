/** Lighthouse on the first screens of a newcomer and of a household, in Chromium, several times each. */
import { type BrowserContext, chromium } from '@playwright/test';
import { createPlaywrightTab } from '../../e2e/support/playwright-tab.ts';
import { startReady } from '../../e2e/support/start-flow.ts';
import { findBrowsers } from '../../support/find-browsers.ts';
import { findFreePort } from '../../support/free-port.ts';
import { medianOf } from '../sync/bench-rounds.ts';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export interface Audited {
  readonly screen: string;
  /** Medians, 0 to 100. */
  readonly scores: Readonly<Record<Category, number>>;
  /** Medians by name, with their unit. */
  readonly metrics: Readonly<Record<string, number>>;
  /** What any of the runs found, by category. */
  readonly wrong: readonly string[];
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
  readonly displayValue?: string;
}

interface Report {
  readonly runtimeError?: { readonly message: string };
  readonly audits: Readonly<Record<string, Audit | undefined>>;
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
}

type Lighthouse = (
  url: string,
  flags: {
    readonly port: number;
    readonly logLevel: 'error';
    readonly onlyCategories: readonly Category[];
    readonly disableStorageReset: boolean;
  },
) => Promise<{ readonly lhr: Report } | undefined>;

// It has no types here, and is not there when the rest is type-checked: its name is kept from the compiler.
const names = { lighthouse: 'lighthouse' };
const rounds = 3;
const metricAudits = {
  'first contentful paint, ms': 'first-contentful-paint',
  'largest contentful paint, ms': 'largest-contentful-paint',
  'total blocking time, ms': 'total-blocking-time',
  'speed index, ms': 'speed-index',
  'cumulative layout shift': 'cumulative-layout-shift',
} as const;

/**
 * `folder`: where the browser keeps what it stores. For every run it is started anew, as on a phone where the app was not
 * open: in a process that has its code already, what Lighthouse's profiler does at its own start would count as the app's.
 */
export async function measureScreens(origin: string, folder: string): Promise<readonly Audited[]> {
  const newcomer = await measureScreen('newcomer', { origin, folder, keepsStorage: false });
  await withBrowser(folder, ({ browser }) => startHousehold(browser, origin));
  return [newcomer, await measureScreen('Now', { origin, folder, keepsStorage: true })];
}

interface Opened {
  readonly browser: BrowserContext;
  /** For its devtools. */
  readonly port: number;
}

async function withBrowser<Made>(folder: string, act: (opened: Opened) => Promise<Made>): Promise<Made> {
  const { chromium: executablePath } = findBrowsers();
  if (executablePath === null) throw new Error('Chromium was not found.');
  const port = await findFreePort();
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`];
  const browser = await chromium.launchPersistentContext(folder, { executablePath, args: flags });
  try {
    return await act({ browser, port });
  } finally {
    await browser.close();
  }
}

async function startHousehold(browser: BrowserContext, origin: string): Promise<void> {
  const tab = createPlaywrightTab(await browser.newPage(), origin);
  await startReady(tab, {
    workflow: 'Business trip',
    sam: 'Who books along',
    done: ['Confirm meeting times'],
  });
  await tab.close();
}

async function measureScreen(
  screen: string,
  {
    origin,
    folder,
    keepsStorage,
  }: { readonly origin: string; readonly folder: string; readonly keepsStorage: boolean },
): Promise<Audited> {
  const { default: lighthouse } = (await import(names.lighthouse)) as { readonly default: Lighthouse };
  const reports: Report[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const result = await withBrowser(folder, ({ port }) =>
      lighthouse(`${origin}/`, {
        port,
        logLevel: 'error',
        onlyCategories: categories,
        disableStorageReset: keepsStorage,
      }),
    );
    if (result === undefined) throw new Error('Lighthouse gave no report.');
    if (result.lhr.runtimeError !== undefined) throw new Error(result.lhr.runtimeError.message);
    reports.push(result.lhr);
  }
  const median = (read: (report: Report) => number) => Math.round(medianOf(reports.map(read)) * 1000) / 1000;
  const scoreOf = (category: Category) =>
    Math.round(median((report) => report.categories[category].score ?? 0) * 100);
  return {
    screen,
    scores: {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
      seo: scoreOf('seo'),
    },
    metrics: Object.fromEntries(
      Object.entries(metricAudits).map(([name, id]) => [
        name,
        median((report) => report.audits[id]?.numericValue ?? Number.NaN),
      ]),
    ),
    wrong: [...new Set(reports.flatMap(findWrong))],
  };
}

/** Of performance only what counts: the rest is advice about what counts. */
function findWrong({ audits, categories: found }: Report): readonly string[] {
  return categories.flatMap((category) =>
    found[category].auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (audit === undefined || audit.score === null || audit.score >= 0.9 || weight === 0) return [];
      return [`${category}, ${id}: ${audit.title}`];
    }),
  );
}
