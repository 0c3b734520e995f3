/** Where an arrow key leads on a map: up and down along the lines, sideways to what stands beside. */
import type { StepId } from '../../../model/ids.ts';
import type { MapDrawing, MapNode } from '../../../views/map-view.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

export function findNeighbour(map: MapDrawing, from: MapNode, direction: Direction): MapNode | null {
  if (direction === 'left' || direction === 'right') return findBeside(map, from, direction);
  const ends = map.edges.flatMap((edge): StepId[] =>
    direction === 'down' && edge.from === from.step
      ? [edge.to]
      : direction === 'up' && edge.to === from.step
        ? [edge.from]
        : [],
  );
  return nearest(
    map.nodes.filter(({ step }) => ends.includes(step)),
    from,
  );
}

/** In the same row; at its end nothing. */
function findBeside(map: MapDrawing, from: MapNode, direction: 'left' | 'right'): MapNode | null {
  const way = direction === 'left' ? -1 : 1;
  return nearest(
    map.nodes.filter(({ x, y }) => Math.abs(y - from.y) < from.height && (x - from.x) * way > 0),
    from,
  );
}

function nearest(nodes: readonly MapNode[], from: MapNode): MapNode | null {
  let best: MapNode | null = null;
  for (const node of nodes) if (best === null || distance(node, from) < distance(best, from)) best = node;
  return best;
}

function distance(a: MapNode, b: MapNode): number {
  return Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y - b.y);
}
