/** The map as a list: every step with what it starts after, what comes then, and what it is a part of. */
import { createMemo, For, Show } from 'solid-js';
import type { StepId } from '../../../model/ids.ts';
import type { MapBox, MapDrawing, MapEdge, MapNode } from '../../../views/map-view.ts';
import { StateGlyph } from '../../kit/state-glyph.tsx';
import type { MapCard } from './map-card.ts';
import styles from './map-list.module.css';
import { useMapWords } from './use-map-words.ts';

export function MapList(props: {
  readonly map: MapDrawing;
  readonly label: string;
  readonly current: string | null;
  readonly cardOf: (node: MapNode) => MapCard | undefined;
  readonly onOpen: (node: MapNode) => void;
}) {
  const words = useMapWords();
  const titleById = createMemo(
    () => new Map(props.map.nodes.map((node) => [node.step, props.cardOf(node)?.title ?? ''])),
  );
  const title = (step: StepId): string => titleById().get(step) ?? '';
  /** With the outcomes that it takes. */
  const source = ({ from, outcomes }: MapEdge): string =>
    outcomes.length === 0 ? title(from) : words.ofOutcome(title(from), outcomes);
  const lines = (node: MapNode): readonly string[] => {
    const into = props.map.edges.filter(({ to }) => to === node.step);
    const of = (wanted: (edge: MapEdge) => boolean): readonly string[] => into.filter(wanted).map(source);
    const after = of(({ kind, strength }) => kind === 'after' && strength === 'hard');
    const always = of(({ kind, strength }) => kind === 'after' && strength === 'enforced');
    const better = of(({ kind, strength }) => kind === 'after' && strength === 'soft');
    const main = into.find(({ kind }) => kind === 'standIn');
    const then = props.map.edges.filter(({ from, kind }) => from === node.step && kind === 'after');
    const frames = framesAround(props.map.boxes, node);
    return [
      ...(frames.length > 0 ? [words.inside(frames.map(({ name }) => name))] : []),
      ...(into.length === 0 ? [words.startsWith] : []),
      ...(after.length > 0 ? [words.startsAfter(after)] : []),
      ...(always.length > 0 ? [words.alwaysAfter(always)] : []),
      ...(better.length > 0 ? [words.betterAfter(better)] : []),
      ...(main === undefined ? [] : [words.inCaseOf(title(main.from))]),
      ...(then.length > 0 ? [words.leadsTo(then.map(({ to }) => title(to)))] : []),
    ];
  };
  return (
    <ol class={styles.list} aria-label={props.label}>
      <For each={props.map.nodes}>
        {(node) => (
          <Show when={props.cardOf(node)}>
            {(card) => (
              <li class={styles.row} aria-current={node.key === props.current ? 'true' : undefined}>
                <StateGlyph shape={card().tone} />
                <div class={styles.text}>
                  <button
                    type="button"
                    class={styles.open}
                    aria-label={card().spoken}
                    onClick={() => props.onOpen(node)}
                  >
                    {card().title}
                  </button>
                  <For each={lines(node)}>{(line) => <p class={styles.sub}>{line}</p>}</For>
                </div>
              </li>
            )}
          </Show>
        )}
      </For>
    </ol>
  );
}

/** Outer ones first. */
function framesAround(boxes: readonly MapBox[], { x, y }: MapNode): readonly MapBox[] {
  return boxes.filter((box) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height);
}
