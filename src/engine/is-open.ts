/**
 * Whether a step still waits for somebody: also a failed one, which somebody has to retry, and a held
 * one, which somebody has to settle.
 */
import type { OccurrenceState } from './run-state.ts';

export function isOpen({ status }: Pick<OccurrenceState, 'status'>): boolean {
  switch (status) {
    case 'created':
    case 'ready':
    case 'inProgress':
    case 'waiting':
    case 'suspended':
    case 'failed':
    case 'held':
      return true;
    case 'completed':
    case 'skipped':
    case 'withdrawn':
    case 'terminated':
      return false;
  }
}
