/**
 * The lines of a map: who starts after whom, without those that a longer way already tells.
 *
 * Invariants: at most one line between two steps; none from or to a step that is not there; a line that blocks is never
 * left out for a way that only warns, nor one that is followed for some outcomes alone.
 */
import type { PlacedDependency, PlacedStep } from '../engine/items/placed-step.ts';
import type { StepId } from '../model/ids.ts';
import type { DependencyStrength } from '../model/workflow.ts';
import { computeStepGraph } from './step-graph.ts';

/** `standIn`: the step that it leads to comes in when the one that it leaves stalls. */
export type MapEdgeKind = 'after' | 'standIn';

export interface MapLink {
  readonly key: string;
  readonly from: StepId;
  readonly to: StepId;
  readonly kind: MapEdgeKind;
  readonly strength: DependencyStrength;
  /** Names of the outcomes that it is followed for; empty: whatever the outcome. */
  readonly outcomes: readonly string[];
}

const strongest: readonly DependencyStrength[] = ['enforced', 'hard', 'soft'];

export function computeMapLinks(steps: readonly PlacedStep[]): readonly MapLink[] {
  const stepById = new Map(steps.map((step) => [step.id, step]));
  const told = tellingPairs(steps);
  const toldHard = tellingPairs(
    steps.map((step) => ({ ...step, after: step.after.filter(({ strength }) => strength !== 'soft') })),
  );
  return steps.flatMap((step): MapLink[] => {
    const bySource = new Map<StepId, PlacedDependency[]>();
    for (const dependency of step.after) {
      if (!stepById.has(dependency.from) || dependency.from === step.id) continue;
      const known = bySource.get(dependency.from);
      if (known === undefined) bySource.set(dependency.from, [dependency]);
      else known.push(dependency);
    }
    const links = [...bySource].flatMap(([from, dependencies]): MapLink[] => {
      const strength = strengthOf(dependencies);
      const outcomes = outcomesOf(stepById.get(from), dependencies);
      const pairs = strength === 'soft' ? told : toldHard;
      if (outcomes.length === 0 && pairs.get(step.id)?.has(from) !== true) return [];
      return [{ key: linkKey(from, step.id), from, to: step.id, kind: 'after', strength, outcomes }];
    });
    const main = step.fallbackOf;
    if (main === undefined || !stepById.has(main) || links.some(({ from }) => from === main)) return links;
    return [
      ...links,
      {
        key: linkKey(main, step.id),
        from: main,
        to: step.id,
        kind: 'standIn',
        strength: 'hard',
        outcomes: [],
      },
    ];
  });
}

function linkKey(from: StepId, to: StepId): string {
  return `${from} > ${to}`;
}

/** By target: the sources that no longer way tells. */
function tellingPairs(steps: readonly PlacedStep[]): ReadonlyMap<StepId, ReadonlySet<StepId>> {
  const { before } = computeStepGraph(steps);
  return new Map(
    steps.map(({ id }, index) => [
      id,
      new Set((before[index] ?? []).flatMap((source) => steps[source]?.id ?? [])),
    ]),
  );
}

function strengthOf(dependencies: readonly PlacedDependency[]): DependencyStrength {
  const strengths = new Set(dependencies.map(({ strength = 'hard' }) => strength));
  return strongest.find((each) => strengths.has(each)) ?? 'hard';
}

/** Nothing where one of them is followed whatever the outcome. */
function outcomesOf(source: PlacedStep | undefined, dependencies: readonly PlacedDependency[]): string[] {
  if (dependencies.some(({ outcomes }) => outcomes === undefined)) return [];
  const ids = new Set(dependencies.flatMap(({ outcomes = [] }) => outcomes));
  return [...ids].map((id) => source?.outcomes?.find((outcome) => outcome.id === id)?.name ?? id);
}
