/**
 * Folds everything that happened to one step, all its iterations, from its events and its predecessors.
 *
 * Invariants: the current iteration is the highest that a verdict or an effective reopening has opened;
 * talk about an iteration that is not open yet (its reopening has not arrived, or is held) is kept
 * readable and changes nothing. A step is ready only when no edge into it is unknown [J1].
 */
import type { RunEvent } from '../model/event.ts';
import type { EventId, PersonId, StepId } from '../model/ids.ts';
import { occurrenceKey } from '../model/occurrence.ts';
import type { StepDefinition } from '../model/workflow.ts';
import { computeTalk } from './talk.ts';
import { assigneeToPerson, computeTaker } from './ownership.ts';
import { computeJoin, type Join, statusToEdge } from './readiness.ts';
import type { RunFrame } from './run-frame.ts';
import type { EdgeStatus, OccurrenceState, OccurrenceStatus } from './run-state.ts';
import { computeVerdict, type VerdictSummary } from './verdicts.ts';

export interface StepFold {
  readonly current: OccurrenceState;
  /** Every iteration that is open, was, or is talked about; lowest first. */
  readonly iterations: readonly OccurrenceState[];
  readonly edge: EdgeStatus;
  /** The verdict that the edges out of it rest on: what frees those after it. */
  readonly closer: RunEvent | null;
  /** The event without which it would still be open. */
  readonly settledBy: RunEvent | null;
}

export interface StepFoldInput {
  readonly step: StepDefinition;
  readonly frame: RunFrame;
  /** Its events by iteration, each in total order. */
  readonly eventsByIteration: ReadonlyMap<number, readonly RunEvent[]>;
  readonly foldOf: (step: StepId) => StepFold | undefined;
  readonly saw: (later: EventId, earlier: EventId) => boolean;
  readonly compare: (a: RunEvent, b: RunEvent) => number;
}

const noEvents: readonly RunEvent[] = [];

export function foldStep(input: StepFoldInput): StepFold {
  const { step, frame, eventsByIteration, saw } = input;
  const verdictByIteration = new Map<number, VerdictSummary>();
  for (const [iteration, events] of eventsByIteration)
    verdictByIteration.set(iteration, computeVerdict(events, saw));
  const currentIteration = computeCurrentIteration(verdictByIteration);
  const join = computeJoin(step, (id) => input.foldOf(id)?.edge ?? 'unknown');
  const numbers = [...new Set([1, currentIteration, ...eventsByIteration.keys()])].sort((a, b) => a - b);
  const assigned = assigneeToPerson(step.assignee, frame.parts, frame.conductor);

  let taker: PersonId | null = null;
  const iterations: OccurrenceState[] = [];
  for (const iteration of numbers) {
    const events = eventsByIteration.get(iteration) ?? noEvents;
    // A redo stays with whoever held the step, until somebody takes it over.
    taker = computeTaker(events, saw) ?? taker;
    const verdict = verdictByIteration.get(iteration) ?? computeVerdict(noEvents, saw);
    const reopening = verdictByIteration.get(iteration - 1)?.reopenedBy ?? null;
    const isCurrent = iteration === currentIteration;
    const person = { holder: taker ?? assigned, taken: taker !== null };
    iterations.push(
      foldOccurrence({ input, iteration, events, verdict, reopening, isCurrent, join, person }),
    );
  }
  const current = iterations.find((state) => state.occurrence.iteration === currentIteration);
  if (current === undefined) throw new Error('the current iteration is always folded');
  const verdict = verdictByIteration.get(currentIteration);
  return {
    current,
    iterations,
    edge: statusToEdge(current.status),
    closer: verdict?.effective[0] ?? null,
    settledBy: verdict?.settledBy ?? null,
  };
}

function computeCurrentIteration(verdictByIteration: ReadonlyMap<number, VerdictSummary>): number {
  let highest = 1;
  for (const [iteration, verdict] of verdictByIteration) {
    if (verdict.reopenedBy !== null) highest = Math.max(highest, iteration + 1);
    else if (verdict.status !== 'open') highest = Math.max(highest, iteration);
  }
  return highest;
}

interface OccurrenceInput {
  readonly input: StepFoldInput;
  readonly iteration: number;
  readonly events: readonly RunEvent[];
  readonly verdict: VerdictSummary;
  /** What opened this iteration, from the second on. */
  readonly reopening: RunEvent | null;
  readonly isCurrent: boolean;
  readonly join: Join;
  readonly person: Pick<OccurrenceState, 'holder' | 'taken'>;
}

function foldOccurrence(given: OccurrenceInput): OccurrenceState {
  const { input, iteration, events, verdict, isCurrent, join } = given;
  const { step, frame, saw } = input;
  const occurrence = { step: step.id, items: [], iteration };
  const starts = events.filter(
    (event) => event.type === 'step.started/1' && !verdict.retries.some((retry) => saw(retry.id, event.id)),
  );
  const status = computeStatus(given, starts.length > 0);
  const open = verdict.status === 'open' && isCurrent && frame.cancelled === null;
  const freedBy = isCurrent && status !== 'created' && join.status === 'ready' ? findFreeing(given) : null;
  const closing = verdict.effective[0] ?? (status === 'terminated' ? frame.cancelled : null);
  return {
    key: occurrenceKey(occurrence),
    occurrence,
    status,
    ...given.person,
    blockedBy: open ? join.blockedBy : [],
    waitingFor: open ? join.waitingFor : [],
    readyAt: freedBy?.at ?? null,
    freedBy: freedBy?.id ?? null,
    startedAt: starts[0]?.at ?? null,
    closedAt: closing?.at ?? null,
    closedBy: verdict.effective.length > 0 ? peopleOf(verdict.effective) : peopleOf(closing ? [closing] : []),
    reason: reasonOf(closing ?? given.reopening),
    attempts: verdict.attempts,
    ...computeTalk(events),
    conflict: verdict.conflict,
    overruled: verdict.overruled,
    ...(frame.dueByStep.get(step.id) ?? { dueAt: null, dueHasTime: false }),
  };
}

function computeStatus(
  { input, verdict, isCurrent, join }: OccurrenceInput,
  started: boolean,
): OccurrenceStatus {
  if (verdict.status !== 'open') return verdict.status;
  if (!isCurrent) return 'created';
  if (input.frame.cancelled !== null) return 'terminated';
  // Work that began goes on when a step before it is reopened [J8].
  if (started) return 'inProgress';
  return join.status === 'ready' ? 'ready' : 'created';
}

/** The last of what had to happen: the predecessors' closings, the start, its reopening, its retry. */
function findFreeing({ input, verdict, reopening }: OccurrenceInput): RunEvent {
  const { frame, foldOf, compare } = input;
  const causes: (RunEvent | null | undefined)[] = input.step.after.map(({ from }) => foldOf(from)?.closer);
  causes.push(reopening, verdict.retries.at(-1));
  return causes.reduce<RunEvent>(
    (latest, cause) => (cause && compare(cause, latest) > 0 ? cause : latest),
    frame.started,
  );
}

/** Whoever is spoken for first, then who spoke [E4]; each once. */
function peopleOf(events: readonly RunEvent[]): readonly PersonId[] {
  return [
    ...new Set(events.flatMap(({ actor, onBehalfOf }) => (onBehalfOf ? [onBehalfOf, actor] : [actor]))),
  ];
}

function reasonOf(event: RunEvent | null): string | null {
  switch (event?.type) {
    case 'step.failed/1':
    case 'step.skipped/1':
    case 'step.reopened/1':
    case 'run.cancelled/1':
      return event.data.reason ?? null;
    default:
      return null;
  }
}
