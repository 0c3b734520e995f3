/** The lines of the search, in their groups, with what was typed marked in each. */
import { createMemo, createUniqueId, For, Match, Show, Switch } from 'solid-js';
import IconArrow from '~icons/lucide/arrow-right';
import IconPlay from '~icons/lucide/play';
import IconTag from '~icons/lucide/tag';
import IconZap from '~icons/lucide/zap';
import { Avatar } from '../../kit/avatar.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { IconRails } from '../../nav-icons.tsx';
import type { Choice, ChoiceMark } from './choice.ts';
import type { Span } from '../../../i18n/core/fold.ts';
import type { ShownGroup } from './group-choices.ts';
import styles from './palette.module.css';
import type { Found } from './rank.ts';
import { usePaletteWords } from './use-palette-words.ts';

export function PaletteList(props: {
  readonly id: string;
  readonly groups: readonly ShownGroup[];
  readonly active: Choice | undefined;
  readonly optionId: (choice: Choice) => string;
  readonly onTake: (choice: Choice) => void;
  readonly onPoint: (choice: Choice) => void;
}) {
  const words = usePaletteWords();
  return (
    <div id={props.id} role="listbox" aria-label={words.results} class={styles.list}>
      <For each={props.groups}>
        {(group) => {
          const titleId = createUniqueId();
          return (
            <div role="group" aria-labelledby={titleId} class={styles.group}>
              <p id={titleId} class={styles.title} role="presentation">
                {words.groups[group.key]}
              </p>
              <For each={group.found}>
                {(found) => (
                  <Line
                    found={found}
                    id={props.optionId(found.item)}
                    active={props.active?.id === found.item.id}
                    onTake={() => props.onTake(found.item)}
                    onPoint={() => props.onPoint(found.item)}
                  />
                )}
              </For>
              <Show when={group.hidden > 0}>
                <p class={styles.more} role="presentation">
                  {words.more(group.hidden)}
                </p>
              </Show>
            </div>
          );
        }}
      </For>
    </div>
  );
}

function Line(props: {
  readonly found: Found<Choice>;
  readonly id: string;
  readonly active: boolean;
  readonly onTake: () => void;
  readonly onPoint: () => void;
}) {
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={props.active}
      class={styles.line}
      // Focus stays in the field, so that typing goes on.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={() => {
        if (!props.active) props.onPoint();
      }}
      onClick={() => props.onTake()}
    >
      <Mark mark={props.found.item.mark} />
      <span class={styles.text}>
        <span class={styles.name}>
          <Marked text={props.found.item.title} spans={props.found.spans} />
        </span>
        <Show when={props.found.item.sub !== ''}>
          <span class={styles.sub}>{props.found.item.sub}</span>
        </Show>
      </span>
      <Show when={props.found.item.keys}>{(keys) => <kbd aria-hidden="true">{keys()}</kbd>}</Show>
    </div>
  );
}

interface Piece {
  readonly text: string;
  readonly typed: boolean;
}

function toPieces(text: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    if (from > at) pieces.push({ text: text.slice(at, from), typed: false });
    pieces.push({ text: text.slice(Math.max(at, from), to), typed: true });
    at = Math.max(at, to);
  }
  return [...pieces, { text: text.slice(at), typed: false }].filter((piece) => piece.text !== '');
}

function Marked(props: { readonly text: string; readonly spans: readonly Span[] }) {
  const pieces = createMemo(() => toPieces(props.text, props.spans));
  return (
    <For each={pieces()}>
      {(piece) => (
        <Show when={piece.typed} fallback={piece.text}>
          <mark>{piece.text}</mark>
        </Show>
      )}
    </For>
  );
}

function Mark(props: { readonly mark: ChoiceMark }) {
  const icon = () => (props.mark.kind === 'icon' ? props.mark.icon : undefined);
  return (
    <span class={styles.mark}>
      <Switch fallback={<IconArrow data-flips="" />}>
        <Match when={props.mark.kind === 'tone' && props.mark}>
          {(mark) => <StateGlyph shape={mark().tone} />}
        </Match>
        <Match when={props.mark.kind === 'face' && props.mark}>
          {(mark) => <Avatar face={mark().person} size={24} />}
        </Match>
        <Match when={icon() === 'flow'}>
          <IconRails />
        </Match>
        <Match when={icon() === 'fact'}>
          <IconTag />
        </Match>
        <Match when={icon() === 'start'}>
          <IconPlay />
        </Match>
        <Match when={icon() === 'do'}>
          <IconZap />
        </Match>
      </Switch>
    </span>
  );
}
