/** What edges tell the step that they lead into, read from a state by ENGINE §4 and by nothing of the engine's. */
import type { OccurrenceState, RunState } from '../../src/engine/run-state.ts';
import type { PlacedStep } from '../../src/engine/items/placed-step.ts';
import type { StepId } from '../../src/model/ids.ts';
import type { Dependency, StepDefinition } from '../../src/model/workflow.ts';

export type Edge = 'unknown' | 'live' | 'dead' | 'failed' | 'barred';

export function edgeOf({ outcomes, strength }: Dependency, source: OccurrenceState): Edge {
  const otherwise = strength === 'enforced' ? 'barred' : 'dead';
  const taken = (outcome: string | null): Edge =>
    outcomes === undefined || (outcome !== null && outcomes.includes(outcome)) ? 'live' : otherwise;
  switch (source.status) {
    case 'completed': {
      const said = new Set(
        source.conflict.length > 0
          ? source.conflict.map((side) => taken(side.outcome))
          : [taken(source.outcome)],
      );
      return said.size === 1 ? ([...said][0] as Edge) : 'unknown';
    }
    case 'skipped':
      return outcomes === undefined ? 'live' : otherwise;
    case 'withdrawn':
      return source.withdrawnBecause === 'runFinished' ? 'unknown' : 'dead';
    case 'terminated':
      return 'dead';
    case 'failed':
      return 'failed';
    default:
      return 'unknown';
  }
}

/** As the join counts them: those that are not soft, those of a section's items as one [J6]. */
export function hardEdgesInto(step: PlacedStep, state: RunState): readonly Edge[] {
  const hard = step.after.filter(({ strength }) => strength !== 'soft');
  const read = (dependencies: readonly Dependency[]): readonly Edge[] =>
    dependencies.map((dependency) => edgeOf(dependency, currentOf(state, dependency.from)));
  return [
    ...read(hard.filter(({ gather }) => gather === undefined)),
    ...(step.gathers ?? []).map((gather, index) => {
      const own = hard.filter((dependency) => dependency.gather === index);
      const waysIn = read([...own.filter(({ gate }) => gate), ...gather.gates]);
      const ways = joinOf({}, waysIn);
      const ofItems = own.filter(({ gate }) => !gate);
      const pairs = new Set(ofItems.flatMap(({ pair }) => pair ?? []));
      const items = [
        ...read(ofItems.filter(({ pair }) => pair === undefined)),
        // A step of an item and what stands in for it: one of them is enough.
        ...[...pairs].map((pair) => {
          const both = read(ofItems.filter((each) => each.pair === pair));
          return asOne({ join: { kind: 'any' } }, both);
        }),
      ];
      if (gather.isOpen && ways !== 'dead') {
        // What is still to come may change everything, but a failure, and what is already enough.
        const enough = gather.rule.kind === 'count' && count(items, 'live') >= gather.rule.count;
        const failed = gather.rule.kind === 'all' && count(items, 'failed') > 0;
        return enough ? 'live' : failed ? 'failed' : 'unknown';
      }
      return items.length === 0 ? asOne({}, waysIn) : asOne({ join: gather.rule }, items);
    }),
  ];
}

function count(edges: readonly Edge[], wanted: Edge): number {
  return edges.filter((edge) => edge === wanted).length;
}

/** Several edges as one: what is dead because of one that is barred is barred. */
function asOne(step: Pick<StepDefinition, 'join'>, edges: readonly Edge[]): Edge {
  const edge = edgeOfJoin[joinOf(step, edges)];
  return edge === 'dead' && edges.includes('barred') ? 'barred' : edge;
}

const edgeOfJoin = { ready: 'live', waiting: 'unknown', blocked: 'failed', dead: 'dead' } as const;

export type Join = 'ready' | 'waiting' | 'blocked' | 'dead';

export function joinOf({ join }: Pick<StepDefinition, 'join'>, edges: readonly Edge[]): Join {
  const count = (edge: Edge): number => edges.filter((one) => one === edge).length;
  const [live, unknown, failed] = [count('live'), count('unknown'), count('failed')];
  if (edges.length === 0) return 'ready';
  const kind = join?.kind ?? 'all';
  if (kind === 'always') return unknown > 0 ? 'waiting' : 'ready';
  if (kind === 'all') {
    if (failed > 0) return 'blocked';
    return unknown > 0 ? 'waiting' : live > 0 && count('barred') === 0 ? 'ready' : 'dead';
  }
  const needed = join?.kind === 'count' ? join.count : 1;
  if (live >= needed) return 'ready';
  if (live + unknown >= needed) return 'waiting';
  return live + unknown + failed >= needed ? 'blocked' : 'dead';
}

export function currentOf(state: RunState, step: StepId): OccurrenceState {
  const current = state.current.get(step);
  if (current === undefined) throw new Error(`${step} is in the plan and has no state`);
  return current;
}
