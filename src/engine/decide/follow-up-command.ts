/** Saying what starts when a run has ended, or that nothing does: while it goes on [L3]. */
import type { Command } from '../../model/command.ts';
import { findFollowUpProblems } from '../../model/find-follow-up-problems.ts';
import { isSame } from '../../model/is-same.ts';
import { err, ok } from '../../model/result.ts';
import type { RunState } from '../run-state.ts';
import type { Decision } from './draft.ts';
import { requireGoingOn } from './guards.ts';

export function decideFollowUp(
  { id, followUp }: Extract<Command, { kind: 'setFollowUp' }>,
  state: RunState,
): Decision {
  const allowed = requireGoingOn(state);
  if (!allowed.ok) return allowed;
  const known = state.followUps.find((each) => each.id === id) ?? null;
  if (isSame(known, followUp)) return ok([]);
  const definition = state.workflow?.definition;
  if (followUp !== null && definition !== undefined) {
    const { steps, facts } = state.plan;
    const { parts } = definition;
    const problems = findFollowUpProblems({ steps, facts, parts, followUps: [followUp] });
    if (problems.length > 0) return err({ type: 'invalidWorkflow', problems });
  }
  return ok([{ type: 'run.followUpSet/1', data: { id, followUp } }]);
}
