/**
 * The graph of a definition as the rail draws it: indices into the steps, edges that a longer path
 * already tells left out (transitive reduction).
 *
 * Invariants: always acyclic, whatever the definition holds; an edge from a step that is not there,
 * or one that would close a circle, is not drawn. Depends on ids and `after` only.
 */
import type { StepDefinition } from '../model/workflow.ts';

export interface StepGraph {
  readonly size: number;
  /** Direct predecessors and successors in the reduced graph, in definition order. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
  /** A topological order that stays as near to the definition's as it can. */
  readonly topological: readonly number[];
}

export function computeStepGraph(steps: readonly StepDefinition[]): StepGraph {
  const size = steps.length;
  const indexById = new Map(steps.map((step, index) => [step.id, index]));
  const drawn = steps.map((step, index) => {
    const from = new Set<number>();
    for (const dependency of step.after) {
      const source = indexById.get(dependency.from);
      if (source !== undefined && source !== index) from.add(source);
    }
    return from;
  });
  const topological = orderSteps(drawn);
  const rank = new Int32Array(size);
  topological.forEach((step, at) => {
    rank[step] = at;
  });
  const before = reduce(
    drawn.map((from, index) => [...from].filter((source) => at(rank, source) < at(rank, index))),
    topological,
    rank,
  );
  const after: number[][] = Array.from({ length: size }, () => []);
  before.forEach((from, index) => {
    for (const source of from) after[source]?.push(index);
  });
  return { size, before, after, topological };
}

/** Earliest step of the definition first among those that may come; a circle is cut at its first step. */
function orderSteps(before: readonly ReadonlySet<number>[]): number[] {
  const missing = before.map((from) => from.size);
  const after: number[][] = before.map(() => []);
  before.forEach((from, index) => {
    for (const source of from) after[source]?.push(index);
  });
  const placed = new Uint8Array(before.length);
  const order: number[] = [];
  while (order.length < before.length) {
    const free = missing.findIndex((left, index) => left <= 0 && placed[index] === 0);
    const next = free < 0 ? placed.indexOf(0) : free;
    placed[next] = 1;
    order.push(next);
    for (const target of after[next] ?? []) missing[target] = (missing[target] ?? 0) - 1;
  }
  return order;
}

/** Keeps an edge only when no other predecessor already lies behind its source. Bit sets: n²/32 words. */
function reduce(
  before: readonly (readonly number[])[],
  topological: readonly number[],
  rank: Int32Array,
): readonly (readonly number[])[] {
  const words = (before.length + 31) >>> 5;
  const ancestors = new Uint32Array(before.length * words);
  const reduced: number[][] = Array.from({ length: before.length }, () => []);
  for (const step of topological) {
    const base = step * words;
    const nearestFirst = [...(before[step] ?? [])].sort((a, b) => at(rank, b) - at(rank, a));
    const kept: number[] = [];
    for (const source of nearestFirst) {
      const word = base + (source >>> 5);
      if ((at(ancestors, word) & (1 << (source & 31))) !== 0) continue;
      kept.push(source);
      for (let offset = 0; offset < words; offset += 1) {
        ancestors[base + offset] = at(ancestors, base + offset) | at(ancestors, source * words + offset);
      }
      ancestors[word] = at(ancestors, word) | (1 << (source & 31));
    }
    reduced[step] = kept.sort((a, b) => a - b);
  }
  return reduced;
}

function at(numbers: Int32Array | Uint32Array, index: number): number {
  return numbers[index] ?? 0;
}
