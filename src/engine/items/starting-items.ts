/** The items that a start names: only of sections that take them then, each with a name [J6]. */
import type { ItemDefinition } from '../../model/per-item.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { WorkflowDefinition } from '../../model/workflow.ts';
import type { Refusal } from '../refusal.ts';

type Items = Readonly<Record<string, readonly ItemDefinition[]>>;

/** Blank names are left out; of two items under one id the first counts. */
export function startingItems(
  { sections = [] }: Pick<WorkflowDefinition, 'sections'>,
  given: Items,
): Result<Items, Refusal> {
  const kept: Record<string, readonly ItemDefinition[]> = {};
  for (const { id, perItem } of sections) {
    if (perItem === undefined || perItem.items === 'design') continue;
    const named = (given[id] ?? [])
      .map((item) => ({ id: item.id, name: item.name.trim() }))
      .filter(({ name }) => name !== '');
    const distinct = [...new Map(named.toReversed().map((item) => [item.id, item])).values()].toReversed();
    if (distinct.length > 0) kept[id] = distinct;
    else if (perItem.items === 'start') return err({ type: 'itemsNeeded', section: id });
  }
  const isKnown = (id: string): boolean =>
    sections.some((each) => each.id === id && each.perItem !== undefined);
  return Object.keys(given).every(isKnown) ? ok(kept) : err({ type: 'unknownSection' });
}
