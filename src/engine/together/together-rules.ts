/**
 * The rules of a plan about what is worked on at the same time, laid out for its items: parties, of which only
 * one is to be under way at a time [T1] [T2], or of which only one is wanted [T3].
 */
import type { StepId } from '../../model/ids.ts';
import { occurrenceAt } from '../../model/place.ts';
import type { SectionDefinition, TogetherRule } from '../../model/workflow.ts';
import { placesOfSection } from '../decide/redo.ts';
import type { ItemList } from '../items/item-list.ts';

export interface PlacedRule {
  readonly section: string;
  readonly kind: TogetherRule['kind'];
  /** Of a section that is kept apart from another all its steps are one party. */
  readonly parties: readonly (readonly StepId[])[];
}

const none: readonly never[] = [];

/** In the order of the sections; two that are kept apart from each other by both are told once. */
export function placeTogetherRules(
  sections: readonly SectionDefinition[] | undefined,
  items: readonly ItemList[],
): readonly PlacedRule[] {
  if (sections?.some(({ together }) => together !== undefined) !== true) return none;
  const placesOf = (section: SectionDefinition): readonly StepId[] => placesOfSection({ items }, section);
  const told = new Set<string>();
  return sections.flatMap((section): readonly PlacedRule[] => {
    const { id, together } = section;
    switch (together?.kind) {
      case undefined:
        return none;
      case 'oneAtATime':
        return [{ section: id, kind: together.kind, parties: placesOf(section).map((place) => [place]) }];
      case 'firstBegun':
        return groupByItem(placesOf(section)).map((places) => ({
          section: id,
          kind: together.kind,
          parties: places.map((place) => [place]),
        }));
      case 'apartFrom':
        return together.sections.flatMap((from): readonly PlacedRule[] => {
          const other = sections.find((each) => each.id === from);
          const pair = JSON.stringify([id, from].sort());
          if (other === undefined || told.has(pair)) return none;
          told.add(pair);
          return [{ section: id, kind: together.kind, parties: [placesOf(section), placesOf(other)] }];
        });
    }
  });
}

function groupByItem(places: readonly StepId[]): readonly (readonly StepId[])[] {
  const groups = new Map<string, StepId[]>();
  for (const place of places) {
    const item = occurrenceAt(place, 1).items.join('.');
    groups.set(item, [...(groups.get(item) ?? []), place]);
  }
  return [...groups.values()];
}
