/** A date as the fields of a form hold it, and back. */
import { asId, type FactId, type StepId } from '../../../model/ids.ts';
import type { DateRule } from '../../../model/workflow.ts';

type Offset = Extract<DateRule, { readonly kind: 'offset' }>;
export type OffsetUnit = 'days' | 'workingDays' | 'minutes';

export interface OffsetForm {
  readonly unit: OffsetUnit;
  /** Not negative. */
  readonly amount: number;
  readonly before: boolean;
  /** Of `minutes`. */
  readonly working: boolean;
  /** Empty: none. */
  readonly time: string;
}

/** Where it is counted from, as an entry of a list: `date`, `start`, `fact:…`, `step:…`. */
export function ruleToKey(rule: DateRule | undefined): string {
  if (rule === undefined) return '';
  if (rule.kind === 'date') return 'date';
  if (rule.from === 'runStart') return 'start';
  return typeof rule.from === 'object' ? `step:${rule.from.step}` : `fact:${rule.from}`;
}

export function keyToOrigin(key: string): Offset['from'] {
  if (key.startsWith('step:')) return { step: asId<StepId>(key.slice(5)) };
  return key.startsWith('fact:') ? asId<FactId>(key.slice(5)) : 'runStart';
}

export function ruleToForm({ days, workingDays = 0, minutes = 0, working, time = '' }: Offset): OffsetForm {
  const unit = minutes !== 0 ? 'minutes' : workingDays !== 0 ? 'workingDays' : 'days';
  const count = { days, workingDays, minutes }[unit];
  return { unit, amount: Math.abs(count), before: count < 0, working: working === true, time };
}

export function formToRule(from: Offset['from'], form: OffsetForm): DateRule {
  const { unit, working, time } = form;
  // Zero has no sign.
  const count = form.before && form.amount > 0 ? -form.amount : form.amount;
  const timed = unit !== 'minutes' && time !== '' ? { time } : {};
  return {
    kind: 'offset',
    from,
    days: unit === 'days' ? count : 0,
    ...(unit === 'workingDays' && { workingDays: count }),
    ...(unit === 'minutes' && { minutes: count, ...(working && { working }) }),
    ...timed,
  };
}

/** What a new choice of where it is counted from begins with: what was said so far, as far as it goes on. */
export function withOrigin(rule: DateRule | undefined, key: string, today: string): DateRule | null {
  if (key === '') return null;
  const time = rule?.time ?? '';
  if (key === 'date') return { kind: 'date', date: today, ...(time !== '' && { time }) };
  const form: OffsetForm =
    rule?.kind === 'offset'
      ? ruleToForm(rule)
      : { unit: 'days', amount: 1, before: key.startsWith('fact:'), working: false, time };
  return formToRule(keyToOrigin(key), form);
}
