/**
 * A workflow's steps and edges as a graph, for whoever looks for what is wrong with it.
 *
 * Invariants: of steps that share an id the first counts; edges from steps that are not there are left
 * out; everything comes in an order that the definition alone decides; costs steps plus edges.
 */
import type { StepId } from './ids.ts';
import { type StepIndex, stepIndexOf } from './step-index.ts';
import type { StepDefinition } from './workflow.ts';

export interface WorkflowGraph {
  readonly index: StepIndex;
  readonly followersById: ReadonlyMap<StepId, readonly StepId[]>;
  /** Each after all that it depends on; null where steps depend on each other in a circle. */
  readonly order: readonly StepDefinition[] | null;
  /**
   * Steps that depend on each other in a circle stand together, every other step alone; each knot after
   * all that lead into it, its steps in definition order.
   */
  readonly knots: readonly (readonly StepDefinition[])[];
}

export function createWorkflowGraph(steps: readonly StepDefinition[]): WorkflowGraph {
  return new StepGraph(stepIndexOf(steps));
}

/** What only a plan with something wrong in it needs is worked out when it is asked for. */
class StepGraph implements WorkflowGraph {
  readonly index: StepIndex;
  readonly order: readonly StepDefinition[] | null;
  #followersById: WorkflowGraph['followersById'] | null = null;
  #knots: WorkflowGraph['knots'] | null = null;

  constructor(index: StepIndex) {
    this.index = index;
    this.order = orderSteps(index);
  }

  get followersById(): WorkflowGraph['followersById'] {
    this.#followersById ??= findFollowers(this.index);
    return this.#followersById;
  }

  get knots(): WorkflowGraph['knots'] {
    this.#knots ??= this.order?.map((step) => [step]) ?? findKnots(this.index, this.followersById);
    return this.#knots;
  }
}

function findFollowers({ steps }: StepIndex): ReadonlyMap<StepId, readonly StepId[]> {
  const followersById = new Map<StepId, StepId[]>();
  for (const { id } of steps) followersById.set(id, []);
  for (const step of steps) {
    for (const from of new Set(step.after.map((edge) => edge.from))) followersById.get(from)?.push(step.id);
  }
  return followersById;
}

/** In topological order (Kahn, 1962), which there nearly always is. */
function orderSteps({ steps, placeById }: StepIndex): readonly StepDefinition[] | null {
  let edges = 0;
  for (const { after } of steps) edges += after.length;
  // The edges out of a step as a list through two arrays; 0 ends it, so edges count from 1.
  const firstOut = new Int32Array(steps.length);
  const nextOut = new Int32Array(edges + 1);
  const target = new Int32Array(edges + 1);
  const open = new Int32Array(steps.length);
  let edge = 0;
  steps.forEach(({ after }, to) => {
    for (const dependency of after) {
      const from = placeById.get(dependency.from);
      if (from === undefined) continue;
      edge += 1;
      target[edge] = to;
      nextOut[edge] = firstOut[from] as number;
      firstOut[from] = edge;
      open[to] = (open[to] as number) + 1;
    }
  });
  const order = new Int32Array(steps.length);
  let placed = 0;
  for (let index = 0; index < steps.length; index++) if (open[index] === 0) order[placed++] = index;
  for (let done = 0; done < placed; done++) {
    const from = order[done] as number;
    for (let out = firstOut[from] as number; out !== 0; out = nextOut[out] as number) {
      const to = target[out] as number;
      const left = (open[to] as number) - 1;
      open[to] = left;
      if (left === 0) order[placed++] = to;
    }
  }
  if (placed < steps.length) return null;
  const ordered: StepDefinition[] = [];
  for (const place of order) ordered.push(steps[place] as StepDefinition);
  return ordered;
}

export function isCircular(knot: readonly StepDefinition[]): boolean {
  const [first] = knot;
  return first !== undefined && (knot.length > 1 || first.after.some(({ from }) => from === first.id));
}

interface Visit {
  readonly id: StepId;
  readonly index: number;
  low: number;
  /** The next follower to look at. */
  next: number;
  open: boolean;
}

/** Strongly connected components (Tarjan, 1972), with a stack of its own: a long chain is as deep as it is long. */
function findKnots(
  { steps, placeById }: StepIndex,
  followersById: ReadonlyMap<StepId, readonly StepId[]>,
): readonly (readonly StepDefinition[])[] {
  const visitById = new Map<StepId, Visit>();
  const open: Visit[] = [];
  const knotsBackwards: StepDefinition[][] = [];
  const begin = (id: StepId): Visit => {
    const visit = { id, index: visitById.size, low: visitById.size, next: 0, open: true };
    visitById.set(id, visit);
    open.push(visit);
    return visit;
  };
  for (const { id: root } of steps) {
    const path = visitById.has(root) ? [] : [begin(root)];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const follower = followersById.get(visit.id)?.[visit.next++];
      if (follower !== undefined) {
        const seen = visitById.get(follower);
        if (seen === undefined) path.push(begin(follower));
        else if (seen.open) visit.low = Math.min(visit.low, seen.index);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      if (visit.low === visit.index) knotsBackwards.push(closeKnot(visit));
    }
  }
  return knotsBackwards.reverse();

  function closeKnot(head: Visit): StepDefinition[] {
    const members = open.splice(open.lastIndexOf(head));
    for (const member of members) member.open = false;
    const places = members.map(({ id }) => placeById.get(id) ?? 0).sort((a, b) => a - b);
    return places.map((place) => steps[place] as StepDefinition);
  }
}
