/** Where a workflow begins and where it is over, as edges have to be told. */
import type { StepId } from '../../model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import { isHard } from '../readiness.ts';
import type { PartEnd } from './part.ts';

/** It waits for no other step. */
export function isFirst({ after }: StepDefinition): boolean {
  return !after.some(isHard);
}

/** Steps that nothing follows. */
export function lastSteps({ steps }: Pick<WorkflowDefinition, 'steps'>): ReadonlySet<StepId> {
  const followed = new Set(steps.flatMap(({ after }) => after.filter(isHard).map(({ from }) => from)));
  return new Set(steps.flatMap(({ id }) => (followed.has(id) ? [] : [id])));
}

/**
 * Steps that nothing follows, but for outcomes that redo a section, and outcomes that lead nowhere on purpose.
 * An `all` join over them is ready when each has ended or is not wanted any more: when nothing is left to do.
 */
export function endsOf({ steps }: Pick<WorkflowDefinition, 'steps'>): readonly PartEnd[] {
  const taken = new Map<StepId, Set<string> | 'all'>();
  for (const { from, outcomes } of steps.flatMap(({ after }) => after.filter(isHard))) {
    const known = taken.get(from) ?? new Set<string>();
    if (known === 'all') continue;
    taken.set(from, outcomes === undefined ? 'all' : new Set([...known, ...outcomes]));
  }
  return steps.flatMap(({ id: from, outcomes = [] }): readonly PartEnd[] => {
    const known = taken.get(from);
    if (known === 'all') return [];
    if (known === undefined && outcomes.every(({ redo }) => redo === undefined)) return [{ from }];
    const ending = outcomes.filter(
      ({ id, redo, ends }) =>
        redo === undefined && (known === undefined || (ends === true && !known.has(id))),
    );
    if (ending.length > 0) return [{ from, outcomes: ending.map(({ id }) => id) }];
    return known === undefined ? [{ from }] : [];
  });
}
