/**
 * A copy of all that a folded state says, as plain data that can be kept and compared: the state itself is
 * a view of its fold and moves on with it.
 */
import { deepStrictEqual } from 'node:assert/strict';
import type { RunState } from '../../src/engine/run-state.ts';
import { canonicalJson } from '../../src/model/canonical-json.ts';
import { encodeLogEntry } from '../../src/model/decode-event.ts';
import type { LogEvent } from '../../src/model/event.ts';
import type { OccurrenceKey } from '../../src/model/occurrence.ts';

export interface PlainState {
  readonly occurrences: readonly (readonly [OccurrenceKey, unknown])[];
  readonly [field: string]: unknown;
}

export function stateToPlain(state: RunState): PlainState {
  const { occurrences, current, history, opaque, aside, acknowledged, workflow, ...rest } = state;
  return {
    ...(toPlain(rest) as object),
    workflow: workflow?.hash ?? null,
    // Looked up and never gone through: its order is that of arrival, as a set's is.
    acknowledged: [...acknowledged].map(([id, by]) => [id, toPlain(by)]).sort(byName),
    occurrences: [...occurrences].map(([key, occurrence]) => [key, toPlain(occurrence)] as const),
    current: [...current].map(([step, { key }]) => [step, key]),
    history: history.map(({ id }) => id),
    opaque: opaque.map(({ id }) => id),
    aside: aside.map(contentOf),
  };
}

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

function contentOf(event: LogEvent): string {
  return canonicalJson(encodeLogEntry(event));
}

function toPlain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Set) return [...value].map(toPlain).sort((a, b) => (String(a) < String(b) ? -1 : 1));
  if (value instanceof Map) return [...value].map(([key, one]) => [key, toPlain(one)]);
  if (Array.isArray(value)) return value.map(toPlain);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toPlain(one)]));
}

/** Throws with what differs. Texts are compared first, which is ten times as fast and nearly always enough. */
export function expectSamePlain(actual: unknown, expected: unknown, about?: string): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) deepStrictEqual(actual, expected, about);
}
