/** What somebody wrote about a step of the plan, and the operations that carry it out. */
import type { PersonId, StepId } from '../../../../model/ids.ts';
import type { PatchOperation, StepChanges } from '../../../../model/patch.ts';
import type { Assignee, DateRule, StepDefinition } from '../../../../model/workflow.ts';
import type { PlanStep } from '../../../../views/plan-view.ts';

export interface PlanDraft {
  readonly title: string;
  readonly instructions: string;
  /** `null`: whoever conducts. */
  readonly who: PersonId | null;
  /** As a date input holds it; empty: not due. */
  readonly day: string;
  readonly time: string;
  readonly after: ReadonlySet<StepId>;
  /** Steps that wait for it; asked of new ones only. */
  readonly unlocks: ReadonlySet<StepId>;
}

/** A new step behind `before`, in front of what followed it. */
export function newDraft(before: PlanStep | undefined, steps: readonly PlanStep[]): PlanDraft {
  const followers = steps.filter(
    ({ mayChange, after }) => mayChange && after.some(({ from }) => from === before?.step),
  );
  return {
    title: '',
    instructions: '',
    who: null,
    day: '',
    time: '',
    after: new Set(before === undefined ? [] : [before.step]),
    unlocks: new Set(followers.map(({ step }) => step)),
  };
}

/** `day` and `time`: its due date as the inputs hold it. */
export function draftOf(step: PlanStep, day: string, time: string): PlanDraft {
  return {
    title: step.title,
    instructions: step.instructions,
    who: step.holder?.id ?? null,
    day,
    time,
    after: new Set(step.after.map(({ from }) => from)),
    unlocks: new Set(),
  };
}

/** Nothing when nothing was changed. `was`: the draft as it was opened. */
export function draftToOperations(
  step: PlanStep,
  was: PlanDraft,
  draft: PlanDraft,
): readonly PatchOperation[] {
  const instructions = draft.instructions.trim();
  const set: StepChanges = {
    ...(draft.title.trim() !== was.title && { title: draft.title.trim() }),
    ...(instructions !== was.instructions && { instructions: instructions === '' ? null : instructions }),
    ...(draft.who !== was.who && { assignee: toAssignee(draft.who) }),
    ...((draft.day !== was.day || draft.time !== was.time) && { due: toDue(draft) ?? null }),
  };
  const gone = [...was.after].filter((from) => !draft.after.has(from));
  const added = [...draft.after].filter((from) => !was.after.has(from));
  return [
    ...(Object.keys(set).length === 0 ? [] : [{ kind: 'setStep', step: step.step, set } as const]),
    ...gone.map((from) => ({ kind: 'removeEdge', to: step.step, from }) as const),
    ...added.map((from) => ({ kind: 'addEdge', to: step.step, edge: { from } }) as const),
  ];
}

export function draftToNewStep(
  id: StepId,
  draft: PlanDraft,
  steps: readonly PlanStep[],
): readonly PatchOperation[] {
  const behind = steps.findLast(({ step: other }) => draft.after.has(other))?.step ?? null;
  const due = toDue(draft);
  const instructions = draft.instructions.trim();
  const step: StepDefinition = {
    id,
    kind: 'task',
    title: draft.title.trim(),
    after: [...draft.after].map((from) => ({ from })),
    assignee: toAssignee(draft.who),
    ...(due !== undefined && { due }),
    ...(instructions !== '' && { instructions }),
  };
  return [
    { kind: 'addStep', step, behind },
    ...[...draft.unlocks].map((to) => ({ kind: 'addEdge', to, edge: { from: id } }) as const),
  ];
}

function toAssignee(who: PersonId | null): Assignee {
  return who === null ? { kind: 'conductor' } : { kind: 'person', person: who };
}

function toDue({ day, time }: PlanDraft): DateRule | undefined {
  if (day === '') return undefined;
  return { kind: 'date', date: day, ...(time !== '' && { time }) };
}
