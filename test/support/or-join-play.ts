/** Plays a random graph of `all` joins and exclusive outcomes to its end, in the engine and with tokens side by side. */
import { deepStrictEqual, ok } from 'node:assert/strict';
import { createRunFold } from '../../src/engine/fold-run.ts';
import type { OccurrenceStatus } from '../../src/engine/run-state.ts';
import type { RunEvent } from '../../src/model/event.ts';
import type { Dependency, StepDefinition } from '../../src/model/workflow.ts';
import { playTokens } from './or-join-oracle.ts';
import { type Random, makeRandom, pick } from './random.ts';
import { stepName } from './random-workflow.ts';
import { event, occurrence, run, startCommand } from './run-bench.ts';

export interface OrJoinPlay {
  readonly steps: number;
  readonly withdrawn: number;
  /** Joins that became ready although one of their edges was dead. */
  readonly joinedAcrossDead: number;
}

export function playOrJoin(seed: number): OrJoinPlay {
  const random = makeRandom(seed);
  const steps = makeChoiceGraph(random);
  const game = playTokens(steps);
  const fold = createRunFold(run);
  const idsOf = (status: OccurrenceStatus): readonly string[] =>
    [...fold.state.current].flatMap(([id, state]) => (state.status === status ? [id] : [])).sort();
  const { kind: _kind, alreadyDone: _done, context: _context, ...data } = startCommand(steps);
  fold.add([event('start', 'run.started/2', data)]);
  let joinedAcrossDead = 0;
  for (let turn = 0; ; turn++) {
    const about = `seed ${seed}, turn ${turn}`;
    deepStrictEqual(idsOf('ready'), [...game.enabled()].sort(), about);
    deepStrictEqual(idsOf('withdrawn'), [...game.over()].sort(), about);
    const enabled = steps.filter(({ id }) => game.enabled().has(id));
    if (enabled.length === 0) break;
    const step = pick(random, enabled);
    const dead = game.over();
    if (step.after.some(({ from }) => dead.has(from))) joinedAcrossDead++;
    const outcome = step.outcomes === undefined ? null : pick(random, step.outcomes).id;
    const skips = random() < 0.1;
    fold.add([toEvent(step, skips, outcome, turn)]);
    game.end(step.id, skips ? null : outcome);
  }
  ok(fold.state.status === 'finished', `seed ${seed}: nothing is left to do`);
  return { steps: steps.length, withdrawn: game.over().size, joinedAcrossDead };
}

function toEvent({ id }: StepDefinition, skips: boolean, outcome: string | null, turn: number): RunEvent {
  const more = { occurrence: occurrence(id) };
  const parents = [turn === 0 ? 'start' : `turn-${turn - 1}`];
  if (skips) return event(`turn-${turn}`, 'step.skipped/1', {}, parents, more);
  const data = outcome === null ? {} : { outcome };
  return event(`turn-${turn}`, 'step.completed/2', data, parents, more);
}

/** Up to twelve steps, most of them decisions, several entries and ends. */
function makeChoiceGraph(random: Random): readonly StepDefinition[] {
  const count = 3 + Math.floor(random() * 10);
  const density = 0.15 + random() * 0.35;
  const choosing = Array.from({ length: count }, () => random() < 0.6);
  const outcomes = ['a', 'b', 'c'].map((id) => ({ id, name: id, ends: true }));
  return Array.from({ length: count }, (_, index): StepDefinition => {
    const after = Array.from({ length: index }, (_unused, from) => from)
      .filter(() => random() < density)
      .flatMap((from): Dependency[] => {
        if (choosing[from] !== true || random() < 0.15) return [{ from: stepName(from) }];
        const named = outcomes.filter(() => random() < 0.45).map(({ id }) => id);
        return named.length === 0 ? [] : [{ from: stepName(from), outcomes: named }];
      });
    return {
      id: stepName(index),
      kind: choosing[index] === true ? 'decision' : 'task',
      title: `Step ${index}`,
      after,
      ...(choosing[index] === true ? { outcomes } : {}),
    };
  });
}
