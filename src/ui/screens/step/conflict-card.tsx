/** Answers that met: what each says, who gave it and when; any of them can be kept. */
import { For, type JSX, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { EventId } from '../../../model/ids.ts';
import type { ConflictSideView, StepView } from '../../../views/step-view.ts';
import { useNow } from '../../clock.tsx';
import { Avatar } from '../../kit/avatar.tsx';
import { Button } from '../../kit/button.tsx';
import { MatterCard } from '../../kit/matter-card.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import styles from './conflict-card.module.css';
import { whoSaid } from './who-said.ts';

export function ConflictCard(props: { readonly step: StepView; readonly onKeep: (side: EventId) => void }) {
  const messages = useMessages();
  return (
    <MatterCard
      start={<StateGlyph shape="conflict" />}
      title={messages.step.conflictTitle}
      hint={messages.step.conflictHint}
    >
      <ul class={styles.sides}>
        <For each={props.step.conflict}>
          {(side) => (
            <Side side={side}>
              <Button
                size={48}
                wraps
                aria-label={messages.step.keepThisOne(
                  whoSaid(messages, side.by),
                  messages.step.answer(side.verdict, side.outcome),
                )}
                onClick={() => props.onKeep(side.event)}
              >
                {messages.step.keepThis}
              </Button>
            </Side>
          )}
        </For>
      </ul>
    </MatterCard>
  );
}

/** Answers that another outweighed; they stay readable. */
export function Overruled(props: { readonly step: StepView }) {
  const messages = useMessages();
  return (
    <Show when={props.step.overruled.length > 0}>
      <div>
        <h3 class={styles.label}>{messages.step.overruled}</h3>
        <ul class={styles.sides}>
          <For each={props.step.overruled}>{(side) => <Side side={side} quiet />}</For>
        </ul>
      </div>
    </Show>
  );
}

function Side(props: {
  readonly side: ConflictSideView;
  readonly quiet?: boolean;
  readonly children?: JSX.Element;
}) {
  const messages = useMessages();
  const now = useNow();
  return (
    <li class={styles.side} data-quiet={props.quiet ?? false}>
      <small class={styles.who}>
        <Show when={props.side.by}>{(by) => <Avatar face={by()} size={24} />}</Show>
        {whoSaid(messages, props.side.by)}, {messages.times.when(props.side.at, now())}
      </small>
      <b>{messages.step.answer(props.side.verdict, props.side.outcome)}</b>
      <Show when={props.side.text}>{(text) => <p class={styles.text}>{text()}</p>}</Show>
      {props.children}
    </li>
  );
}
