/** The steps of a workflow and of its parts, with the edges and whatever else of each names the other. */
import { splitContactText } from '../../model/contact-text.ts';
import type { FactId, StepId } from '../../model/ids.ts';
import type { Rung } from '../../model/ladder.ts';
import type {
  Assignee,
  ContactDefinition,
  DateRule,
  Dependency,
  SectionDefinition,
  StepDefinition,
  WorkflowDefinition,
} from '../../model/workflow.ts';
import type { WorkflowProblem } from '../../model/workflow-problem.ts';
import { isHard } from '../readiness.ts';
import { isFirst, lastSteps } from './part-edges.ts';
import { factIdOf, type Part, partId } from './part.ts';

export interface Around {
  readonly written: WorkflowDefinition;
  readonly partById: ReadonlyMap<StepId, Part>;
}

/** The steps around, subflows among them, with whatever named a part naming its steps. */
export function withPartsAround({ written, partById }: Around): {
  readonly steps: readonly StepDefinition[];
  readonly problems: readonly WorkflowProblem[];
} {
  const problems: WorkflowProblem[] = [];
  const steps = written.steps.map((step): StepDefinition => {
    const { after, start, due, undo, notBy } = step;
    const dated = (rule: DateRule): DateRule => {
      if (rule.kind !== 'offset' || typeof rule.from !== 'object') return rule;
      const part = partById.get(rule.from.step);
      if (part === undefined) return rule;
      const [only, ...others] = part.ends;
      if (only === undefined || others.length > 0)
        problems.push({ type: 'subflowWithManyEnds', step: step.id, of: part.step.id });
      return only === undefined ? rule : { ...rule, from: { step: partId(part.step.id, only.from) } };
    };
    const edges = after.flatMap((edge): readonly Dependency[] => {
      const part = partById.get(edge.from);
      if (part === undefined) return [edge];
      const isOneOf = step.join?.kind === 'any' || step.join?.kind === 'count';
      if (isOneOf && isHard(edge) && part.ends.length > 1)
        problems.push({ type: 'subflowWithManyEnds', step: step.id, of: part.step.id });
      return part.ends.map((end) => ({ ...edge, ...end, from: partId(part.step.id, end.from) }));
    });
    return {
      ...step,
      after: edges,
      ...(start !== undefined && { start: dated(start) }),
      ...(due !== undefined && { due: dated(due) }),
      ...(undo?.cancelBy !== undefined && { undo: { ...undo, cancelBy: dated(undo.cancelBy) } }),
      ...(notBy !== undefined && {
        notBy: notBy.flatMap((id) => {
          const part = partById.get(id);
          return part === undefined ? [id] : part.inner.steps.map((each) => partId(id, each.id));
        }),
      }),
    };
  });
  return { steps, problems };
}

/** `part.step`: with its edges told by the steps of the parts before it. */
export function layOutPart(part: Part, around: Around): readonly StepDefinition[] {
  const { step: outer, inner } = part;
  const last = lastSteps(inner);
  const began = beginningOf(part, around);
  return inner.steps.map((step): StepDefinition => {
    const made = layOutStep(step, part, began);
    const isStandIn = step.fallbackOf !== undefined;
    return {
      ...made,
      ...(isFirst(step) && {
        after: [...outer.after, ...made.after],
        ...(outer.join !== undefined && { join: outer.join }),
      }),
      ...(isFirst(step) &&
        !isStandIn && {
          ...(step.start === undefined && outer.start !== undefined && { start: outer.start }),
          ...(outer.onlyIf !== undefined && { onlyIf: outer.onlyIf }),
        }),
      ...(last.has(step.id) &&
        !isStandIn &&
        step.due === undefined &&
        outer.due !== undefined && { due: outer.due }),
    };
  });
}

type Origin = Extract<DateRule, { readonly kind: 'offset' }>['from'];

/**
 * What "from the start" of the inner workflow is here: the step that it follows, the last of them where there are
 * several, for that is when it begins at the earliest. Where no one step tells, the start of the run.
 */
function beginningOf({ step, list }: Part, { written, partById }: Around): Origin {
  const last = step.after.findLast(isHard);
  if (last === undefined || step.join?.kind === 'any' || step.join?.kind === 'count') return 'runStart';
  // Of a step that is done once an item there are many, unless it is in the same item.
  const before = [...partById.values()].flatMap((other): readonly (string | null)[] => {
    const place = other.inner.steps.find(({ id }) => partId(other.step.id, id) === last.from);
    if (place === undefined) return [];
    return (other.inner.sections ?? []).some((each) => isListed(each, place.id)) ? ['inner'] : [other.list];
  });
  const listed = (written.sections ?? []).filter((each) => isListed(each, last.from)).map(({ id }) => id);
  const isElsewhere = [...before, ...listed].some((other) => other !== null && other !== list);
  return isElsewhere ? 'runStart' : { step: last.from };
}

function isListed({ perItem, steps }: SectionDefinition, step: StepId): boolean {
  return perItem !== undefined && steps.includes(step);
}

function layOutStep(step: StepDefinition, part: Part, began: Origin): StepDefinition {
  const id = (own: StepId): StepId => partId(part.step.id, own);
  const factId = (own: FactId): FactId => factIdOf(part, own);
  const who = (assignee: Assignee): Assignee => {
    switch (assignee.kind) {
      case 'part':
        return (
          part.subflow.parts?.[assignee.part] ?? { kind: 'part', part: partId(part.step.id, assignee.part) }
        );
      case 'sameAs':
        return { kind: 'sameAs', step: id(assignee.step) };
      case 'person':
      case 'conductor':
      case 'role':
        return assignee;
    }
  };
  const dated = (rule: DateRule): DateRule => {
    if (rule.kind === 'date') return rule;
    if (rule.from === 'runStart') return { ...rule, from: began };
    if (typeof rule.from === 'object') return { ...rule, from: { step: id(rule.from.step) } };
    return { ...rule, from: factId(rule.from) };
  };
  const { assignee, backup, approval, notBy, start, due, reads, writes, onlyIf, contact, undo } = step;
  const ifStalls = step.ifStalls ?? usualLadder(step, part.inner);
  return {
    ...step,
    id: id(step.id),
    after: step.after.map((edge) => ({ ...edge, from: id(edge.from) })),
    ...(step.outcomes !== undefined && {
      outcomes: step.outcomes.map((outcome) =>
        outcome.redo === undefined
          ? outcome
          : {
              ...outcome,
              redo: { ...outcome.redo, section: partId(part.step.id, outcome.redo.section) },
            },
      ),
    }),
    ...(assignee !== undefined && { assignee: who(assignee) }),
    ...(backup !== undefined && { backup: who(backup) }),
    ...(approval !== undefined && { approval: { ...approval, by: approval.by.map(who) } }),
    ...(notBy !== undefined && { notBy: notBy.map(id) }),
    ...(start !== undefined && { start: dated(start) }),
    ...(due !== undefined && { due: dated(due) }),
    ...(reads !== undefined && { reads: reads.map((read) => ({ ...read, fact: factId(read.fact) })) }),
    ...(writes !== undefined && { writes: writes.map(factId) }),
    ...(onlyIf !== undefined && { onlyIf: { ...onlyIf, fact: factId(onlyIf.fact) } }),
    ...(contact !== undefined && { contact: layOutContact(contact, who, factId) }),
    ...(step.fallbackOf !== undefined && { fallbackOf: id(step.fallbackOf) }),
    ...(step.until !== undefined && { until: id(step.until) }),
    ...(ifStalls !== undefined && { ifStalls }),
    ...(undo !== undefined && {
      undo: {
        ...undo,
        ...(undo.assignee !== undefined && { assignee: who(undo.assignee) }),
        ...(undo.cancelBy !== undefined && { cancelBy: dated(undo.cancelBy) }),
      },
    }),
  };
}

function layOutContact(
  contact: ContactDefinition,
  who: (assignee: Assignee) => Assignee,
  factId: (own: FactId) => FactId,
): ContactDefinition {
  const { to, subject, text } = contact;
  const told = (words: string): string =>
    splitContactText(words)
      .map((piece) => (piece.kind === 'words' ? piece.text : `{${factId(piece.fact)}}`))
      .join('');
  return {
    ...contact,
    ...(to !== undefined && { to: to.kind === 'outside' || to.kind === 'item' ? to : who(to) }),
    ...(subject !== undefined && { subject: told(subject) }),
    ...(text !== undefined && { text: told(text) }),
  };
}

/** What is usual for its workflow goes with each step, as far as that step can have it. */
function usualLadder(
  { id, due }: StepDefinition,
  { ifStalls, steps }: WorkflowDefinition,
): readonly Rung[] | undefined {
  const isStoodInFor = steps.some(({ fallbackOf }) => fallbackOf === id);
  return ifStalls?.filter(
    ({ from, action }) =>
      (from !== 'due' || due !== undefined) && (action !== 'offerFallback' || isStoodInFor),
  );
}
