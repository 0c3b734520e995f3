/** How the step is completed: at once, or by way of the page that asks for what it tells. */
import { batch } from 'solid-js';
import type { StepView } from '../../../views/step-view.ts';
import type { StepCommands } from './step-commands.ts';
import { factsToAsk } from './told-facts.tsx';

export interface CompletionWays {
  /** Opens the page that asks first. */
  readonly ask: (outcome: string | null) => void;
  readonly onDone: () => void;
}

/** Steps in the way are marked done along with it; whoever calls has said so beside the button. */
export function completeOrAsk(
  step: StepView,
  commands: StepCommands,
  outcome: string | null,
  ways: CompletionWays,
): void {
  if (factsToAsk(step.writes).length > 0) {
    ways.ask(outcome);
    return;
  }
  const including = step.inTheWay.map((other) => other.step);
  // What has been asked of it is over, whatever comes of it: the flow shows that, and a sentence says it.
  batch(() => {
    void commands.complete({ outcome, including });
    ways.onDone();
  });
}
