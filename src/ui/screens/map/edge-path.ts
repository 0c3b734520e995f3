/** The line of an edge: leaves downwards, arrives downwards, and bends in between without a corner. */
import type { MapPoint } from '../../../views/map-view.ts';

/** The `d` of an SVG path through the points, vertical at each of them. */
export function edgePath(points: readonly MapPoint[]): string {
  const [first, ...others] = points;
  if (first === undefined) return '';
  let from = first;
  let path = `M${from.x} ${from.y}`;
  for (const to of others) {
    const middle = (from.y + to.y) / 2;
    path += to.x === from.x ? `V${to.y}` : `C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
    from = to;
  }
  return path;
}
