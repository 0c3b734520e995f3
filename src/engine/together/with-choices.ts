/** Says at each step of a plan which choice it is an option of: the sections of which the first step begun is wanted [T3]. */
import type { StepId } from '../../model/ids.ts';
import { occurrenceAt } from '../../model/place.ts';
import type { SectionDefinition } from '../../model/workflow.ts';
import { placesOfSection } from '../decide/redo.ts';
import type { ItemList } from '../items/item-list.ts';
import type { PlacedStep } from '../items/placed-step.ts';

/** The very list where there is no such section. In per-item sections each item has a choice of its own. */
export function withChoices(
  steps: readonly PlacedStep[],
  sections: readonly SectionDefinition[] | undefined,
  items: readonly ItemList[],
): readonly PlacedStep[] {
  const choosing = sections?.filter(({ together }) => together?.kind === 'firstBegun') ?? [];
  if (choosing.length === 0) return steps;
  const choicesOf = new Map<StepId, readonly string[]>();
  for (const section of choosing) {
    for (const place of placesOfSection({ items }, section)) {
      const [item] = occurrenceAt(place, 1).items;
      const choice = item === undefined ? section.id : `${section.id}/${item}`;
      choicesOf.set(place, [...(choicesOf.get(place) ?? []), choice]);
    }
  }
  return steps.map((step) => {
    const choices = choicesOf.get(step.id);
    return choices === undefined ? step : { ...step, choices };
  });
}
