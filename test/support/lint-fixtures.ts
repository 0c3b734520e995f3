/**
 * Runs the linter, with the project's own configuration, over `test/fixtures/lint`.
 *
 * The fixtures are laid out like the repository and are copied to a folder of their own first, because
 * the rules judge a file by its path and the configuration leaves the fixtures themselves alone.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './repository-root.ts';

export interface LintFinding {
  /** Path as in the repository, for example `src/engine/clock.ts`. */
  readonly file: string;
  /** Line, from 1; 0 for a finding about the whole file. */
  readonly line: number;
  /** Rule with its plugin, for example `baton(no-clock)`. */
  readonly rule: string;
  readonly message: string;
}

/** `extraFiles` are written beside the fixtures: path to text. */
export function lintFixtures(extraFiles: Readonly<Record<string, string>> = {}): readonly LintFinding[] {
  const folder = mkdtempSync(join(tmpdir(), 'baton-lint-'));
  try {
    cpSync(join(repositoryRoot, 'test/fixtures/lint'), folder, { recursive: true });
    for (const path of ['oxlint.config.ts', '.ci/lint', 'tsconfig.json', 'package.json']) {
      cpSync(join(repositoryRoot, path), join(folder, path), { recursive: true });
    }
    symlinkSync(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
    for (const [path, text] of Object.entries(extraFiles)) writeFileSync(join(folder, path), text);
    const linter = join(repositoryRoot, 'node_modules/.bin/oxlint');
    const { stdout, stderr } = spawnSync(linter, ['--type-aware', '--format', 'json', 'src', 'sync-server'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return parseFindings(stdout, stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines of a fixture by the comment they stand under: `// allowed` or `// forbidden`. */
export function linesByVerdict(file: string): { readonly allowed: number[]; readonly forbidden: number[] } {
  const lines = { allowed: [] as number[], forbidden: [] as number[] };
  let verdict: 'allowed' | 'forbidden' | null = null;
  readFixture(file)
    .split('\n')
    .forEach((text, index) => {
      if (text === '// allowed') verdict = 'allowed';
      else if (text === '// forbidden') verdict = 'forbidden';
      else if (text.trim() !== '' && verdict !== null) lines[verdict].push(index + 1);
    });
  return lines;
}

export function readFixture(file: string): string {
  return readFileSync(join(repositoryRoot, 'test/fixtures/lint', file), 'utf8');
}

interface Diagnostic {
  readonly message: string;
  readonly code: string;
  readonly filename: string;
  readonly labels: readonly { readonly span: { readonly line: number } }[];
}

function parseFindings(stdout: string, stderr: string): readonly LintFinding[] {
  if (!stdout.trimStart().startsWith('{')) throw new Error(`The linter did not run: ${stdout}${stderr}`);
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: readonly Diagnostic[] };
  return diagnostics.map(({ code, message, filename, labels }) => ({
    file: filename.replace(/^\.\//, ''),
    line: labels[0]?.span.line ?? 0,
    rule: code,
    message,
  }));
}
