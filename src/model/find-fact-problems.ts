/**
 * What is wrong with a plan's facts and with how its steps use them. Deterministic: facts first, then
 * steps, each in definition order. Costs facts plus their uses.
 */
import type { FactCondition, FactDefinition, FactKind, FactRead } from './fact.ts';
import { factOfRule } from './date-origin.ts';
import type { FactId } from './ids.ts';
import type { StepDefinition, WorkflowDefinition } from './workflow.ts';
import type { WorkflowProblem } from './workflow-problem.ts';

/** Kinds that have an order and a distance, so that a tolerance or "above" means something. */
const measured: ReadonlySet<FactKind> = new Set(['number', 'money', 'date', 'instant', 'duration']);
/** Kinds by which a date can be reckoned, and that whole days move. */
const dated: ReadonlySet<FactKind> = new Set(['date', 'instant']);
const movedByMinutes: ReadonlySet<FactKind> = new Set(['instant', 'duration']);

type FactById = ReadonlyMap<FactId, FactDefinition>;

export function findFactProblems({
  facts,
  steps,
}: Pick<WorkflowDefinition, 'facts' | 'steps'>): readonly WorkflowProblem[] {
  const factById = new Map<FactId, FactDefinition>();
  const duplicates: WorkflowProblem[] = [];
  for (const fact of facts) {
    if (factById.has(fact.id)) duplicates.push({ type: 'duplicateFact', fact: fact.id });
    else factById.set(fact.id, fact);
  }
  return [
    ...duplicates,
    ...findDefinitionProblems(facts, factById),
    ...steps.filter(hasToDoWithFacts).flatMap((step) => findUseProblems(step, factById)),
  ];
}

function findDefinitionProblems(
  facts: readonly FactDefinition[],
  factById: FactById,
): readonly WorkflowProblem[] {
  const circular = findCircularFacts(factById);
  return facts.flatMap((fact): readonly WorkflowProblem[] => {
    const problems: WorkflowProblem[] = [];
    if (fact.kind === 'choice' && (fact.options ?? []).length === 0)
      problems.push({ type: 'choiceWithoutOptions', fact: fact.id });
    if (fact.derived === undefined) return problems;
    const origin = factById.get(fact.derived.from);
    if (origin === undefined) problems.push({ type: 'unknownFact', fact: fact.derived.from, step: null });
    else if (circular.has(fact.id) || !canFollow(fact, origin))
      problems.push({ type: 'badDerivation', fact: fact.id });
    return problems;
  });
}

/** An offset that the kind cannot have would be dropped in silence, so it counts as wrong. */
function canFollow({ kind, derived }: FactDefinition, origin: FactDefinition): boolean {
  const daysFit = (derived?.days ?? 0) === 0 || dated.has(kind);
  const minutesFit = (derived?.minutes ?? 0) === 0 || movedByMinutes.has(kind);
  return kind === origin.kind && daysFit && minutesFit;
}

/** Facts that follow themselves in the end. Each follows at most one, so every fact is walked over once. */
function findCircularFacts(factById: FactById): ReadonlySet<FactId> {
  const circular = new Set<FactId>();
  const settled = new Set<FactId>();
  for (const start of factById.keys()) {
    const path = new Set<FactId>();
    let id: FactId | undefined = start;
    while (id !== undefined && !settled.has(id) && !path.has(id)) {
      path.add(id);
      id = factById.get(id)?.derived?.from;
    }
    if (id !== undefined && path.has(id)) {
      const way = [...path];
      for (const member of way.slice(way.indexOf(id))) circular.add(member);
    }
    for (const walked of path) settled.add(walked);
  }
  return circular;
}

function hasToDoWithFacts({ reads, writes, onlyIf, start, due, undo }: StepDefinition): boolean {
  return (reads ?? writes ?? onlyIf ?? start ?? due ?? undo?.cancelBy) !== undefined;
}

function findUseProblems(step: StepDefinition, factById: FactById): readonly WorkflowProblem[] {
  const problems: WorkflowProblem[] = [];
  const use = (id: FactId, fits: (fact: FactDefinition) => boolean): void => {
    const fact = factById.get(id);
    if (fact === undefined) problems.push({ type: 'unknownFact', fact: id, step: step.id });
    else if (!fits(fact)) problems.push({ type: 'wrongFactKind', fact: id, step: step.id });
  };
  for (const read of step.reads ?? []) use(read.fact, (fact) => canRead(read, fact.kind));
  for (const id of step.writes ?? []) {
    use(id, () => true);
    if (factById.get(id)?.derived !== undefined)
      problems.push({ type: 'writesDerivedFact', fact: id, step: step.id });
  }
  const { onlyIf } = step;
  if (onlyIf !== undefined) use(onlyIf.fact, (fact) => canTest(onlyIf, fact.kind));
  for (const rule of [step.start, step.due, step.undo?.cancelBy]) {
    const from = factOfRule(rule);
    if (from !== null) use(from, (fact) => dated.has(fact.kind));
  }
  return problems;
}

function canRead({ projection, tolerance = 0 }: FactRead, kind: FactKind): boolean {
  return (projection === undefined || kind === 'instant') && (tolerance === 0 || measured.has(kind));
}

function canTest(condition: FactCondition, kind: FactKind): boolean {
  switch (condition.is) {
    case 'set':
    case 'notSet':
      return true;
    case 'equal':
    case 'notEqual':
      return condition.value.kind === kind;
    case 'above':
    case 'atLeast':
    case 'below':
    case 'atMost':
      return condition.value.kind === kind && measured.has(kind);
  }
}
