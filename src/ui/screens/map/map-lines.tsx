/**
 * The lines of a map, under its steps. How strongly one holds is told by its shape: double, whole, dotted, dashed; what
 * has become of it by its colour and width. The baton lies on the one that brought it to me.
 */
import { For, Match, Show, Switch } from 'solid-js';
import type { MapEdge } from '../../../views/map-view.ts';
import { edgePath } from './edge-path.ts';
import styles from './flow-map.module.css';

/** As the legend names them too. */
export type LineKind = 'after' | 'enforced' | 'soft' | 'onlyIf' | 'standIn';

export function lineKind({ kind, strength, outcomes }: MapEdge): LineKind {
  if (kind === 'standIn') return 'standIn';
  if (strength === 'enforced') return 'enforced';
  if (strength === 'soft') return 'soft';
  return outcomes.length > 0 ? 'onlyIf' : 'after';
}

export function MapLines(props: { readonly edges: readonly MapEdge[] }) {
  return (
    <svg class={styles.lines} aria-hidden="true">
      <For each={props.edges}>
        {(edge) => (
          <g data-state={edge.state} data-line={lineKind(edge)}>
            <path class={styles.line} d={edgePath(edge.points)} />
            <Show when={lineKind(edge) === 'enforced'}>
              <path class={styles.core} d={edgePath(edge.points)} />
            </Show>
            <Show when={edge.state === 'leg' ? edge.points.at(-1) : undefined}>
              {(end) => <Baton x={end().x} y={end().y - 26} />}
            </Show>
          </g>
        )}
      </For>
    </svg>
  );
}

function Baton(props: { readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${props.x} ${props.y})`}>
      <rect x="-11" y="-22" width="22" height="44" rx="11" fill="var(--ground)" />
      <rect x="-7" y="-18" width="14" height="36" rx="7" fill="var(--turn)" />
      <path d="M-7-6h14M-7 6h14" stroke="var(--ground)" stroke-width="1.75" />
    </g>
  );
}

/** A piece of a line, for the legend. */
export function LineSample(props: { readonly kind: LineKind | 'leg' }) {
  return (
    <svg class={styles.sample} viewBox="0 0 36 12" aria-hidden="true">
      <Switch>
        <Match when={props.kind === 'leg'}>
          <g data-state="leg">
            <path class={styles.line} d="M2 6H34" />
          </g>
        </Match>
        <Match when={true}>
          <g data-state="next" data-line={props.kind}>
            <path class={styles.line} d="M2 6H34" />
            <Show when={props.kind === 'enforced'}>
              <path class={styles.core} d="M2 6H34" />
            </Show>
          </g>
        </Match>
      </Switch>
    </svg>
  );
}
