/** Whether another plan has to be laid out anew, or its steps can be exchanged where they stand. */
import { isSame } from '../../model/is-same.ts';
import type { DateRule, StepDefinition } from '../../model/workflow.ts';
import type { PatchedPlan } from './apply-patches.ts';
import { stepKeys } from './step-keys.ts';

/** What nothing but the step's own state is made from. */
const ownFields: ReadonlySet<keyof StepDefinition> = new Set([
  'title',
  'backup',
  'estimate',
  'instructions',
  'checklist',
  'ifStalls',
  'retry',
] as const);

type Shared = Pick<PatchedPlan, 'facts' | 'sections'>;
type Plan = Pick<PatchedPlan, 'steps' | 'removed'> & { readonly plan: Shared };

export function isOtherPlan(before: Plan, after: Plan): boolean {
  if (needsNewGraph(before.steps, after.steps) || sharesOthers(before.plan, after.plan)) return true;
  return before.removed !== after.removed && !isSame([...before.removed], [...after.removed]);
}

function sharesOthers(before: Shared, after: Shared): boolean {
  if (before === after) return false;
  return !isSame(before.facts, after.facts) || !isSame(before.sections, after.sections);
}

function needsNewGraph(before: readonly StepDefinition[], after: readonly StepDefinition[]): boolean {
  if (before === after) return false;
  if (before.length !== after.length) return true;
  return after.some((step, index) => leadsElsewhere(before[index] as StepDefinition, step));
}

function leadsElsewhere(before: StepDefinition, after: StepDefinition): boolean {
  if (before === after) return false;
  return stepKeys(before, after).some((key) => {
    if (ownFields.has(key) || isSame(before[key], after[key])) return false;
    return key !== 'due' || followsFact(before.due) || followsFact(after.due);
  });
}

function followsFact(rule: DateRule | undefined): boolean {
  return rule?.kind === 'offset' && rule.from !== 'runStart';
}
