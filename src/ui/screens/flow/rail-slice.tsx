/**
 * One row's share of the rail: lanes that come in, pass by and go out, and the row's node.
 * The two halves stretch with the row's height, so rows may be of any height and the list may be virtual.
 * Lanes are 16 px apart; a change of lane is an S-curve next to the node ("leave early, merge late").
 * A strand of folded lanes is two lines, and goes around a node that stands on its lane.
 */
import { For, Show } from 'solid-js';
import type { RailSlice as Slice, RailTrack } from '../../../views/flow-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { StateShape } from '../../kit/state-glyph.tsx';
import styles from './rail-slice.module.css';

const firstLane = 32;
const lanePitch = 16;
/** What goes around a node stands this far from its middle: outside of its ring, before the text. */
const aroundBy = 15;
/** Units of the stretched halves; any number does. */
const half = 100;

export function laneAt(lane: number): number {
  return firstLane + lane * lanePitch;
}

/** Beside the node at the seam of the two halves, where it stands on the same lane. */
function around(lane: number, node: number): number {
  return lane === node ? lane + aroundBy : lane;
}

function curve(from: number, to: number): string {
  return from === to
    ? `M${from} 0V${half}`
    : `M${from} 0C${from} ${half * 0.55} ${to} ${half * 0.35} ${to} ${half}`;
}

/** `url(#…)` of the leg's gradients, which the list defines once. */
const legStroke = { in: 'url(#rail-leg-in)', out: 'url(#rail-leg-out)', through: 'var(--turn-m)' } as const;

export function RailSlice(props: {
  readonly slice: Slice;
  readonly tone: Tone;
  readonly nodeKey: string;
  /** A later round: the node has another behind it. */
  readonly again?: boolean;
  /** Tracks only, no node. */
  readonly bare?: boolean;
}) {
  const node = () => laneAt(props.slice.lane);
  const track = (item: RailTrack, from: number, to: number, part: keyof typeof legStroke) => (
    <>
      <path
        class={styles.track}
        data-kind={item.kind}
        data-many={item.many === true}
        d={curve(from, to)}
        stroke={undefined}
        ref={(path) => {
          if (item.kind === 'leg') path.style.setProperty('stroke', legStroke[part]);
        }}
      />
      <Show when={item.many}>
        <path class={styles.between} d={curve(from, to)} />
      </Show>
    </>
  );
  const passes = (lane: number): number =>
    props.bare === true ? laneAt(lane) : around(laneAt(lane), node());
  return (
    <svg class={styles.slice} aria-hidden="true">
      <svg height="50%" width="100" viewBox={`0 0 100 ${half}`} preserveAspectRatio="none">
        <For each={props.slice.through}>
          {(item) => track(item, laneAt(item.lane), passes(item.lane), 'through')}
        </For>
        <For each={props.slice.in}>{(item) => track(item, laneAt(item.lane), node(), 'in')}</For>
      </svg>
      <svg y="50%" height="50%" width="100" viewBox={`0 0 100 ${half}`} preserveAspectRatio="none">
        <For each={props.slice.through}>
          {(item) => track(item, passes(item.lane), laneAt(item.lane), 'through')}
        </For>
        <For each={props.slice.out}>{(item) => track(item, node(), laneAt(item.lane), 'out')}</For>
      </svg>
      <Show when={props.bare !== true}>
        <svg x={node()} y="50%" overflow="visible">
          <Show when={props.again === true}>
            <path class={styles.again} d="M-3-15.5a15.5 15.5 0 1 1-11.2 8.2M-18-9.5l3.6 2.4 2.6-3.6" />
          </Show>
          <g class={styles.node} data-node={props.nodeKey}>
            <Show
              when={props.tone === 'turn'}
              fallback={
                <>
                  <circle r={props.tone === 'next' ? 8 : 13} fill="var(--ground)" />
                  <g transform="translate(-12 -12)">
                    <StateShape shape={props.tone} />
                  </g>
                </>
              }
            >
              <rect x="-11" y="-22" width="22" height="44" rx="11" fill="var(--ground)" />
              <rect x="-7" y="-18" width="14" height="36" rx="7" fill="var(--turn)" />
              <path d="M-7-6h14M-7 6h14" stroke="var(--ground)" stroke-width="1.75" />
            </Show>
          </g>
        </svg>
      </Show>
    </svg>
  );
}

/** The leg fades in over the two half rows that it spans. */
export function RailGradients() {
  return (
    <svg width="0" height="0" aria-hidden="true">
      <defs>
        <linearGradient id="rail-leg-out" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2={half}>
          <stop offset="0.2" stop-color="var(--turn-l)" />
          <stop offset="1" stop-color="var(--turn-m)" />
        </linearGradient>
        <linearGradient id="rail-leg-in" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2={half}>
          <stop offset="0" stop-color="var(--turn-m)" />
          <stop offset="0.4" stop-color="var(--turn)" />
        </linearGradient>
      </defs>
    </svg>
  );
}
