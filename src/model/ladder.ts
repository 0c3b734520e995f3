/**
 * What happens when a step stalls (ENGINE §6): rungs that are reached one after the other, and how often a
 * failed step is tried again. Nothing here ever closes a step by itself [X5]; proposals go to a person.
 */

/** What a rung's minutes are counted from. */
export const rungOrigins = ['due', 'ready', 'waiting'] as const;
/**
 * `due`: after it was due. `ready`: after its turn came, or its start where that is later. `waiting`: after it
 * began to wait for somebody outside.
 */
export type RungOrigin = (typeof rungOrigins)[number];

export const rungActions = [
  'remind',
  'tellConductor',
  'addBackup',
  'offerFallback',
  'proposeSkip',
  'proposeCancel',
] as const;
/**
 * `remind`: whoever has the step. `addBackup`: the backup has it too from then on, and the first to claim or do
 * it holds. `offerFallback`: the step that stands in for it is offered to the conductor. `proposeSkip`,
 * `proposeCancel`: proposals to the conductor, of the step and of the run.
 */
export type RungAction = (typeof rungActions)[number];

export interface Rung {
  readonly from: RungOrigin;
  /** Elapsed minutes, not negative. */
  readonly after: number;
  readonly action: RungAction;
}

/** When a failed step is to be tried again [X1]: the delay doubles with every failure, up to the longest. */
export interface RetryRule {
  /** Failures after which it is no longer tried again but told to the conductor; at least 1. */
  readonly attempts: number;
  /** Minutes, at least 1. */
  readonly firstDelay: number;
  /** Minutes, not less than the first. */
  readonly maxDelay: number;
}

/** Minutes from the latest failure until the next attempt, null when there is to be none. `failed`: how often so far. */
export function retryDelay({ attempts, firstDelay, maxDelay }: RetryRule, failed: number): number | null {
  if (failed < 1 || failed >= attempts) return null;
  return Math.min(firstDelay * 2 ** Math.min(failed - 1, 40), maxDelay);
}
