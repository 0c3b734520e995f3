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
  /** Ready, and not to begin yet. */
  readonly scheduled: boolean;
}

export function computeTone({ occurrence, kind, mine, late, scheduled }: ToneInput): Tone {
  if (hasConflict(occurrence)) return 'conflict';
  switch (occurrence.status) {
    case 'completed':
      return occurrence.validity === 'fresh' ? 'done' : occurrence.validity;
    case 'skipped':
      return 'skipped';
    // Called off by a person or by the plan: unlike a skip, nothing goes on as if it were done.
    case 'withdrawn':
    case 'terminated':
      return 'withdrawn';
    case 'failed':
      return 'stuck';
    case 'suspended':
      return 'paused';
    case 'created':
      return isHeldUp(occurrence) ? 'risk' : 'next';
    case 'waiting':
      return late ? 'late' : 'waiting';
    case 'ready':
    case 'inProgress':
      if (scheduled) return 'next';
      // Waiting for somebody outside is nobody's turn, whoever looks after it.
      if (kind === 'wait') return late ? 'late' : 'waiting';
      if (mine) return 'turn';
      return late ? 'late' : 'theirs';
    case 'held':
      return 'conflict';
  }
}

/** It will not become ready by itself: something failed before it, or a fact has to be given or picked. */
function isHeldUp({ blocked, missingFacts, disputedFacts }: OccurrenceState): boolean {
  return blocked || missingFacts.length > 0 || disputedFacts.length > 0;
}

/** Rival verdicts, or rival outcomes of a step that is done either way. */
export function hasConflict(occurrence: OccurrenceState): boolean {
  return occurrence.status === 'held' || occurrence.conflict.length > 1;
}

/** Somebody can work on it, now or from its start on. */
export function isActive(occurrence: OccurrenceState): boolean {
  return occurrence.status === 'ready' || occurrence.status === 'inProgress';
}
