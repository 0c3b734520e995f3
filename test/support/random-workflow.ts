/**
 * Plans as nobody would think of them: acyclic graphs of three to nine steps in which every feature of
 * a definition occurs. Only valid ones are handed out.
 */
import { findCastProblems } from '../../src/engine/find-cast-problems.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { FactDefinition } from '../../src/model/fact.ts';
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import {
  approvalOutcomes,
  type ApprovalRule,
  type Assignee,
  type DateRule,
  type Dependency,
  type JoinRule,
  type OutcomeDefinition,
  type SectionDefinition,
  type StepDefinition,
  type UndoStep,
  type WorkflowDefinition,
} from '../../src/model/workflow.ts';
import { randomCondition, randomFacts, randomRead } from './random-facts.ts';
import { pick, pickWeighted, type Random } from './random.ts';
import { ana, board, contextWithBoard, leo, sam } from './run-bench.ts';
import { randomPerItem, withItemFacts } from './random-items.ts';

export const stepName = (index: number): StepId => asId<StepId>(`s${index}`);

const cast = {
  parts: { traveller: sam },
  partRoles: {},
  conductor: ana,
  roles: contextWithBoard.roles ?? [],
};

/** The first valid plan that chance comes upon. */
export function makeWorkflow(random: Random): WorkflowDefinition {
  for (;;) {
    const definition = draftWorkflow(random);
    if (validateWorkflow(definition).ok && findCastProblems(definition.steps, cast).length === 0)
      return definition;
  }
}

function draftWorkflow(random: Random): WorkflowDefinition {
  const count = 3 + Math.floor(random() * 7);
  const facts = randomFacts(random);
  const outcomes = Array.from({ length: count }, () => randomOutcomes(random));
  const steps = Array.from({ length: count }, (_, index) => randomStep(random, index, outcomes, facts));
  const sections = [
    ...randomSections(random, steps),
    ...randomPerItem(
      random,
      steps.map(({ id }) => id),
    ),
  ];
  return withItemFacts(random, {
    id: asId<WorkflowId>('random'),
    title: 'Random',
    parts: [{ id: 'traveller', name: 'Traveller' }],
    facts,
    steps: endLooseOutcomes(random, withRedo(random, steps, sections)),
    ...(sections.length > 0 ? { sections } : {}),
  });
}

function randomOutcomes(random: Random): readonly OutcomeDefinition[] {
  if (random() < 0.12) return approvalOutcomes.map((id) => ({ id, name: id }));
  if (random() < 0.65) return [];
  const names = random() < 0.8 ? ['yes', 'no'] : ['yes', 'no', 'maybe'];
  return names.map((id) => ({ id, name: id }));
}

function randomStep(
  random: Random,
  index: number,
  outcomes: readonly (readonly OutcomeDefinition[])[],
  facts: readonly FactDefinition[],
): StepDefinition {
  const after = Array.from({ length: index }, (_, from) => from)
    .filter((from) => random() < (from === index - 1 ? 0.5 : 0.3))
    .map((from) => randomEdge(random, from, outcomes[from] ?? []));
  const own = outcomes[index] ?? [];
  const join = after.length > 0 ? randomJoin(random, after.length) : undefined;
  const reads = facts.filter(() => random() < 0.25).map((fact) => randomRead(random, fact));
  const writes = facts.filter((fact) => fact.derived === undefined && random() < 0.15).map((fact) => fact.id);
  const kind = isApproval(own)
    ? 'approval'
    : own.length > 1
      ? 'decision'
      : pick(random, ['task', 'task', 'wait', 'contact', 'milestone'] as const);
  const condition = facts.length > 0 && random() < 0.12 ? randomCondition(random, pick(random, facts)) : null;
  // What it finds out itself cannot decide whether it is wanted: its answer would call it off.
  const told = writes.filter((id) => id !== condition?.fact);
  return {
    id: stepName(index),
    ...randomWho(
      random,
      index,
      after.map(({ from }) => from),
    ),
    ...(isApproval(own) ? { approval: randomApproval(random, after) } : {}),
    kind,
    ...(kind === 'contact' ? { contact: { how: 'call', to: { kind: 'outside', name: 'The hotel' } } } : {}),
    title: `Step ${index}`,
    after,
    ...(join === undefined ? {} : { join }),
    ...(own.length > 0 ? { outcomes: own } : {}),
    ...(random() < 0.25 ? { start: randomDate(random, facts, after) } : {}),
    ...(random() < 0.5 ? { due: randomDate(random, facts, after) } : {}),
    checklist: [{ id: 'x', text: 'x' }],
    ...(reads.length > 0 ? { reads } : {}),
    ...(told.length > 0 ? { writes: told } : {}),
    ...(condition === null ? {} : { onlyIf: condition }),
    ...(random() < 0.12 ? { irreversible: true } : {}),
    ...(random() < 0.3 ? { undo: randomUndo(random, facts, after) } : {}),
  };
}

function randomUndo(
  random: Random,
  facts: readonly FactDefinition[],
  after: readonly Dependency[],
): UndoStep {
  return {
    title: 'Cancel it',
    ...(random() < 0.3 ? { assignee: { kind: 'conductor' } } : {}),
    ...(random() < 0.5 ? { cancelBy: randomDate(random, facts, after) } : {}),
  };
}

function isApproval([first]: readonly OutcomeDefinition[]): boolean {
  return first?.id === 'approved';
}

const anybody: readonly Assignee[] = [
  { kind: 'part', part: 'traveller' },
  { kind: 'conductor' },
  { kind: 'role', role: board },
  ...[ana, sam, leo].map((person): Assignee => ({ kind: 'person', person })),
];

function randomApproval(random: Random, after: readonly Dependency[]): ApprovalRule {
  const before = after.map(({ from }): Assignee => ({ kind: 'sameAs', step: from }));
  const named = [...anybody, ...before].filter(() => random() < 0.5);
  const by: readonly Assignee[] = named.length > 0 ? named : [{ kind: 'role', role: board }];
  const isOpen = by.some(({ kind }) => kind === 'role' || kind === 'part');
  return {
    by,
    needed: 1 + Math.floor(random() * (isOpen ? 2 : Math.min(2, by.length))),
    ...(random() < 0.4 ? { veto: true } : {}),
  };
}

/** Whom it is for, and whom not. */
function randomWho(
  random: Random,
  index: number,
  before: readonly StepId[],
): Pick<StepDefinition, 'assignee' | 'notBy'> {
  const same = before.map((step): Assignee => ({ kind: 'sameAs', step }));
  const notBy = before.filter(() => random() < 0.12);
  return {
    ...(random() < 0.35 ? { assignee: pick(random, [...anybody, ...same]) } : {}),
    ...(index > 0 && notBy.length > 0 ? { notBy } : {}),
  };
}

function randomEdge(random: Random, from: number, outcomes: readonly OutcomeDefinition[]): Dependency {
  const named = outcomes.filter(() => random() < 0.5).map(({ id }) => id);
  return {
    from: stepName(from),
    ...(named.length > 0 ? { outcomes: named } : {}),
    ...pickWeighted(random, [
      [7, {}],
      [1, { strength: 'enforced' } as const],
      [1, { strength: 'soft' } as const],
    ]),
    ...(random() < 0.15
      ? { lag: pick(random, [0, 90, 1440]), ...(from % 3 === 0 ? { working: true } : {}) }
      : {}),
  };
}

function randomJoin(random: Random, edges: number): JoinRule | undefined {
  const cancelRest = random() < 0.5 ? { cancelRest: true } : {};
  return pickWeighted<JoinRule | undefined>(random, [
    [4, undefined],
    [1, { kind: 'all' }],
    [2, { kind: 'any', ...cancelRest }],
    [2, { kind: 'count', count: 1 + Math.floor(random() * edges), ...cancelRest }],
    [1, { kind: 'always' }],
  ]);
}

function randomDate(
  random: Random,
  facts: readonly FactDefinition[],
  after: readonly Dependency[],
): DateRule {
  const days = Math.floor(random() * 5) - 2;
  const dated = facts.filter(({ kind }) => kind === 'instant' || kind === 'date');
  if (random() < 0.2) return { kind: 'date', date: '2026-05-14' };
  const before = after.at(-1);
  if (before !== undefined && days === 2) {
    // Told by what was drawn already, so that older seeds draw the same plans.
    const counted = [{ minutes: 600 }, { minutes: 600, working: true }, { workingDays: 2 }][after.length % 3];
    return { kind: 'offset', from: { step: before.from }, days: 0, ...counted };
  }
  const from = dated.length > 0 && random() < 0.7 ? pick(random, dated) : null;
  return {
    kind: 'offset',
    from: from?.id ?? 'runStart',
    days,
    ...(random() < 0.4 ? { time: '18:00' } : from?.kind === 'instant' ? { minutes: -90 } : {}),
  };
}

/** A stretch of neighbours; the last of them that has outcomes may send it back. */
function randomSections(random: Random, steps: readonly StepDefinition[]): readonly SectionDefinition[] {
  if (random() < 0.5) return [];
  const from = Math.floor(random() * (steps.length - 1));
  const to = from + 1 + Math.floor(random() * Math.min(3, steps.length - from - 1));
  return [{ id: 'pass', name: 'Pass', steps: steps.slice(from, to + 1).map(({ id }) => id) }];
}

function withRedo(
  random: Random,
  steps: readonly StepDefinition[],
  [section]: readonly SectionDefinition[],
): readonly StepDefinition[] {
  if (section === undefined) return steps;
  const last = section.steps.at(-1);
  const atMost = 1 + Math.floor(random() * 3);
  return steps.map((step) => {
    const outcomes = step.outcomes ?? [];
    const back = isApproval(outcomes) ? 'rejected' : outcomes[0]?.id;
    if (step.id !== last || back === undefined) return step;
    const redo = { section: section.id, atMost };
    return { ...step, outcomes: outcomes.map((each) => (each.id === back ? { ...each, redo } : each)) };
  });
}

/** An outcome that no edge takes says that this is meant, or that the run ends with it; so may a last milestone. */
function endLooseOutcomes(random: Random, steps: readonly StepDefinition[]): readonly StepDefinition[] {
  return steps.map((step) => {
    const edges = steps.flatMap(({ after }) => after.filter(({ from }) => from === step.id));
    if (step.outcomes === undefined)
      return step.kind === 'milestone' && edges.length === 0 && random() < 0.5
        ? { ...step, endsRun: true }
        : step;
    const outcomes = step.outcomes.map((outcome) => {
      const taken = edges.some((edge) => edge.outcomes?.includes(outcome.id) ?? true);
      return taken || outcome.redo !== undefined
        ? outcome
        : { ...outcome, ...(random() < 0.3 ? { endsRun: true } : { ends: true }) };
    });
    return { ...step, outcomes };
  });
}
