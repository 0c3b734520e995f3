/**
 * Which part of a map is seen, and how large: the map is moved by `x` and `y` pixels and then drawn `scale` times as
 * large, from its top left corner.
 *
 * Invariants: some of the map stays in sight; the scale stays between `smallest` (or what shows everything) and `largest`.
 */
import { type Accessor, createSignal } from 'solid-js';
import type { MapPoint } from '../../../views/map-view.ts';

export interface Viewport extends MapPoint {
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Area extends MapPoint, Size {}

const smallest = 0.3;
const largest = 2;
/** Of the map that is always in sight, pixels. */
const inSight = 96;
/** Of what a map leaves empty around itself, this much may be out of sight where it is shown whole. */
const spare = 20;
/** A map that fits is shown whole from here on; smaller, and its words are hard to read. */
const readable = 0.8;
/** Of a map that does not fit. */
const ofPart = 0.9;

export interface MapViewport {
  readonly view: Accessor<Viewport>;
  /** The last move was no drag: it may be seen to happen. */
  readonly smooth: Accessor<boolean>;
  readonly panBy: (dx: number, dy: number) => void;
  /** `at`: the place on the screen that stays where it is; the middle when left out. */
  readonly zoomBy: (factor: number, at?: MapPoint, smooth?: boolean) => void;
  /** All of it, never larger than it is drawn. */
  readonly fit: () => void;
  /** As it is seen first: all of it where its words can then be read, else the part with `areas`, or with the first of them. */
  readonly begin: (areas: readonly Area[]) => void;
  /** The stage has another size, so many pixels wider: what was shown whole still is, and else the middle stays. */
  readonly widenBy: (pixels: number) => void;
  /** Brings an area of the map into sight with as little movement as it takes. */
  readonly reveal: (area: Area) => void;
}

export function createMapViewport(map: Accessor<Size>, stage: Accessor<Size>): MapViewport {
  const [view, setView] = createSignal<Viewport>({ x: 0, y: 0, scale: 1 });
  const [smooth, setSmooth] = createSignal(false);
  /** Until it is moved. */
  let isWhole = false;
  const fittingIn = (room: number, size: number): number => room / Math.max(1, size - 2 * spare);
  const fitting = (): number =>
    Math.min(1, fittingIn(stage().width, map().width), fittingIn(stage().height, map().height));
  const bounded = (scale: number): number =>
    Math.min(largest, Math.max(Math.min(smallest, fitting()), scale));
  const show = (next: Viewport, isSmooth: boolean): void => {
    if (![next.x, next.y, next.scale].every((value) => Number.isFinite(value))) return;
    isWhole = false;
    setSmooth(isSmooth);
    setView({
      scale: next.scale,
      x: keepIn(next.x, map().width * next.scale, stage().width),
      y: keepIn(next.y, map().height * next.scale, stage().height),
    });
  };
  const showWhole = (isSmooth: boolean): void => {
    const scale = bounded(fitting());
    show(
      {
        scale,
        x: (stage().width - map().width * scale) / 2,
        y: (stage().height - map().height * scale) / 2,
      },
      isSmooth,
    );
    isWhole = true;
  };
  /** In the middle, as large as it can be read and as much of the map's width as there is room for. */
  const centre = (area: Area, scale: number): void =>
    show(
      {
        scale,
        x: fill(stage().width / 2 - (area.x + area.width / 2) * scale, map().width * scale, stage().width),
        y: fill(
          stage().height / 2 - (area.y + area.height / 2) * scale,
          map().height * scale,
          stage().height,
        ),
      },
      false,
    );
  const middle = (): MapPoint => ({ x: stage().width / 2, y: stage().height / 2 });
  const zoomTo = (wanted: number, at: MapPoint, isSmooth: boolean): void => {
    const { x, y, scale: before } = view();
    const scale = bounded(wanted);
    const grown = scale / before;
    show({ scale, x: at.x - (at.x - x) * grown, y: at.y - (at.y - y) * grown }, isSmooth);
  };
  return {
    view,
    smooth,
    panBy: (dx, dy) => {
      const { x, y, scale } = view();
      show({ x: x + dx, y: y + dy, scale }, false);
    },
    zoomBy: (factor, at, isSmooth = false) => zoomTo(view().scale * factor, at ?? middle(), isSmooth),
    fit: () => showWhole(true),
    begin: (areas) => {
      const [first] = areas;
      if (first === undefined || fitting() >= readable) {
        showWhole(false);
        return;
      }
      // Most are higher than wide: a page of them is better than a piece of a page.
      const beside = Math.min(1, fittingIn(stage().width, map().width));
      const scale = bounded(beside >= readable ? beside : ofPart);
      const all = around(areas);
      const isRoom = all.width * scale <= stage().width && all.height * scale <= stage().height;
      centre(isRoom ? all : first, scale);
    },
    widenBy: (pixels) => {
      const { x, y, scale } = view();
      if (isWhole) showWhole(false);
      else show({ x: x + pixels / 2, y, scale }, false);
    },
    reveal: (area) => {
      const { x, y, scale } = view();
      show(
        {
          scale,
          x: x + missing(x + area.x * scale, area.width * scale, stage().width),
          y: y + missing(y + area.y * scale, area.height * scale, stage().height),
        },
        true,
      );
    },
  };
}

function keepIn(at: number, size: number, room: number): number {
  const seen = Math.min(inSight, size, room);
  return Math.min(room - seen, Math.max(seen - size, at));
}

/** No room is left empty beside a map that is larger than it; a smaller one stands in the middle. */
function fill(at: number, size: number, room: number): number {
  return size <= room ? (room - size) / 2 : Math.min(0, Math.max(room - size, at));
}

function around(areas: readonly Area[]): Area {
  const x = Math.min(...areas.map((area) => area.x));
  const y = Math.min(...areas.map((area) => area.y));
  return {
    x,
    y,
    width: Math.max(...areas.map((area) => area.x + area.width)) - x,
    height: Math.max(...areas.map((area) => area.y + area.height)) - y,
  };
}

/** How far something has to move to lie between the edges; its start counts where it is longer. */
function missing(at: number, size: number, room: number): number {
  const margin = 24;
  if (at < margin) return margin - at;
  const over = at + size - (room - margin);
  return over <= 0 ? 0 : -Math.min(over, at - margin);
}

/** Steps of this many pixels, so that what is drawn changes seldom while the map is dragged. */
const grid = 120;

/** What may be seen, in pixels of the map, and something around it. Everything where the stage has no size yet. */
export function visibleArea({ x, y, scale }: Viewport, { width, height }: Size): Area | null {
  if (width === 0 || height === 0) return null;
  const left = Math.floor(-x / scale / grid - 2) * grid;
  const top = Math.floor(-y / scale / grid - 2) * grid;
  const right = Math.ceil((width - x) / scale / grid + 2) * grid;
  const bottom = Math.ceil((height - y) / scale / grid + 2) * grid;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function isSameArea(a: Area | null, b: Area | null): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

export function overlaps(area: Area | null, other: Area): boolean {
  if (area === null) return true;
  return (
    other.x < area.x + area.width &&
    other.x + other.width > area.x &&
    other.y < area.y + area.height &&
    other.y + other.height > area.y
  );
}
