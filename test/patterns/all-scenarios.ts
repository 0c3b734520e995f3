/** One scenario a pattern, in the order of their numbers. */
import { branching } from './branching.ts';
import { items } from './items.ts';
import { loops } from './loops.ts';
import type { Scenario } from './scenario.ts';
import { state } from './state.ts';

export const allScenarios: readonly Scenario[] = [...branching, ...items, ...loops, ...state].sort(
  (a, b) => a.number - b.number,
);
