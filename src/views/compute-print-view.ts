/** A flow as it is printed: its facts, and every step that is wanted with all that was said about it. */
import type { RunId } from '../model/ids.ts';
import { computeFactViews } from './compute-fact-views.ts';
import type { PrintStep, PrintView } from './print-view.ts';
import { computeRunFigures } from './run-figures.ts';
import {
  isWanted,
  outcomeToName,
  type RunReading,
  readRun,
  type StepReading,
  stepToLine,
} from './run-reading.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function computePrintView(space: SpaceSnapshot, id: RunId, now: number): PrintView {
  const entry = space.runs.find(({ run }) => run === id);
  const state = entry?.state ?? null;
  if (state === null) {
    return {
      kind: 'print',
      run: id,
      availability: entry === undefined ? 'missing' : 'loading',
      title: entry?.title ?? '',
      conductor: null,
      done: 0,
      total: 0,
      lastDueAt: null,
      facts: [],
      steps: [],
    };
  }
  const run = readRun(state, space, now);
  const { done, total, lastDueAt } = computeRunFigures(run);
  return {
    kind: 'print',
    run: id,
    availability: 'here',
    title: state.title,
    conductor: run.people.find(state.conductor),
    done,
    total,
    lastDueAt,
    facts: computeFactViews(run).filter(({ value }) => value !== null),
    steps: run.steps.filter(isWanted).map((reading) => toPrintStep(run, reading)),
  };
}

function toPrintStep(run: RunReading, reading: StepReading): PrintStep {
  const { step, occurrence } = reading;
  return {
    ...stepToLine(run, reading),
    outcome: outcomeToName(step, occurrence.outcome),
    closedAt: occurrence.closedAt,
    closedBy: occurrence.closedBy.flatMap((person) => run.people.find(person) ?? []),
    instructions: step.instructions ?? null,
    checklist: (step.checklist ?? []).map(({ id, text }) => ({
      id,
      text,
      ticked: occurrence.ticked.has(id),
    })),
    notes: occurrence.notes.map(({ event, actor, text }) => ({ event, by: run.people.find(actor), text })),
  };
}
