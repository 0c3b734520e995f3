/**
 * Where every step of a flow stands on the rail, and which tracks pass it.
 *
 * Depends on the definition's ids and edges alone, never on what has happened, so that no row jumps
 * while a flow runs. The order that somebody wrote is kept unless another needs fewer lanes. Edges
 * merge late, each on its own lane, as long as that fits the lanes a phone shows; then edges to one step share
 * a lane, and where that does not do either the lanes beyond are folded (`rail-fold.ts`).
 */
import type { StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { RailSlice, RailTrack } from './flow-view.ts';
import { foldLanes } from './rail-fold.ts';
import { assignLanes, type LaneRows, type LaneTrack } from './rail-lanes.ts';
import { computeRailOrder } from './rail-order.ts';
import { computeStepGraph, type StepGraph } from './step-graph.ts';

/** An edge of the rail, whose kind depends on what has happened. */
export interface RailEdge {
  readonly from: StepId;
  readonly to: StepId;
}

export interface RailLayoutTrack {
  readonly lane: number;
  /** Several only where edges to one step share a lane, or where lanes are folded. */
  readonly edges: readonly RailEdge[];
  /** A strand of folded lanes, to different steps. */
  readonly many?: true;
}

export interface RailLayoutRow {
  readonly step: StepId;
  readonly lane: number;
  readonly in: readonly RailLayoutTrack[];
  readonly out: readonly RailLayoutTrack[];
  readonly through: readonly RailLayoutTrack[];
}

export interface RailLayout {
  readonly rows: readonly RailLayoutRow[];
  /** Lanes used at most, and no more than a phone shows. */
  readonly lanes: number;
}

/** As many lanes as a phone shows before it folds. */
const lanesOnAPhone = 4;

const layoutBySteps = new WeakMap<readonly StepDefinition[], RailLayout>();

/** Remembers its answer as long as the same array of steps lives: a fold keeps it between patches. */
export function computeRailLayout(steps: readonly StepDefinition[]): RailLayout {
  const known = layoutBySteps.get(steps);
  if (known !== undefined) return known;
  const graph = computeStepGraph(steps);
  const layout = layOut(steps, graph, [graph.topological, computeRailOrder(graph)]);
  layoutBySteps.set(steps, layout);
  return layout;
}

/** The same in the order that somebody wrote. */
export function computeWrittenRail(steps: readonly StepDefinition[]): RailLayout {
  const graph = computeStepGraph(steps);
  return layOut(steps, graph, [graph.topological]);
}

/** For text that is still being typed beside it: what stands in for a step is no stop of its own there. */
export function computeTypedRail(written: readonly StepDefinition[]): RailLayout {
  const standIns = new Set(written.flatMap(({ id, fallbackOf }) => (fallbackOf === undefined ? [] : [id])));
  const steps = written.flatMap((step) =>
    standIns.has(step.id) ? [] : [{ ...step, after: step.after.filter(({ from }) => !standIns.has(from)) }],
  );
  return computeWrittenRail(steps);
}

/** The slice that a row draws, with each track's kind. Where tracks share a lane, the leg wins, then `next`. */
export function railRowToSlice(row: RailLayoutRow, kindOf: (edge: RailEdge) => RailTrack['kind']): RailSlice {
  const toTrack = (track: RailLayoutTrack): RailTrack => {
    const kinds = track.edges.map(kindOf);
    const kind = kinds.includes('leg') ? 'leg' : kinds.includes('next') ? 'next' : 'run';
    return { lane: track.lane, kind, ...(track.many && { many: true }) };
  };
  return {
    lane: row.lane,
    in: row.in.map(toTrack),
    out: row.out.map(toTrack),
    through: row.through.map(toTrack),
  };
}

function layOut(
  steps: readonly StepDefinition[],
  graph: StepGraph,
  orders: readonly (readonly number[])[],
): RailLayout {
  const late = fewestLanes(orders.map((order) => assignLanes(graph, order, 'late')));
  const best =
    late.lanes <= lanesOnAPhone
      ? late
      : fewestLanes(orders.map((order) => assignLanes(graph, order, 'shared')));
  const idOf = steps.map((step) => step.id);
  return {
    rows: foldLanes(
      best.rows.flatMap((row) => named(row)),
      lanesOnAPhone,
    ),
    lanes: Math.min(best.lanes, lanesOnAPhone),
  };

  function named(row: LaneRows['rows'][number]): readonly RailLayoutRow[] {
    const step = idOf[row.step];
    if (step === undefined) return [];
    return [
      {
        step,
        lane: row.lane,
        in: row.in.map(namedTrack),
        out: row.out.map(namedTrack),
        through: row.through.map(namedTrack),
      },
    ];
  }

  function namedTrack(track: LaneTrack): RailLayoutTrack {
    const to = idOf[track.to];
    const edges = track.from.flatMap((source) => {
      const from = idOf[source];
      return from === undefined || to === undefined ? [] : [{ from, to }];
    });
    return { lane: track.lane, edges };
  }
}

/** The first of those that need the fewest lanes. */
function fewestLanes(candidates: readonly LaneRows[]): LaneRows {
  return candidates.reduce((best, candidate) => (candidate.lanes < best.lanes ? candidate : best));
}
