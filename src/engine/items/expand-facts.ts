/** The facts of items: one for each item, and steps that read and write their own item's [J6]. */
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId, ItemId } from '../../model/ids.ts';
import { factOfRule, stepOfRule } from '../../model/date-origin.ts';
import { itemFactId, placeId } from '../../model/place.ts';
import type { DateRule, StepDefinition } from '../../model/workflow.ts';
import type { ItemList } from './item-list.ts';

/** Those of items in the place of the one that they come from, each named after its item. */
export function expandFacts(
  facts: readonly FactDefinition[],
  lists: readonly ItemList[],
): readonly FactDefinition[] {
  if (lists.length === 0) return facts;
  return facts.flatMap((fact) => {
    const list = lists.find(({ section }) => section === fact.perItem);
    if (list === undefined) return [fact];
    return list.items.map((item) => ({
      ...fact,
      id: itemFactId(fact.id, item.id),
      name: `${fact.name} · ${item.name}`,
      ...(fact.derived === undefined
        ? {}
        : { derived: { ...fact.derived, from: itemFactId(fact.derived.from, item.id) } }),
    }));
  });
}

type ListOfFact = ReadonlyMap<FactId, ItemList>;

/** A step outside of the items reads what each of them has. */
export function expandReads<Step extends StepDefinition>(step: Step, listOfFact: ListOfFact): Step {
  const { reads } = step;
  if (reads === undefined || !reads.some(({ fact }) => listOfFact.has(fact))) return step;
  return {
    ...step,
    reads: reads.flatMap((read) => {
      const list = listOfFact.get(read.fact);
      if (list === undefined) return [read];
      return list.items.map((item) => ({ ...read, fact: itemFactId(read.fact, item.id) }));
    }),
  };
}

/** A step of an item reads and writes what is its item's own. */
export function withItemFacts<Step extends StepDefinition>(
  step: Step,
  list: ItemList,
  item: ItemId,
  listOfFact: ListOfFact,
): Step {
  if (
    listOfFact.size === 0 &&
    stepOfRule(step.start) === null &&
    stepOfRule(step.due) === null &&
    step.undo === undefined
  )
    return step;
  const own = (fact: FactId): FactId => (listOfFact.get(fact) === list ? itemFactId(fact, item) : fact);
  const dated = (rule: DateRule): DateRule => {
    const [fact, from] = [factOfRule(rule), stepOfRule(rule)];
    if (rule.kind !== 'offset') return rule;
    if (from !== null && list.steps.includes(from)) return { ...rule, from: { step: placeId(from, item) } };
    return fact === null ? rule : { ...rule, from: own(fact) };
  };
  const { reads, writes, onlyIf, start, due, undo } = step;
  const changed = {
    ...step,
    ...(reads === undefined ? {} : { reads: reads.map((read) => ({ ...read, fact: own(read.fact) })) }),
    ...(writes === undefined ? {} : { writes: writes.map(own) }),
    ...(onlyIf === undefined ? {} : { onlyIf: { ...onlyIf, fact: own(onlyIf.fact) } }),
    ...(start === undefined ? {} : { start: dated(start) }),
    ...(due === undefined ? {} : { due: dated(due) }),
    ...(undo?.cancelBy === undefined ? {} : { undo: { ...undo, cancelBy: dated(undo.cancelBy) } }),
  };
  return expandReads(changed, listOfFact);
}
