/** One button for every way in which the step may end, each with what follows; the first is the main one. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { StepView } from '../../../views/step-view.ts';
import { Button } from '../../kit/button.tsx';
import { outcomeWords } from './consequence-words.ts';
import styles from './outcome-buttons.module.css';

export function OutcomeButtons(props: {
  readonly step: StepView;
  /** Colour of the first; copper only where it is my turn. */
  readonly kind: 'turn' | 'ink' | 'plain';
  readonly busy: boolean;
  readonly onChoose: (outcome: string) => void;
}) {
  const messages = useMessages();
  return (
    <div class={styles.outcomes} role="group" aria-label={messages.step.howItEnds}>
      <For each={props.step.outcomes}>
        {(outcome, at) => (
          <Button
            kind={at() === 0 ? props.kind : 'plain'}
            wraps
            class={styles.outcome}
            // As many rounds as the plan allows: the sentence in it says so.
            disabled={outcome.redosLeft === 0 && outcome.follows.redone.length === 0}
            aria-busy={props.busy}
            onClick={() => props.onChoose(outcome.id)}
          >
            <span>
              <span class={styles.name}>{outcome.name}</span>{' '}
              <small class={styles.follows}>{outcomeWords(messages, outcome)}</small>
            </span>
          </Button>
        )}
      </For>
    </div>
  );
}
