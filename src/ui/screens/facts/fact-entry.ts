/** What somebody typed into the fields of a fact: nothing, a value, or something that is none. Pure. */
import { parseDecimal } from '../../../i18n/core/decimal.ts';
import type { FactProblem } from '../../../i18n/core/en/fact-input.ts';
import { isZone, wallToInstant } from '../../../i18n/core/zoned.ts';
import type { FactValue } from '../../../model/fact.ts';

export type FactEntry =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: FactValue }
  | { readonly kind: 'invalid'; readonly problem: FactProblem };

const empty: FactEntry = { kind: 'empty' };
const entered = (value: FactValue): FactEntry => ({ kind: 'value', value });
const invalid = (problem: FactProblem): FactEntry => ({ kind: 'invalid', problem });

/** What stands in the fields before anything is typed. */
export function valueToEntry(value: FactValue | null): FactEntry {
  return value === null ? empty : entered(value);
}

/** Whatever the order of their fields. */
export function isSameValue(one: FactValue | null, other: FactValue | null): boolean {
  if (one === null || other === null) return one === other;
  const fields = new Map<string, unknown>(Object.entries(other));
  const own = Object.entries(one);
  return own.length === fields.size && own.every(([name, value]) => fields.get(name) === value);
}

export function wordsToEntry(kind: 'text' | 'place' | 'file', typed: string): FactEntry {
  const text = typed.trim();
  if (text === '') return empty;
  switch (kind) {
    case 'text':
      return entered({ kind, text });
    case 'place':
      return entered({ kind, place: text });
    case 'file':
      return entered({ kind, name: text });
  }
}

export function numberToEntry(typed: string, locale: string): FactEntry {
  if (typed.trim() === '') return empty;
  const number = parseDecimal(typed, locale);
  return number === null ? invalid('notANumber') : entered({ kind: 'number', number });
}

export function moneyToEntry(typed: string, currency: string, locale: string): FactEntry {
  if (typed.trim() === '') return empty;
  const amount = parseDecimal(typed, locale);
  return amount === null ? invalid('notANumber') : entered({ kind: 'money', amount, currency });
}

/** `half`: the field holds the beginnings of a day, which a browser reports as an empty text. */
export function dayToEntry(date: string, half: boolean): FactEntry {
  if (half) return invalid('notADay');
  if (date === '') return empty;
  return wallToInstant(date, '00:00', 'UTC') === null ? invalid('notADay') : entered({ kind: 'date', date });
}

export function momentToEntry(date: string, time: string, zone: string, half: boolean): FactEntry {
  if (half) return invalid(date === '' ? 'notADay' : 'noTime');
  if (date === '' && time === '') return empty;
  if (date === '') return invalid('noDay');
  if (time === '') return invalid('noTime');
  if (!isZone(zone)) return invalid('notAZone');
  const at = wallToInstant(date, time, zone);
  return at === null ? invalid('notADay') : entered({ kind: 'instant', at, zone });
}

/** Hours may be a fraction as long as there are no minutes beside them: "1,5" is 90 minutes. */
export function lengthToEntry(hours: string, minutes: string, locale: string): FactEntry {
  if (hours.trim() === '' && minutes.trim() === '') return empty;
  const part = (typed: string): number | null => (typed.trim() === '' ? 0 : parseDecimal(typed, locale));
  const wholeHours = part(hours);
  const rest = part(minutes);
  if (wholeHours === null || rest === null || wholeHours < 0 || rest < 0) return invalid('notALength');
  const total = wholeHours * 60 + rest;
  const whole = Number.isInteger(wholeHours) || rest === 0;
  return whole && Number.isInteger(total)
    ? entered({ kind: 'duration', minutes: total })
    : invalid('notALength');
}

/** An address without a scheme gets `https:`; any other scheme than the web's is refused. */
export function linkToEntry(typed: string): FactEntry {
  const text = typed.trim();
  if (text === '') return empty;
  // "example.org:8080" looks like a scheme as well; a port is all digits.
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return invalid('linkScheme');
  const url = webAddress(scheme === undefined ? `https://${text}` : text);
  return url === null ? invalid('notALink') : entered({ kind: 'link', url });
}

/** The address as a browser reads it, if it may be opened; null for whatever is not `http:` or `https:`. */
export function webAddress(text: string): string | null {
  if (/\s/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && (url.hostname.includes('.') || url.hostname === 'localhost') ? url.href : null;
}
