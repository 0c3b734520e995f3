/**
 * A workflow that is being written, as what differs from the one in use: one entry for whatever two people may
 * change apart from each other (a field of a step, an edge, a fact).
 *
 * Invariants: who begins to write writes nothing yet, so that two who begin apart lose nothing of each other;
 * entries that cannot be read are passed over and stay where they are.
 */
import type { StepId } from './ids.ts';

/** By key, see below. */
export type DraftEntries = ReadonlyMap<string, unknown>;

/** Lists of a workflow whose elements are known by an id. */
export type ListName = 'part' | 'fact' | 'section' | 'followUp';

export const titleKey = 'title';
export const stallsKey = 'ifStalls';

export const isThereKey = (step: StepId): string => `step/${step}/there`;
export const rankKey = (step: StepId): string => `step/${step}/rank`;
export const fieldKey = (step: StepId, field: string): string => `step/${step}/is/${field}`;
export const edgeKey = (to: StepId, from: StepId): string => `edge/${to}/${from}`;
export const listKey = (list: ListName, id: string): string => `${list}/${id}`;

/** An edge, or an element of a list, as somebody wanted it; `null`: gone. */
export interface Wish {
  readonly value: unknown;
  /** When it came, milliseconds since 1970: what comes later stands behind, and gives way. */
  readonly at: number;
}

export function decodeWish(value: unknown): Wish | null {
  if (typeof value !== 'object' || value === null || !('value' in value)) return null;
  const at = 'at' in value && typeof value.at === 'number' && Number.isFinite(value.at) ? value.at : 0;
  return { value: value.value, at };
}
