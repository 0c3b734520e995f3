/**
 * A place is where a step stands in the plan of a run: the step itself, or, in a per-item section, the step
 * of one item. What is kept by step of a running run is kept by place; what the log says names the step and its
 * items. Outside of per-item sections a place is the step's own id.
 *
 * Invariants: step and item ids have no slash, so no place can pose as another, nor as a step.
 */
import { asId, type FactId, type ItemId, type StepId } from './ids.ts';
import type { Occurrence } from './occurrence.ts';

export function placeId(step: StepId, item: ItemId): StepId {
  return asId<StepId>(`${step}/${item}`);
}

export function placeOf({ step, items }: Pick<Occurrence, 'step' | 'items'>): StepId {
  return items.length === 0 ? step : asId<StepId>(`${step}/${items.join('.')}`);
}

const noItems: Occurrence['items'] = [];

export function occurrenceAt(place: StepId, iteration: number): Occurrence {
  const slash = place.indexOf('/');
  if (slash < 0) return { step: place, items: noItems, iteration };
  const items = place
    .slice(slash + 1)
    .split('.')
    .map((item) => asId<ItemId>(item));
  return { step: asId<StepId>(place.slice(0, slash)), items, iteration };
}

/** The step as the plan was written. */
export function stepOfPlace(place: StepId): StepId {
  const slash = place.indexOf('/');
  return slash < 0 ? place : asId<StepId>(place.slice(0, slash));
}

export function isInItem(place: StepId): boolean {
  return place.includes('/');
}

/** The fact as one item of its section has it. */
export function itemFactId(fact: FactId, item: ItemId): FactId {
  return asId<FactId>(`${fact}/${item}`);
}
