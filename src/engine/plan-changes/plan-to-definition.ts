/**
 * A run's plan as a workflow to start again: dates that somebody set by the day count from the run's anchor, or
 * from its start, so that they make sense another time.
 */
import type { FactId } from '../../model/ids.ts';
import { localDateToUtc } from '../../model/local-date.ts';
import { omit } from '../../model/omit.ts';
import type { DateRule, StepDefinition, WorkflowDefinition } from '../../model/workflow.ts';
import { projectFact } from '../facts/project-fact.ts';
import { dropStandIns } from './drop-stand-ins.ts';
import type { RunState } from '../run-state.ts';
import { instantToLocalDate } from '../zoned-time.ts';

const dayMs = 86_400_000;

interface Anchor {
  readonly from: FactId | 'runStart';
  /** Midnight of its day as if it were UTC. */
  readonly day: number;
}

/** `null` before the run has started. */
export function planToDefinition(state: RunState): WorkflowDefinition | null {
  const definition = state.workflow?.definition;
  if (definition === undefined) return null;
  const anchor = findAnchor(state);
  const pinned = new Map(definition.steps.map((step) => [step.id, step]));
  const steps = state.plan.steps
    .filter(({ id }) => !state.plan.removed.has(id))
    .map((step) => (anchor === null ? step : repeatable(step, pinned.get(step.id), anchor)));
  const isThere = new Set(steps.map(({ id }) => id));
  // What hangs on a step that was taken out would never come true.
  const followUps = state.followUps.filter(({ when }) => !('step' in when) || isThere.has(when.step));
  return {
    ...omit(definition, 'followUps'),
    ...(followUps.length > 0 && { followUps }),
    steps: dropStandIns(steps),
    facts: state.plan.facts,
    ...((definition.sections ?? state.plan.sections).length > 0 && {
      sections: state.plan.sections.map((section) => ({
        ...section,
        steps: section.steps.filter((id) => isThere.has(id)),
      })),
    }),
  };
}

function repeatable(
  step: StepDefinition,
  pinned: StepDefinition | undefined,
  anchor: Anchor,
): StepDefinition {
  const { start, due } = step;
  return {
    ...step,
    ...(start !== undefined && start !== pinned?.start && { start: relative(start, anchor) }),
    ...(due !== undefined && due !== pinned?.due && { due: relative(due, anchor) }),
  };
}

function relative(rule: DateRule, { from, day }: Anchor): DateRule {
  if (rule.kind !== 'date') return rule;
  const at = localDateToUtc(rule.date);
  if (at === null) return rule;
  const days = Math.round((at - day) / dayMs);
  return { kind: 'offset', from, days, ...(rule.time !== undefined && { time: rule.time }) };
}

function findAnchor(state: RunState): Anchor | null {
  const zone = state.context?.zone ?? 'UTC';
  for (const { definition, value } of state.facts.values()) {
    const date = definition.anchor === true ? projectFact(value, 'date') : null;
    const day = date?.kind === 'date' ? localDateToUtc(date.date) : null;
    if (day !== null) return { from: definition.id, day };
  }
  const started = state.startedAt === null ? null : instantToLocalDate(state.startedAt, zone);
  const day = started === null ? null : localDateToUtc(started);
  return day === null ? null : { from: 'runStart', day };
}
