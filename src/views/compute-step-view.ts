/**
 * The Step sheet: everything about one occurrence, and what can be done with it now.
 */
import type { ConflictSide, OccurrenceState, RunState } from '../engine/run-state.ts';
import type { RunId, StepId } from '../model/ids.ts';
import { occurrenceFromKey, type OccurrenceKey } from '../model/occurrence.ts';
import { isTold } from './compute-log-view.ts';
import { eventToHistoryLine, stepOfEvent } from './event-to-history-line.ts';
import { type PeopleDirectory, personToView } from './people-directory.ts';
import { readingsOf, readRun, readStep, type RunReading, stepToLine, stepToRef } from './run-reading.ts';
import type { PersonView } from './shared.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';
import type { ConflictSideView, StepActions, StepView } from './step-view.ts';
import { isActive, isOpen } from './tone.ts';

export function computeStepView(space: SpaceSnapshot, run: RunId, key: OccurrenceKey, now: number): StepView {
  const entry = space.runs.find((each) => each.run === run);
  if (entry === undefined) return absentStep(run, key, 'missing', '');
  if (entry.state === null) return absentStep(run, key, 'loading', entry.title);
  const reading = readRun(entry.state, space, now);
  const { state, people } = reading;
  const occurrence = state.occurrences.get(key);
  const step = state.steps.find(({ id }) => id === occurrence?.occurrence.step);
  if (occurrence === undefined || step === undefined) return absentStep(run, key, 'missing', state.title);

  const own = readStep(step, occurrence, state, space.me, now);
  const isCurrent = state.current.get(step.id)?.key === key;
  const refs = (steps: Iterable<StepId>) => readingsOf(reading, steps).map(stepToRef);
  const personOf = (assignee: typeof step.backup): PersonView | null => {
    switch (assignee?.kind) {
      case undefined:
        return null;
      case 'person':
        return people.find(assignee.person);
      case 'part':
        return people.find(state.parts[assignee.part]);
      case 'conductor':
        return people.find(state.conductor);
    }
  };
  return {
    ...stepToLine(reading, own),
    kind: 'step',
    availability: 'here',
    stepKind: step.kind,
    instructions: step.instructions ?? null,
    checklist: (step.checklist ?? []).map(({ id, text }) => ({
      id,
      text,
      ticked: occurrence.ticked.has(id),
    })),
    startsAfter: refs(step.after.map(({ from }) => from)),
    unlocks: refs(reading.unlocks.get(step.id) ?? []),
    freedAt: occurrence.readyAt,
    backup: personOf(step.backup),
    conductor: people.find(state.conductor),
    dueRule: step.due ?? null,
    notes: occurrence.notes.map(({ event, actor, at, text }) => ({
      event,
      by: people.find(actor),
      at,
      text,
    })),
    stuckReason: occurrence.status === 'failed' ? occurrence.reason : null,
    closedAt: occurrence.closedAt,
    closedBy: occurrence.closedBy.flatMap((person) => people.find(person) ?? []),
    conflict: occurrence.conflict.map((side) => sideToView(side, people)),
    overruled: occurrence.overruled.map((side) => sideToView(side, people)),
    inTheWay: isOpen(occurrence) ? refs(openBefore(state, step.id)) : [],
    actions: isCurrent ? computeActions(occurrence, state, own.mine) : noActions,
    history: historyOf(reading, occurrence, step.id),
    people: space.people.map((person) => personToView(person, space.me)),
  };
}

const noActions: StepActions = {
  complete: false,
  stuck: false,
  skip: false,
  handOver: false,
  retry: false,
  reopen: false,
  take: false,
};

function computeActions(occurrence: OccurrenceState, state: RunState, mine: boolean): StepActions {
  if (state.status === 'cancelled') return noActions;
  const { status } = occurrence;
  const open = isOpen(occurrence) && status !== 'held';
  return {
    complete: open,
    stuck: isActive(occurrence),
    skip: open,
    handOver: open,
    retry: status === 'failed',
    reopen: status === 'completed' || status === 'skipped',
    take: open && !mine,
  };
}

/** Every step before this one that has not happened, farthest first: what "done" would have to include. */
function openBefore(state: RunState, step: StepId): readonly StepId[] {
  const stepById = new Map(state.steps.map((each) => [each.id, each]));
  const found = new Set<StepId>();
  const visit = (id: StepId): void => {
    for (const { from } of stepById.get(id)?.after ?? []) {
      const before = state.current.get(from);
      if (found.has(from) || before === undefined || !isOpen(before)) continue;
      found.add(from);
      visit(from);
    }
  };
  visit(step);
  return state.steps.map(({ id }) => id).filter((id) => found.has(id));
}

function historyOf(run: RunReading, occurrence: OccurrenceState, step: StepId): StepView['history'] {
  const { iteration } = occurrence.occurrence;
  return run.state.history
    .filter((event) => isTold(event) && stepOfEvent(event) === step)
    .filter((event) => (event.occurrence?.iteration ?? iteration) <= iteration)
    .map((event) => eventToHistoryLine(run, event))
    .toReversed();
}

function sideToView(side: ConflictSide, people: PeopleDirectory): ConflictSideView {
  return { event: side.event, verdict: verdictOf(side.type), by: people.find(side.actor), at: side.at };
}

function verdictOf(type: ConflictSide['type']): ConflictSideView['verdict'] {
  switch (type) {
    case 'step.completed/1':
      return 'completed';
    case 'step.failed/1':
      return 'failed';
    case 'step.skipped/1':
      return 'skipped';
    case 'step.reopened/1':
      return 'reopened';
  }
}

/** The frame of a step that is not here: on its way, or never was. */
function absentStep(
  run: RunId,
  key: OccurrenceKey,
  availability: 'loading' | 'missing',
  runTitle: string,
): StepView {
  const occurrence = occurrenceFromKey(key);
  return {
    run,
    runTitle,
    step: (occurrence.ok ? occurrence.value.step : key) as StepId,
    key,
    title: '',
    tone: 'next',
    holder: null,
    due: null,
    estimate: null,
    iteration: occurrence.ok ? occurrence.value.iteration : 1,
    kind: 'step',
    availability,
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
    people: [],
  };
}
