/** A step on the map: its glyph, title and second line, and the face of whoever has it. */
import { Show } from 'solid-js';
import type { MapNode } from '../../../views/map-view.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import { ToneText } from '../../kit/tone-text.tsx';
import type { MapCard } from './map-card.ts';
import styles from './flow-map.module.css';
import { useMapWords } from './use-map-words.ts';

export function MapNodeBox(props: {
  readonly node: MapNode;
  readonly card: MapCard;
  readonly current: boolean;
  /** The one that Tab comes to. */
  readonly tabStop: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
}) {
  const words = useMapWords();
  const extra = (): string =>
    props.node.toUndo ? words.toUndo : props.node.onlyIf && !props.card.quiet ? words.condition : '';
  return (
    <li
      class={styles.place}
      style={{
        transform: `translate(${props.node.x}px, ${props.node.y}px)`,
        'inline-size': `${props.node.width}px`,
      }}
    >
      <button
        type="button"
        class={styles.node}
        data-step={props.node.step}
        data-tone={props.card.tone}
        data-quiet={props.card.quiet}
        data-only-if={props.node.onlyIf}
        aria-label={extra() === '' ? props.card.spoken : `${props.card.spoken}, ${extra()}`}
        aria-current={props.current ? 'true' : undefined}
        tabIndex={props.tabStop ? 0 : -1}
        onClick={() => props.onOpen()}
        onFocus={() => props.onFocus()}
      >
        <StateGlyph shape={props.card.tone} />
        <span class={styles.text}>
          <span class={styles.title} dir="auto">
            {props.card.title}
          </span>
          <Show when={props.card.word !== '' || props.card.rest !== '' || extra() !== ''}>
            <span class={styles.sub}>
              <Show when={extra()} fallback={<Second card={props.card} />}>
                {(said) => said()}
              </Show>
            </span>
          </Show>
        </span>
        <Show when={props.card.face}>{(face) => <Avatar face={face()} size={24} />}</Show>
      </button>
    </li>
  );
}

function Second(props: { readonly card: MapCard }) {
  return (
    <Show when={props.card.word} fallback={props.card.rest}>
      <ToneText tone={props.card.tone}>{props.card.word}</ToneText>
      <Show when={props.card.rest}>{(rest) => <>, {rest()}</>}</Show>
    </Show>
  );
}
