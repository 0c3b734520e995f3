/** What the lines of this map mean: only those that are on it. */
import { createMemo, For, Show } from 'solid-js';
import type { MapEdge } from '../../../views/map-view.ts';
import styles from './flow-map.module.css';
import { type LineKind, lineKind, LineSample } from './map-lines.tsx';
import { useMapWords } from './use-map-words.ts';

const order: readonly (LineKind | 'leg')[] = ['after', 'leg', 'enforced', 'soft', 'onlyIf', 'standIn'];

export function MapLegend(props: { readonly edges: readonly MapEdge[] }) {
  const words = useMapWords();
  const kinds = createMemo(() => {
    const there = new Set<LineKind | 'leg'>(props.edges.map(lineKind));
    if (props.edges.some(({ state }) => state === 'leg')) there.add('leg');
    return order.filter((kind) => there.has(kind));
  });
  return (
    <Show when={kinds().length > 1}>
      <ul class={styles.legend} aria-label={words.lines}>
        <For each={kinds()}>
          {(kind) => (
            <li class={styles.means}>
              <LineSample kind={kind} />
              {words.legend[kind]}
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
