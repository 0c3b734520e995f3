/** Opens what a run knows; counts what is missing and what has to be chosen. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import IconTag from '~icons/lucide/tag';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunId } from '../../../model/ids.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { Button } from '../../kit/button.tsx';
import { Chip } from '../../kit/chip.tsx';
import styles from './facts.module.css';

const FactsSheet = lazy(async () => ({ default: (await import('./facts-sheet.tsx')).FactsSheet }));

/** Nothing at all for a run without facts. */
export function FactsButton(props: {
  readonly run: RunId;
  readonly facts: readonly FactView[];
  /** The address asks for them to be open. */
  readonly asked?: boolean;
  /** They were closed, so that the address asks no more. */
  readonly onClosed?: () => void;
}) {
  const messages = useMessages();
  const [pressed, setPressed] = createSignal(false);
  const close = (): void => {
    setPressed(false);
    props.onClosed?.();
  };
  const disputed = () => props.facts.filter((fact) => fact.sides.length > 1).length;
  const missing = () =>
    props.facts.filter((fact) => fact.value === null && fact.follows === null && fact.sides.length < 2)
      .length;
  return (
    <Show when={props.facts.length > 0}>
      <Button
        kind="soft"
        size={40}
        class={styles.button ?? ''}
        aria-haspopup="dialog"
        aria-label={messages.facts.buttonLabel(missing(), disputed())}
        onClick={() => setPressed(true)}
      >
        <IconTag />
        {messages.facts.button}
        <Show when={disputed() > 0}>
          <Chip tone="risk">{messages.facts.buttonDisputed(disputed())}</Chip>
        </Show>
        <Show when={missing() > 0}>
          <span class={styles.missingCount}>{messages.facts.buttonMissing(missing())}</span>
        </Show>
      </Button>
      <Show when={pressed() || props.asked === true}>
        <Suspense>
          <FactsSheet run={props.run} facts={props.facts} onClose={close} />
        </Suspense>
      </Show>
    </Show>
  );
}
