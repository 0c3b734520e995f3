/**
 * `npm run fuzz -- --seeds N [--seed S]`: every law of the fold, the global OR-join and the ripple, on N
 * random histories, graphs and plays, and ten times as many damaged events and workflows, spread over all
 * processors. Seeds are fresh ones unless `--seed` gives the first. A failure prints its seed and the
 * fewest events that show it, and the exit code is 1.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkMutatedEvents, checkMutatedWorkflows } from './support/check-mutated-input.ts';
import { engineLaws, tryLaw } from './support/laws/engine-laws.ts';
import { playOrJoin } from './support/or-join-play.ts';
import { makeHistory } from './support/random-history.ts';
import { playRipple } from './support/ripple-play.ts';

/** Every `step`-th seed from `first` on, below `end`. */
interface Share {
  readonly first: number;
  readonly end: number;
  readonly step: number;
}

/** What a worker tells: how many seeds it has done since it last said so, or what failed. */
type Told = { readonly done: number } | { readonly failed: string; readonly seed: number };

const mostFailures = 5;

if (isMainThread) process.exitCode = await spread();
else work(workerData as Share);

async function spread(): Promise<number> {
  const { values } = parseArgs({ options: { seeds: { type: 'string' }, seed: { type: 'string' } } });
  const count = readNatural(values.seeds, 10_000);
  const first = readNatural(values.seed, Math.floor(Math.random() * 2 ** 31));
  if (count === null || first === null) {
    console.error('npm run fuzz -- [--seeds N] [--seed S], both whole numbers');
    return 2;
  }
  console.log(`${count} seeds from ${first} on, ${engineLaws.length} laws each`);
  const started = performance.now();
  const workers = Math.min(availableParallelism(), count);
  const failures = new Map<number, string>();
  let done = 0;
  let saidAt = started;
  const hear = (told: Told): void => {
    if ('failed' in told) {
      if (failures.size < mostFailures && !failures.has(told.seed)) console.error(`\n${told.failed}\n`);
      failures.set(told.seed, told.failed);
      return;
    }
    done += told.done;
    if (performance.now() - saidAt < 15_000) return;
    saidAt = performance.now();
    console.log(`${done} of ${count} …`);
  };
  const shares = Array.from({ length: workers }, (_, index): Share => {
    return { first: first + index, end: first + count, step: workers };
  });
  await Promise.all(shares.map((share) => runWorker(share, hear)));
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const seeds = [...failures.keys()].sort((a, b) => a - b);
  if (seeds.length === 0) console.log(`${done} seeds, no law broken, ${seconds} s`);
  else console.error(`${seeds.length} of ${done} seeds break a law, ${seconds} s: ${seeds.join(' ')}`);
  if (seeds.length > 0) console.error(`again: npm run fuzz -- --seeds 1 --seed ${seeds[0]}`);
  return seeds.length === 0 ? 0 : 1;
}

function readNatural(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function runWorker(share: Share, hear: (told: Told) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), { workerData: share });
  worker.on('message', hear);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
}

function work({ first, end, step }: Share): void {
  const tell = (told: Told): void => parentPort?.postMessage(told);
  for (let seed = first; seed < end; seed += step) {
    for (const attempt of attemptsOn(seed)) {
      try {
        attempt();
      } catch (error) {
        tell({ seed, failed: error instanceof Error ? error.message : String(error) });
      }
    }
    tell({ done: 1 });
  }
}

function attemptsOn(seed: number): readonly (() => unknown)[] {
  const history = makeHistory(seed);
  const laws = engineLaws.map((law) => () => tryLaw(law, seed, history));
  const plays = [...laws, () => playOrJoin(seed), () => playRipple(seed)];
  // Fifty go into one log together, so that every fifth seed has to do.
  if (seed % 5 !== 0) return plays;
  const damaged = { count: 50, seed };
  return [...plays, () => checkMutatedEvents(damaged), () => checkMutatedWorkflows(damaged)];
}
