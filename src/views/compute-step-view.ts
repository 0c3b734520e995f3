/**
 * The Step sheet: one pass through a step, with what may be done about it.
 */
import type { ConflictSide } from '../engine/run-state.ts';
import { computeTimed } from '../engine/timed.ts';
import { asId, type PersonId, type RunId, type StepId } from '../model/ids.ts';
import { type OccurrenceKey, occurrenceFromKey } from '../model/occurrence.ts';
import type { Assignee } from '../model/workflow.ts';
import { isTold } from './compute-log-view.ts';
import { eventToHistoryLine, stepOfEvent } from './event-to-history-line.ts';
import { personToView } from './people-directory.ts';
import { type RunReading, readingsOf, readRun, readStep, stepToLine, stepToRef } from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import { computeStepActions, findStepsInTheWay, noActions } from './step-actions.ts';
import type { ConflictSideView, StepView } from './step-view.ts';

export function computeStepView(space: SpaceSnapshot, run: RunId, key: OccurrenceKey, now: number): StepView {
  const entry = space.runs.find((each) => each.run === run);
  if (entry === undefined) return absentStep(space, run, key, 'missing', '');
  const { state } = entry;
  if (state === null || state.status === 'notStarted')
    return absentStep(space, run, key, 'loading', entry.title);
  const occurrence = state.occurrences.get(key);
  const step = state.steps.find((each) => each.id === occurrence?.occurrence.step);
  if (occurrence === undefined || step === undefined)
    return absentStep(space, run, key, 'missing', state.title);

  const reading = readRun(state, space, now);
  const here = readStep(step, occurrence, state, space.me, computeTimed(state, now).late);
  const inTheWay = findStepsInTheWay(reading, here);
  const toSide = (side: ConflictSide): ConflictSideView => ({
    event: side.event,
    verdict: sideVerdict(side),
    by: reading.people.find(side.actor),
    at: side.at,
  });
  return {
    ...stepToLine(reading, here),
    kind: 'step',
    availability: 'here',
    stepKind: step.kind,
    instructions: step.instructions ?? null,
    checklist: (step.checklist ?? []).map(({ id, text }) => ({
      id,
      text,
      ticked: occurrence.ticked.has(id),
    })),
    startsAfter: readingsOf(reading, new Set(step.after.map(({ from }) => from))).map(stepToRef),
    unlocks: readingsOf(reading, reading.unlocks.get(step.id) ?? []).map(stepToRef),
    freedAt: occurrence.readyAt,
    backup: reading.people.find(resolveAssignee(reading, step.backup)),
    conductor: reading.people.find(state.conductor),
    dueRule: step.due ?? null,
    notes: occurrence.notes.map(({ event, actor, at, text }) => ({
      event,
      by: reading.people.find(actor),
      at,
      text,
    })),
    stuckReason: occurrence.status === 'failed' ? occurrence.reason : null,
    closedAt: occurrence.closedAt,
    closedBy: occurrence.closedBy.flatMap((person) => reading.people.find(person) ?? []),
    conflict: occurrence.conflict.map(toSide),
    overruled: occurrence.overruled.map(toSide),
    inTheWay: inTheWay.map(stepToRef),
    actions: computeStepActions(reading, here, inTheWay),
    history: state.history
      .filter((event) => stepOfEvent(event) === step.id && isTold(event))
      .map((event) => eventToHistoryLine(reading, event))
      .toReversed(),
    people: space.people.map((person) => personToView(person, space.me)),
  };
}

function resolveAssignee(run: RunReading, assignee: Assignee | undefined): PersonId | null {
  switch (assignee?.kind) {
    case undefined:
      return null;
    case 'person':
      return assignee.person;
    case 'part':
      return Object.hasOwn(run.state.parts, assignee.part) ? (run.state.parts[assignee.part] ?? null) : null;
    case 'conductor':
      return run.state.conductor;
  }
}

function sideVerdict(side: ConflictSide): ConflictSideView['verdict'] {
  switch (side.type) {
    case 'step.completed/2':
      return 'completed';
    case 'step.failed/1':
      return 'failed';
    case 'step.skipped/1':
      return 'skipped';
    case 'step.reopened/1':
      return 'reopened';
  }
}

function absentStep(
  space: SpaceSnapshot,
  run: RunId,
  key: OccurrenceKey,
  availability: 'loading' | 'missing',
  runTitle: string,
): StepView {
  const occurrence = occurrenceFromKey(key);
  return {
    kind: 'step',
    availability,
    run,
    runTitle,
    step: occurrence.ok ? occurrence.value.step : asId<StepId>(''),
    key,
    title: '',
    tone: 'next',
    holder: null,
    due: null,
    estimate: null,
    iteration: occurrence.ok ? occurrence.value.iteration : 1,
    stepKind: 'task',
    instructions: null,
    checklist: [],
    startsAfter: [],
    unlocks: [],
    freedAt: null,
    backup: null,
    conductor: null,
    dueRule: null,
    notes: [],
    stuckReason: null,
    closedAt: null,
    closedBy: [],
    conflict: [],
    overruled: [],
    inTheWay: [],
    actions: noActions,
    history: [],
    people: space.people.map((person) => personToView(person, space.me)),
  };
}
