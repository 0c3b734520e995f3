/**
 * The part of a fact that a step looks at, and whether it is still near enough to what it was [F1].
 */
import { canonicalJson } from '../../model/canonical-json.ts';
import type { FactValue, Projection } from '../../model/fact.ts';
import { localDateToUtc } from '../../model/local-date.ts';
import { instantToLocalDate, instantToMinutes } from '../zoned-time.ts';

const dayInMs = 86_400_000;
const dayInMinutes = 1440;

/**
 * Of an instant its date, or its wall time as minutes since midnight (a `duration`), both in its own
 * zone; null when that zone is not one. Other kinds have no parts and are answered as they are.
 */
export function projectFact(value: FactValue | null, projection: Projection | undefined): FactValue | null {
  if (value?.kind !== 'instant' || projection === undefined) return value;
  if (projection === 'date') {
    const date = instantToLocalDate(value.at, value.zone);
    return date === null ? null : { kind: 'date', date };
  }
  const minutes = instantToMinutes(value.at, value.zone);
  return minutes === null ? null : { kind: 'duration', minutes };
}

/**
 * True when `now` lies no further from `was` than the step bears; both are already projected.
 * Tolerance: minutes for instants, times and durations, days for dates, the number itself for numbers
 * and money; other kinds, other currencies and a value against none are within it only when equal.
 * With the projection `time` the way round midnight counts: 23:55 and 00:05 are ten minutes apart.
 */
export function isWithinTolerance(
  was: FactValue | null,
  now: FactValue | null,
  tolerance = 0,
  projection?: Projection,
): boolean {
  if (canonicalJson(was) === canonicalJson(now)) return true;
  if (was === null || now === null || !(tolerance > 0)) return false;
  const distance = factDistance(was, now, projection);
  // Prices and numbers are fractions to a computer: 10.3 is a little more than 0.2 above 10.1.
  return distance !== null && distance - tolerance <= 1e-9 * Math.max(1, distance);
}

/** How far two values lie apart, in the unit of a tolerance; null when nothing can be said. */
function factDistance(a: FactValue, b: FactValue, projection: Projection | undefined): number | null {
  if (a.kind === 'number' && b.kind === 'number') return Math.abs(a.number - b.number);
  if (a.kind === 'money' && b.kind === 'money')
    return a.currency === b.currency ? Math.abs(a.amount - b.amount) : null;
  if (a.kind === 'instant' && b.kind === 'instant') return Math.abs(a.at - b.at) / 60_000;
  if (a.kind === 'date' && b.kind === 'date') {
    const [from, to] = [localDateToUtc(a.date), localDateToUtc(b.date)];
    return from === null || to === null ? null : Math.abs(from - to) / dayInMs;
  }
  if (a.kind === 'duration' && b.kind === 'duration') {
    const apart = Math.abs(a.minutes - b.minutes);
    return projection === 'time' ? Math.min(apart, dayInMinutes - apart) : apart;
  }
  return null;
}
