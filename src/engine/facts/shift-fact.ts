/**
 * The value of a derived fact: its origin's, moved by an offset.
 */
import type { FactDerivation, FactValue } from '../../model/fact.ts';
import { addDays } from '../../model/local-date.ts';
import { shiftInstant } from '../zoned-time.ts';

/**
 * A date moves by days; an instant by days of its own zone's calendar (it keeps its wall time over a
 * summer-time change) and then by elapsed minutes; a duration by minutes; all others are as they were.
 * Null when the answer leaves the calendar, or days are to be counted in a zone that is not one.
 */
export function shiftFact(value: FactValue, by: Pick<FactDerivation, 'days' | 'minutes'>): FactValue | null {
  const { days = 0, minutes = 0 } = by;
  switch (value.kind) {
    case 'date': {
      const date = addDays(value.date, days);
      return date === null ? null : { kind: 'date', date };
    }
    case 'instant': {
      const at = shiftInstant(value.at, by, value.zone);
      return at === null ? null : { kind: 'instant', at, zone: value.zone };
    }
    case 'duration':
      return { kind: 'duration', minutes: value.minutes + minutes };
    default:
      return value;
  }
}
