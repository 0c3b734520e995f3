/** A flow as a card: how far, whose turn, when. */
import { Show } from 'solid-js';
import IconCheck from '~icons/lucide/check';
import IconClock from '~icons/lucide/clock';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { RunLine } from '../../../views/flows-view.ts';
import { useNow } from '../../clock.tsx';
import { AvatarStack } from '../../kit/avatar.tsx';
import { Chip } from '../../kit/chip.tsx';
import { SegmentBar } from '../../kit/segment-bar.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import { runPath } from '../../routes.ts';
import styles from './flows-screen.module.css';
import { focusWords, runWhen } from './run-line.ts';

export function RunCard(props: {
  readonly run: RunLine;
  /** A menu stands in its corner. */
  readonly menu?: boolean;
}) {
  const messages = useMessages();
  const now = useNow();
  const running = () => props.run.status === 'running' && !props.run.loading;
  return (
    <article class={styles.card}>
      <div class={styles.line} data-menu={props.menu ?? false}>
        <h2 class={styles.title}>
          <a class={styles.open} href={runPath(props.run.run)}>
            {props.run.title}
          </a>
        </h2>
        <AvatarStack faces={props.run.people} size={24} />
      </div>
      <SegmentBar segments={props.run.segments} />
      <Show
        when={focusWords(messages, props.run)}
        fallback={
          <Show when={running()}>
            <p class={styles.muted}>{messages.flows.nobodysTurn}</p>
          </Show>
        }
      >
        {(focus) => (
          <p class={styles.focus}>
            <StateGlyph shape={focus().tone} />
            <span>
              <ToneText tone={focus().tone}>{focus().word}</ToneText> {focus().rest}
            </span>
          </p>
        )}
      </Show>
      <div class={styles.line}>
        <span class={styles.muted}>{runWhen(messages, props.run, now())}</span>
        <Show when={running()}>
          <Show
            when={props.run.lateCount > 0}
            fallback={
              <Show when={props.run.lastDueAt !== null}>
                <Chip tone="done">
                  <IconCheck />
                  {messages.flows.onTime}
                </Chip>
              </Show>
            }
          >
            <Chip tone="late">
              <IconClock />
              {messages.flows.late(props.run.lateCount)}
            </Chip>
          </Show>
        </Show>
      </div>
    </article>
  );
}
