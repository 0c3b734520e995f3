/**
 * A run in figures: its capsules, how far it is, who is in it. What a list shows, and what stays in
 * the space when the run ends.
 */
import { countOpenUndos } from '../engine/undo-queue.ts';
import { isOpen } from '../engine/is-open.ts';
import { isOpaque } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';
import { isWanted, type RunReading } from './run-reading.ts';
import type { Tone } from './shared.ts';
import type { RunSummary } from './space-snapshot.ts';

export interface RunFigures {
  /** One capsule a step, in rail order. */
  readonly segments: readonly Tone[];
  /** Steps that are over: done, or left out on purpose. */
  readonly done: number;
  /** Without those that are not needed. */
  readonly total: number;
  /** Everybody who holds or would hold a step, in rail order, then the conductor. */
  readonly people: readonly PersonId[];
  /** Latest due instant of an open step. */
  readonly lastDueAt: number | null;
  readonly lateCount: number;
}

export function computeRunFigures(run: RunReading): RunFigures {
  const wanted = run.steps.filter(isWanted);
  const open = wanted.filter(({ occurrence }) => isOpen(occurrence));
  const dues = open.flatMap(({ due }) => (due === null ? [] : [due.at]));
  const holders = wanted.flatMap(({ heldBy, occurrence }) => [...heldBy, ...occurrence.closedBy]);
  const people = new Set([...holders, run.state.conductor].filter((person) => person !== null));
  return {
    segments: run.steps.map(({ tone }) => tone),
    done: wanted.filter(({ tone }) => isOver(tone)).length,
    total: wanted.length,
    people: [...people],
    lastDueAt: dues.length === 0 ? null : Math.max(...dues),
    lateCount: open.filter(({ due }) => due?.late).length,
  };
}

/** What is to be checked again is not behind us; what rests on it is, for now. */
function isOver(tone: Tone): boolean {
  return tone === 'done' || tone === 'provisional' || tone === 'skipped';
}

/** The summary to write when a run ends; null while it goes on, or leaves something to undo. */
export function computeRunSummary(run: RunReading): RunSummary | null {
  const { status, title, finishedAt } = run.state;
  if (status !== 'finished' && status !== 'cancelled') return null;
  // Whoever opens the app anew has to find what they are to undo, and a summary does not tell.
  if (countOpenUndos(run.state) > 0) return null;
  const { segments, done, total, people } = computeRunFigures(run);
  const endedBy = findEnder(run);
  return {
    title,
    status,
    endedAt: finishedAt,
    ...(endedBy !== null && { endedBy }),
    done,
    total,
    people,
    segments,
  };
}

/** Who cancelled it or called it done, else who did the last step; null while it goes on. */
export function findEnder({ state, steps }: RunReading): PersonId | null {
  if (state.status !== 'finished' && state.status !== 'cancelled') return null;
  if (state.ending !== null) return state.ending.actor;
  const cancelled = state.history.find((event) => !isOpaque(event) && event.type === 'run.cancelled/1');
  if (state.status === 'cancelled') return cancelled?.onBehalfOf ?? cancelled?.actor ?? null;
  let [last, at]: [PersonId | null, number] = [null, Number.NEGATIVE_INFINITY];
  for (const { occurrence } of steps) {
    const [person] = occurrence.closedBy;
    if (person === undefined || occurrence.closedAt === null || occurrence.closedAt < at) continue;
    [last, at] = [person, occurrence.closedAt];
  }
  return last;
}
