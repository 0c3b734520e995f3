/** Plays seeds on several threads, each of them in a fresh one after a while, because killed tabs leave their memory behind. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { SeedOutcome } from './run-seed.ts';
import type { SeedTask } from './seed-worker.ts';

const seedsPerThread = 25;
/** By the wall's clock; a seed takes less than a second. */
const mostMsPerSeed = 120_000;

/** Calls back with every seed's outcome as it comes. Rejects when a thread ends by itself. */
export async function playSeeds(
  seeds: readonly number[],
  hear: (outcome: SeedOutcome) => void,
  without: readonly number[] = [],
): Promise<void> {
  const threads = Math.min(availableParallelism(), seeds.length);
  let next = 0;
  async function work(): Promise<void> {
    while (next < seeds.length) {
      const share = Math.min(seedsPerThread, Math.ceil(seeds.length / threads));
      const task = { seeds: seeds.slice(next, next + share), without };
      next += share;
      await playOnThread(task, hear);
    }
  }
  await Promise.all(Array.from({ length: threads }, work));
}

/**
 * Seeds that the thread did not come to are played on another one. The thread is ended when its last seed was
 * heard: what killed tabs left behind would keep it alive.
 */
async function playOnThread(task: SeedTask, hear: (outcome: SeedOutcome) => void): Promise<void> {
  const heard = await hearThread(task, hear);
  const seed = task.seeds[heard];
  if (seed === undefined) return;
  hear(neverEnded(seed));
  const left = task.seeds.slice(heard + 1);
  if (left.length > 0) await playOnThread({ ...task, seeds: left }, hear);
}

/** How many seeds were heard before one took longer than any may. */
function hearThread(task: SeedTask, hear: (outcome: SeedOutcome) => void): Promise<number> {
  const worker = new Worker(new URL('./seed-worker.ts', import.meta.url), { workerData: task });
  let heard = 0;
  let isStuck = false;
  function stop(): void {
    isStuck = true;
    void worker.terminate();
  }
  let limit = setTimeout(stop, mostMsPerSeed);
  return new Promise((resolve, reject) => {
    worker.on('message', (outcome: SeedOutcome) => {
      if (isStuck) return;
      clearTimeout(limit);
      heard += 1;
      hear(outcome);
      if (heard === task.seeds.length) void worker.terminate();
      else limit = setTimeout(stop, mostMsPerSeed);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(limit);
      if (isStuck || heard === task.seeds.length) resolve(heard);
      else reject(new Error(`a thread ended with ${code}`));
    });
  });
}

function neverEnded(seed: number): SeedOutcome {
  const said = `did not end within ${mostMsPerSeed / 1_000} s`;
  return {
    seed,
    digest: 'none',
    violations: [said],
    lines: [],
    promised: 0,
    removed: 0,
    forged: 0,
    simulatedMs: 0,
  };
}

/**
 * The fewest steps with which the seed still goes wrong, as those to be left out: halves, quarters and so on of the
 * steps are tried without, as long as tries are left.
 */
export async function shrinkSeed(seed: number, steps: number, tries: number): Promise<readonly number[]> {
  let without: readonly number[] = [];
  let left = tries;
  for (let size = Math.ceil(steps / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps; from += size) {
      const part = Array.from({ length: Math.min(size, steps - from) }, (_, index) => from + index);
      if (part.every((step) => without.includes(step))) continue;
      if (left === 0) return without;
      left -= 1;
      const candidate = [...new Set([...without, ...part])].sort((a, b) => a - b);
      let isBad = false;
      await playSeeds([seed], ({ violations }) => (isBad = violations.length > 0), candidate);
      if (isBad) without = candidate;
    }
  }
  return without;
}
