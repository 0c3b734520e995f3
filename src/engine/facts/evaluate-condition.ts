/**
 * Whether a step is wanted: its `onlyIf` against the run's facts.
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { FactCondition, FactValue } from '../../model/fact.ts';
import type { FactId } from '../../model/ids.ts';
import { localDateToUtc } from '../../model/local-date.ts';
import type { FactState } from '../run-state.ts';

/** `missing`: not known yet, the step waits [F5]. `disputed`: rival values, it waits for a pick [F6]. */
export type ConditionAnswer = 'holds' | 'fails' | 'missing' | 'disputed';

/**
 * Whether there is a value at all is never `missing`. Values that cannot be put in an order (two
 * currencies, two kinds, texts) are neither above nor below one another and never equal unless the
 * same; two instants are equal when they are the same moment, whatever zones they are told in.
 */
export function evaluateCondition(
  condition: FactCondition,
  facts: ReadonlyMap<FactId, FactState>,
): ConditionAnswer {
  const state = facts.get(condition.fact);
  if (state !== undefined && state.rivals.length > 0) return 'disputed';
  return answerFor(condition, state?.value ?? null);
}

/** The same for one value, whoever said otherwise. */
export function answerFor(
  condition: FactCondition,
  value: FactValue | null,
): Exclude<ConditionAnswer, 'disputed'> {
  if (!('value' in condition)) return (value !== null) === (condition.is === 'set') ? 'holds' : 'fails';
  if (value === null) return 'missing';
  return holds(condition.is, value, condition.value) ? 'holds' : 'fails';
}

function holds(
  is: Exclude<FactCondition['is'], 'set' | 'notSet'>,
  value: FactValue,
  than: FactValue,
): boolean {
  const order = compareFacts(value, than);
  const equal = order === null ? canonicalJson(value) === canonicalJson(than) : order === 0;
  switch (is) {
    case 'equal':
      return equal;
    case 'notEqual':
      return !equal;
    case 'above':
      return order !== null && order > 0;
    case 'atLeast':
      return order !== null && order >= 0;
    case 'below':
      return order !== null && order < 0;
    case 'atMost':
      return order !== null && order <= 0;
  }
}

/** Negative when `a` comes first or is less; null when the two have no order. */
function compareFacts(a: FactValue, b: FactValue): number | null {
  if (a.kind === 'money' && b.kind === 'money' && a.currency !== b.currency) return null;
  const [left, right] = [factMagnitude(a), factMagnitude(b)];
  return a.kind !== b.kind || left === null || right === null ? null : left - right;
}

function factMagnitude(value: FactValue): number | null {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'money':
      return value.amount;
    case 'date':
      return localDateToUtc(value.date);
    case 'instant':
      return value.at;
    case 'duration':
      return value.minutes;
    case 'text':
    case 'place':
    case 'person':
    case 'choice':
    case 'link':
    case 'file':
      return null;
  }
}
