/**
 * Days away in a person's row: a field for every period, named by its days, so that periods which two devices
 * add or take away at once are both kept. A list under `away` is how they once lay there; it is read along, and
 * taken apart when the days are next changed.
 */
import { personFieldChecks } from '../model/decode-person.ts';
import { isSame } from '../model/is-same.ts';
import type { AwayPeriod } from '../model/person.ts';
import type { Fields } from './space-rows.ts';

const prefix = 'away ';

const nameOf = ({ from, to }: AwayPeriod): string => `${prefix}${from} ${to}`;

function isAwayList(value: unknown): value is readonly AwayPeriod[] {
  return value !== undefined && personFieldChecks.away(value);
}

/** By their days; what cannot be read counts as not said. */
export function readAway(fields: Fields): readonly AwayPeriod[] {
  const listed = isAwayList(fields['away']) ? fields['away'] : [];
  const own = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) && isAwayList([value]) ? [value as AwayPeriod] : [],
  );
  const byName = new Map([...listed, ...own].map((period) => [nameOf(period), period]));
  return [...byName.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, period]) => period);
}

export function awayToFields(periods: readonly AwayPeriod[]): Fields {
  return Object.fromEntries(periods.map((period) => [nameOf(period), period]));
}

/** The fields that are another when these are the periods; `null` takes one away. */
export function changedAway(before: Fields, periods: readonly AwayPeriod[]): Fields {
  const wanted = awayToFields(periods);
  const gone = readAway(before)
    .map(nameOf)
    .filter((name) => !Object.hasOwn(wanted, name));
  const news = Object.entries(wanted).filter(([name, period]) => !isSame(before[name], period));
  return {
    ...(isAwayList(before['away']) && { away: null }),
    ...Object.fromEntries([...gone.map((name) => [name, null] as const), ...news]),
  };
}
