/** Builds the page unless `dist` is already newer than everything it is made from. */
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../test/support/repository-root.ts';
import { runStep } from './run-step.ts';

/** Folders count as well: their time changes when a file in them is deleted. */
const sources = ['index.html', 'vite.config.ts', 'package-lock.json', 'src', 'src/**', 'public', 'public/**'];

/** False when a build was needed and failed. */
export function buildIfStale(): boolean {
  const built = modifiedAt('dist/index.html');
  const changed = globSync(sources, { cwd: repositoryRoot }).some(
    (path) => (modifiedAt(path) ?? 0) > (built ?? 0),
  );
  return built !== null && !changed ? true : runStep({ name: 'build', command: ['vite', 'build'] });
}

function modifiedAt(path: string): number | null {
  return statSync(join(repositoryRoot, path), { throwIfNoEntry: false })?.mtimeMs ?? null;
}
