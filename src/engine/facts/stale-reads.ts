/**
 * What a step rests on: the facts it reads, as they are and as they were when it was completed or last
 * checked [F1]. The values themselves are recorded, not a hash of them: then it can be said what moved.
 */
import type { FactRead, FactReadKey, FactValue } from '../../model/fact.ts';
import { factReadKey } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import type { StepDefinition } from '../../model/workflow.ts';
import type { FactState, StaleRead } from '../run-state.ts';
import { answerFor } from './evaluate-condition.ts';
import { isWithinTolerance, projectFact } from './project-fact.ts';

const none: readonly FactRead[] = [];

type Reader = Pick<StepDefinition, 'reads' | 'onlyIf'>;
type FactReads = Readonly<Record<FactReadKey, FactValue | null>>;

/**
 * What the step says it reads, and the fact that decides whether it is wanted unless it is among them;
 * that one is optional, since the condition itself says what becomes of the step while it is missing, and
 * it is another only when the condition answers otherwise.
 */
export function readsOfStep(step: Reader): readonly FactRead[] {
  const { reads = none, onlyIf } = step;
  if (onlyIf === undefined || reads.some(({ fact }) => fact === onlyIf.fact)) return reads;
  return [...reads, { fact: onlyIf.fact, optional: true }];
}

/** The projected value of each fact that the step reads, `null` when it is missing: what a completion records. */
export function computeReads(step: Reader, facts: ReadonlyMap<FactId, FactState>): FactReads {
  return Object.fromEntries(readsOfStep(step).map((read) => [factReadKey(read), currentValue(read, facts)]));
}

/**
 * Which reads are no longer what was recorded. Nothing was recorded by a completion that knew no reads;
 * a read that the record does not name came into the plan later: neither can be stale.
 */
export function computeStaleReads(
  step: Reader,
  recorded: FactReads | undefined,
  facts: ReadonlyMap<FactId, FactState>,
): readonly StaleRead[] {
  if (recorded === undefined) return [];
  return findOther(step, recorded, (read) => currentValue(read, facts));
}

/** As `computeStaleReads`, against what another record says; what that does not name is no other. */
export function compareReads(step: Reader, recorded: FactReads, later: FactReads): readonly StaleRead[] {
  return findOther(step, recorded, (read) => {
    const key = factReadKey(read);
    return (Object.hasOwn(later, key) ? later[key] : recorded[key]) ?? null;
  });
}

function findOther(
  step: Reader,
  recorded: FactReads,
  valueNow: (read: FactRead) => FactValue | null,
): readonly StaleRead[] {
  return readsOfStep(step).flatMap((read) => {
    const key = factReadKey(read);
    const was = Object.hasOwn(recorded, key) ? recorded[key] : undefined;
    if (was === undefined) return [];
    const now = valueNow(read);
    const same = isOnlyCondition(step, read)
      ? answerFor(step.onlyIf, was) === answerFor(step.onlyIf, now)
      : isWithinTolerance(was, now, read.tolerance, read.projection);
    return same ? [] : [{ read, was, now }];
  });
}

/** Read for the condition's sake alone. */
function isOnlyCondition(
  step: Reader,
  read: FactRead,
): step is Reader & { readonly onlyIf: NonNullable<StepDefinition['onlyIf']> } {
  return step.onlyIf?.fact === read.fact && step.reads?.includes(read) !== true;
}

function currentValue(read: FactRead, facts: ReadonlyMap<FactId, FactState>): FactValue | null {
  return projectFact(facts.get(read.fact)?.value ?? null, read.projection);
}
