/** Answers that were set aside because another outweighs them; they stay readable. */
import { For } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ConflictSideView, StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import styles from './step-page.module.css';

export function Overruled(props: { readonly step: StepView }) {
  const messages = useMessages();
  const now = useNow();
  const name = (side: ConflictSideView): string =>
    side.by === null ? messages.states.somebody : side.by.isMe ? messages.states.you : side.by.name;
  return (
    <For each={props.step.overruled}>
      {(side) => (
        <p class={styles.none}>
          {messages.step.overruled(
            name(side),
            messages.step.verdict(side.verdict),
            messages.times.when(side.at, now()),
          )}
        </p>
      )}
    </For>
  );
}
