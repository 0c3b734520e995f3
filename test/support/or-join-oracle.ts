/**
 * The global OR-join, on tokens and nothing else: a step that ends puts a token on each edge that its end
 * opens; a step is enabled when it holds a token and none that is still on its way could reach it. It knows
 * no dead paths: a step that no token can reach any more is simply over.
 */
import type { StepId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';

export interface TokenGame {
  /** Steps whose turn it is. */
  readonly enabled: () => ReadonlySet<StepId>;
  /** Steps that nothing can reach any more. */
  readonly over: () => ReadonlySet<StepId>;
  /** The step ends: with an outcome, without one, or skipped (which opens no edge that asks for an outcome). */
  readonly end: (step: StepId, outcome: string | null) => void;
}

export function playTokens(steps: readonly StepDefinition[]): TokenGame {
  const ended = new Set<StepId>();
  /** A step that starts the run has its token from the start. */
  const holders = new Set(steps.filter(({ after }) => after.length === 0).map(({ id }) => id));
  const reach = new Map(steps.map(({ id }) => [id, downstreamOf(id, steps)]));

  /** Tokens move on only through steps that have not ended. */
  function isComing(to: StepId): boolean {
    return [...holders].some((holder) => holder !== to && reach.get(holder)?.has(to));
  }

  return {
    enabled: () => new Set([...holders].filter((id) => !isComing(id))),
    over: () =>
      new Set(steps.map(({ id }) => id).filter((id) => !ended.has(id) && !holders.has(id) && !isComing(id))),
    end: (step, outcome) => {
      holders.delete(step);
      ended.add(step);
      for (const { id, after } of steps)
        for (const { from, outcomes } of after)
          if (from === step && (outcomes === undefined || (outcome !== null && outcomes.includes(outcome))))
            holders.add(id);
    },
  };
}

function downstreamOf(from: StepId, steps: readonly StepDefinition[]): ReadonlySet<StepId> {
  const found = new Set<StepId>();
  const queue = [from];
  for (const at of queue)
    for (const { id, after } of steps)
      if (!found.has(id) && after.some((edge) => edge.from === at)) {
        found.add(id);
        queue.push(id);
      }
  return found;
}
