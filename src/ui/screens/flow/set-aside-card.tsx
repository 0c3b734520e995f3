/**
 * What guests tried that is not for guests: told to whoever conducts, in words, until they leave it aside on any of
 * their devices, and nothing else comes of it.
 */
import { For } from 'solid-js';
import IconShield from '~icons/lucide/shield-alert';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { Command } from '../../../model/command.ts';
import type { RunId } from '../../../model/ids.ts';
import type { SetAsideView } from '../../../views/guest-views.ts';
import { useNow } from '../../clock.tsx';
import { useCommands } from '../../commands.ts';
import { Button } from '../../kit/button.tsx';
import { Notice } from '../../kit/notice.tsx';
import { joinWords } from '../shared/step-words.ts';
import styles from './set-aside-card.module.css';
import { useGuestWords } from './use-guest-words.ts';

export function SetAsideCard(props: { readonly run: RunId; readonly lines: readonly SetAsideView[] }) {
  const messages = useMessages();
  const words = useGuestWords();
  const now = useNow();
  const { sendAll, busy } = useCommands();
  const leave = (): void => {
    const [first, ...rest] = props.lines.map(({ alert }): Command => ({ kind: 'acknowledgeAlert', alert }));
    if (first !== undefined) void sendAll(props.run, [first, ...rest]);
  };
  const nameOf = (line: SetAsideView): string => line.by?.name ?? messages.states.somebody;
  return (
    <div class={styles.card}>
      <Notice
        start={<IconShield />}
        what={words.setAside(props.lines.length)}
        wayOut={`${words.setAsideHint} ${words.setAsideWay}`}
      >
        <Button size={40} wraps aria-busy={busy()} onClick={leave}>
          {words.leaveAside(props.lines.length)}
        </Button>
      </Notice>
      <ul class={styles.lines}>
        <For each={props.lines}>
          {(line) => (
            <li dir="auto">
              {joinWords([
                words.line(nameOf(line), line.tried, line.step),
                line.as === null ? '' : words.asSomebody(line.as.name),
                words.when(line.at, now()),
              ])}
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
