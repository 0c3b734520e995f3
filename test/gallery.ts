/**
 * `npm run gallery -- [--axe] [--pseudo] [--only TEXT]`: pictures of every screen and state of the app on a real relay
 * in Chromium, into `gallery/`, with `index.html` to look at them all: phone and wide in light and dark, 320 px wide,
 * zoomed to 200 %, and with forced colours; always with reduced motion. In each it looks for what is over the side,
 * cut, over something else, out of reach or without a boundary. `--axe` looks for broken rules of accessibility too.
 *
 * `--pseudo` goes through all of the same states in a build of its own, in a language with longer words, into
 * `gallery/pseudo/`, and looks for what was never translated and what does not fit.
 *
 * `--only` takes the stages whose name contains the text. Each state may take 10 s to show, or what `PATIENCE_MS` says.
 * The exit code is 1 when a state cannot be reached or anything is found.
 */
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from '../.ci/build-if-stale.ts';
import { launchBrowser } from './e2e/support/playwright-launch.ts';
import { buildMarked } from './gallery/build-marked.ts';
import { contactSheet } from './gallery/contact-sheet.ts';
import { looks, pseudoLooks } from './gallery/looks.ts';
import { stages } from './gallery/stages.ts';
import { type Result, takePictures } from './gallery/take-pictures.ts';
import { findBrowsers } from './support/find-browsers.ts';
import { repositoryRoot } from './support/repository-root.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { axe: { type: 'boolean' }, pseudo: { type: 'boolean' }, only: { type: 'string' } },
  });
  const wanted = stages.filter(({ name }) => name.includes(values.only ?? ''));
  const browsers = findBrowsers();
  const chromium = browsers.chromiumShell ?? browsers.chromium;
  if (wanted.length === 0 || chromium === null) {
    console.error(chromium === null ? 'Chromium was not found.' : stages.map(({ name }) => name).join('\n'));
    return 2;
  }
  const marked = values.pseudo === true ? await buildMarked() : null;
  if (marked === null && !buildIfStale()) return 1;
  const folder = join(repositoryRoot, marked === null ? 'gallery' : 'gallery/pseudo');
  if (values.only === undefined)
    for (const picture of globSync('*.png', { cwd: folder })) rmSync(join(folder, picture));
  mkdirSync(folder, { recursive: true });
  const results: Result[] = [];
  const browser = await launchBrowser({ engine: 'chromium', executablePath: chromium });
  try {
    for (const stage of wanted) {
      await takePictures(stage, { browser, folder, withAxe: values.axe === true, marked }, (result) => {
        results.push(result);
        tell(result);
      });
      writeFileSync(join(folder, 'index.html'), contactSheet(results, marked === null ? looks : pseudoLooks));
    }
  } finally {
    await browser.close();
    if (marked !== null) rmSync(marked, { recursive: true, force: true });
  }
  const missing = results.filter((result) => result.missing !== null).length;
  const faults = results.reduce((sum, result) => sum + result.faults.length, 0);
  console.log(
    `${results.length - missing} of ${results.length} states, ${faults} faults: ${join(folder, 'index.html')}`,
  );
  return missing + faults === 0 ? 0 : 1;
}

function tell({ stage, state, missing, faults }: Result): void {
  console.log(
    `${missing === null ? 'shown  ' : 'MISSING'} ${stage}: ${state}${missing === null ? '' : `: ${missing}`}`,
  );
  for (const fault of faults) console.log(`        ${fault}`);
}
