/**
 * A run's log written by hand, one event after another, for what two people do apart: each event has
 * seen all before it unless it is told what it had seen.
 */
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { EventPayloads, EventType, LogEvent, RunEvent } from '../../src/model/event.ts';
import type { FactDefinition, FactValue } from '../../src/model/fact.ts';
import { asId, type DeviceId, type PersonId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { ana, context, event, occurrence, run, startCommand, stepId } from './run-bench.ts';

export interface Telling {
  /** What its author had seen; everything so far when absent. */
  readonly saw?: readonly LogEvent[];
  readonly by?: PersonId;
  readonly pass?: number;
}

export interface HandLog {
  /** Writes an event, about `step` unless that is null. */
  readonly tell: <Type extends EventType>(
    type: Type,
    step: string | null,
    data: EventPayloads[Type],
    telling?: Telling,
  ) => RunEvent;
  readonly complete: (step: string, outcome?: string, telling?: Telling) => RunEvent;
  readonly of: (step: string) => OccurrenceState;
  readonly state: () => RunState;
  readonly last: () => RunEvent;
  /** Milliseconds since 1970 of the n-th event, from 0. */
  readonly at: (index: number) => number;
  readonly visits: () => number;
}

const begin = Date.UTC(2026, 2, 2, 9);

export function handLog(
  steps: readonly StepDefinition[],
  facts: readonly FactDefinition[] = [],
  values: Readonly<Record<string, FactValue>> = {},
): HandLog {
  const fold = createRunFold(run);
  const events: RunEvent[] = [];
  const at = (index: number): number => begin + index * 60_000;
  const tell: HandLog['tell'] = (type, step, data, telling = {}) => {
    const { saw, by = ana, pass = 1 } = telling;
    const heads = saw === undefined ? fold.state.heads : saw.map(({ id }) => id);
    const made = event(`e${String(events.length).padStart(3, '0')}`, type, data, heads, {
      actor: by,
      device: asId<DeviceId>(`phone-${by}`),
      at: at(events.length),
      ...(step === null ? {} : { occurrence: occurrence(step, pass) }),
    });
    events.push(made);
    fold.add([made]);
    return made;
  };
  const command = startCommand(steps);
  if (command.kind !== 'startRun') throw new Error('a start');
  const { title, workflow, conductor, parts } = command;
  const definition = { ...workflow.definition, facts };
  tell('run.started/2', null, {
    title,
    conductor,
    parts,
    workflow: { ...workflow, definition },
    facts: values,
  });
  tell('run.contextSet/1', null, { context });
  return {
    tell,
    at,
    complete: (step, outcome, telling) =>
      tell('step.completed/2', step, outcome === undefined ? {} : { outcome }, telling),
    of: (step) => fold.state.current.get(stepId(step)) as OccurrenceState,
    // The whole fold, so that every test of a rule is one of folding bit by bit as well.
    state: () => foldRun(run, events),
    last: () => events.at(-1) as RunEvent,
    visits: () => fold.visits,
  };
}

/** An edge with what `step` cannot say in a name. */
export function edge(from: string, more: object = {}): StepDefinition['after'][number] {
  return { from: stepId(from), ...more };
}

export const aOrB = {
  outcomes: [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ],
} as const;
