/**
 * The state a step is shown in. Copper (`turn`) is mine alone: a late step of mine stays `turn`, its
 * lateness is told beside it.
 */
import type { OccurrenceState } from '../engine/run-state.ts';
import type { StepKind } from '../model/workflow.ts';
import type { Tone } from './shared.ts';

export interface ToneInput {
  readonly occurrence: OccurrenceState;
  readonly kind: StepKind;
  /** It is with me, or would be. */
  readonly mine: boolean;
  readonly late: boolean;
}

export function computeTone({ occurrence, kind, mine, late }: ToneInput): Tone {
  if (hasConflict(occurrence)) return 'conflict';
  switch (occurrence.status) {
    case 'completed':
      return 'done';
    case 'skipped':
    case 'terminated':
      return 'skipped';
    case 'failed':
      return 'stuck';
    case 'created':
      return occurrence.blockedBy.length > 0 ? 'risk' : 'next';
    case 'ready':
    case 'inProgress':
      // Waiting for somebody outside is nobody's turn, whoever looks after it.
      if (kind === 'wait') return late ? 'late' : 'waiting';
      if (mine) return 'turn';
      return late ? 'late' : 'theirs';
    case 'held':
      return 'conflict';
  }
}

export function hasConflict(occurrence: OccurrenceState): boolean {
  return occurrence.status === 'held' || occurrence.conflict.length > 1;
}

/** Still asks something of somebody: a failed step does, until it is tried again, skipped or done. */
export function isOpen(occurrence: OccurrenceState): boolean {
  switch (occurrence.status) {
    case 'created':
    case 'ready':
    case 'inProgress':
    case 'failed':
    case 'held':
      return true;
    case 'completed':
    case 'skipped':
    case 'terminated':
      return false;
  }
}

export function isActive(occurrence: OccurrenceState): boolean {
  return occurrence.status === 'ready' || occurrence.status === 'inProgress';
}
