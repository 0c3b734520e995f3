/**
 * `npm run chaos -- --seeds N [--seed S] [--without 3,7-9] [--shrink]`: the household and its relay in N simulated
 * worlds, each with troubles of its own. Seeds are fresh ones unless `--seed` gives the first. A failure prints its
 * seed, what is wrong and, when it is the only seed, everything that happened; `--shrink` looks for steps that can
 * be left out of it. The exit code is 1.
 */
import { parseArgs } from 'node:util';
import type { SeedOutcome } from './chaos/run-seed.ts';
import { playSeeds, shrinkSeed } from './chaos/spread-seeds.ts';

const shrinkTries = 60;
const mostSteps = 80;
const options = {
  seeds: { type: 'string' },
  seed: { type: 'string' },
  without: { type: 'string' },
  shrink: { type: 'boolean' },
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({ options });
  const count = readNatural(values.seeds, 100);
  const first = readNatural(values.seed, Math.floor(Math.random() * 2 ** 31));
  const without = readSteps(values.without ?? '');
  if (count === null || first === null || without === null) {
    console.error('npm run chaos -- [--seeds N] [--seed S] [--without 3,7-9] [--shrink]');
    return 2;
  }
  const started = performance.now();
  const bad: SeedOutcome[] = [];
  let done = 0;
  let saidAt = started;
  console.log(`${count} worlds from seed ${first} on`);
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  await playSeeds(
    seeds,
    (outcome) => {
      done += 1;
      if (outcome.violations.length > 0) bad.push(outcome);
      if (outcome.violations.length > 0 || count === 1) console.log(say(outcome, count === 1));
      if (performance.now() - saidAt < 15_000) return;
      saidAt = performance.now();
      console.log(`${done} of ${count} …`);
    },
    without,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${done} worlds, ${bad.length} of them in the wrong, ${seconds} s`);
  const [worst] = bad;
  if (worst === undefined) return 0;
  const left = values.shrink === true ? await shrinkSeed(worst.seed, mostSteps, shrinkTries) : without;
  const leavingOut = left.length === 0 ? '' : ` --without ${left.join(',')}`;
  console.error(`again: npm run chaos -- --seeds 1 --seed ${worst.seed}${leavingOut}`);
  return 1;
}

function say({ seed, digest, violations, lines }: SeedOutcome, isWhole: boolean): string {
  const story = isWhole ? `${lines.join('\n')}\n` : '';
  const wrong = violations.slice(0, isWhole ? 50 : 3).map((each) => `  ${each}`);
  return [`${story}seed ${seed} (${digest}): ${violations.length} wrong`, ...wrong].join('\n');
}

function readNatural(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

/** `3,7-9`: steps 3, 7, 8 and 9. */
function readSteps(text: string): readonly number[] | null {
  const parts = text === '' ? [] : text.split(',');
  const steps: number[] = [];
  for (const part of parts) {
    const [, from, to] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(part) ?? [];
    if (from === undefined) return null;
    for (let step = Number(from); step <= Number(to ?? from); step += 1) steps.push(step);
  }
  return steps;
}
