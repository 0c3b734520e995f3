/** "Still right" and "Change it": what is done again is opened, what cannot be done again is amended. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import { Button } from '../../kit/button.tsx';
import { type CheckedStep, useFactCommands } from './fact-commands.ts';
import styles from './facts.module.css';

const AmendSheet = lazy(async () => ({ default: (await import('./amend-sheet.tsx')).AmendSheet }));

export function RecheckActions(props: {
  readonly run: RunId;
  readonly step: CheckedStep;
  /** Where it is not known, the household says so when it is asked to open the step. */
  readonly irreversible?: boolean;
  /** In a list: smaller, and each button names its step for screen readers. */
  readonly inList?: boolean;
}) {
  const messages = useMessages();
  const commands = useFactCommands(() => props.run);
  const [amending, setAmending] = createSignal(false);
  const change = (): void => {
    if (props.irreversible === true) setAmending(true);
    else void commands.reopen(props.step, () => setAmending(true));
  };
  const size = () => (props.inList === true ? 40 : 48);
  return (
    <div class={styles.acts}>
      <Button
        size={size()}
        aria-busy={commands.busy()}
        aria-label={messages.facts.stillRightOf(props.step.title)}
        onClick={() => void commands.stillRight(props.step)}
      >
        {messages.facts.stillRight}
      </Button>
      <Button
        size={size()}
        kind="soft"
        aria-busy={commands.busy()}
        aria-label={messages.facts.changeItOf(props.step.title)}
        onClick={change}
      >
        {messages.facts.changeIt}
      </Button>
      <Show when={amending()}>
        <Suspense>
          <AmendSheet run={props.run} step={props.step} onClose={() => setAmending(false)} />
        </Suspense>
      </Show>
    </div>
  );
}
