/**
 * Judges the passes of an approval: the present one against the facts and the people as they are, an
 * earlier one against the facts as its last vote knew them, so that history stays as it was.
 */
import type { RunEvent } from '../../model/event.ts';
import type { FactId, PersonId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import { getIteration, iterationsOf, setIteration } from '../by-iteration.ts';
import type { Saw } from '../event-heads.ts';
import { computeStaleReads, compareReads } from '../facts/stale-reads.ts';
import { emptyPass } from '../fold-pass.ts';
import type { StepNode } from '../plan-graph.ts';
import { castSeenBy, type RunFrame } from '../run-frame.ts';
import type { FactState } from '../run-state.ts';
import type { WhoBoard } from '../who-board.ts';
import { judgePass } from './judge-pass.ts';
import type { Vote, VoteRules } from './tally-votes.ts';

export interface JudgingContext {
  readonly frame: RunFrame;
  readonly facts: ReadonlyMap<FactId, FactState>;
  readonly who: WhoBoard;
  readonly saw: Saw;
  readonly compare: (a: Pick<RunEvent, 'id'>, b: Pick<RunEvent, 'id'>) => number;
}

/** Puts the judged passes into the node. Answers whether anything about the present one is another now. */
export function judgeApproval(node: StepNode, context: JudgingContext): boolean {
  const rules = makeRules(node, context);
  if (rules === null) return false;
  const before = node.pass;
  for (const iteration of new Set([...iterationsOf(node.passes), node.iteration])) {
    const pass = getIteration(node.passes, iteration) ?? emptyPass;
    const log = (node.logs === null ? undefined : getIteration(node.logs, iteration)) ?? null;
    const last = log?.votes.at(-1)?.data.reads;
    const judgedBy =
      iteration === node.iteration
        ? rules
        : { ...rules, findStale: (vote: Vote) => compareReads(node.step, vote.data.reads, last ?? {}) };
    const made = judgePass(pass, log, judgedBy, context.compare);
    const known = iteration === node.iteration ? before : pass;
    const judged = isSame(known, made) ? known : made;
    if (iteration === node.iteration) node.pass = judged;
    // A pass of which nothing was said is kept nowhere else: it may be gone with what opened it.
    if (getIteration(node.passes, iteration) !== undefined) setIteration(node.passes, iteration, judged);
  }
  return node.pass !== before;
}

function makeRules({ step }: StepNode, { frame, facts, who, saw }: JudgingContext): VoteRules | null {
  const { approval } = step;
  if (approval === undefined) return null;
  const { by, needed, veto = false } = approval;
  const votersOf = (cast: RunFrame['cast']): readonly PersonId[] => [
    ...new Set(by.flatMap((assignee) => who.peopleOf(assignee, cast))),
  ];
  return {
    needed,
    veto,
    voters: votersOf(frame.cast),
    barred: new Set((step.notBy ?? []).flatMap((did) => who.doersOf(did))),
    // Leaving a role takes nothing back that was said in it.
    wasVoter: (vote) => {
      const cast = castSeenBy(frame, vote, saw);
      return cast !== frame.cast && votersOf(cast).includes(vote.onBehalfOf ?? vote.actor);
    },
    findStale: (vote) => computeStaleReads(step, vote.data.reads, facts),
    saw,
  };
}
