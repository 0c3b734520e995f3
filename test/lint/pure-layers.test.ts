/**
 * Every module of the pure layers runs under plain Node, from source, with nothing added: no bundler,
 * no DOM, no loader. One process imports them all and names those that fail.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pureLayers } from '../../.ci/lint/import-table.ts';
import { repositoryRoot } from '../support/repository-root.ts';

const importEach = `
const failures = [];
for (const file of process.argv.slice(1)) {
  await import(file).catch((error) => failures.push(file + ': ' + error.message));
}
console.log(JSON.stringify(failures));
`;

it('plain Node imports every module of the pure layers', () => {
  const folders = pureLayers.filter((layer) => existsSync(join(repositoryRoot, layer)));
  const files = folders.flatMap((layer) => globSync(`${repositoryRoot}/${layer}/**/*.ts`));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', importEach, '--', ...files],
    { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '' } },
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual([]);
  expect(files.length).toBeGreaterThan(0);
}, 30_000);
