/**
 * The events of one occurrence, sorted by what reads them, each list in total order: an event of one
 * kind then costs nothing where the others are read.
 */
import type { LogEvent, RunEvent, RunEventOf } from '../model/event.ts';
import type { CompensationEvent } from './compensation.ts';
import { insertInOrder } from './total-order.ts';
import { isVerdict, type Verdict } from './verdict-events.ts';

/** Who takes it, is given it, or gives it back. */
export type Move =
  | RunEventOf<'step.claimed/1'>
  | RunEventOf<'step.reassigned/1'>
  | RunEventOf<'step.released/1'>;
export type Pause = RunEventOf<'step.paused/1'> | RunEventOf<'step.resumed/1'>;
/** What ends a wait, besides a verdict. */
export type WaitEnd = RunEventOf<'step.waitingEnded/1'> | RunEventOf<'reply.received/1'>;

export interface OccurrenceLog {
  verdicts: readonly Verdict[];
  moves: readonly Move[];
  starts: readonly RunEventOf<'step.started/1'>[];
  pauses: readonly Pause[];
  waits: readonly RunEventOf<'step.waitingStarted/1'>[];
  waitEnds: readonly WaitEnd[];
  rechecks: readonly RunEventOf<'step.rechecked/1'>[];
  votes: readonly RunEventOf<'approval.voted/1'>[];
  compensations: readonly CompensationEvent[];
  undoMoves: readonly RunEventOf<'step.compensationReassigned/1'>[];
  fallbacks: readonly RunEventOf<'step.fallbackSet/1'>[];
  /** Everything that carries a note, a reply, a tick or a nudge. */
  talk: readonly RunEvent[];
}

type Compare = (a: LogEvent, b: LogEvent) => number;

const none: readonly never[] = [];

export function createOccurrenceLog(): OccurrenceLog {
  return {
    verdicts: none,
    moves: none,
    starts: none,
    pauses: none,
    waits: none,
    waitEnds: none,
    rechecks: none,
    votes: none,
    fallbacks: none,
    compensations: none,
    undoMoves: none,
    talk: none,
  };
}

export function addToOccurrenceLog(log: OccurrenceLog, event: RunEvent, compare: Compare): void {
  if (isVerdict(event)) log.verdicts = withEvent(log.verdicts, event, compare);
  switch (event.type) {
    case 'step.claimed/1':
    case 'step.released/1':
    case 'step.reassigned/1':
      log.moves = withEvent(log.moves, event, compare);
      break;
    case 'step.started/1':
      log.starts = withEvent(log.starts, event, compare);
      break;
    case 'step.paused/1':
    case 'step.resumed/1':
      log.pauses = withEvent(log.pauses, event, compare);
      break;
    case 'step.waitingStarted/1':
      log.waits = withEvent(log.waits, event, compare);
      break;
    case 'step.waitingEnded/1':
    case 'reply.received/1':
      log.waitEnds = withEvent(log.waitEnds, event, compare);
      break;
    case 'step.rechecked/1':
      log.rechecks = withEvent(log.rechecks, event, compare);
      break;
    case 'approval.voted/1':
      log.votes = withEvent(log.votes, event, compare);
      break;
    case 'step.fallbackSet/1':
      log.fallbacks = withEvent(log.fallbacks, event, compare);
      break;
    case 'step.compensationStarted/1':
    case 'step.compensated/1':
    case 'step.compensationFailed/1':
    case 'step.compensationDeclined/1':
      log.compensations = withEvent(log.compensations, event, compare);
      break;
    case 'step.compensationReassigned/1':
      log.undoMoves = withEvent(log.undoMoves, event, compare);
      break;
    default:
      break;
  }
  if (isTalk(event)) log.talk = withEvent(log.talk, event, compare);
}

/** In place, once there is a list of its own: most lists stay empty. */
function withEvent<Event extends LogEvent>(
  list: readonly Event[],
  event: Event,
  compare: Compare,
): readonly Event[] {
  if (list === none) return [event];
  insertInOrder(list as Event[], event, compare);
  return list;
}

function isTalk(event: RunEvent): boolean {
  switch (event.type) {
    case 'note.added/1':
    case 'checklist.ticked/1':
    case 'reply.received/1':
    case 'nudge.sent/1':
      return true;
    case 'step.completed/2':
    case 'step.reassigned/1':
    case 'step.rechecked/1':
    case 'approval.voted/1':
      return event.data.note !== undefined;
    default:
      return false;
  }
}
