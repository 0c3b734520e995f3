/**
 * Lays a plan out for the items of a run: each step of a per-item section once an item, with the edges
 * between them [J6]. Pure; a plan without such sections is answered as it is.
 *
 * Edges into a section fan out to its items, edges inside it stay within an item, and those of one step out
 * of it, and of what stands in for that step, are gathered to one edge by the section's rule. The items of a section stand together, each with all
 * its steps, where the section's first step stood.
 */
import type { FactDefinition } from '../../model/fact.ts';
import type { FactId, StepId } from '../../model/ids.ts';
import { placeId } from '../../model/place.ts';
import type { Dependency, StepDefinition } from '../../model/workflow.ts';
import { isHard } from '../readiness.ts';
import { expandContact } from './expand-contact.ts';
import { expandReads, withItemFacts } from './expand-facts.ts';
import { expandWho, outsideOfItems } from './expand-who.ts';
import type { ItemList, RunItem } from './item-list.ts';
import type { Gather, PlacedDependency, PlacedStep } from './placed-step.ts';

export function expandPlan(
  steps: readonly StepDefinition[],
  facts: readonly FactDefinition[],
  lists: readonly ItemList[],
): readonly PlacedStep[] {
  if (lists.length === 0) return steps;
  const plan: Plan = {
    stepById: new Map(steps.map((step) => [step.id, step])),
    listOf: new Map(lists.toReversed().flatMap((list) => list.steps.map((step) => [step, list] as const))),
    listOfFact: new Map(
      facts.flatMap(({ id, perItem }) => {
        const list = lists.find(({ section }) => section === perItem);
        return list === undefined ? [] : [[id, list] as const];
      }),
    ),
  };
  const placed = new Set<ItemList>();
  return steps.flatMap((step) => {
    const list = plan.listOf.get(step.id);
    if (list === undefined) return [placeStep(step, null, plan)];
    if (placed.has(list)) return [];
    placed.add(list);
    const own = steps.filter(({ id }) => plan.listOf.get(id) === list);
    return list.items.flatMap((item) => own.map((each) => placeStep(each, { list, item }, plan)));
  });
}

interface Plan {
  readonly stepById: ReadonlyMap<StepId, StepDefinition>;
  readonly listOf: ReadonlyMap<StepId, ItemList>;
  readonly listOfFact: ReadonlyMap<FactId, ItemList>;
}

interface Where {
  readonly list: ItemList;
  readonly item: RunItem;
}

function placeStep(step: StepDefinition, where: Where | null, plan: Plan): PlacedStep {
  const gathers: Gather[] = [];
  const gatherOfMain = new Map<StepId, number>();
  const after = step.after.flatMap((dependency): readonly PlacedDependency[] => {
    const list = plan.listOf.get(dependency.from);
    if (list === undefined) return [dependency];
    if (where?.list === list) return [{ ...dependency, from: placeId(dependency.from, where.item.id) }];
    const main = mainOf(dependency.from, list, plan);
    const isPaired = isHard(dependency) && hasPartner(step, dependency, main, list, plan);
    const known = isPaired ? gatherOfMain.get(main) : undefined;
    const { edges, gather } = gatherEdges(dependency, list, known ?? gathers.length, isPaired, plan);
    if (gather === null || known !== undefined) return edges.filter(({ gate }) => gate !== true);
    gatherOfMain.set(main, gathers.length);
    gathers.push(gather);
    return edges;
  });
  const joined = gathers.length === 0 ? { ...step, after } : { ...step, after, gathers };
  if (where === null) {
    const isAsItWas = after.every((dependency, index) => dependency === step.after[index]);
    const same = isAsItWas && after.length === step.after.length ? step : joined;
    const said = expandContact(same, null, plan.listOfFact);
    return expandWho(expandReads(said, plan.listOfFact), outsideOfItems, plan.listOf);
  }
  const { list, item } = where;
  const said = expandContact(joined, where, plan.listOfFact);
  const named = expandWho(withItemFacts(said, list, item.id, plan.listOfFact), where, plan.listOf);
  const called = (title: string): string => `${title} · ${item.name}`;
  return {
    ...named,
    id: placeId(step.id, item.id),
    ...(step.fallbackOf !== undefined &&
      plan.listOf.get(step.fallbackOf) === list && { fallbackOf: placeId(step.fallbackOf, item.id) }),
    ...(step.until !== undefined &&
      plan.listOf.get(step.until) === list && { until: placeId(step.until, item.id) }),
    title: called(step.title),
    ...(named.undo !== undefined && { undo: { ...named.undo, title: called(named.undo.title) } }),
    inItem: { section: list.section, item: item.id, name: item.name, step: step.id, title: step.title },
  };
}

/** The step of its section that it stands in for; itself where it stands in for none. */
function mainOf(step: StepId, list: ItemList, { stepById, listOf }: Plan): StepId {
  const main = stepById.get(step)?.fallbackOf;
  return main !== undefined && listOf.get(main) === list ? main : step;
}

/** Another edge into the same step comes from what stands in for the same one. */
function hasPartner(
  { after }: StepDefinition,
  dependency: Dependency,
  main: StepId,
  list: ItemList,
  plan: Plan,
): boolean {
  return after.some(
    (other) =>
      other.from !== dependency.from &&
      isHard(other) &&
      plan.listOf.get(other.from) === list &&
      mainOf(other.from, list, plan) === main,
  );
}

function gatherEdges(
  dependency: Dependency,
  list: ItemList,
  index: number,
  isPaired: boolean,
  plan: Plan,
): { readonly edges: readonly PlacedDependency[]; readonly gather: Gather | null } {
  const passesBy = list.perItem.wait.kind === 'none';
  const items = passesBy ? [] : list.items;
  const ofItem = items.map(({ id }, pair) => ({
    ...dependency,
    from: placeId(dependency.from, id),
    ...(isPaired ? { pair } : {}),
  }));
  // A soft edge only warns: nothing has to be known of it.
  if (!isHard(dependency)) return { edges: ofItem, gather: null };
  const isOpen = list.isOpen && !passesBy;
  const gates = findGates(dependency.from, list, plan);
  const passesThrough = items.length === 0;
  const gather: Gather = {
    section: list.section,
    rule: ruleOf(list, items.length, isOpen),
    ...(list.perItem.wait.kind === 'count' && list.perItem.wait.cancelRest === true && { cancelRest: true }),
    size: items.length,
    isOpen,
    closedBy: passesBy ? null : list.closedBy,
    gates: passesThrough || !isOpen ? [] : gates,
  };
  const edges: readonly PlacedDependency[] = passesThrough
    ? gates.map((gate) => ({ ...gate, gate: true }))
    : ofItem;
  return { edges: edges.map((edge) => ({ ...edge, gather: index })), gather };
}

function ruleOf({ perItem: { wait } }: ItemList, size: number, isOpen: boolean): Gather['rule'] {
  if (wait.kind !== 'count') return { kind: 'all' };
  return { kind: 'count', count: isOpen ? wait.count : Math.max(1, Math.min(wait.count, size)) };
}

/** The hard edges by which the section is entered on the way to one of its steps; of other sections each item's. */
function findGates(step: StepId, list: ItemList, { stepById, listOf }: Plan): readonly Dependency[] {
  const gates: Dependency[] = [];
  const inside = new Set<StepId>([step]);
  for (const id of inside) {
    for (const { from, outcomes } of (stepById.get(id)?.after ?? []).filter(isHard)) {
      const other = listOf.get(from);
      if (other === list) {
        inside.add(from);
        continue;
      }
      const named = outcomes === undefined ? {} : { outcomes };
      const places = other === undefined ? [from] : other.items.map((item) => placeId(from, item.id));
      gates.push(...places.map((place) => ({ from: place, ...named })));
    }
  }
  return gates;
}
