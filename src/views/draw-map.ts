/** A plan and where its steps stand, put together to what a map draws. What has no place yet is left out. */
import type { StepId } from '../model/ids.ts';
import type { MapLink } from './map-links.ts';
import type { MapPlan, MapShape } from './map-shape.ts';
import { type MapDrawing, type MapEdge, type MapNode, mapNodeHeight, type MapPlacement } from './map-view.ts';

/** Null while it is still being worked out. */
export type FindPlacement = (shape: MapShape) => MapPlacement | null;

export const nothingDrawn: MapDrawing = { nodes: [], edges: [], boxes: [], width: 0, height: 0 };

/** What is drawn of a step or a line besides where it stands. */
export interface MapMeaning {
  /** Null: it is not drawn. */
  readonly nodeOf: (step: StepId) => Pick<MapNode, 'key' | 'onlyIf' | 'toUndo'> | null;
  readonly stateOf: (link: MapLink) => MapEdge['state'];
}

export function drawMap(
  { shape, links, frames }: MapPlan,
  placement: MapPlacement,
  { nodeOf, stateOf }: MapMeaning,
): MapDrawing {
  return {
    nodes: shape.nodes.flatMap(({ step, width }) => {
      const [at, own] = [placement.nodes.get(step), nodeOf(step)];
      return at === undefined || own === null ? [] : [{ ...at, ...own, step, width, height: mapNodeHeight }];
    }),
    edges: links.flatMap((link) => {
      const points = placement.edges.get(link.key);
      if (points === undefined) return [];
      const state = link.kind === 'standIn' ? 'next' : stateOf(link);
      return [{ ...link, points, state, label: placement.labels.get(link.key) ?? null }];
    }),
    boxes: frames.flatMap(({ key, kind, name, rule }) => {
      const place = placement.boxes.get(key);
      return place === undefined ? [] : [{ key, kind, name, rule, ...place }];
    }),
    width: placement.width,
    height: placement.height,
  };
}
