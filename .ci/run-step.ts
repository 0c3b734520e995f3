/** Runs one step of a check and says how it went. What the step prints goes straight to the screen. */
import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from '../test/support/repository-root.ts';

export interface Step {
  readonly name: string;
  /** Command and arguments; programs of `node_modules/.bin` are found first. */
  readonly command: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
}

/** True when the step ended well. */
export function runStep({ name, command: [program, ...options], env = {} }: Step): boolean {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const { status, error } = spawnSync(program, options, {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: [join(repositoryRoot, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      ...env,
    },
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (error !== undefined) console.error(error.message);
  console.log(status === 0 ? `✓ ${name} (${seconds} s)` : `✗ ${name} failed (${seconds} s)`);
  return status === 0;
}
