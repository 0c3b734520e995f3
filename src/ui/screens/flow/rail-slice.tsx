/**
 * One row's share of the rail: lanes that come in, pass by and go out, and the row's node.
 * It stretches with the row's height, so rows may be of any height. As few elements as can be: a rail has hundreds of rows,
 * and each of them is painted again as it is scrolled.
 * Lanes are 16 px apart; a change of lane is an S-curve next to the node ("leave early, merge late").
 * A strand of folded lanes is two lines, and goes around a node that stands on its lane.
 */
import { createMemo, Index, Show } from 'solid-js';
import type { RailSlice as Slice, RailTrack } from '../../../views/flow-view.ts';
import type { Tone } from '../../../views/shared.ts';
import { StateShape } from '../../kit/state-glyph.tsx';
import styles from './rail-slice.module.css';

const firstLane = 32;
const lanePitch = 16;
/** What goes around a node stands this far from its middle: outside of its ring, before the text. */
const aroundBy = 15;
/** Units of the row's height, which is stretched to what it is; any number does. */
const half = 100;
const row = 2 * half;

export function laneAt(lane: number): number {
  return firstLane + lane * lanePitch;
}

/** Beside the node at the seam of the two halves, where it stands on the same lane. */
function around(lane: number, node: number): number {
  return lane === node ? lane + aroundBy : lane;
}

/** From the row's upper edge to its middle. */
function upper(from: number, to: number): string {
  return curve(0, from, to);
}

/** From its middle to its lower edge. */
function lower(from: number, to: number): string {
  return curve(half, from, to);
}

function curve(top: number, from: number, to: number): string {
  const end = top + half;
  if (from === to) return `M${from} ${top}V${end}`;
  return `M${from} ${top}C${from} ${top + half * 0.55} ${to} ${top + half * 0.35} ${to} ${end}`;
}

/** `url(#…)` of the leg's gradients, which the list defines once. */
const legStroke = { in: 'url(#rail-leg-in)', out: 'url(#rail-leg-out)', through: 'var(--turn-m)' } as const;

/** Tracks of one row's half that look alike, drawn with one line. */
interface Stroke {
  readonly kind: RailTrack['kind'];
  readonly many: boolean;
  readonly part: keyof typeof legStroke;
  readonly d: string;
}

function toStroke({ kind, many }: RailTrack, part: Stroke['part'], d: string): Stroke {
  return { kind, many: many === true, part, d };
}

/** A row has up to a dozen tracks, a screen ten rows: every line less is drawn sooner. */
function toStrokes(strokes: readonly Stroke[]): readonly Stroke[] {
  const alike = Map.groupBy(strokes, ({ kind, many, part }) => (kind === 'leg' ? part : `${kind} ${many}`));
  return [...alike.values()].map((all) => ({ ...(all[0] as Stroke), d: all.map(({ d }) => d).join('') }));
}

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
  const passes = (lane: number): number =>
    props.bare === true ? laneAt(lane) : around(laneAt(lane), node());
  const strokes = createMemo(() => {
    const { through, in: coming, out } = props.slice;
    return toStrokes([
      ...through.map((track) => toStroke(track, 'through', upper(laneAt(track.lane), passes(track.lane)))),
      ...through.map((track) => toStroke(track, 'through', lower(passes(track.lane), laneAt(track.lane)))),
      ...coming.map((track) => toStroke(track, 'in', upper(laneAt(track.lane), node()))),
      ...out.map((track) => toStroke(track, 'out', lower(node(), laneAt(track.lane)))),
    ]);
  });
  return (
    <svg class={styles.slice} aria-hidden="true">
      <svg width="100" height="100%" viewBox={`0 0 100 ${row}`} preserveAspectRatio="none" overflow="visible">
        <Index each={strokes()}>
          {(stroke) => (
            <>
              <path
                class={styles.track}
                data-kind={stroke().kind}
                data-many={stroke().many}
                d={stroke().d}
                style={{ stroke: stroke().kind === 'leg' ? legStroke[stroke().part] : undefined }}
              />
              <Show when={stroke().many}>
                <path class={styles.between} d={stroke().d} />
              </Show>
            </>
          )}
        </Index>
      </svg>
      <Show when={props.bare !== true}>
        <svg x={node()} y="50%" overflow="visible">
          <g class={styles.node} data-node={props.nodeKey} transform="translate(-12 -12)">
            <Show when={props.again === true}>
              <path
                class={styles.again}
                transform="translate(12 12)"
                d="M-3-15.5a15.5 15.5 0 1 1-11.2 8.2M-18-9.5l3.6 2.4 2.6-3.6"
              />
            </Show>
            <Show
              when={props.tone === 'turn'}
              fallback={
                <>
                  <circle cx="12" cy="12" r={props.tone === 'next' ? 8 : 13} fill="var(--ground)" />
                  <StateShape shape={props.tone} />
                </>
              }
            >
              <rect x="1" y="-10" width="22" height="44" rx="11" fill="var(--ground)" />
              <rect x="5" y="-6" width="14" height="36" rx="7" fill="var(--turn)" />
              <path d="M5 6h14M5 18h14" stroke="var(--ground)" stroke-width="1.75" />
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
        <linearGradient id="rail-leg-out" gradientUnits="userSpaceOnUse" x1="0" y1={half} x2="0" y2={row}>
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
