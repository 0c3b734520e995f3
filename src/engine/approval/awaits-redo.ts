/**
 * Whether a rejection should have sent its section back and nobody did: votes from several devices
 * decided together, or the section had its passes. Somebody has to say what now [O7].
 */
import type { StepDefinition } from '../../model/workflow.ts';
import type { OccurrenceState } from '../run-state.ts';

/** `current`: the present pass; the section was sent back when there is a later one. */
export function awaitsRedo(
  { outcomes, irreversible }: Pick<StepDefinition, 'outcomes' | 'irreversible'>,
  { status, approval, outcome }: Pick<OccurrenceState, 'status' | 'approval' | 'outcome'>,
): boolean {
  if (status !== 'completed' || approval === null || irreversible === true) return false;
  return outcomes?.find(({ id }) => id === outcome)?.redo !== undefined;
}
