/** What of a state must not depend on any clock: all of it but the instants. */
import type { RunState } from '../../../src/engine/run-state.ts';
import { stateToPlain } from '../state-to-plain.ts';

/** Instants that the authors' clocks, or dates counted from them, give. */
const instants: ReadonlySet<string> = new Set([
  'at',
  'since',
  'startsAt',
  'readyAt',
  'startedAt',
  'closedAt',
  'finishedAt',
  'dueAt',
  'cancelBy',
]);

export function stateToVerdicts(state: RunState): unknown {
  const values = [...state.facts.values()].map(({ value, changes, rivals, critical }) => ({
    value,
    changes: changes.map(({ event }) => event),
    rivals: rivals.map(({ event }) => event),
    critical,
  }));
  return { ...(withoutInstants({ ...stateToPlain(state), facts: null }) as object), facts: values };
}

/** Facts keep their `at`: an instant that people agreed on is no clock. */
function withoutInstants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutInstants);
  if (typeof value !== 'object' || value === null || 'kind' in value) return value;
  const members = Object.entries(value).filter(([key]) => !instants.has(key));
  return Object.fromEntries(members.map(([key, one]) => [key, withoutInstants(one)]));
}
