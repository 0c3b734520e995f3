/** What is wrong with sections that are done per item, and with the facts of their items [J6]. In definition order. */
import { factOfRule, stepOfRule } from './date-origin.ts';
import type { FactDefinition } from './fact.ts';
import type { FactId, StepId } from './ids.ts';
import type { StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

const none: readonly never[] = [];

export function findPerItemProblems({
  sections = none,
  steps,
  facts,
}: Pick<WorkflowDefinition, 'sections' | 'steps' | 'facts'>): readonly WorkflowProblem[] {
  const listOf = new Map<StepId, string>();
  const lists = new Set<string>();
  const problems: WorkflowProblem[] = [];
  for (const { id, steps: own, perItem } of sections) {
    if (perItem === undefined || lists.has(id)) continue;
    lists.add(id);
    for (const step of new Set(own)) {
      if (listOf.has(step)) problems.push({ type: 'stepInTwoLists', step, section: id });
      else listOf.set(step, id);
    }
    const known = perItem.known ?? none;
    const distinct = new Set(known.map((item) => item.id)).size;
    const isEmpty = perItem.items === 'design' && known.length === 0;
    if (isEmpty || distinct < known.length) problems.push({ type: 'badItemList', section: id });
  }
  const perItemFacts = new Map<FactId, string>(
    facts.flatMap(({ id, perItem }) => (perItem === undefined ? [] : [[id, perItem] as const])),
  );
  if (lists.size === 0 && perItemFacts.size === 0) return problems;
  const bad = facts.filter((fact) => isBadFact(fact, perItemFacts, lists));
  problems.push(...bad.map(({ id }) => ({ type: 'badItemFact', fact: id }) as const));
  for (const step of steps) {
    const outside = factsUsedIn(step).filter((fact) => {
      const list = perItemFacts.get(fact);
      return list !== undefined && list !== listOf.get(step.id);
    });
    problems.push(...outside.map((fact) => ({ type: 'itemFactOutside', fact, step: step.id }) as const));
    // There is one such step an item, and each is done at its own time.
    const inItems = [step.start, step.due].flatMap((rule) => {
      const from = stepOfRule(rule);
      return from !== null && listOf.has(from) && listOf.get(from) !== listOf.get(step.id) ? [from] : [];
    });
    problems.push(...inItems.map((from) => ({ type: 'datedByLaterStep', step: step.id, from }) as const));
  }
  return problems;
}

function isBadFact(
  { id, perItem, anchor, atStart, derived }: FactDefinition,
  perItemFacts: ReadonlyMap<FactId, string>,
  lists: ReadonlySet<string>,
): boolean {
  if (derived !== undefined && perItemFacts.get(derived.from) !== perItemFacts.get(id)) return true;
  if (perItem === undefined) return false;
  return !lists.has(perItem) || anchor === true || atStart === true;
}

/** All but what it reads: outside of the section that is read of every item. */
function factsUsedIn({ writes = none, onlyIf, start, due }: StepDefinition): readonly FactId[] {
  const dated = [start, due].flatMap((rule) => factOfRule(rule) ?? []);
  return [...new Set([...writes, ...(onlyIf === undefined ? [] : [onlyIf.fact]), ...dated])];
}
