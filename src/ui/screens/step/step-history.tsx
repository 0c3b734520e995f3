/** What happened to one step, newest first. */
import { For, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { HistoryLine } from '../../../views/log-view.ts';
import { useNow } from '../../clock.tsx';
import { HistorySentence } from '../shared/history-sentence.tsx';
import styles from './step-parts.module.css';

/** Why it went so is said nowhere else; notes and answers stand above, under their own heading. */
const saysWhy: ReadonlySet<string> = new Set([
  'step.failed',
  'step.skipped',
  'step.cancelled',
  'step.reopened',
  'step.paused',
]);

export function StepHistory(props: { readonly lines: readonly HistoryLine[] }) {
  const messages = useMessages();
  const now = useNow();
  return (
    <Show when={props.lines.length > 0}>
      <div>
        <h3 class={styles.label}>{messages.step.history}</h3>
        <ol class={styles.history}>
          <For each={props.lines}>
            {(line) => (
              <li>
                <time dateTime={new Date(line.at).toISOString()}>{messages.times.when(line.at, now())}</time>
                <span>
                  <HistorySentence line={line} />
                  <Show when={saysWhy.has(line.type) && line.text}>
                    {(why) => <p class={styles.why}>{why()}</p>}
                  </Show>
                </span>
              </li>
            )}
          </For>
        </ol>
      </div>
    </Show>
  );
}
