/** The step that is yours: who freed it, you, who waits for it, and the two things you can do. */
import { createMemo, For, type JSX, Show } from 'solid-js';
import { useMessages } from '../../../i18n/messages-context.tsx';
import type { HeroView } from '../../../views/now-view.ts';
import { useMayAct } from '../../access.ts';
import { useNow } from '../../clock.tsx';
import { BatonPill } from '../../kit/baton.tsx';
import { Button } from '../../kit/button.tsx';
import { StateShape } from '../../kit/state-glyph.tsx';
import { stepPath } from '../../routes.ts';
import { AwayPart } from '../shared/step-sub.tsx';
import { awayOf, dueWords, joinWords } from '../shared/step-words.ts';
import styles from './hero.module.css';

export function Hero(props: {
  readonly hero: HeroView;
  readonly busy: boolean;
  readonly onDone: () => void;
  readonly onStuck: () => void;
  /** Stands in place of Done and Stuck. */
  readonly vote?: JSX.Element;
}) {
  const messages = useMessages();
  const now = useNow();
  const mayAct = useMayAct();
  const before = createMemo(() => {
    const freed = props.hero.freedBy;
    if (freed === null) return messages.now.nothingBefore;
    const who = freed.by === null ? null : freed.by.isMe ? messages.states.you : freed.by.name;
    return messages.now.freedBy(who, freed.step.title, freed.at, now());
  });
  const after = () => messages.now.waits(props.hero.waitedOnBy.map((step) => step.title));
  const sub = () => {
    const due = props.hero.due;
    return joinWords([
      props.hero.runTitle,
      due?.late === true ? messages.states.late(due.at, now()).toLowerCase() : dueWords(messages, due, now()),
      props.hero.estimate === null ? '' : messages.now.about(props.hero.estimate),
    ]);
  };

  return (
    <article class={styles.hero}>
      <div class={styles.leg}>
        <LegTrack hasBefore={props.hero.freedBy !== null} waits={props.hero.waitedOnBy.length} />
        <div class={styles.captions}>
          <span class={styles.caption}>{before()}</span>
          <span>{messages.now.yourTurn}</span>
          <span class={styles.caption}>{after()}</span>
        </div>
      </div>
      <div class={styles.body}>
        <h2 class={styles.title}>
          <a class={styles.open} data-stop href={stepPath(props.hero.run, props.hero.key)}>
            {props.hero.title}
          </a>
        </h2>
        <p class={styles.sub}>
          {sub()}
          <AwayPart away={awayOf(props.hero)} />
        </p>
        {props.vote}
        <Show when={mayAct() && props.hero.asks !== 'vote'}>
          <div class={styles.acts}>
            <Button kind="turn" grow aria-busy={props.busy} shortcut="D" onClick={() => props.onDone()}>
              {messages.now.doneWith(props.hero.asks, props.hero.waitedOnBy.length > 0)}
              <BatonPill />
            </Button>
            <Button shortcut="S" onClick={() => props.onStuck()}>
              {messages.now.stuck}
            </Button>
          </div>
        </Show>
      </div>
    </article>
  );
}

/** The leg from the step that freed it, the baton, and up to three that wait. */
function LegTrack(props: { readonly hasBefore: boolean; readonly waits: number }) {
  const waiting = () => [88, 74, 60].slice(0, Math.min(props.waits, 3)).map((at) => `${at}%`);
  const stops = () => (props.waits === 1 ? ['86%'] : props.waits === 2 ? ['90%', '73%'] : waiting());
  return (
    <svg class={styles.track} aria-hidden="true">
      <defs>
        <linearGradient id="hero-leg">
          <stop offset="0" stop-color="var(--turn-l)" />
          <stop offset="0.9" stop-color="var(--turn)" />
        </linearGradient>
      </defs>
      <Show when={props.hasBefore}>
        <rect x="0" y="31" width="28" height="2" fill="var(--done-l)" />
        <svg width="50%" class={styles.clip}>
          <rect x="28" y="30" width="100%" height="4" fill="url(#hero-leg)" />
        </svg>
        <circle cx="28" cy="32" r="14" fill="var(--turn-b)" />
        <g transform="translate(16 20)">
          <g class={styles.upright}>
            <StateShape shape="done" />
          </g>
        </g>
      </Show>
      <Show when={props.waits > 0}>
        <svg x="50%" width="50%">
          <rect y="31" width="100%" height="2" fill="var(--turn-l)" />
        </svg>
      </Show>
      <svg x="50%" overflow="visible">
        <g class={styles.baton}>
          <rect x="-24" y="20" width="48" height="24" rx="12" fill="var(--turn-b)" />
          <rect x="-20" y="24" width="40" height="16" rx="8" fill="var(--turn)" />
          <path d="M-7 24v16M7 24v16" stroke="var(--turn-b)" stroke-width="2" />
        </g>
      </svg>
      <For each={stops()}>
        {(at) => (
          <svg x={at} overflow="visible">
            <circle cy="32" r="9" fill="var(--turn-b)" />
            <circle cy="32" r="5.5" fill="var(--turn-b)" stroke="var(--muted)" stroke-width="2" />
          </svg>
        )}
      </For>
    </svg>
  );
}
