import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../support/repository-root.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** Names of tests, of laws and of rows; a comment that mentions a rule proves nothing. */
const names = /(?:^|[^\w.])(?:it|test|describe|each[^\n]*\)|name|cell)\s*[:(]\s*\n?\s*(['"`])([^\n]*?)\1/gm;

/** Other layers number their own rules: the same id means something else there. */
const elsewhere = [
  'attacks',
  'chaos',
  'client',
  'e2e',
  'fixtures',
  'pwa',
  'store',
  'sync',
  'sync-server',
  'wire',
  'worker',
].map((folder) => `test/${folder}/**`);

function findQuoted(): ReadonlySet<string> {
  const quoted = new Set<string>();
  for (const path of globSync('test/**/*.{ts,tsx}', { cwd: repositoryRoot, exclude: elsewhere }))
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
      'E1 E2 E3 E4 E5 E6 E7 E8 J1 J2 J3 J4 J5 J6 J7 J8 J9 I1 F1 F2 F3 F4 F5 F6 F7 M1 M2 K1 K2 N1 U1 U2 U3 U4 U5 U6 Q1 A1 A2 A3 A4 A5 A6 O1 O2 O3 O4 O5 O6 O7 O8 O9 H1 H2 H3 H4 T1 T2 T3 T4 T5 V1 X1 X2 X3 X4 X5 X6 X7 X8 S1 S2 S3 S4 C1 C2 C3 C4 C5 C6 B1 B2 B3 B4 B5 L1 L2 L3 P1 P2'.split(
        ' ',
      );
    expect(rules).toEqual([...new Set(rules)]);
    expect(built.filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('names every rule that it speaks of, and no other', () => {
    const spoken = [...read('src/engine/SPEC.md').matchAll(/\[([A-Z]\d)\]/g)].map(([, id = '']) => id);
    expect([...new Set(spoken)].filter((id) => !rules.includes(id))).toEqual([]);
  });

  it('states no rule that nobody quotes in the name of a test', () => {
    const quoted = findQuoted();
    expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
  });
});
