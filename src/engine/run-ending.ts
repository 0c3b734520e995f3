/**
 * The explicit end of a run [Q1]: a person called it done, or a step was completed that ends it.
 *
 * Invariants: hangs on verdicts and on the run's own events alone, never on where steps stand, so there is
 * one answer however steps are visited; taken back by a `run.resumed` that saw it, and by itself when the
 * step that ended the run is open again.
 */
import { endsRunWith } from '../model/ends-run.ts';
import type { RunEvent } from '../model/event.ts';
import type { EventId, PersonId, StepId } from '../model/ids.ts';
import type { StepDefinition } from '../model/workflow.ts';
import type { Saw } from './event-heads.ts';
import type { PassFold } from './fold-pass.ts';
import type { RunFrame } from './run-frame.ts';

export interface RunEnding {
  readonly event: EventId;
  readonly actor: PersonId;
  readonly at: number;
  readonly reason: string | null;
  /** The step that ended it; null when a person called it done. */
  readonly step: StepId | null;
}

/** What an end needs to know of a step that may bring it about. */
interface Ender {
  readonly step: StepDefinition;
  /** The present one's. */
  readonly pass: PassFold;
}

interface Order {
  readonly saw: Saw;
  readonly compare: (a: RunEvent, b: RunEvent) => number;
}

/** The first of those that hold, in total order. */
export function computeEnd(
  enders: readonly Ender[],
  { ends, resumptions }: Pick<RunFrame, 'ends' | 'resumptions'>,
  { saw, compare }: Order,
): RunEvent | null {
  if (ends.length === 0 && enders.length === 0) return null;
  let first: RunEvent | null = null;
  for (const end of [...ends, ...enders.flatMap(completionsThatEnd)]) {
    const isTakenBack = resumptions.some(({ id }) => saw(id, end.id));
    if (!isTakenBack && (first === null || compare(end, first) < 0)) first = end;
  }
  return first;
}

/** While rivals disagree about the outcome nothing ends. */
function completionsThatEnd({ step, pass: { verdict } }: Ender): readonly RunEvent[] {
  if (verdict.status !== 'completed' || verdict.conflict.length > 0) return [];
  return endsRunWith(step, verdict.outcome) ? verdict.effective : [];
}

export function toRunEnding(end: RunEvent): RunEnding {
  return {
    event: end.id,
    actor: end.onBehalfOf ?? end.actor,
    at: end.at,
    reason: end.type === 'run.finished/1' ? (end.data.reason ?? null) : null,
    step: end.type === 'run.finished/1' ? null : (end.occurrence?.step ?? null),
  };
}
