import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository-root.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** Names of tests, of laws and of rows; a comment that mentions a rule proves nothing. */
const names = /(?:^|[^\w.])(?:it|test|describe|each[^\n]*\)|name|cell)\s*[:(]\s*\n?\s*(['"`])([^\n]*?)\1/gm;

function findQuoted(): ReadonlySet<string> {
  const quoted = new Set<string>();
  for (const path of globSync('test/**/*.{ts,tsx}', { cwd: repositoryRoot, exclude: ['test/fixtures/**'] }))
    for (const [, , name = ''] of read(path).matchAll(names))
      for (const [, id = ''] of name.matchAll(/\[([A-Z]\d)\]/g)) quoted.add(id);
  return quoted;
}

describe('src/engine/SPEC.md', () => {
  const rules = [...read('src/engine/SPEC.md').matchAll(/^- \*\*\[([A-Z]\d)\]\*\*/gm)].map(
    ([, id = '']) => id,
  );

  it('states every rule that is built, once', () => {
    const built =
      'E1 E2 E3 E4 E5 E6 E7 E8 J1 J2 J3 J4 J5 J6 J7 J8 J9 I1 F1 F2 F3 F4 F5 F6 F7 M1 M2 K1 K2 N1 U1 U2 U3 U4 U5 U6 Q1 A1 A2 A3 A4 A5 A6 O1 O2 O3 O4 O5 O6 O7 O8 O9 H1 H2 H3 H4 T1 T2 T3 T4 T5 V1'.split(
        ' ',
      );
    expect(rules).toEqual([...new Set(rules)]);
    expect(built.filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('states no rule that nobody quotes in the name of a test', () => {
    const quoted = findQuoted();
    expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
  });
});
