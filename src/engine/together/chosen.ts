/**
 * Which of several options was chosen: whichever was begun first [T3]; and whether the time for a step is over [T5].
 *
 * Invariants: hangs on what people said of the steps and on whether a path to them is dead, never on where they
 * stand, so there is one answer however steps are visited.
 */
import type { RunEvent } from '../../model/event.ts';
import type { PassFold } from '../fold-pass.ts';
import type { Compare } from '../join-tally.ts';
import type { StepNode } from '../plan-graph.ts';
import { computeJoin } from '../readiness.ts';

/** What began the present pass of a step that nobody has let go since; null while nothing has. */
export function begunBy({ verdict, begunBy: begun }: PassFold, compare: Compare): RunEvent | null {
  switch (verdict.status) {
    case 'open':
    case 'held':
      return begun;
    case 'skipped':
    case 'terminated':
      return null;
    case 'completed':
    case 'failed': {
      const [closing = null] = verdict.effective;
      if (begun === null || closing === null) return begun ?? closing;
      return compare(begun, closing) < 0 ? begun : closing;
    }
  }
}

/** What chose another one of the options; null while none was begun, and for whatever was begun itself. */
export function chosenInstead(node: StepNode, compare: Compare): RunEvent | null {
  if (node.rivals.length === 0 || begunBy(node.pass, compare) !== null) return null;
  let first: RunEvent | null = null;
  for (const rival of node.rivals) {
    const choice = computeJoin(rival.step.join, rival.tally) === 'dead' ? null : begunBy(rival.pass, compare);
    if (choice !== null && (first === null || compare(choice, first) < 0)) first = choice;
  }
  return first;
}

/** The completion after which the step is not wanted any more. */
export function timeEndedBy({ until }: StepNode): RunEvent | null {
  const verdict = until?.pass.verdict;
  return verdict?.status === 'completed' ? (verdict.effective[0] ?? null) : null;
}
