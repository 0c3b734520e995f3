/**
 * A thread that plays seeds. The simulated clock, disk and chance are in place before the code under test is
 * loaded, and Ed25519 is the platform's.
 */
import { noteRejection } from './virtual-time.ts';
// Before the code under test: lib0 takes the platform's channels for itself when it loads.
import './simulated-tabs.ts';
import './simulated-disk.ts';
import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { SeedOutcome } from './run-seed.ts';

export interface SeedTask {
  readonly seeds: readonly number[];
  /** Numbers of steps that are left out. */
  readonly without: readonly number[];
}

const fast = new URL('fast-ed25519.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@noble/curves/ed25519.js' && context.parentURL !== fast
      ? { url: fast, shortCircuit: true }
      : next(specifier, context),
});

const { runSeed } = await import('./run-seed.ts');
// Not before: what cannot be loaded has to end the thread.
process.setMaxListeners(0);
process.on('unhandledRejection', noteRejection);
process.on('uncaughtException', noteRejection);

const { seeds, without } = workerData as SeedTask;
for (const seed of seeds) {
  const outcome: SeedOutcome = await runSeed(seed, new Set(without));
  parentPort?.postMessage(outcome);
}
