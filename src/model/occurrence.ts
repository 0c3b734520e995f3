/**
 * An occurrence is one pass through a step: `step / item path / iteration`.
 * A step inside a per-item section occurs once an item; a redo opens the next iteration.
 */
import { asId, type ItemId, type StepId } from './ids.ts';
import { err, ok, type Result } from './result.ts';

export interface Occurrence {
  readonly step: StepId;
  /** Outermost section's item first; empty outside of per-item sections. */
  readonly items: readonly ItemId[];
  /** Counts from 1. */
  readonly iteration: number;
}

declare const keyBrand: unique symbol;
/** The text form `step/item.item/iteration`, used as a map key and in addresses. */
export type OccurrenceKey = string & { readonly [keyBrand]: 'OccurrenceKey' };

export function firstOccurrence(step: StepId): Occurrence {
  return { step, items: [], iteration: 1 };
}

export function occurrenceKey(occurrence: Occurrence): OccurrenceKey {
  const { step, items, iteration } = occurrence;
  return `${step}/${items.length === 0 ? '' : items.join('.')}/${iteration}` as OccurrenceKey;
}

export function occurrenceFromKey(key: string): Result<Occurrence, { readonly type: 'notAnOccurrence' }> {
  const match = /^([^/]+)\/([^/]*)\/([1-9]\d{0,8})$/.exec(key);
  if (match === null) return err({ type: 'notAnOccurrence' });
  const [, step = '', items = '', iteration = ''] = match;
  return ok({
    step: asId<StepId>(step),
    items: items === '' ? [] : items.split('.').map((item) => asId<ItemId>(item)),
    iteration: Number(iteration),
  });
}
