/**
 * Where the undo step of a completed pass stands [U1]: proposed by what happened to the run, taken up,
 * ended. Nothing is ever undone by itself; a proposal is there for as long as its cause is.
 */
import type { PersonId } from '../model/ids.ts';
import { type Compensation, type CompensationEvent, compensationToText } from './compensation.ts';
import type { DueInstant } from './dates.ts';
import type { Saw } from './event-heads.ts';
import { eventsToPeople } from './events-to-people.ts';
import type { PassFold } from './fold-pass.ts';
import type { RunFrame } from './run-frame.ts';

export type UndoStatus =
  /** It can be undone, and nothing asks for it. */
  | 'none'
  | 'proposed'
  /** Asked for by a person, or taken up again. */
  | 'compensating'
  | 'compensated'
  | 'failed'
  /** "Not needed". */
  | 'declined';

/** The cause of a proposal; `asked`: a person's wish alone. */
export type UndoCause = 'runCancelled' | 'surplus' | 'factChanged' | 'asked';

export interface UndoState {
  readonly status: UndoStatus;
  /** Null while the status is `none`. */
  readonly because: UndoCause | null;
  /** Whom it was given to [U6], else whom it is proposed to: the undo step's own assignee, or whoever completed the step. */
  readonly holder: PersonId | null;
  /** The last instant at which it is free, or possible; milliseconds since 1970; null when there is none. */
  readonly cancelBy: number | null;
  /** False when any time on that day will do. */
  readonly cancelByHasTime: boolean;
  /** Who did it, declined it, could not do it, or asked for it; when; and what they said. */
  readonly by: readonly PersonId[];
  readonly at: number | null;
  readonly text: string | null;
}

/**
 * Still somebody's to do, to accept, or to decline. A changed fact only offers it, beside the check that it
 * asks for [F3]: "still right" answers both.
 */
export function isUndoOpen(undo: UndoState | null): boolean {
  switch (undo?.status) {
    case 'proposed':
      return undo.because !== 'factChanged';
    case 'compensating':
    case 'failed':
      return true;
    default:
      return false;
  }
}

export interface UndoInput {
  /** The undo step's own assignee, if it has one. */
  readonly named: PersonId | null;
  readonly pass: PassFold;
  /** What the run's events make of it; null where nothing proposes it. */
  readonly cause: Exclude<UndoCause, 'asked'> | null;
  readonly cancelBy: DueInstant;
  /** Who held the step. */
  readonly stepHolder: PersonId | null;
  readonly frame: RunFrame;
  readonly saw: Saw;
}

export function computeUndoState(input: UndoInput): UndoState {
  const { named, pass, cause, cancelBy, stepHolder } = input;
  const { compensation } = pass;
  const status = computeStatus(compensation, input);
  const said = status === 'none' || status === 'proposed' ? nothingSaid : (compensation?.by ?? nothingSaid);
  const [first] = said;
  return {
    status,
    because: status === 'none' ? null : (cause ?? 'asked'),
    holder: pass.undoTaker ?? named ?? pass.closedBy[0] ?? stepHolder,
    cancelBy: cancelBy.dueAt,
    cancelByHasTime: cancelBy.dueHasTime,
    by: eventsToPeople(said),
    at: first?.at ?? null,
    text: first === undefined ? null : compensationToText(first),
  };
}

const nothingSaid: readonly CompensationEvent[] = [];

function computeStatus(compensation: Compensation | null, input: UndoInput): UndoStatus {
  const proposed = input.cause === null ? 'none' : 'proposed';
  switch (compensation?.type) {
    case undefined:
      return proposed;
    case 'step.compensated/1':
      return 'compensated';
    case 'step.compensationFailed/1':
      return 'failed';
    case 'step.compensationStarted/1':
      return 'compensating';
    case 'step.compensationDeclined/1':
      return input.cause !== null && compensation.by.some((decline) => covers(decline, input))
        ? 'declined'
        : proposed;
  }
}

/**
 * "Not needed" is said of what its author had seen: a run cancelled since, a completion or a check of the
 * step since, propose the undo anew [U2].
 */
function covers({ id }: CompensationEvent, { cause, pass, frame, saw }: UndoInput): boolean {
  const sawCancelling = cause !== 'runCancelled' || frame.cancellations.some((event) => saw(id, event.id));
  return sawCancelling && (pass.footing === null || saw(id, pass.footing.by.id));
}
