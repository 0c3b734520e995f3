/**
 * A workflow's steps and edges as a graph, for whoever looks for what is wrong with it.
 *
 * Invariants: of steps that share an id the first counts; edges from steps that are not there are left
 * out; everything comes in an order that the definition alone decides; costs steps plus edges.
 */
import type { StepId } from './ids.ts';
import type { StepDefinition } from './workflow.ts';

export interface WorkflowGraph {
  /** In definition order. */
  readonly stepById: ReadonlyMap<StepId, StepDefinition>;
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
  const stepById = new Map<StepId, StepDefinition>();
  for (const step of steps) if (!stepById.has(step.id)) stepById.set(step.id, step);
  return new StepGraph(stepById);
}

/** What only a plan with something wrong in it needs is worked out when it is asked for. */
class StepGraph implements WorkflowGraph {
  readonly stepById: ReadonlyMap<StepId, StepDefinition>;
  readonly order: readonly StepDefinition[] | null;
  #followersById: WorkflowGraph['followersById'] | null = null;
  #knots: WorkflowGraph['knots'] | null = null;

  constructor(stepById: ReadonlyMap<StepId, StepDefinition>) {
    this.stepById = stepById;
    this.order = orderSteps(stepById);
  }

  get followersById(): WorkflowGraph['followersById'] {
    this.#followersById ??= findFollowers(this.stepById);
    return this.#followersById;
  }

  get knots(): WorkflowGraph['knots'] {
    this.#knots ??= this.order?.map((step) => [step]) ?? findKnots(this.stepById, this.followersById);
    return this.#knots;
  }
}

function findFollowers(
  stepById: ReadonlyMap<StepId, StepDefinition>,
): ReadonlyMap<StepId, readonly StepId[]> {
  const followersById = new Map<StepId, StepId[]>();
  for (const id of stepById.keys()) followersById.set(id, []);
  for (const step of stepById.values()) {
    for (const from of new Set(step.after.map((edge) => edge.from))) followersById.get(from)?.push(step.id);
  }
  return followersById;
}

/** In topological order (Kahn, 1962), which there nearly always is. */
function orderSteps(stepById: ReadonlyMap<StepId, StepDefinition>): readonly StepDefinition[] | null {
  const steps = [...stepById.values()];
  const indexById = new Map<StepId, number>();
  for (const { id } of steps) indexById.set(id, indexById.size);
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
      const from = indexById.get(dependency.from);
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
  return placed < steps.length ? null : Array.from(order, (index) => steps[index] as StepDefinition);
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
  stepById: ReadonlyMap<StepId, StepDefinition>,
  followersById: ReadonlyMap<StepId, readonly StepId[]>,
): readonly (readonly StepDefinition[])[] {
  const visitById = new Map<StepId, Visit>();
  const open: Visit[] = [];
  const knotsBackwards: StepDefinition[][] = [];
  const orderById = new Map([...stepById.keys()].map((id, index) => [id, index]));
  const begin = (id: StepId): Visit => {
    const visit = { id, index: visitById.size, low: visitById.size, next: 0, open: true };
    visitById.set(id, visit);
    open.push(visit);
    return visit;
  };
  for (const root of stepById.keys()) {
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
    members.sort((a, b) => (orderById.get(a.id) ?? 0) - (orderById.get(b.id) ?? 0));
    return members.flatMap(({ id }) => stepById.get(id) ?? []);
  }
}
