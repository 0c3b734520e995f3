/**
 * Reads workflow definitions that come from disk, wire or a file.
 *
 * Invariants: total, never throws; what passes has the shape of a definition and a graph that can be
 * folded: at least one step, no step twice, no dependency on a step that is not there and no cycle [J5].
 * Everything else that may be wrong with it (`validateWorkflow`) is refused when a run starts, and read
 * all the same, so that a log which holds it still folds.
 */
import { contactWays } from './contact-way.ts';
import { factKinds, isFactValue } from './decode-fact.ts';
import { findNotOurs } from './find-not-ours.ts';
import { findStructuralProblems } from './find-structural-problems.ts';
import type { FactId, StepId } from './ids.ts';
import {
  arrayOf,
  isBoolean,
  isFiniteNumber,
  isFilledText,
  isNatural,
  isText,
  kinds,
  nullable,
  oneOf,
  optional,
  shape,
  type Check,
} from './json-shape.ts';
import { carriedAssignees, isFollowUp, isSubflow } from './decode-other-workflow.ts';
import { isPerItem, isPlaceId, isTogetherRule } from './decode-per-item.ts';
import { isLocalDate, isLocalTime } from './local-date.ts';
import { isLadder, isRetryRule } from './decode-ladder.ts';
import type { PatchableField } from './patch.ts';
import { err, ok, type Result } from './result.ts';
import type { InvalidWorkflow } from './validate-workflow.ts';
import type { FactDefinition } from './fact.ts';
import type { Rung } from './ladder.ts';
import type {
  Dependency,
  FollowUp,
  PartDefinition,
  SectionDefinition,
  StepDefinition,
  WorkflowDefinition,
  WorkflowVersion,
} from './workflow.ts';

/** Three centuries are enough for any plan and keep date arithmetic finite. */
const farthestDays = 110_000;
const farthestMinutes = farthestDays * 1440;
/** They are counted one by one. */
const mostWorkingDays = 2000;
/** No household redoes anything more often, and no join is wider. */
const mostPasses = 1000;
const widestJoin = 100_000;
const mostVoters = 1000;
/** Up to here a double counts in whole thousandths. */
const largestTolerance = 1e12;

/** Occurrence keys join step and iteration with a slash, so an id with one could pose as another. */
export function isStepId(value: unknown): value is StepId {
  return isPlainId(value);
}

/** A completion names what it read as `fact.projection`, so a dot in a fact's id could pose as another's part. */
function isFactId(value: unknown): value is FactId {
  return isPlainId(value) && !value.includes('.');
}

function isPlainId(value: unknown): value is string {
  return isFilledText(value) && !value.includes('/');
}

function wholeUpTo(limit: number): Check {
  return (value) => Number.isSafeInteger(value) && Math.abs(value as number) <= limit;
}

function countUpTo(limit: number): Check {
  return (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= limit;
}

function amountUpTo(limit: number): Check {
  return (value) => isFiniteNumber(value) && value >= 0 && value <= limit;
}

const isAssignee = kinds({ ...carriedAssignees, sameAs: shape({ step: isStepId }) });

const isApprovalRule = shape({
  by: arrayOf(isAssignee),
  needed: countUpTo(mostVoters),
  veto: optional(isBoolean),
});

const isStepOrigin = shape({ step: isStepId });

const isDateRule = kinds({
  date: shape({ date: isLocalDate, time: optional(isLocalTime) }),
  offset: shape({
    from: (value) => isFilledText(value) || isStepOrigin(value),
    days: wholeUpTo(farthestDays),
    workingDays: optional(wholeUpTo(mostWorkingDays)),
    working: optional(isBoolean),
    time: optional(isLocalTime),
    minutes: optional(wholeUpTo(farthestMinutes)),
  }),
});

const isOfItem = kinds({ item: shape({}) });
const isOutsideName = kinds({ outside: shape({ name: isFilledText }) });

const isDependency = shape({
  from: isStepId,
  outcomes: optional(arrayOf(isPlainId)),
  strength: optional(oneOf('hard', 'enforced', 'soft')),
  lag: optional(amountUpTo(farthestMinutes)),
  working: optional(isBoolean),
});

const isJoinRule = kinds({
  all: () => true,
  any: shape({ cancelRest: optional(isBoolean) }),
  count: shape({ count: countUpTo(widestJoin), cancelRest: optional(isBoolean) }),
  always: () => true,
});

const isOutcome = shape({
  id: isPlainId,
  name: isText,
  redo: optional(shape({ section: isPlainId, atMost: countUpTo(mostPasses) })),
  ends: optional(isBoolean),
  endsRun: optional(isBoolean),
});

const isFactRead = shape({
  fact: isFactId,
  projection: optional(oneOf('date', 'time')),
  tolerance: optional(amountUpTo(largestTolerance)),
  optional: optional(isBoolean),
});

const isPresence = shape({ fact: isFactId, is: oneOf('set', 'notSet') });
const isComparison = shape({
  fact: isFactId,
  is: oneOf('equal', 'notEqual', 'above', 'atLeast', 'below', 'atMost'),
  value: isFactValue,
});
const isCondition: Check = (value) => isPresence(value) || isComparison(value);

const isContact = shape({
  how: oneOf(...contactWays),
  to: optional((value) => isAssignee(value) || isOutsideName(value) || isOfItem(value)),
  subject: optional(isText),
  text: optional(isText),
});

const isUndoStep = shape({
  title: isText,
  instructions: optional(isText),
  assignee: optional(isAssignee),
  cancelBy: optional(isDateRule),
});

/** What a step may have, and a patch may set. */
const stepFieldChecks = {
  title: isText,
  join: optional(isJoinRule),
  outcomes: optional(arrayOf(isOutcome)),
  assignee: optional(isAssignee),
  backup: optional(isAssignee),
  approval: optional(isApprovalRule),
  notBy: optional(arrayOf(isStepId)),
  estimate: optional((value) => isFiniteNumber(value) && value >= 0),
  start: optional(isDateRule),
  due: optional(isDateRule),
  instructions: optional(isText),
  checklist: optional(arrayOf(shape({ id: isFilledText, text: isText }))),
  reads: optional(arrayOf(isFactRead)),
  writes: optional(arrayOf(isFactId)),
  onlyIf: optional(isCondition),
  contact: optional(isContact),
  irreversible: optional(isBoolean),
  ifStalls: optional(isLadder),
  retry: optional(isRetryRule),
  undo: optional(isUndoStep),
  endsRun: optional(isBoolean),
} satisfies Readonly<Record<PatchableField, Check>>;

const isStep = shape({
  id: isStepId,
  kind: oneOf('task', 'decision', 'approval', 'wait', 'contact', 'milestone', 'subflow'),
  after: arrayOf(isDependency),
  fallbackOf: optional(isStepId),
  until: optional(isStepId),
  subflow: optional(isSubflow),
  ...stepFieldChecks,
});

const { title: _title, ...removableChecks } = stepFieldChecks;
const isStepChanges = shape({
  title: optional(isText),
  ...Object.fromEntries(Object.entries(removableChecks).map(([field, check]) => [field, nullable(check)])),
});

const isFact = shape({
  id: isFactId,
  name: isText,
  kind: oneOf(...factKinds),
  anchor: optional(isBoolean),
  atStart: optional(isBoolean),
  options: optional(arrayOf(shape({ id: isFilledText, name: isText }))),
  derived: optional(
    shape({
      from: isFactId,
      days: optional(wholeUpTo(farthestDays)),
      minutes: optional(wholeUpTo(farthestMinutes)),
    }),
  ),
  critical: optional(isBoolean),
  perItem: optional(isPlainId),
});

const isPart = shape({ id: isFilledText, name: isText });

const isSection = shape({
  id: isPlainId,
  name: isText,
  steps: arrayOf(isStepId),
  perItem: optional(isPerItem),
  workflow: optional(isFilledText),
  together: optional(isTogetherRule),
});

export const isPatchOperation = kinds({
  setStep: shape({ step: isPlaceId, set: isStepChanges }),
  addStep: shape({ step: isStep, behind: nullable(isStepId) }),
  addFlow: shape({
    steps: arrayOf(isStep),
    facts: arrayOf(isFact),
    sections: arrayOf(isSection),
    behind: nullable(isStepId),
  }),
  moveStep: shape({ step: isStepId, behind: nullable(isStepId) }),
  removeStep: shape({ step: isStepId }),
  restoreStep: shape({ step: isStepId }),
  addEdge: shape({ to: isStepId, edge: isDependency }),
  removeEdge: shape({ to: isStepId, from: isStepId }),
});

const isDefinition = shape({
  id: isFilledText,
  title: isText,
  parts: arrayOf(isPart),
  facts: arrayOf(isFact),
  steps: arrayOf(isStep),
  sections: optional(arrayOf(isSection)),
  ifStalls: optional(isLadder),
  followUps: optional(arrayOf(isFollowUp)),
});

const isVersion = shape({ number: isNatural, hash: isText, definition: isDefinition });

/** What a workflow is made of, each by itself. */
export const isReadable = {
  step: (value: unknown): value is StepDefinition => isStep(value),
  dependency: (value: unknown): value is Dependency => isDependency(value),
  part: (value: unknown): value is PartDefinition => isPart(value),
  fact: (value: unknown): value is FactDefinition => isFact(value),
  section: (value: unknown): value is SectionDefinition => isSection(value),
  followUp: (value: unknown): value is FollowUp => isFollowUp(value),
  ladder: (value: unknown): value is readonly Rung[] => isLadder(value),
  /** Its shape alone: it may have no step yet. */
  definition: (value: unknown): value is WorkflowDefinition => isDefinition(value),
};

export interface NotAWorkflow {
  readonly type: 'notAWorkflow';
}

/** The value itself when it is a definition; fields that this version does not know stay on it. */
export function decodeWorkflowDefinition(
  value: unknown,
): Result<WorkflowDefinition, NotAWorkflow | InvalidWorkflow> {
  const notOurs = findNotOurs(value);
  if (notOurs.length > 0) return err({ type: 'invalidWorkflow', problems: notOurs });
  if (!isDefinition(value)) return err({ type: 'notAWorkflow' });
  return withSoundGraph(value as WorkflowDefinition, value as WorkflowDefinition);
}

/** As `decodeWorkflowDefinition`, for a published version. The hash is not checked here: it needs SHA-256. */
export function decodeWorkflowVersion(
  value: unknown,
): Result<WorkflowVersion, NotAWorkflow | InvalidWorkflow> {
  if (!isVersion(value)) return err({ type: 'notAWorkflow' });
  return withSoundGraph(value as WorkflowVersion, (value as WorkflowVersion).definition);
}

function withSoundGraph<Value>(value: Value, { steps }: WorkflowDefinition): Result<Value, InvalidWorkflow> {
  const problems = findStructuralProblems(steps);
  return problems.length === 0 ? ok(value) : err({ type: 'invalidWorkflow', problems });
}
