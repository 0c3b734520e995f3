/**
 * Which of the workflows is walked in Firefox and WebKit too: one a day, in turn, because all of them in three
 * browsers take longer than anybody waits for a run.
 *
 * A walk of a workflow has `@workflow` at the beginning of its title, and the workflow's name for a file name.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ending = '.spec.ts';
const dayMs = 24 * 60 * 60_000;

/** Names of the workflows with a walk in `folder`, in the order of the alphabet. */
export function findWorkflowWalks(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter(
      (file) => file.endsWith(ending) && /['"`]@workflow\b/.test(readFileSync(join(folder, file), 'utf8')),
    )
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

/**
 * One of `names`: the wanted one, or the day's. `now` in ms since 1970; days are those of UTC, so that a run is the
 * same wherever it is made. `null`: there is none. Throws when the wanted one is not among them.
 */
export function chooseWorkflow(
  names: readonly string[],
  now: number,
  wanted: string | undefined,
): string | null {
  if (wanted === undefined || wanted === '') return names[Math.floor(now / dayMs) % names.length] ?? null;
  if (names.includes(wanted)) return wanted;
  throw new Error(`No walk of the workflow “${wanted}”. There are: ${names.join(', ')}`);
}

/** Fits the titles, which begin with project and file, of a workflow's walks and of no other. */
export function titlesOfWorkflow(name: string): RegExp {
  const literal = name.replaceAll(/[^\w-]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?:^|[ /])${literal}\.spec\.ts .*@workflow\b`);
}
