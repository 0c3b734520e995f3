/** What somebody is told once, one sentence each; OK takes it away on all of their devices. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import IconBell from '~icons/lucide/bell';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { NoticeView } from '../../../views/fact-view.ts';
import type { FactCheckView } from '../../../views/flow-view.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { Button } from '../../kit/button.tsx';
import { runPath, stepPath } from '../../routes.ts';
import { joinWords } from '../shared/step-words.ts';
import { useFactCommands } from './fact-commands.ts';
import { noticeWords } from './notice-sentence.ts';
import { useTelling } from './telling.ts';
import styles from './facts.module.css';

/** So many are shown unasked; what is the reader's turn must not slide off the screen. */
const shown = 3;

export function NoticeList(props: {
  readonly notices: readonly NoticeView[];
  /** On a flow its name is known. */
  readonly onFlow?: boolean;
  /** Told above the list already: the same change is not told twice on one screen. */
  readonly told?: readonly Pick<FactCheckView, 'fact'>[];
}) {
  const messages = useMessages();
  const [all, setAll] = createSignal(false);
  const untold = createMemo(() => {
    const facts = new Set(props.told?.map((check) => check.fact.fact));
    return props.notices.filter((notice) => notice.kind !== 'factMoved' || !facts.has(notice.fact.fact));
  });
  const rest = () => untold().length - shown;
  const folds = () => rest() > 1 && !all();
  return (
    <Show when={untold().length > 0}>
      <ul class={styles.notices} aria-label={messages.facts.noticesTitle}>
        <For each={folds() ? untold().slice(0, shown) : untold()}>
          {(notice) => <NoticeItem notice={notice} onFlow={props.onFlow ?? false} />}
        </For>
        <Show when={folds()}>
          <li>
            <Button kind="ghost" size={48} onClick={() => setAll(true)}>
              {messages.facts.moreNotices(rest())}
            </Button>
          </li>
        </Show>
      </ul>
    </Show>
  );
}

function NoticeItem(props: { readonly notice: NoticeView; readonly onFlow: boolean }) {
  const messages = useMessages();
  const now = useNow();
  const mayAct = useMayAct();
  const commands = useFactCommands(() => props.notice.run);
  const telling = useTelling(() => (props.notice.kind === 'factMoved' ? [props.notice.fact.kind] : []));
  const words = () => noticeWords(messages, props.notice, telling());
  const href = () => {
    const notice = props.notice;
    return notice.kind === 'factMoved' ? runPath(notice.run) : stepPath(notice.run, notice.step.key);
  };
  const aside = () => {
    const notice = props.notice;
    return joinWords([
      props.onFlow ? '' : notice.runTitle,
      notice.kind === 'factMoved'
        ? messages.facts.changedBy(notice.by, notice.at, now())
        : messages.times.when(notice.at, now()),
    ]);
  };
  return (
    <li class={styles.notice}>
      <span class={styles.noticeIcon}>
        <IconBell />
      </span>
      <div class={styles.noticeText}>
        <p>
          <a class={styles.noticeLink} href={href()}>
            {words().what}.
          </a>
          <For each={words().follows}>{(sentence) => ` ${sentence}.`}</For>
        </p>
        <p class={styles.aside}>{aside()}</p>
      </div>
      <Show when={mayAct()}>
        <Button
          kind="soft"
          size={40}
          aria-busy={commands.busy()}
          aria-label={messages.facts.acknowledgeOf(words().what)}
          onClick={() => void commands.acknowledge(props.notice.alert)}
        >
          {messages.facts.acknowledge}
        </Button>
      </Show>
    </li>
  );
}
