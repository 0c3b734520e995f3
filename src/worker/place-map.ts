/**
 * Where the steps of a map stand, by the layered drawing of Gansner, Koutsofios, North and Vo (1993), as dagre does it.
 * Loaded with the first map that somebody looks at.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { StepId } from '../model/ids.ts';
import type { MapShape } from '../views/map-shape.ts';
import { type MapPlacement, mapNodeHeight, type MapPoint } from '../views/map-view.ts';

/** Room for the baton between two nodes. */
const rankGap = 60;
const nodeGap = 28;
/** Around the whole map, and the room that a frame's head takes above its first node. */
const margin = 32;
const boxPad = 16;
const boxHead = 28;
const labelHeight = 20;

interface Placed extends MapPoint {
  readonly width: number;
  readonly height: number;
}

export function placeMap(shape: MapShape): MapPlacement {
  try {
    return place(shape, true);
  } catch {
    // What a frame asks for cannot always be met: steps and lines are worth more than frames.
    return place(shape, false);
  }
}

function place(shape: MapShape, framed: boolean): MapPlacement {
  const graph = new Graph({ compound: framed });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: nodeGap,
    edgesep: 16,
    ranksep: rankGap,
    marginx: margin,
    marginy: margin,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  // Steps and frames have ids of their own, so that none poses as the other.
  const nodeId = (step: StepId): string => `n ${step}`;
  for (const { step, width } of shape.nodes) graph.setNode(nodeId(step), { width, height: mapNodeHeight });
  if (framed) {
    for (const { key } of shape.boxes) graph.setNode(`b ${key}`, {});
    for (const { key, parent } of shape.boxes)
      if (parent !== null) graph.setParent(`b ${key}`, `b ${parent}`);
    for (const { step, box } of shape.nodes) if (box !== null) graph.setParent(nodeId(step), `b ${box}`);
  }
  for (const { from, to, label } of shape.edges)
    graph.setEdge(
      nodeId(from),
      nodeId(to),
      label === 0 ? {} : { width: label, height: labelHeight, labelpos: 'c' },
    );
  layout(graph);
  const nodes = new Map(
    shape.nodes.map(({ step, width }) => {
      const { x = 0, y = 0 } = graph.node(nodeId(step));
      return [step, { x: Math.round(x - width / 2), y: Math.round(y - mapNodeHeight / 2) }];
    }),
  );
  const widthOf = new Map(shape.nodes.map(({ step, width }) => [step, width]));
  const edges = new Map(
    shape.edges.map(({ key, from, to }) => {
      const bends = (graph.edge(nodeId(from), nodeId(to)) as { readonly points: readonly MapPoint[] }).points;
      const [source, target] = [nodes.get(from), nodes.get(to)];
      const centre = (step: StepId): number => (widthOf.get(step) ?? 0) / 2;
      const ends = (point: MapPoint | undefined, step: StepId, down: number): MapPoint[] =>
        point === undefined ? [] : [{ x: Math.round(point.x + centre(step)), y: point.y + down }];
      return [
        key,
        [
          ...ends(source, from, mapNodeHeight),
          ...bends.slice(1, -1).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
          ...ends(target, to, 0),
        ],
      ];
    }),
  );
  const labels = new Map(
    shape.edges.flatMap(({ key, from, to, label }): [string, MapPoint][] => {
      const { x, y } = graph.edge(nodeId(from), nodeId(to)) as unknown as MapPoint;
      return label === 0 ? [] : [[key, { x: Math.round(x), y }]];
    }),
  );
  const drawn = inReadingOrder(shape, { nodes, edges, labels }, widthOf);
  return finish(shape, evenRows(shape, drawn, framed), widthOf, framed);
}

type Drawn = Pick<MapPlacement, 'nodes' | 'edges' | 'labels'>;

function moveAll({ nodes, edges, labels }: Drawn, move: (point: MapPoint) => MapPoint): Drawn {
  return {
    nodes: new Map([...nodes].map(([step, point]) => [step, move(point)])),
    edges: new Map([...edges].map(([key, points]) => [key, points.map(move)])),
    labels: new Map([...labels].map(([key, point]) => [key, move(point)])),
  };
}

/** What comes first in the plan stands left of what comes later, where that is as good a drawing: of two mirror images. */
function inReadingOrder(
  { nodes: shapes }: MapShape,
  { nodes, edges, labels }: Drawn,
  widthOf: ReadonlyMap<StepId, number>,
): Drawn {
  let turned = 0;
  const seen = new Map<number, number[]>();
  for (const { step } of shapes) {
    const { x, y } = nodes.get(step) ?? { x: 0, y: 0 };
    const row = seen.get(y) ?? [];
    for (const before of row) turned += before > x ? 1 : -1;
    seen.set(y, [...row, x]);
  }
  if (turned <= 0) return { nodes, edges, labels };
  const mirrored = moveAll({ nodes, edges, labels }, ({ x, y }) => ({ x: -x, y }));
  return {
    ...mirrored,
    nodes: new Map(
      [...mirrored.nodes].map(([step, { x, y }]) => [step, { x: x - (widthOf.get(step) ?? 0), y }]),
    ),
  };
}

/**
 * Frames make dagre leave layers empty. Rows come to stand evenly again, with room for as many heads and feet of frames
 * as lie between two of them.
 */
function evenRows(
  { nodes: shapes, boxes }: MapShape,
  { nodes, edges, labels }: Drawn,
  framed: boolean,
): Drawn {
  const rows = [...new Set([...nodes.values()].map(({ y }) => y))].sort((a, b) => a - b);
  const rowOf = new Map(rows.map((y, row) => [y, row]));
  const heads = rows.map(() => 0);
  const feet = rows.map(() => 0);
  const parentOf = new Map(boxes.map(({ key, parent }) => [key, parent]));
  const isInside = (box: string | null, outer: string): boolean => {
    for (let at = box; at !== null; at = parentOf.get(at) ?? null) if (at === outer) return true;
    return false;
  };
  const depthOf = (box: string): number => {
    const parent = parentOf.get(box) ?? null;
    return parent === null ? 1 : 1 + depthOf(parent);
  };
  for (const { key } of framed ? boxes : []) {
    const own = shapes.filter(({ box }) => isInside(box, key)).map(({ step }) => nodes.get(step)?.y ?? 0);
    const [first, last] = [rowOf.get(Math.min(...own)), rowOf.get(Math.max(...own))];
    if (first === undefined || last === undefined) continue;
    heads[first] = Math.max(heads[first] ?? 0, depthOf(key));
    feet[last] = Math.max(feet[last] ?? 0, depthOf(key));
  }
  const tops: number[] = [];
  rows.forEach((_, row) => {
    const above = tops[row - 1];
    tops.push(
      above === undefined
        ? 0
        : above + mapNodeHeight + rankGap + boxHead * (heads[row] ?? 0) + boxPad * (feet[row - 1] ?? 0),
    );
  });
  /** What lies between two rows stays at its share of the way. */
  const moveY = (y: number): number => {
    const row = rows.findLastIndex((top) => top <= y);
    if (row < 0) return 0;
    const [from, to] = [rows[row] ?? 0, rows[row + 1]];
    const [toFrom, toTo] = [tops[row] ?? 0, tops[row + 1]];
    if (to === undefined || toTo === undefined || y - from <= mapNodeHeight) return toFrom + (y - from);
    const share = (y - from - mapNodeHeight) / (to - from - mapNodeHeight);
    return Math.round(toFrom + mapNodeHeight + share * (toTo - toFrom - mapNodeHeight));
  };
  const move = ({ x, y }: MapPoint): MapPoint => ({ x, y: moveY(y) });
  return moveAll({ nodes, edges, labels }, move);
}

/**
 * Frames are drawn around what is in them, with room for a head: dagre's own are as high as whole layers. What would
 * then lie outside of the map moves all of it.
 */
function finish(
  shape: MapShape,
  drawn: Drawn,
  widthOf: ReadonlyMap<StepId, number>,
  framed: boolean,
): MapPlacement {
  const { nodes, edges, labels } = drawn;
  const boxes = new Map<string, Placed>();
  for (const { key } of framed ? shape.boxes.toReversed() : []) {
    const inside: Placed[] = [
      ...shape.nodes.flatMap(({ step, box }) => {
        const point = nodes.get(step);
        return box === key && point !== undefined
          ? [{ ...point, width: widthOf.get(step) ?? 0, height: mapNodeHeight }]
          : [];
      }),
      ...shape.boxes.flatMap((box) => (box.parent === key ? (boxes.get(box.key) ?? []) : [])),
    ];
    if (inside.length > 0) boxes.set(key, around(inside));
  }
  const all: Placed[] = [
    ...shape.nodes.flatMap(({ step, width }) => {
      const point = nodes.get(step);
      return point === undefined ? [] : [{ ...point, width, height: mapNodeHeight }];
    }),
    ...boxes.values(),
    ...[...edges.values()].flat().map((point) => ({ ...point, width: 0, height: 0 })),
    ...shape.edges.flatMap(({ key, label }) => {
      const point = labels.get(key);
      return point === undefined ? [] : [{ x: point.x - label / 2, y: point.y, width: label, height: 0 }];
    }),
  ];
  if (all.length === 0) return { width: 0, height: 0, ...drawn, boxes };
  const left = Math.min(...all.map(({ x }) => x)) - margin;
  const top = Math.min(...all.map(({ y }) => y)) - margin;
  const move = <Point extends MapPoint>(point: Point): Point => ({
    ...point,
    x: point.x - left,
    y: point.y - top,
  });
  return {
    width: Math.max(...all.map(({ x, width }) => x + width)) - left + margin,
    height: Math.max(...all.map(({ y, height }) => y + height)) - top + margin,
    ...moveAll(drawn, move),
    boxes: new Map([...boxes].map(([key, box]) => [key, move(box)])),
  };
}

function around(inside: readonly Placed[]): Placed {
  const x = Math.min(...inside.map((each) => each.x)) - boxPad;
  const y = Math.min(...inside.map((each) => each.y)) - boxHead;
  return {
    x,
    y,
    width: Math.max(...inside.map((each) => each.x + each.width)) + boxPad - x,
    height: Math.max(...inside.map((each) => each.y + each.height)) + boxPad - y,
  };
}
