/**
 * Why a command was refused. Each names the steps or people in the way; the screen maps every one
 * to a sentence and a way out.
 */
import type { StepId } from '../model/ids.ts';
import type { OccurrenceStatus } from './run-state.ts';

export type Refusal =
  | { readonly type: 'runNotStarted' }
  | { readonly type: 'runAlreadyStarted' }
  | { readonly type: 'runEnded' }
  | { readonly type: 'unknownStep'; readonly step: StepId }
  | { readonly type: 'unknownPerson' }
  | { readonly type: 'unknownChecklistItem' }
  /** A later iteration exists, so this one is history. */
  | { readonly type: 'notCurrent'; readonly step: StepId }
  | { readonly type: 'stepsInTheWay'; readonly step: StepId; readonly steps: readonly StepId[] }
  | { readonly type: 'blocked'; readonly step: StepId; readonly by: readonly StepId[] }
  | { readonly type: 'alreadyClosed'; readonly step: StepId; readonly status: OccurrenceStatus }
  | { readonly type: 'notClosed'; readonly step: StepId }
  | { readonly type: 'notFailed'; readonly step: StepId }
  | { readonly type: 'noConflict'; readonly step: StepId }
  /** Something in it (a date, a name) could not be read again once it is written. */
  | { readonly type: 'unreadableInput' }
  | { readonly type: 'emptyText' }
  | {
      readonly type: 'invalidWorkflow';
      readonly reason: 'cycle' | 'noSteps' | 'unknownStep' | 'duplicateStep';
    };
