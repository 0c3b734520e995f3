/**
 * The order of the rail's rows, when the order that somebody wrote needs more lanes than it must:
 * depth first, always the step that leaves the fewest tracks open.
 */
import type { StepGraph } from './step-graph.ts';

export function computeRailOrder(graph: StepGraph): readonly number[] {
  const missing = graph.before.map((from) => from.length);
  const opened = graph.before.map((from, step) => (graph.after[step]?.length ?? 0) - from.length);
  /** Row of the nearest predecessor: going on from it keeps a branch in one piece. */
  const nearestSource = new Int32Array(graph.size).fill(-1);
  const order: number[] = [];
  const ready = graph.topological.filter((step) => missing[step] === 0);
  while (ready.length > 0) {
    let best = 0;
    for (let candidate = 1; candidate < ready.length; candidate += 1) {
      if (compare(ready[candidate] ?? 0, ready[best] ?? 0) < 0) best = candidate;
    }
    const step = ready.splice(best, 1)[0] ?? 0;
    order.push(step);
    for (const next of graph.after[step] ?? []) {
      nearestSource[next] = order.length - 1;
      const left = (missing[next] ?? 0) - 1;
      missing[next] = left;
      if (left === 0) ready.push(next);
    }
  }
  return order;

  function compare(a: number, b: number): number {
    return (
      (opened[a] ?? 0) - (opened[b] ?? 0) || (nearestSource[b] ?? -1) - (nearestSource[a] ?? -1) || a - b
    );
  }
}
