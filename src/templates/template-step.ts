/** The words in which templates are written: steps by plain ids, dates counted from a fact. */
import { asId, type FactId, type StepId } from '../model/ids.ts';
import type { Assignee, DateRule, Dependency, StepDefinition } from '../model/workflow.ts';

/** An id alone is a hard edge that any outcome follows. */
export type After = string | (Omit<Dependency, 'from'> & { readonly from: string });

export type StepRest = Omit<StepDefinition, 'id' | 'title' | 'kind' | 'after'> & {
  /** A task when absent. */
  readonly kind?: StepDefinition['kind'];
  readonly after?: readonly After[];
};

export function templateStep(id: string, title: string, rest: StepRest): StepDefinition {
  const { kind = 'task', after = [], ...fields } = rest;
  const dependencies = after.map((each): Dependency => {
    const edge = typeof each === 'string' ? { from: each } : each;
    return { ...edge, from: asId<StepId>(edge.from) };
  });
  return { id: asId<StepId>(id), kind, title, after: dependencies, ...fields };
}

export function part(id: string): Extract<Assignee, { readonly kind: 'part' }> {
  return { kind: 'part', part: id };
}

/** `days` after the fact's day, negative for before it. */
export function daysFrom(fact: FactId, days: number, time = '18:00'): DateRule {
  return { kind: 'offset', from: fact, days, time };
}
