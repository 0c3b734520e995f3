/** What of the run's facts is in a text, and what is missing there. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { ContactPiece } from '../../../views/contact-view.ts';
import type { FactView } from '../../../views/fact-view.ts';
import { useNow } from '../../clock.tsx';
import { factText } from '../facts/telling.ts';
import styles from './contact.module.css';
import { useContactWords } from './use-contact-words.ts';

export function FilledIn(props: { readonly pieces: readonly ContactPiece[] }) {
  const messages = useMessages();
  const words = useContactWords();
  const now = useNow();
  const facts = (): readonly FactView[] => {
    const byId = new Map(
      props.pieces.flatMap((piece) => (piece.kind === 'fact' ? [[piece.fact.fact, piece.fact]] : [])),
    );
    return [...byId.values()];
  };
  const known = () => facts().filter(({ value }) => value !== null);
  const gaps = () => facts().flatMap(({ name, value }) => (value === null ? [name] : []));
  return (
    <>
      <Show when={known().length > 0}>
        <dl class={styles.filled} aria-label={words.filledIn}>
          <For each={known()}>
            {(fact) => (
              <>
                <dt>{fact.name}</dt>
                <dd>{factText(messages, fact, now())}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={gaps().length > 0}>
        <p class={styles.gaps}>{words.gaps(gaps())}</p>
      </Show>
    </>
  );
}
