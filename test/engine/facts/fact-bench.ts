/** Facts, changes and steps by hand, for tests of single functions. */
import type { FactState } from '../../../src/engine/run-state.ts';
import type { RunEventOf } from '../../../src/model/event.ts';
import type { FactDefinition, FactValue } from '../../../src/model/fact.ts';
import { asId, type DeviceId, type EventId, type FactId, type WorkflowId } from '../../../src/model/ids.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';
import { factId } from '../../support/fact-values.ts';
import { ana, run, sam, step as stepAfter } from '../../support/run-bench.ts';

/** One that depends on nothing. */
export function step(id: string, more: Partial<StepDefinition> = {}): StepDefinition {
  return stepAfter(id, [], more);
}

/** A fact that somebody gave this value, or nobody any. */
export function known(
  definition: FactDefinition,
  value: FactValue | null,
  more: Partial<FactState> = {},
): FactState {
  return { definition, value, changes: [], rivals: [], critical: false, ...more };
}

export function factMap(...states: readonly FactState[]): ReadonlyMap<FactId, FactState> {
  return new Map(states.map((state) => [state.definition.id, state]));
}

const envelope = { run, device: asId<DeviceId>('d'), at: 0, parents: [] };

export function started(facts: Readonly<Record<string, FactValue>> = {}): RunEventOf<'run.started/2'> {
  return {
    ...envelope,
    id: asId<EventId>('start'),
    type: 'run.started/2',
    actor: ana,
    data: {
      title: 'Trip',
      workflow: {
        number: 1,
        hash: '0',
        definition: { id: asId<WorkflowId>('w'), title: 'Trip', parts: [], facts: [], steps: [] },
      },
      conductor: ana,
      parts: {},
      facts,
    },
  };
}

export function set(id: string, ofFact: string, value: FactValue | null): RunEventOf<'fact.set/1'> {
  return {
    ...envelope,
    id: asId<EventId>(id),
    type: 'fact.set/1',
    actor: sam,
    data: { fact: factId(ofFact), value },
  };
}

/** `sees({ c: 'ab' })`: c saw a and b; the ids are single letters. */
export function sees(past: Readonly<Record<string, string>>): (later: EventId, earlier: EventId) => boolean {
  return (later, earlier) => past[later]?.includes(earlier) === true;
}
