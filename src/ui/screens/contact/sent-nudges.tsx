/** Who was nudged about the step last, so that nobody is asked twice at once. */
import { Show } from 'solid-js';
import IconBell from '~icons/lucide/bell-ring';
import type { SentNudgeView } from '../../../views/contact-view.ts';
import { useNow } from '../../clock.tsx';
import styles from './contact.module.css';
import { useContactWords } from './use-contact-words.ts';

export function SentNudges(props: { readonly nudges: readonly SentNudgeView[] }) {
  const words = useContactWords();
  const now = useNow();
  const toName = ({ to }: SentNudgeView): string =>
    to === null ? words.somebody : to.isMe ? words.you : to.name;
  return (
    <Show when={props.nudges[0]}>
      {(last) => (
        <p class={styles.nudged}>
          <IconBell />
          {words.nudgedAgo(
            toName(last()),
            last().by?.isMe === true ? null : (last().by?.name ?? null),
            last().at,
            now(),
          )}
        </p>
      )}
    </Show>
  );
}
