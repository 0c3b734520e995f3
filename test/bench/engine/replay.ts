/**
 * Replay of 100,000 events: 500 runs of 100 steps, each step begun and completed, folded from their logs;
 * against one XState actor a step that gets the same two events. The actors know nothing of each other, of
 * causality or of who did what, and keep no log.
 */
import { foldRun } from '../../../src/engine/fold-run.ts';
import type { LogEvent } from '../../../src/model/event.ts';
import { asId, type RunId } from '../../../src/model/ids.ts';
import { firstOccurrence } from '../../../src/model/occurrence.ts';
import { loadXState } from './peers.ts';
import { makeChain, medianOf, startBenchRun, timeOf } from './plans.ts';

const runs = 500;
const stepsPerRun = 100;
const rounds = 5;

export interface ReplayResult {
  readonly events: number;
  readonly ours: number;
  readonly theirs: number;
}

export async function measureReplay(): Promise<ReplayResult> {
  const logs = Array.from({ length: runs }, (_, index) => makeLog(`run-${index}`));
  foldAll(logs.slice(0, runs / 5));
  const ours = Array.from({ length: rounds }, () => timeOf(() => foldAll(logs)));
  await runActors();
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) theirs.push(await runActors());
  const events = logs.reduce((sum, { log }) => sum + log.length, 0);
  return { events, ours: medianOf(ours), theirs: medianOf(theirs) };
}

interface Log {
  readonly run: RunId;
  readonly log: readonly LogEvent[];
}

function makeLog(name: string): Log {
  const steps = makeChain(stepsPerRun);
  const run = startBenchRun(steps, name);
  for (const { id } of steps) {
    run.give({ kind: 'startStep', occurrence: firstOccurrence(id) });
    run.complete(id);
  }
  return { run: asId<RunId>(name), log: run.log };
}

function foldAll(logs: readonly Log[]): void {
  for (const { run, log } of logs)
    if (foldRun(run, log).status !== 'finished') throw new Error('A replayed run did not finish.');
}

async function runActors(): Promise<number> {
  const { createActor, createMachine } = await loadXState();
  const machine = createMachine({
    initial: 'ready',
    states: {
      ready: { on: { begin: 'inProgress' } },
      inProgress: { on: { complete: 'completed' } },
      completed: { type: 'final' },
    },
  });
  return timeOf(() => {
    for (let index = 0; index < runs * stepsPerRun; index++) {
      const actor = createActor(machine).start();
      actor.send({ type: 'begin' });
      actor.send({ type: 'complete' });
      if (actor.getSnapshot().status !== 'done') throw new Error('An actor did not end.');
    }
  });
}
