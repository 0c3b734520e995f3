/**
 * Dates in the words that people use ("in two weeks", "end of the month", "mon to wed at noon"), through chrono-node.
 * Loaded when a text holds what looks like one.
 *
 * Invariants: pure; dates are those ahead; what names a month alone, or numbers alone, is no date.
 */
import { casual } from 'chrono-node/en';
import type { DateReader, FoundDate, LocalMoment } from '../interchange/capture-dates.ts';
import { isLocalDate, isLocalTime } from '../model/local-date.ts';

type Components = ReturnType<typeof casual.parse>[number]['start'];

const namesDay = /^(?:next|this|in|within|end|coming|the end|[a-z]+ (?:days?|weeks?|months?) from)\b/u;

export const readSpokenDate: DateReader = (words, moment) => {
  const text = words.join(' ');
  // The clock of the person is taken for that of the world, so that no zone has to be asked.
  const reference = { instant: new Date(toInstant(moment)), timezone: 0 };
  const found = casual.parse(text, reference, { forwardDate: true })[0];
  if (found === undefined || found.index !== 0 || !/^(?:\s|$)/u.test(text.slice(found.text.length)))
    return null;
  if (/\d[/.]\d|^\+|^now\b/u.test(found.text)) return null;
  const { start, end } = found;
  if (!start.isCertain('day') && !start.isCertain('weekday') && !namesDay.test(found.text)) return null;
  const date = toFound(start);
  if (date === null) return null;
  const until = end ? toFound(end) : null;
  return { ...date, ...(until === null ? {} : { until }), used: found.text.split(' ').length };
};

function toInstant({ date, time }: LocalMoment): number {
  return Date.parse(`${date}T${time}:00Z`);
}

function toFound(components: Components): FoundDate | null {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => components.get(part) ?? 0);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  const time = `${padded(components.get('hour') ?? 0, 2)}:${padded(components.get('minute') ?? 0, 2)}`;
  if (!isLocalDate(date)) return null;
  return components.isCertain('hour') && isLocalTime(time) ? { date, time } : { date };
}

function padded(number: number | undefined, digits: number): string {
  return String(number ?? 0).padStart(digits, '0');
}
