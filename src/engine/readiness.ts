/**
 * Joins and edges (ENGINE §4), as far as this cut's steps go: every join is `all`, no outcomes yet.
 */
import type { StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { EdgeStatus, OccurrenceStatus } from './run-state.ts';

export function isClosed(status: OccurrenceStatus): boolean {
  return status === 'completed' || status === 'skipped' || status === 'terminated' || status === 'failed';
}

/** What a step tells those after it. A skip opens its edges; a failure that nobody retried blocks them. */
export function statusToEdge(status: OccurrenceStatus): EdgeStatus {
  switch (status) {
    case 'completed':
    case 'skipped':
      return 'live';
    case 'failed':
      return 'failed';
    case 'terminated':
      return 'dead';
    case 'created':
    case 'ready':
    case 'inProgress':
    case 'held':
      return 'unknown';
  }
}

export type JoinStatus = 'waiting' | 'ready' | 'blocked' | 'dead';

/** The `all` join [J1]. A step without edges is ready from the start. */
export function joinAll(edges: readonly EdgeStatus[]): JoinStatus {
  if (edges.includes('failed')) return 'blocked';
  if (edges.includes('unknown')) return 'waiting';
  return edges.length === 0 || edges.includes('live') ? 'ready' : 'dead';
}

export interface Join {
  readonly status: JoinStatus;
  /** Direct predecessors whose edge is failed. */
  readonly blockedBy: readonly StepId[];
  /** Direct predecessors whose edge is unknown. */
  readonly waitingFor: readonly StepId[];
}

export function computeJoin(step: StepDefinition, edgeOf: (step: StepId) => EdgeStatus): Join {
  const from = [...new Set(step.after.map((dependency) => dependency.from))];
  const edges = from.map((id) => [id, edgeOf(id)] as const);
  const withEdge = (wanted: EdgeStatus): readonly StepId[] =>
    edges.filter(([, edge]) => edge === wanted).map(([id]) => id);
  return {
    status: joinAll(edges.map(([, edge]) => edge)),
    blockedBy: withEdge('failed'),
    waitingFor: withEdge('unknown'),
  };
}
