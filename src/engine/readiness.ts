/** What edges say, and how they come together (ENGINE §4). */
import type { Dependency, JoinRule } from '../model/workflow.ts';
import type { EdgeStatus, OccurrenceState, OccurrenceStatus } from './run-state.ts';

/** A verdict stands, or the run was cancelled. What was withdrawn is neither open nor closed. */
export function isClosed(status: OccurrenceStatus): boolean {
  return status === 'completed' || status === 'skipped' || status === 'terminated' || status === 'failed';
}

/**
 * What a step tells those after it, of its present occurrence. A skip opens the edges that name no
 * outcome; a failure that nobody retried blocks; while rivals disagree an edge is unknown exactly where
 * their outcomes would make a difference to it. What the plan enforces and somebody decided otherwise, or let go,
 * is barred: no other way leads around it.
 */
export function computeEdge(
  dependency: Pick<Dependency, 'outcomes' | 'strength'>,
  source: Pick<OccurrenceState, 'status' | 'outcome' | 'conflict' | 'withdrawnBecause'>,
): EdgeStatus {
  const { outcomes, strength } = dependency;
  const untaken = strength === 'enforced' ? 'barred' : 'dead';
  const follow = (outcome: string | null): EdgeStatus =>
    outcomes === undefined || (outcome !== null && outcomes.includes(outcome)) ? 'live' : untaken;
  switch (source.status) {
    case 'completed': {
      if (outcomes === undefined) return 'live';
      if (source.conflict.length === 0) return follow(source.outcome);
      const [first, ...others] = source.conflict.map(({ outcome }) => follow(outcome));
      return first !== undefined && others.every((edge) => edge === first) ? first : 'unknown';
    }
    case 'skipped':
      return outcomes === undefined ? 'live' : untaken;
    case 'withdrawn':
      // What an end withdrew decides nothing: no branch dies of it, and nothing done becomes surplus [Q1].
      return source.withdrawnBecause === 'runFinished' ? 'unknown' : 'dead';
    case 'terminated':
      return 'dead';
    case 'failed':
      return 'failed';
    case 'created':
    case 'ready':
    case 'inProgress':
    case 'waiting':
    case 'suspended':
    case 'held':
      return 'unknown';
  }
}

export type JoinStatus = 'waiting' | 'ready' | 'blocked' | 'dead';
export type EdgeCounts = Readonly<Record<EdgeStatus, number>>;

const all: JoinRule = { kind: 'all' };

/** `counts`: of the edges that are not soft. A step without any is ready from the start. */
export function computeJoin(rule: JoinRule = all, counts: EdgeCounts): JoinStatus {
  const { unknown, live, dead, failed, barred } = counts;
  if (unknown + live + dead + failed + barred === 0) return 'ready';
  switch (rule.kind) {
    case 'all':
      if (failed > 0) return 'blocked';
      if (unknown > 0) return 'waiting';
      return live > 0 && barred === 0 ? 'ready' : 'dead';
    case 'any':
    case 'count': {
      const needed = neededEdges(rule);
      if (live >= needed) return 'ready';
      if (live + unknown >= needed) return 'waiting';
      return live + unknown + failed >= needed ? 'blocked' : 'dead';
    }
    case 'always':
      return unknown > 0 ? 'waiting' : 'ready';
  }
}

/** How many live edges are enough. */
export function neededEdges(rule: Extract<JoinRule, { kind: 'any' | 'count' }>): number {
  return rule.kind === 'any' ? 1 : rule.count;
}

/** Those that block, whether or not the plan lets them be completed along with the step [J4]. */
export function isHard({ strength }: Dependency): boolean {
  return strength !== 'soft';
}
