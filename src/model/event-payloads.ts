/**
 * What each payload must look like, by `type/version`. The compiler keeps the table complete.
 * Checks only what the engine relies on; further fields are let through and kept.
 */
import { contactWays } from './contact-way.ts';
import { decodeWorkflowVersion, isPatchOperation } from './decode-workflow.ts';
import { isItemId, isItemList } from './decode-per-item.ts';
import { isFactValue } from './decode-fact.ts';
import { isRunContext } from './decode-person.ts';
import { isFollowUp } from './decode-other-workflow.ts';
import type { EventPayloads, EventType } from './event.ts';
import {
  arrayOf,
  isBoolean,
  isFilledText,
  isText,
  mapOf,
  nullable,
  oneOf,
  optional,
  shape,
  type Check,
} from './json-shape.ts';

const empty = shape({});
const withReason = shape({ reason: optional(isText) });

const isFollowUpSet = shape({ id: isFilledText, followUp: nullable(isFollowUp) });

function isUnderItsId({ id, followUp }: EventPayloads['run.followUpSet/1']): boolean {
  return followUp === null || followUp.id === id;
}

export const payloadChecks: Readonly<Record<EventType, Check>> = {
  'run.started/2': shape({
    title: isText,
    workflow: (value) => decodeWorkflowVersion(value).ok,
    conductor: isFilledText,
    parts: mapOf(isFilledText),
    partRoles: optional(mapOf(isFilledText)),
    facts: mapOf(isFactValue),
    items: optional(mapOf(isItemList)),
    follows: optional(shape({ run: isFilledText, title: isText })),
  }),
  'run.contextSet/1': shape({ context: isRunContext }),
  'run.conductorChanged/1': shape({ conductor: isFilledText }),
  'run.cancelled/1': withReason,
  'run.suspended/1': withReason,
  'run.resumed/1': empty,
  'run.finished/1': withReason,
  'run.patched/2': shape({ operations: arrayOf(isPatchOperation) }),
  'run.followUpSet/1': (value) =>
    isFollowUpSet(value) && isUnderItsId(value as EventPayloads['run.followUpSet/1']),
  'item.added/1': shape({ section: isFilledText, item: isItemId, name: isFilledText }),
  'item.closed/1': shape({ section: isFilledText }),
  'item.reopened/1': shape({ section: isFilledText }),
  'item.renamed/1': shape({ section: isFilledText, item: isItemId, name: isFilledText }),
  'step.claimed/1': empty,
  'step.released/1': empty,
  'step.started/1': empty,
  'step.paused/1': withReason,
  'step.resumed/1': empty,
  'step.waitingStarted/1': shape({ on: isText, person: optional(isFilledText) }),
  'step.waitingEnded/1': empty,
  'reply.received/1': shape({ text: optional(isText) }),
  'step.reassigned/1': shape({ to: isFilledText, note: optional(isText) }),
  'step.completed/2': shape({
    outcome: optional(isFilledText),
    note: optional(isText),
    beforeRun: optional(isBoolean),
    reads: optional(mapOf(nullable(isFactValue))),
  }),
  'step.rechecked/1': shape({
    reads: mapOf(nullable(isFactValue)),
    amended: optional(isBoolean),
    note: optional(isText),
  }),
  'step.failed/1': shape({ reason: isText }),
  'step.retried/1': empty,
  'step.skipped/1': withReason,
  'step.cancelled/1': withReason,
  'step.reopened/1': withReason,
  'step.compensationStarted/1': empty,
  'step.compensated/1': shape({ note: optional(isText) }),
  'step.compensationFailed/1': shape({ reason: isText }),
  'step.compensationDeclined/1': withReason,
  'step.compensationReassigned/1': shape({ to: isFilledText }),
  'fact.set/1': shape({ fact: isFilledText, value: nullable(isFactValue) }),
  'alert.acknowledged/1': shape({ alert: isFilledText }),
  'approval.voted/1': shape({
    vote: oneOf('approve', 'reject', 'withdraw'),
    note: optional(isText),
    reads: mapOf(nullable(isFactValue)),
  }),
  'nudge.sent/1': shape({ to: isFilledText, how: oneOf(...contactWays) }),
  'step.fallbackSet/1': shape({ open: isBoolean }),
  'note.added/1': shape({ text: isText }),
  'checklist.ticked/1': shape({ item: isFilledText, ticked: isBoolean }),
  'conflict.resolved/1': shape({ keep: isFilledText }),
};

/** Events that mean nothing without an occurrence. */
export function needsOccurrence(type: EventType): boolean {
  const isOfNone = type.startsWith('run.') || type.startsWith('item.');
  return type !== 'fact.set/1' && type !== 'alert.acknowledged/1' && !isOfNone;
}
