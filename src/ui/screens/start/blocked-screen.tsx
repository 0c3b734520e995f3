/** Where Baton cannot run: what is missing, and how to get it. Stands alone, without a household. */
import { createRenderEffect, For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import { lackWords, type SayableLack } from '../../../i18n/core/en/lack.ts';
import { BatonMark } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import styles from './blocked-screen.module.css';

export function BlockedScreen(props: {
  readonly lack: SayableLack;
  readonly address: { readonly origin: string; readonly port: string };
  readonly onAgain: () => void;
}) {
  const messages = useMessages();
  const words = () => lackWords(props.lack, props.address, (items) => messages.formats.list(items));
  createRenderEffect(() => {
    document.title = `${words().title} · ${messages.frame.app}`;
  });
  return (
    <main class={styles.screen}>
      <p class={styles.brand}>
        <BatonMark />
        {messages.frame.app}
      </p>
      <h1 class={styles.title}>{words().title}</h1>
      <p class={styles.what}>{words().what}</p>
      <ol class={styles.ways}>
        <For each={words().ways}>
          {(way) => (
            <li class={styles.way}>
              <h2>{way.title}</h2>
              <p>{way.text}</p>
              <Show when={way.code}>{(code) => <code>{code()}</code>}</Show>
            </li>
          )}
        </For>
      </ol>
      <div>
        <Button kind="ink" onClick={() => props.onAgain()}>
          {words().again}
        </Button>
      </div>
    </main>
  );
}
