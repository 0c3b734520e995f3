/** The rules of the house, apart from the import table: for each, a file that breaks it is caught. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type LintFinding, linesByVerdict, lintFixtures } from '../support/lint-fixtures.ts';

const tooLong = 'src/model/too-long.ts';

describe('house rules', () => {
  let findings: readonly LintFinding[];

  beforeAll(() => {
    const lines = Array.from({ length: 401 }, (_, index) => `export const line${index} = ${index};`);
    findings = lintFixtures({ [tooLong]: `${lines.join('\n')}\n` });
  }, 60_000);

  it.each([
    ['a file reaches itself through its imports', 'import(no-cycle)', 'src/model/cycle-there.ts'],
    ['a module has a default export', 'import(no-default-export)', 'src/model/default-export.ts'],
    ['a module only passes others on', 'oxc(no-barrel-file)', 'src/model/barrel.ts'],
    ['a file is longer than 400 lines', 'eslint(max-lines)', tooLong],
    ['a file is not named in kebab-case', 'unicorn(filename-case)', 'src/model/WrongCase.ts'],
    ['a relative import lacks its extension', 'baton(explicit-extension)', 'src/model/no-extension.ts'],
    ['a value is any', 'typescript(no-explicit-any)', 'src/model/any.ts'],
    ['a switch forgets a case', 'typescript(switch-exhaustiveness-check)', 'src/model/unfinished-switch.ts'],
    ['a promise is forgotten', 'typescript(no-floating-promises)', 'src/worker/forgotten-promise.ts'],
    ['a style is written into the markup', 'baton(no-inline-style)', 'src/ui/inline-style.tsx'],
    ['a component takes its props apart', 'solid(no-destructure)', 'src/ui/destructured-props.tsx'],
  ])('is an error when %s', (_, rule, file) => {
    expect(findings.filter((finding) => finding.file === file).map((finding) => finding.rule)).toContain(
      rule,
    );
  });

  it.each(['src/engine/clock.ts', 'src/worker/clock.ts'])(
    '%s: only pure layers are without a clock',
    (file) => {
      const lines = findings
        .filter((finding) => finding.rule === 'baton(no-clock)' && finding.file === file)
        .map(({ line }) => line);
      expect(lines).toEqual(linesByVerdict(file).forbidden);
    },
  );
});
