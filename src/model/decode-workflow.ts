/**
 * Reads workflow definitions that come from disk, wire or a file, and says what is wrong with a graph.
 *
 * Invariants: total, never throws; a definition that passes `validateWorkflow` has at least one step,
 * no step twice, no dependency on a step that is not there and no cycle [J5].
 */
import type { WorkflowDefinition, WorkflowVersion } from './workflow.ts';
import type { StepId } from './ids.ts';
import {
  arrayOf,
  isBoolean,
  isFiniteNumber,
  isFilledText,
  isNatural,
  isText,
  kinds,
  oneOf,
  optional,
  shape,
} from './json-shape.ts';
import { isLocalDate, isLocalTime } from './local-date.ts';
import { err, ok, type Result } from './result.ts';
import { computeTopologicalOrder } from './topological-order.ts';

/** Three centuries are enough for any plan and keep date arithmetic finite. */
const farthestDays = 110_000;

/** Occurrence keys join step and iteration with a slash, so an id with one could pose as another. */
export function isStepId(value: unknown): value is StepId {
  return isFilledText(value) && !value.includes('/');
}

export const isAssignee = kinds({
  person: shape({ person: isFilledText }),
  part: shape({ part: isFilledText }),
  conductor: () => true,
});

export const isDateRule = kinds({
  date: shape({ date: isLocalDate, time: optional(isLocalTime) }),
  offset: shape({
    from: isFilledText,
    days: (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= farthestDays,
    time: optional(isLocalTime),
  }),
});

const isStep = shape({
  id: isStepId,
  kind: oneOf('task', 'wait', 'milestone'),
  title: isText,
  after: arrayOf(shape({ from: isStepId })),
  assignee: optional(isAssignee),
  backup: optional(isAssignee),
  estimate: optional((value) => isFiniteNumber(value) && value >= 0),
  due: optional(isDateRule),
  instructions: optional(isText),
  checklist: optional(arrayOf(shape({ id: isFilledText, text: isText }))),
});

const isDefinition = shape({
  id: isFilledText,
  title: isText,
  parts: arrayOf(shape({ id: isFilledText, name: isText })),
  facts: arrayOf(
    shape({ id: isFilledText, name: isText, kind: oneOf('date', 'text'), anchor: optional(isBoolean) }),
  ),
  steps: arrayOf(isStep),
});

const isVersion = shape({ number: isNatural, hash: isText, definition: isDefinition });

export interface InvalidWorkflow {
  readonly type: 'invalidWorkflow';
  readonly reason: 'cycle' | 'noSteps' | 'unknownStep' | 'duplicateStep';
}
export interface NotAWorkflow {
  readonly type: 'notAWorkflow';
}

/** Checks the graph of a definition whose shape is already known to be right. */
export function validateWorkflow(
  definition: Pick<WorkflowDefinition, 'steps'>,
): Result<null, InvalidWorkflow> {
  const { steps } = definition;
  if (steps.length === 0) return invalid('noSteps');
  const ids = new Set(steps.map((step) => step.id));
  if (ids.size !== steps.length) return invalid('duplicateStep');
  if (steps.some((step) => step.after.some(({ from }) => !ids.has(from)))) return invalid('unknownStep');
  return computeTopologicalOrder(steps) === null ? invalid('cycle') : ok(null);
}

function invalid(reason: InvalidWorkflow['reason']): Result<never, InvalidWorkflow> {
  return err({ type: 'invalidWorkflow', reason });
}

/** The value itself when it is a definition; fields that this version does not know stay on it. */
export function decodeWorkflowDefinition(
  value: unknown,
): Result<WorkflowDefinition, NotAWorkflow | InvalidWorkflow> {
  if (!isDefinition(value)) return err({ type: 'notAWorkflow' });
  const definition = value as WorkflowDefinition;
  const valid = validateWorkflow(definition);
  return valid.ok ? ok(definition) : valid;
}

/** As `decodeWorkflowDefinition`, for a published version. The hash is not checked here: it needs SHA-256. */
export function decodeWorkflowVersion(
  value: unknown,
): Result<WorkflowVersion, NotAWorkflow | InvalidWorkflow> {
  if (!isVersion(value)) return err({ type: 'notAWorkflow' });
  const version = value as WorkflowVersion;
  const valid = validateWorkflow(version.definition);
  return valid.ok ? ok(version) : valid;
}
