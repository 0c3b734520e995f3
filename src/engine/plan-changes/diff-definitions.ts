/** What leads from one workflow to another: its plan, and what only a workflow has. Ids and the order of edges apart, applying it gives the other. */
import type { DefinitionOperation, EditOperation } from '../../model/edit-operation.ts';
import type { StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { StepDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import { diffPlans } from './diff-plans.ts';

/** What `diffPlans` leaves alone or a run would not take. */
const natures = ['kind', 'fallbackOf', 'until', 'subflow'] as const;
const settled: ReadonlySet<string> = new Set(natures);

export function diffDefinitions(from: WorkflowDefinition, to: WorkflowDefinition): readonly EditOperation[] {
  const before = new Map(from.steps.map((step) => [step.id, step]));
  const plan = diffPlans(from.steps, to.steps).flatMap((operation): readonly EditOperation[] => {
    if (operation.kind === 'addStep') return [{ ...operation, step: { ...operation.step, after: [] } }];
    if (operation.kind !== 'setStep') return [operation];
    const set = Object.fromEntries(Object.entries(operation.set).filter(([field]) => !settled.has(field)));
    return Object.keys(set).length === 0 ? [] : [{ ...operation, set }];
  });
  return [
    ...workflowFields(from, to),
    ...plan.filter(({ kind }) => kind !== 'addEdge'),
    ...to.steps.flatMap((step) => natureOf(before.get(step.id), step)),
    ...moves(from.steps, to.steps),
    // Once every step has come and every edge that goes is gone, none closes a circle that the other has not.
    ...plan.filter(({ kind }) => kind === 'addEdge'),
    ...to.steps.flatMap(({ id, after }) =>
      before.has(id) ? [] : after.map((edge): EditOperation => ({ kind: 'addEdge', to: id, edge })),
    ),
    ...listChanges(
      from.parts,
      to.parts,
      (part) => ({ kind: 'putPart', part }),
      (part) => ({ kind: 'dropPart', part }),
    ),
    ...listChanges(
      from.facts,
      to.facts,
      (fact) => ({ kind: 'putFact', fact }),
      (fact) => ({ kind: 'dropFact', fact }),
    ),
    ...listChanges(
      from.sections ?? [],
      to.sections ?? [],
      (section) => ({ kind: 'putSection', section }),
      (section) => ({ kind: 'dropSection', section }),
    ),
    ...listChanges(
      from.followUps ?? [],
      to.followUps ?? [],
      (followUp) => ({ kind: 'putFollowUp', followUp }),
      (followUp) => ({ kind: 'dropFollowUp', followUp }),
    ),
  ];
}

function workflowFields(from: WorkflowDefinition, to: WorkflowDefinition): readonly DefinitionOperation[] {
  const set = {
    ...(from.title === to.title ? {} : { title: to.title }),
    ...(isSame(from.ifStalls, to.ifStalls) ? {} : { ifStalls: to.ifStalls ?? null }),
  };
  return Object.keys(set).length === 0 ? [] : [{ kind: 'setWorkflow', set }];
}

function natureOf(was: StepDefinition | undefined, now: StepDefinition): readonly DefinitionOperation[] {
  if (was === undefined) return [];
  const changed = natures.filter((field) => !isSame(was[field], now[field]));
  if (changed.length === 0) return [];
  const set = Object.fromEntries(changed.map((field) => [field, now[field] ?? null]));
  return [{ kind: 'setNature', step: now.id, set }];
}

/** Each step that is not where it is wanted behind the one that it is to follow, from the top. */
function moves(from: readonly StepDefinition[], to: readonly StepDefinition[]): readonly EditOperation[] {
  const wanted = new Set(to.map(({ id }) => id));
  const known = new Set(from.map(({ id }) => id));
  const order: StepId[] = from.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  to.forEach(({ id }, place) => {
    if (!known.has(id)) order.splice(behindPlace(order, to[place - 1]?.id), 0, id);
  });
  return to.flatMap(({ id }, place): readonly EditOperation[] => {
    if (order[place] === id) return [];
    order.splice(order.indexOf(id), 1);
    order.splice(place, 0, id);
    return [{ kind: 'moveStep', step: id, behind: to[place - 1]?.id ?? null }];
  });
}

function behindPlace(order: readonly StepId[], behind: StepId | undefined): number {
  return behind === undefined ? 0 : order.indexOf(behind) + 1;
}

function listChanges<Element extends { readonly id: string }>(
  from: readonly Element[],
  to: readonly Element[],
  put: (element: Element) => DefinitionOperation,
  drop: (id: Element['id']) => DefinitionOperation,
): readonly DefinitionOperation[] {
  const before = new Map<string, Element>(from.map((element) => [element.id, element]));
  const wanted = new Set<string>(to.map(({ id }) => id));
  return [
    ...from.filter(({ id }) => !wanted.has(id)).map(({ id }) => drop(id)),
    ...to.filter((element) => !isSame(before.get(element.id), element)).map(put),
  ];
}
