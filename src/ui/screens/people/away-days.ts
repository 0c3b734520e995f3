/** Which days away are still to come, and which steps fall into them. */
import type { Formats } from '../../../i18n/core/formats.ts';
import type { AwayPeriod } from '../../../model/person.ts';
import type { StepLine, Tone } from '../../../views/shared.ts';

/** By their first day; those that are over are not worth a line. */
export function comingPeriods(away: readonly AwayPeriod[] | undefined, today: string): readonly AwayPeriod[] {
  return (away ?? []).filter(({ to }) => to >= today).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

const withThem: ReadonlySet<Tone> = new Set(['turn', 'theirs', 'waiting', 'late', 'stuck']);

/** Due within these days, or with somebody now while they last, and not to be done after them. */
export function fallsInto(
  { due, tone }: Pick<StepLine, 'due' | 'tone'>,
  { from, to }: Pick<AwayPeriod, 'from' | 'to'>,
  formats: Pick<Formats, 'inputDate'>,
  now: number,
): boolean {
  const day = due === null ? null : formats.inputDate(due.at);
  if (day !== null && from <= day && day <= to) return true;
  const today = formats.inputDate(now);
  const isNow = from <= today && today <= to && withThem.has(tone);
  return isNow && (day === null || day <= to);
}
