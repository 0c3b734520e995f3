/** What follows a run, as its workflow says and as people have said since: of each the later word in total order holds. */
import type { RunEventOf } from '../../model/event.ts';
import type { FollowUp } from '../../model/workflow.ts';

/** `changes` in total order. The very list of the workflow where nothing was said since. */
export function applyFollowUps(
  followUps: readonly FollowUp[],
  changes: readonly Pick<RunEventOf<'run.followUpSet/1'>, 'data'>[],
): readonly FollowUp[] {
  if (changes.length === 0) return followUps;
  const byId = new Map<string, FollowUp | null>(followUps.map((each) => [each.id, each]));
  for (const { data } of changes) byId.set(data.id, data.followUp);
  return [...byId.values()].filter((each) => each !== null);
}
