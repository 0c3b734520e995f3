/**
 * Folds what the events of one occurrence say by themselves, whatever happens to the steps around it.
 * Folded again only when one of these events comes.
 */
import type { FactReadKey, FactValue } from '../model/fact.ts';
import type { RunEvent } from '../model/event.ts';
import type { PersonId } from '../model/ids.ts';
import type { StepKind } from '../model/workflow.ts';
import type { ApprovalState } from './approval/approval-state.ts';
import { type Compensation, computeCompensation } from './compensation.ts';
import { eventsToPeople } from './events-to-people.ts';
import type { Saw } from './event-heads.ts';
import { type OccurrenceLog, createOccurrenceLog } from './occurrence-log.ts';
import { computeOwnership, type Ownership } from './ownership.ts';
import type { WaitingOn } from './run-state.ts';
import { computeTalk, type Talk } from './talk.ts';
import { withoutCompletions } from './verdict-events.ts';
import { computeVerdict, type VerdictSummary } from './verdicts.ts';
import { computePause, computeWaitingOn, type Pause } from './waiting.ts';

/** What a completed step rests on, and the event that says so: the completion, or the last check of it. */
export interface Footing {
  readonly by: RunEvent;
  /** Null when the log does not say, as older ones do not: such a step never asks to be checked. */
  readonly reads: Readonly<Record<FactReadKey, FactValue | null>> | null;
}

export interface PassFold {
  readonly verdict: VerdictSummary;
  /** What its verdicts alone say: the same, but for an approval, of which the votes tell more. */
  readonly said: VerdictSummary;
  /** What the votes come to; of an approval once it is judged, else null. */
  readonly approval: ApprovalState | null;
  readonly ownership: Ownership;
  readonly talk: Talk;
  /** When work on the present attempt began. */
  readonly startedAt: number | null;
  /** What began it: work, or the wait for somebody outside that still goes on. */
  readonly begunBy: RunEvent | null;
  readonly waitingOn: WaitingOn | null;
  /** Null while it goes on. */
  readonly pause: Pause | null;
  readonly footing: Footing | null;
  /** What called upon it, as a fallback; null while nobody has, or when it was put back. */
  readonly calledBy: RunEvent | null;
  readonly compensation: Compensation | null;
  /** Whom its undo was given to; of rivals the later in total order holds [U6]. */
  readonly undoTaker: PersonId | null;
  /** Whoever is spoken for first, then who spoke [E4]; each once. */
  readonly closedBy: readonly PersonId[];
}

export function foldPass(
  log: OccurrenceLog,
  saw: Saw,
  compare: (a: Pick<RunEvent, 'id'>, b: Pick<RunEvent, 'id'>) => number,
  kind: StepKind = 'task',
): PassFold {
  const verdict = computeVerdict(kind === 'approval' ? withoutCompletions(log.verdicts) : log.verdicts, saw);
  const { retries } = verdict;
  const start =
    retries.length === 0
      ? log.starts[0]
      : log.starts.find(({ id }) => !retries.some((retry) => saw(retry.id, id)));
  const waitingOn = log.waits.length === 0 ? null : computeWaitingOn(log, saw);
  return {
    verdict,
    said: verdict,
    approval: null,
    ownership: computeOwnership(log.moves, saw),
    talk: computeTalk(log.talk),
    startedAt: start?.at ?? null,
    begunBy: start ?? log.waits.find(({ id }) => id === waitingOn?.event) ?? null,
    waitingOn,
    pause: log.pauses.length === 0 ? null : computePause(log.pauses, saw),
    footing: computeFooting(log, verdict, saw, compare),
    calledBy: computeCall(log),
    compensation: computeCompensation(log.compensations, saw),
    undoTaker: log.undoMoves.at(-1)?.data.to ?? null,
    closedBy: eventsToPeople(verdict.effective),
  };
}

/** Of several completions that agree, and of rival checks, the last in total order [F1] [F2]. */
export function computeFooting(
  log: Pick<OccurrenceLog, 'rechecks'>,
  verdict: VerdictSummary,
  saw: Saw,
  compare: (a: Pick<RunEvent, 'id'>, b: Pick<RunEvent, 'id'>) => number,
): Footing | null {
  const completion = verdict.effective.at(-1);
  if (completion?.type !== 'step.completed/2') return null;
  if (log.rechecks.length === 0) return { by: completion, reads: completion.data.reads ?? null };
  const check = log.rechecks.findLast(({ id }) => verdict.effective.some((done) => saw(id, done.id)));
  if (check !== undefined && compare(check, completion) > 0) return { by: check, reads: check.data.reads };
  return { by: completion, reads: completion.data.reads ?? null };
}

/** Of rivals the later in total order, as with ticks. */
function computeCall({ fallbacks }: OccurrenceLog): RunEvent | null {
  const last = fallbacks.at(-1);
  return last?.data.open === true ? last : null;
}

export const emptyPass: PassFold = foldPass(
  createOccurrenceLog(),
  () => false,
  () => 0,
);
