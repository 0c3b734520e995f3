/** Starts the run that follows another: what is written follows from that one's log and the household's people [L2]. */
import { canonicalJson } from '../model/canonical-json.ts';
import { asId, type RunId } from '../model/ids.ts';
import type { FollowUp } from '../model/workflow.ts';
import { computeHandOver } from '../engine/follow-ups/find-due-follow-ups.ts';
import type { RunState } from '../engine/run-state.ts';
import { writeFollowingRun } from '../store/space-follow-ups.ts';
import type { ScheduleProblem } from '../views/space-snapshot.ts';
import type { Environment } from './environment.ts';
import type { IntentContext } from './intents/intent-context.ts';
import { findWorkflow } from './intents/run-intents.ts';
import type { SpaceSession } from './space-session.ts';
import { startDetermined } from './start-determined.ts';

/** The one run that follows so, on whatever device it is started [E7]; no longer however long a chain is. */
async function followingRunId({ sha256 }: Environment, run: RunId, followUp: string): Promise<RunId> {
  const digest = await sha256(new TextEncoder().encode(canonicalJson([run, 'follow-up', followUp])));
  const hex = Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return asId<RunId>(`then-${hex.join('')}`);
}

/** `state`: of a run that has ended so. */
export async function startFollowing(
  context: IntentContext,
  session: SpaceSession,
  state: RunState,
  followUp: FollowUp,
): Promise<ScheduleProblem | null> {
  const definition = findWorkflow(session, followUp.workflow);
  if (definition === null) return 'workflowMissing';
  const given = computeHandOver(state, followUp, definition);
  if (given === null) return 'refused';
  const { at, conductor, parts, partRoles, facts } = given;
  const isOrdinary = state.title === state.workflow?.definition.title;
  const started = await startDetermined(context, session, {
    run: await followingRunId(context.environment, state.run, followUp.id),
    // Of several contracts each has its own client.
    title: isOrdinary ? definition.title : `${definition.title}, ${state.title}`,
    at,
    by: `follow-up-${state.run}`,
    definition,
    conductor,
    with: {
      parts,
      facts,
      follows: { run: state.run, title: state.title },
      ...(Object.keys(partRoles).length > 0 && { partRoles }),
    },
    writeEntry: (entry) => writeFollowingRun(session.document.doc, entry, state.run, followUp.id),
  });
  return started ? null : 'refused';
}
