/** A per-item section for random plans, and what people ask of its items. */
import type { RunState } from '../../src/engine/run-state.ts';
import type { Command } from '../../src/model/command.ts';
import { asId, type ItemId, type StepId } from '../../src/model/ids.ts';
import type { ItemDefinition, PerItem } from '../../src/model/per-item.ts';
import type { SectionDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { pick, type Random } from './random.ts';

const children: readonly ItemDefinition[] = ['mia', 'ben'].map((id) => ({ id: asId<ItemId>(id), name: id }));

/** Some neighbours of the plan, or a step here and there. */
export function randomPerItem(random: Random, steps: readonly StepId[]): readonly SectionDefinition[] {
  if (random() < 0.6) return [];
  const from = Math.floor(random() * steps.length);
  const own =
    random() < 0.7
      ? steps.slice(from, from + 1 + Math.floor(random() * 3))
      : steps.filter(() => random() < 0.3);
  if (own.length === 0) return [];
  const items = pick(random, ['growing', 'growing', 'start', 'design'] as const);
  const wait: PerItem['wait'] = pick(random, [
    { kind: 'all' },
    { kind: 'all' },
    // Told by what was drawn already, so that older seeds draw the same plans.
    { kind: 'count', count: 1 + Math.floor(random() * 2), ...(from % 2 === 0 ? { cancelRest: true } : {}) },
    { kind: 'none' },
  ]);
  return [{ id: 'each', name: 'Each', steps: own, perItem: { name: 'child', items, known: children, wait } }];
}

/** Facts that each item has its own of: only where the plan stays valid, which whoever drafts it finds out. */
export function withItemFacts(random: Random, definition: WorkflowDefinition): WorkflowDefinition {
  if (!definition.sections?.some(({ id }) => id === 'each')) return definition;
  const own = new Set(definition.facts.filter(({ anchor }) => !anchor && random() < 0.3).map(({ id }) => id));
  return {
    ...definition,
    facts: definition.facts.map((fact) =>
      own.has(fact.derived?.from ?? fact.id) ? { ...fact, perItem: 'each' } : fact,
    ),
  };
}

/** Who is there from the start; of a list that grows perhaps nobody. */
export function randomStartItems(
  random: Random,
  { sections = [] }: WorkflowDefinition,
): Readonly<Record<string, readonly ItemDefinition[]>> {
  const list = sections.find(({ perItem }) => perItem !== undefined && perItem.items !== 'design');
  if (list === undefined) return {};
  const some = list.perItem?.items === 'start' || random() < 0.5;
  return some ? { [list.id]: children.slice(0, 1 + Math.floor(random() * 2)) } : {};
}

export function randomItemCommand(random: Random, { items }: RunState): Command {
  const list = pick(random, items);
  const { section } = list;
  const name = pick(random, ['Zoe', 'Max', 'Zoe']);
  const adding: Command = {
    kind: 'addItem',
    section,
    name,
    item: asId<ItemId>(`i${Math.floor(random() * 40)}`),
  };
  const [first] = list.items;
  const item = first === undefined ? asId<ItemId>('nobody') : pick(random, list.items).id;
  return pick<Command>(random, [
    adding,
    adding,
    { kind: 'closeItems', section },
    { kind: 'closeItems', section },
    { kind: 'reopenItems', section },
    { kind: 'renameItem', section, item, name },
    { kind: 'cancelItem', section, item, reason: 'ill' },
    { kind: 'finishItems', section },
  ]);
}
