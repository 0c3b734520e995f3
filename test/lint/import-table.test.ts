/**
 * Every row of the import table bites, and lets through what it allows. Each layer's `imports.ts`
 * under `test/fixtures/lint` says line by line what the layer may and may not import.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type LintFinding, linesByVerdict, lintFixtures, readFixture } from '../support/lint-fixtures.ts';

const layers = [
  'model',
  'wire',
  'engine',
  'planner',
  'views',
  'templates',
  'interchange',
  'store',
  'sync',
  'worker',
  'client',
  'ui',
  'pwa',
  'i18n',
  'i18n/core',
];

const fencedPackages = ['yjs', 'solid-js', '~icons/', 'workbox-', 'comlink', '@noble/', 'idb', 'ws', 'node:'];

const fixtures = [
  ...layers.map((layer) => `src/${layer}/imports.ts`),
  'src/main.tsx',
  'sync-server/imports.ts',
  'src/engine/roundabout.ts',
  'src/client/starts-worker.ts',
];

describe('the import table', () => {
  let linesByFile: Map<string, number[]>;

  beforeAll(() => {
    linesByFile = groupLines(lintFixtures().filter(({ rule }) => rule === 'baton(import-table)'));
  }, 60_000);

  it.each(fixtures)('%s: each forbidden import is an error and each allowed one is not', (file) => {
    expect(linesByFile.get(file) ?? []).toEqual(linesByVerdict(file).forbidden);
  });

  it.each(fixtures.slice(0, layers.length + 2))('%s judges every layer and every fenced package', (file) => {
    const text = readFixture(file);
    const others = layers.filter((layer) => `src/${layer}/imports.ts` !== file);
    for (const layer of others) expect(text).toMatch(new RegExp(`/${layer.split('/').at(-1)}/[\\w-]+\\.ts`));
    for (const name of fencedPackages) expect(text).toContain(`'${name}`);
  });
});

function groupLines(findings: readonly LintFinding[]): Map<string, number[]> {
  const linesByFile = new Map<string, number[]>();
  for (const { file, line } of findings) linesByFile.set(file, [...(linesByFile.get(file) ?? []), line]);
  for (const lines of linesByFile.values()) lines.sort((one, other) => one - other);
  return linesByFile;
}
