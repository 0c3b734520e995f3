/** Keeps the overlaps of a run up: worked out anew when it is asked, if a step that a rule is about was looked at since. */
import type { StepId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import type { Causality } from '../causality.ts';
import type { StepNode } from '../plan-graph.ts';
import type { RunFrame } from '../run-frame.ts';
import {
  type Overlap,
  overlapOf,
  type Span,
  spansOfOption,
  spansOfSection,
  spansOfStep,
} from './overlaps.ts';
import { placeTogetherRules, type PlacedRule } from './together-rules.ts';

export interface OverlapBoard {
  /** Something may have become of the step. */
  readonly doubt: (node: StepNode) => void;
  /** In the order of the rules and of the plan; the same list while it says the same. */
  readonly read: () => readonly Overlap[];
}

const none: readonly never[] = [];
const idle: OverlapBoard = { doubt: () => undefined, read: () => none };

export function createOverlapBoard(
  { plan, items }: Pick<RunFrame, 'plan' | 'items'>,
  nodeOf: (step: StepId) => StepNode | undefined,
  order: Pick<Causality, 'saw' | 'compare'>,
): OverlapBoard {
  const rules = placeTogetherRules(plan.sections, items);
  if (rules.length === 0) return idle;
  const ruled = new Set(rules.flatMap(({ parties }) => parties.flat()));
  let known: readonly Overlap[] = none;
  let isDoubted = true;
  return {
    doubt: ({ id }) => {
      if (ruled.has(id)) isDoubted = true;
    },
    read: () => {
      if (!isDoubted) return known;
      isDoubted = false;
      const now = rules.flatMap((rule) => findOverlaps(rule, nodeOf, order));
      if (!isSame(known, now)) known = now;
      return known;
    },
  };
}

function findOverlaps(
  { section, kind, parties }: PlacedRule,
  nodeOf: (step: StepId) => StepNode | undefined,
  order: Pick<Causality, 'saw' | 'compare'>,
): readonly Overlap[] {
  const spansOf = (party: readonly StepId[]): readonly Span[] => {
    const nodes = party.flatMap((place) => nodeOf(place) ?? []);
    if (kind === 'apartFrom') return spansOfSection(nodes, order);
    return nodes.flatMap((node) =>
      kind === 'firstBegun' ? spansOfOption(node, order) : spansOfStep(node, order),
    );
  };
  const begun = parties.map(spansOf).filter((spans) => spans.length > 0);
  return begun.flatMap((spans, index) =>
    begun.slice(index + 1).flatMap((others): readonly Overlap[] => {
      for (const span of spans) {
        for (const other of others) {
          const since = overlapOf(span, other, order);
          if (since !== null) return [{ section, kind, steps: [span.place, other.place], since: since.id }];
        }
      }
      return none;
    }),
  );
}
