/**
 * An event as a line of history: data that the words are made from.
 */
import { isOpaque, type LogEvent } from '../model/event.ts';
import { type OccurrenceKey, occurrenceKey } from '../model/occurrence.ts';
import type { PersonId, StepId } from '../model/ids.ts';
import type { PatchOperation } from '../model/patch.ts';
import { toStepOperations } from '../engine/plan-changes/apply-patches.ts';
import { itemNameBefore } from './item-name-before.ts';
import type { HistoryLine } from './log-view.ts';
import { findOverlapped } from './overlapping.ts';
import { outcomeToName, type RunReading } from './run-reading.ts';
import type { Tone } from './shared.ts';
import { placeOf } from '../model/place.ts';

export function eventToHistoryLine(run: RunReading, event: LogEvent): HistoryLine {
  return {
    event: event.id,
    run: run.run,
    runTitle: run.state.title,
    type: lineType(event),
    by: run.people.find(event.actor),
    onBehalfOf: run.people.find(event.onBehalfOf),
    at: event.at,
    step: findStep(run, event),
    to: run.people.find(otherPerson(event)),
    text: findText(run, event),
    was: isOpaque(event) || event.type !== 'item.renamed/1' ? null : itemNameBefore(run.state, event),
    tone: eventTone(event),
    outcome: findOutcome(run, event),
    fact: findFact(run, event),
    ...findOtherTitle(run, event),
  };
}

function lineType(event: LogEvent): string {
  if (isOpaque(event)) return 'unknown';
  if (event.type === 'step.rechecked/1' && event.data.amended === true) return 'step.amended';
  if (event.type === 'approval.voted/1') return `approval.${event.data.vote}`;
  if (event.type === 'step.fallbackSet/1') return event.data.open ? 'step.calledUpon' : 'step.putBack';
  if (event.type === 'run.started/2' && event.data.follows !== undefined) return 'run.followed';
  if (event.type === 'run.followUpSet/1' && event.data.followUp === null) return 'run.followUpDropped';
  if (event.type === 'run.patched/2') {
    if (changesOnlyLadders(event.data.operations)) return 'run.ladderSet';
    if (findAddedFlow(event.data.operations) !== null) return 'run.flowAdded';
  }
  return event.type.slice(0, event.type.lastIndexOf('/'));
}

function changesOnlyLadders(operations: readonly PatchOperation[]): boolean {
  return operations.every(
    (operation) =>
      operation.kind === 'setStep' && Object.keys(operation.set).every((field) => field === 'ifStalls'),
  );
}

/** What the flow is called that a patch brings into the plan [B6]: the section whose steps are all that come. */
function findAddedFlow(operations: readonly PatchOperation[]): string | null {
  for (const operation of operations) {
    if (operation.kind !== 'addFlow' || operation.steps.length === 0) continue;
    const flows = operation.sections.filter(({ workflow }) => workflow !== undefined);
    const whole = flows.find(({ steps }) => operation.steps.every(({ id }) => steps.includes(id)));
    const name = (whole ?? flows[0])?.name;
    if (name !== undefined) return name;
  }
  return null;
}

function findOutcome(run: RunReading, event: LogEvent): string | null {
  if (isOpaque(event) || event.type !== 'step.completed/2') return null;
  const reading = event.occurrence && run.stepById.get(placeOf(event.occurrence));
  return reading === undefined ? null : outcomeToName(reading.step, event.data.outcome ?? null);
}

function findFact(run: RunReading, event: LogEvent): HistoryLine['fact'] {
  if (isOpaque(event) || event.type !== 'fact.set/1') return null;
  const { fact, value } = event.data;
  const definition = run.state.facts.get(fact)?.definition;
  // A fact that the plan does not have is named by what the event says.
  return { name: definition?.name ?? fact, options: definition?.options ?? [], value };
}

/** The step an event speaks of: its occurrence's, or the one step that a patch changed. */
export function stepOfEvent(event: LogEvent): StepId | null {
  if (event.occurrence !== undefined) return placeOf(event.occurrence);
  if (isOpaque(event) || event.type !== 'run.patched/2') return null;
  const steps = new Set(event.data.operations.flatMap(toStepOperations).map(stepOfOperation));
  const [only] = steps;
  return steps.size === 1 && only !== undefined ? only : null;
}

function stepOfOperation(operation: ReturnType<typeof toStepOperations>[number]): StepId {
  switch (operation.kind) {
    case 'addStep':
      return operation.step.id;
    case 'addEdge':
    case 'removeEdge':
      return operation.to;
    case 'setStep':
    case 'moveStep':
    case 'removeStep':
    case 'restoreStep':
      return operation.step;
  }
}

function findStep(run: RunReading, event: LogEvent): HistoryLine['step'] {
  const id = stepOfEvent(event);
  const reading = id === null ? undefined : run.stepById.get(id);
  if (id === null || reading === undefined) return null;
  const key: OccurrenceKey =
    event.occurrence === undefined ? reading.occurrence.key : occurrenceKey(event.occurrence);
  return { id, key, title: reading.step.title };
}

function findOtherTitle(run: RunReading, event: LogEvent): Pick<HistoryLine, 'meanwhile'> {
  if (run.state.overlaps.length === 0) return {};
  const other = findOverlapped(run.state, event.id, stepOfEvent(event));
  const title = other === null ? undefined : run.stepById.get(other)?.step.title;
  return title === undefined ? {} : { meanwhile: title };
}

function otherPerson(event: LogEvent): PersonId | null {
  if (isOpaque(event)) return null;
  switch (event.type) {
    case 'step.reassigned/1':
    case 'step.compensationReassigned/1':
    case 'nudge.sent/1':
      return event.data.to;
    case 'run.started/2':
    case 'run.conductorChanged/1':
      return event.data.conductor;
    case 'step.waitingStarted/1':
      return event.data.person ?? null;
    case 'fact.set/1':
      return event.data.value?.kind === 'person' ? event.data.value.person : null;
    default:
      return null;
  }
}

function findText(run: RunReading, event: LogEvent): string | null {
  if (isOpaque(event)) return null;
  switch (event.type) {
    case 'step.completed/2':
    case 'step.reassigned/1':
    case 'step.rechecked/1':
    case 'approval.voted/1':
    case 'step.compensated/1':
      return event.data.note ?? null;
    case 'step.failed/1':
    case 'step.skipped/1':
    case 'step.reopened/1':
    case 'step.cancelled/1':
    case 'step.paused/1':
    case 'run.cancelled/1':
    case 'run.suspended/1':
    case 'run.finished/1':
    case 'step.compensationFailed/1':
    case 'step.compensationDeclined/1':
      return event.data.reason ?? null;
    case 'step.waitingStarted/1':
      return event.data.on;
    case 'note.added/1':
      return event.data.text;
    case 'reply.received/1':
      return event.data.text ?? null;
    case 'checklist.ticked/1': {
      const step = event.occurrence && run.stepById.get(placeOf(event.occurrence))?.step;
      return step?.checklist?.find((item) => item.id === event.data.item)?.text ?? null;
    }
    case 'run.started/2':
      return event.data.follows?.title ?? null;
    case 'item.added/1':
    case 'item.renamed/1':
      return event.data.name;
    case 'item.closed/1':
    case 'item.reopened/1':
      return run.state.items.find(({ section }) => section === event.data.section)?.name ?? null;
    case 'run.patched/2':
      return findAddedFlow(event.data.operations);
    case 'run.contextSet/1':
    case 'run.conductorChanged/1':
    case 'run.followUpSet/1':
    case 'step.claimed/1':
    case 'step.fallbackSet/1':
    case 'step.started/1':
    case 'step.retried/1':
    case 'step.released/1':
    case 'step.resumed/1':
    case 'step.waitingEnded/1':
    case 'run.resumed/1':
    case 'fact.set/1':
    case 'alert.acknowledged/1':
    case 'nudge.sent/1':
    case 'conflict.resolved/1':
    case 'step.compensationStarted/1':
    case 'step.compensationReassigned/1':
      return null;
  }
}

/** History is over, so nothing in it is copper: a hand-over to me is `theirs` like any other. */
function eventTone(event: LogEvent): Tone {
  if (isOpaque(event)) return 'next';
  switch (event.type) {
    case 'step.completed/2':
    case 'step.rechecked/1':
    case 'step.compensated/1':
    case 'run.finished/1':
      return 'done';
    case 'approval.voted/1':
      return voteTones[event.data.vote];
    case 'step.failed/1':
    case 'step.compensationFailed/1':
      return 'stuck';
    case 'step.skipped/1':
    case 'step.cancelled/1':
    case 'step.compensationDeclined/1':
    case 'run.cancelled/1':
      return 'skipped';
    case 'step.paused/1':
    case 'run.suspended/1':
      return 'paused';
    case 'step.waitingStarted/1':
      return 'waiting';
    case 'conflict.resolved/1':
      return 'conflict';
    case 'step.claimed/1':
    case 'step.fallbackSet/1':
    case 'step.started/1':
    case 'step.reassigned/1':
    case 'step.compensationReassigned/1':
    case 'step.resumed/1':
    case 'step.waitingEnded/1':
    case 'reply.received/1':
    case 'run.conductorChanged/1':
      return 'theirs';
    case 'run.started/2':
    case 'run.contextSet/1':
    case 'run.patched/2':
    case 'run.followUpSet/1':
    case 'item.added/1':
    case 'item.closed/1':
    case 'item.reopened/1':
    case 'item.renamed/1':
    case 'step.retried/1':
    case 'step.reopened/1':
    case 'step.compensationStarted/1':
    case 'step.released/1':
    case 'run.resumed/1':
    case 'fact.set/1':
    case 'alert.acknowledged/1':
    case 'nudge.sent/1':
    case 'note.added/1':
    case 'checklist.ticked/1':
      return 'next';
  }
}

const voteTones = { approve: 'done', reject: 'risk', withdraw: 'next' } as const satisfies Record<
  string,
  Tone
>;
