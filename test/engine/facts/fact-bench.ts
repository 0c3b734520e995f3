/** Facts, changes and steps by hand, for tests of single functions. */
import type { FactState } from '../../../src/engine/run-state.ts';
import type { RunEventOf } from '../../../src/model/event.ts';
import type { FactDefinition, FactKind, FactValue } from '../../../src/model/fact.ts';
import {
  asId,
  type DeviceId,
  type EventId,
  type FactId,
  type PersonId,
  type RunId,
  type StepId,
  type WorkflowId,
} from '../../../src/model/ids.ts';
import type { StepDefinition } from '../../../src/model/workflow.ts';

export const ana = asId<PersonId>('ana');
export const sam = asId<PersonId>('sam');
export const leo = asId<PersonId>('leo');
export const factId = (id: string): FactId => asId<FactId>(id);
export const stepId = (id: string): StepId => asId<StepId>(id);

export const text = (text: string): FactValue => ({ kind: 'text', text });
export const number = (number: number): FactValue => ({ kind: 'number', number });
export const money = (amount: number, currency = 'EUR'): FactValue => ({ kind: 'money', amount, currency });
export const date = (date: string): FactValue => ({ kind: 'date', date });
export const duration = (minutes: number): FactValue => ({ kind: 'duration', minutes });
export const instant = (iso: string, zone = 'Europe/Berlin'): FactValue => ({
  kind: 'instant',
  at: Date.parse(iso),
  zone,
});

export function fact(
  id: string,
  kind: FactKind = 'text',
  more: Partial<FactDefinition> = {},
): FactDefinition {
  return { id: factId(id), name: id, kind, ...more };
}

/** `derived('arrive', 'leave', 'date', { days: 1 })`. */
export function derived(
  id: string,
  from: string,
  kind: FactKind,
  by: { readonly days?: number; readonly minutes?: number } = {},
): FactDefinition {
  return fact(id, kind, { derived: { from: factId(from), ...by } });
}

export function step(id: string, more: Partial<StepDefinition> = {}): StepDefinition {
  return { id: stepId(id), kind: 'task', title: id, after: [], ...more };
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

const envelope = { run: asId<RunId>('run-1'), device: asId<DeviceId>('d'), at: 0, parents: [] };

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
