/**
 * What became of undoing one completed pass: its compensation events, whatever the run does [U2].
 *
 * Heads are events that no later one of them saw. Of rivals what was done holds; then what keeps the undo
 * open holds against what would close it, so that nothing is silently left as it is.
 * Called compensation as in the literature; `undo.ts` is another thing, taking back a command.
 */
import type { RunEvent, RunEventOf } from '../model/event.ts';
import { computeEventHeads, type Saw } from './event-heads.ts';

export type CompensationEvent =
  | RunEventOf<'step.compensationStarted/1'>
  | RunEventOf<'step.compensated/1'>
  | RunEventOf<'step.compensationFailed/1'>
  | RunEventOf<'step.compensationDeclined/1'>;

export interface Compensation {
  readonly type: CompensationEvent['type'];
  /** The heads that say so, in total order; several when people agree. */
  readonly by: readonly CompensationEvent[];
}

/** What holds against what, first first. */
const precedence: readonly CompensationEvent['type'][] = [
  'step.compensated/1',
  'step.compensationFailed/1',
  'step.compensationStarted/1',
  'step.compensationDeclined/1',
];

/** `events`: of one pass, in total order. */
export function computeCompensation(events: readonly CompensationEvent[], saw: Saw): Compensation | null {
  if (events.length === 0) return null;
  const heads = computeEventHeads(events, saw);
  for (const type of precedence) {
    const by = heads.filter((head) => head.type === type);
    if (by.length > 0) return { type, by };
  }
  return null;
}

export function isCompensated(compensation: Compensation | null): boolean {
  return compensation?.type === 'step.compensated/1';
}

/** The note or reason given with it. */
export function compensationToText(event: CompensationEvent): string | null {
  switch (event.type) {
    case 'step.compensated/1':
      return event.data.note ?? null;
    case 'step.compensationFailed/1':
    case 'step.compensationDeclined/1':
      return event.data.reason ?? null;
    case 'step.compensationStarted/1':
      return null;
  }
}

/** The last event without which the undo would not be settled so. */
export function lastOfCompensation(compensation: Compensation | null): RunEvent | null {
  return compensation?.by.at(-1) ?? null;
}
