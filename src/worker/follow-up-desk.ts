/**
 * Starts what follows the runs that have ended, in every space that this device may change.
 *
 * Every open tab of every device does so by itself, and all of them start the same run [L2]; as with what a
 * schedule starts, one that could be in step with the others first waits a little to be. It waits as well for as long
 * as the end of the run may have been a mistake. What has started once is in the index of runs, and is not started again however its run goes on.
 */
import { findDueFollowUps } from '../engine/follow-ups/find-due-follow-ups.ts';
import type { RunState } from '../engine/run-state.ts';
import { isMember } from '../model/access.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { FollowUp } from '../model/workflow.ts';
import { readFollowingRuns } from '../store/space-follow-ups.ts';
import type { FollowUpProblem, ScheduleProblem } from '../views/space-snapshot.ts';
import { makeOneAtATime } from './one-at-a-time.ts';
import type { SpaceSession } from './space-session.ts';
import type { StartPatience } from './start-patience.ts';
import { makeStartProblems } from './start-problems.ts';

export interface FollowUpDesk {
  /** Something changed, or it is time. Cheap where nothing has ended that something follows. */
  refresh(): void;
  /** When the next of them is not waited for any longer, milliseconds since 1970. */
  nextWakeAt(): number | null;
  /** What could not be started. */
  problemsOf(session: SpaceSession): readonly FollowUpProblem[];
  close(): void;
}

export interface FollowUpDeskOptions {
  readonly sessions: () => readonly SpaceSession[];
  readonly start: (
    session: SpaceSession,
    state: RunState,
    followUp: FollowUp,
  ) => Promise<ScheduleProblem | null>;
  readonly now: () => number;
  readonly patience: StartPatience;
  /** So long whoever ended the run may take that back before something follows, milliseconds. */
  readonly graceMs: number;
  readonly onChange: () => void;
}

interface Due {
  readonly session: SpaceSession;
  readonly state: RunState;
  readonly followUp: FollowUp;
}

export function makeFollowUpDesk(options: FollowUpDeskOptions): FollowUpDesk {
  const { sessions, start, now, patience, graceMs, onChange } = options;
  /** By what is to start: since when this device knows. Clocks of others say nothing about it. */
  let dueSince: ReadonlyMap<string, number> = new Map();
  const problems = makeStartProblems();
  let closed = false;

  const keyOf = ({ session, state, followUp }: Due): string =>
    JSON.stringify([session.id, state.run, followUp.id]);
  const triedAs = ({ session, state, followUp }: Due): string =>
    canonicalJson([followUp, state.heads, session.people().map(({ id }) => id)]);

  /** Asked once of each state: this is looked at with every change. */
  const dueByState = new WeakMap<RunState, readonly FollowUp[]>();
  function dueAfter(state: RunState): readonly FollowUp[] {
    const known = dueByState.get(state);
    if (known !== undefined) return known;
    const due = findDueFollowUps(state);
    dueByState.set(state, due);
    return due;
  }

  function findDue(): readonly Due[] {
    return sessions().flatMap((session) => {
      if (!isMember(session.access())) return [];
      const ended = session.runStates().filter((state) => dueAfter(state).length > 0);
      if (ended.length === 0) return [];
      const started = new Set(
        readFollowingRuns(session.document.doc).map(({ follows, followUp }) =>
          JSON.stringify([follows, followUp]),
        ),
      );
      return ended.flatMap((state) =>
        dueAfter(state)
          .filter(({ id }) => !started.has(JSON.stringify([state.run, id])))
          .map((followUp) => ({ session, state, followUp })),
      );
    });
  }

  function mayStartAt(due: Due): number {
    const graceOver = (dueSince.get(keyOf(due)) ?? now()) + graceMs;
    return patience.isReady(due.session) ? graceOver : Math.max(graceOver, patience.waitsUntil(due.session));
  }

  async function startAll(found: readonly Due[]): Promise<void> {
    for (const due of found) {
      const [key, of] = [keyOf(due), triedAs(due)];
      if (closed || mayStartAt(due) > now() || problems.isKnown(key, of)) continue;
      const problem = await start(due.session, due.state, due.followUp);
      problems.note(key, of, problem);
      if (!closed) onChange();
    }
  }

  async function lookAround(): Promise<void> {
    const found = findDue();
    dueSince = new Map(found.map((due) => [keyOf(due), dueSince.get(keyOf(due)) ?? now()]));
    await startAll(found);
  }

  return {
    refresh: makeOneAtATime(lookAround, () => closed),
    nextWakeAt: () => {
      const waiting = findDue()
        .map(mayStartAt)
        .filter((at) => at > now());
      return waiting.length === 0 ? null : Math.min(...waiting);
    },
    problemsOf: (session) =>
      findDue().flatMap((due) => {
        const problem = due.session === session ? problems.of(keyOf(due)) : null;
        return problem === null ? [] : [{ run: due.state.run, followUp: due.followUp.id, problem }];
      }),
    close: () => {
      closed = true;
    },
  };
}
