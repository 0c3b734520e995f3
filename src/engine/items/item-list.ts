/**
 * The items of a run's per-item sections, from the plan, the start and what was added since [J6].
 *
 * Invariants: an item once added stays, also one that the closing of the list had not seen; of two under one
 * id the earlier in total order counts; the list is open until it is closed, and open again while a
 * reopening and a closing that had not seen each other stand side by side; an item is called what it was called last,
 * and names that this had not seen are kept beside it.
 */
import type { RunEvent, RunEventOf } from '../../model/event.ts';
import type { EventId, ItemId, StepId } from '../../model/ids.ts';
import type { ItemDefinition, PerItem } from '../../model/per-item.ts';
import type { SectionDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import { computeEventHeads, type Saw } from '../event-heads.ts';

export interface RunItem {
  readonly id: ItemId;
  readonly name: string;
  /** Given by others meanwhile, unseen by who gave `name`; in total order, each once. */
  readonly otherNames: readonly string[];
  /** Null for an item that was there from the start. */
  readonly addedBy: EventId | null;
}

export interface ItemList {
  readonly section: string;
  readonly name: string;
  readonly perItem: PerItem;
  /** As the plan was written. */
  readonly steps: readonly StepId[];
  readonly items: readonly RunItem[];
  /** More may come. */
  readonly isOpen: boolean;
  /** The last closing of a list that grew. */
  readonly closedBy: EventId | null;
}

export type ItemEvent =
  | RunEventOf<'item.added/1'>
  | RunEventOf<'item.closed/1'>
  | RunEventOf<'item.reopened/1'>
  | RunEventOf<'item.renamed/1'>;

type Renaming = RunEventOf<'item.renamed/1'>;

const none: readonly never[] = [];

/** In the order of the sections. `events`: those about items, in total order. */
export function computeItemLists(
  definition: Pick<WorkflowDefinition, 'sections'>,
  atStart: Readonly<Record<string, readonly ItemDefinition[]>> | undefined,
  events: readonly ItemEvent[],
  saw: Saw,
): readonly ItemList[] {
  const { sections } = definition;
  if (sections === undefined || sections.every(({ perItem }) => perItem === undefined)) return none;
  return sections.flatMap((section) => {
    const { perItem } = section;
    if (perItem === undefined) return [];
    const own = events.filter(({ data }) => data.section === section.id);
    const given = perItem.items === 'design' ? perItem.known : atStart?.[section.id];
    return [computeItemList(section, perItem, given ?? none, own, saw)];
  });
}

function computeItemList(
  { id, name, steps }: SectionDefinition,
  perItem: PerItem,
  given: readonly ItemDefinition[],
  events: readonly ItemEvent[],
  saw: Saw,
): ItemList {
  const grows = perItem.items === 'growing';
  const byId = new Map<ItemId, RunItem>();
  const add = (item: ItemId, called: string, addedBy: EventId | null): void => {
    if (!byId.has(item)) byId.set(item, { id: item, name: called, otherNames: none, addedBy });
  };
  for (const item of given) add(item.id, item.name, null);
  const ends: RunEvent[] = [];
  const renamings: Renaming[] = [];
  for (const event of events) {
    if (event.type === 'item.renamed/1') renamings.push(event);
    else if (!grows) continue;
    else if (event.type === 'item.added/1') add(event.data.item, event.data.name, event.id);
    else ends.push(event);
  }
  for (const item of byId.values()) byId.set(item.id, rename(item, renamings, saw));
  const heads = computeEventHeads(ends, saw);
  const isOpen = grows && (heads.length === 0 || heads.some(({ type }) => type === 'item.reopened/1'));
  return {
    section: id,
    name,
    perItem,
    steps,
    items: [...byId.values()],
    isOpen,
    closedBy: isOpen ? null : (heads.at(-1)?.id ?? null),
  };
}

function rename(item: RunItem, renamings: readonly Renaming[], saw: Saw): RunItem {
  const own = renamings.filter(({ data }) => data.item === item.id);
  const rivals = computeEventHeads(own, saw).map(({ data }) => data.name);
  const name = rivals.at(-1);
  if (name === undefined) return item;
  return { ...item, name, otherNames: [...new Set(rivals)].filter((other) => other !== name) };
}
