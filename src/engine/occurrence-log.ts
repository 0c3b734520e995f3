/**
 * The events of one occurrence, sorted by what reads them, each list in total order: an event of one
 * kind then costs nothing where the others are read.
 */
import type { LogEvent, RunEvent, RunEventOf } from '../model/event.ts';
import { insertInOrder } from './total-order.ts';
import { isVerdict, type Verdict } from './verdict-events.ts';

/** Who takes it, is given it, or gives it back. */
export type Move =
  | RunEventOf<'step.claimed/1'>
  | RunEventOf<'step.reassigned/1'>
  | RunEventOf<'step.released/1'>;

export interface OccurrenceLog {
  readonly verdicts: Verdict[];
  readonly moves: Move[];
  readonly starts: RunEventOf<'step.started/1'>[];
  readonly pauses: (RunEventOf<'step.paused/1'> | RunEventOf<'step.resumed/1'>)[];
  readonly waits: RunEventOf<'step.waitingStarted/1'>[];
  /** What ends a wait, besides a verdict. */
  readonly waitEnds: RunEvent[];
  readonly rechecks: RunEventOf<'step.rechecked/1'>[];
  /** Everything that carries a note, a reply or a tick. */
  readonly talk: RunEvent[];
}

type Compare = (a: LogEvent, b: LogEvent) => number;

export function createOccurrenceLog(): OccurrenceLog {
  return {
    verdicts: [],
    moves: [],
    starts: [],
    pauses: [],
    waits: [],
    waitEnds: [],
    rechecks: [],
    talk: [],
  };
}

export function addToOccurrenceLog(log: OccurrenceLog, event: RunEvent, compare: Compare): void {
  if (isVerdict(event)) insertInOrder(log.verdicts, event, compare);
  switch (event.type) {
    case 'step.claimed/1':
    case 'step.released/1':
    case 'step.reassigned/1':
      insertInOrder(log.moves, event, compare);
      break;
    case 'step.started/1':
      insertInOrder(log.starts, event, compare);
      break;
    case 'step.paused/1':
    case 'step.resumed/1':
      insertInOrder(log.pauses, event, compare);
      break;
    case 'step.waitingStarted/1':
      insertInOrder(log.waits, event, compare);
      break;
    case 'step.waitingEnded/1':
    case 'reply.received/1':
      insertInOrder(log.waitEnds, event, compare);
      break;
    case 'step.rechecked/1':
      insertInOrder(log.rechecks, event, compare);
      break;
    default:
      break;
  }
  if (isTalk(event)) insertInOrder(log.talk, event, compare);
}

function isTalk(event: RunEvent): boolean {
  switch (event.type) {
    case 'note.added/1':
    case 'checklist.ticked/1':
    case 'reply.received/1':
    case 'step.completed/2':
    case 'step.reassigned/1':
    case 'step.rechecked/1':
      return true;
    default:
      return false;
  }
}
