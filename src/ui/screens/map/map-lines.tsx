/**
 * The lines of a map, under its steps. How strongly one holds is told by its shape: double, whole, dotted, dashed; what
 * has become of it by its colour and width. The baton lies on the one that brought it to me.
 *
 * Lines that look alike and begin near each other are drawn as one: between two stages of six steps there are 36.
 */
import { createMemo, For, Match, Show, Switch } from 'solid-js';
import type { MapEdge, MapPoint } from '../../../views/map-view.ts';
import { edgePath } from './edge-path.ts';
import styles from './flow-map.module.css';
import { type Area, overlaps } from './map-viewport.ts';

/** As the legend names them too. */
export type LineKind = 'after' | 'enforced' | 'soft' | 'onlyIf' | 'standIn';

/** An edge and the area that its line crosses. */
export interface PlacedEdge extends Area {
  readonly item: MapEdge;
}

interface Bundle extends Area {
  readonly state: MapEdge['state'];
  readonly line: LineKind;
  readonly path: string;
  /** Where the baton lies. */
  readonly ends: readonly MapPoint[];
}

/** Lines that begin within this much of the map's height go together, pixels. */
const bundleHeight = 960;

export function lineKind({ kind, strength, outcomes }: MapEdge): LineKind {
  if (kind === 'standIn') return 'standIn';
  if (strength === 'enforced') return 'enforced';
  if (strength === 'soft') return 'soft';
  return outcomes.length > 0 ? 'onlyIf' : 'after';
}

export function MapLines(props: { readonly edges: readonly PlacedEdge[]; readonly area: Area | null }) {
  const bundles = createMemo((): readonly Bundle[] => {
    const alike = Map.groupBy(props.edges, ({ item, y }) =>
      [Math.floor(y / bundleHeight), item.state, lineKind(item)].join(' '),
    );
    return [...alike.values()].map(toBundle);
  });
  return (
    <svg class={styles.lines} aria-hidden="true">
      <For each={bundles().filter((bundle) => overlaps(props.area, bundle))}>
        {({ state, line, path, ends }) => (
          <g data-state={state} data-line={line}>
            <path class={styles.line} d={path} />
            <Show when={line === 'enforced'}>
              <path class={styles.core} d={path} />
            </Show>
            <For each={ends}>{(end) => <Baton x={end.x} y={end.y - 26} />}</For>
          </g>
        )}
      </For>
    </svg>
  );
}

function toBundle(edges: readonly PlacedEdge[]): Bundle {
  const { state } = (edges[0] as PlacedEdge).item;
  const [x, y] = [Math.min(...edges.map((edge) => edge.x)), Math.min(...edges.map((edge) => edge.y))];
  return {
    state,
    line: lineKind((edges[0] as PlacedEdge).item),
    path: edges.map(({ item }) => edgePath(item.points)).join(''),
    ends: state === 'leg' ? edges.flatMap(({ item }) => item.points.slice(-1)) : [],
    x,
    y,
    width: Math.max(...edges.map((edge) => edge.x + edge.width)) - x,
    height: Math.max(...edges.map((edge) => edge.y + edge.height)) - y,
  };
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
