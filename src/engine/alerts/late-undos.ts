/**
 * Undo steps that are open and lie [X8]. Nothing else becomes of them by time, whatever the run does: what was
 * booked does not wait for a pause, nor for a run that was called off.
 */
import type { OccurrenceState, RunState } from '../run-state.ts';
import { isUndoOpen, type UndoState } from '../undo-state.ts';
import { dayMs, type HasCome, type Told } from './told.ts';

/** Before the last day on which it is free, or possible. */
const notice = dayMs;
/** Without such a day: until whoever has it, and whoever conducts, are told. */
const patience = { owner: 2 * dayMs, conductor: 4 * dayMs } as const;

export function findLateUndos(state: RunState, hasCome: HasCome): readonly Told[] {
  const told: Told[] = [];
  for (const occurrence of state.occurrences.values()) {
    const { undo } = occurrence;
    if (undo === null || !isUndoOpen(undo)) continue;
    told.push(...tellOf(occurrence, undo, proposedAt(occurrence, undo, state), hasCome));
  }
  return told;
}

/**
 * When somebody could first have done it, by the authors' clocks: asked for, or could not be done; else the run
 * called off; else the completion, of which nobody noted when it became one too many.
 */
function proposedAt(
  { closedAt }: OccurrenceState,
  { at, because }: UndoState,
  { status, finishedAt }: RunState,
): number {
  if (at !== null) return at;
  const calledOff = status === 'cancelled' && because === 'runCancelled' ? finishedAt : null;
  return Math.max(closedAt ?? 0, calledOff ?? 0);
}

function tellOf(
  occurrence: OccurrenceState,
  { holder, cancelBy }: UndoState,
  from: number,
  hasCome: HasCome,
): readonly Told[] {
  const tell = (rung: 'remind' | 'tellConductor', since: number, whom: Told['for']): readonly Told[] =>
    hasCome(since)
      ? [
          {
            occurrence,
            cause: 'undo',
            rule: cancelBy === null ? `undo-${from}` : `undo-by-${cancelBy}`,
            rung,
            step: rung,
            since,
            for: whom,
            about: holder,
          },
        ]
      : [];
  if (cancelBy === null)
    return [
      ...tell('remind', from + patience.owner, [holder]),
      ...tell('tellConductor', from + patience.conductor, [null]),
    ];
  const isLateAtOnce = from > cancelBy;
  return [
    ...(isLateAtOnce ? [] : tell('remind', Math.max(from, cancelBy - notice), [holder])),
    // Late is after it.
    ...tell('tellConductor', Math.max(from, cancelBy + 1), [holder, null]),
  ];
}
