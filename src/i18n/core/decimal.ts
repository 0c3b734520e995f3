/**
 * Numbers as people type them: in their locale's digits and with its separators, or with another's where
 * that leaves no doubt. Never guesses silently: what could be read two ways follows the locale.
 */

/** The number, or null when the text is none. Empty text is none as well. */
export function parseDecimal(text: string, locale: string): number | null {
  const marks = marksOf(locale);
  const plain = [...text.normalize('NFKC').trim()]
    .map((sign) => marks.digitBySign.get(sign) ?? sign)
    .join('')
    // Some locales write a sign with marks of direction around it.
    .replace(/[\s'’٬_\p{Cf}]/gu, '')
    .replace(/^[−–]/u, '-')
    .replaceAll('٫', marks.decimal);
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/.test(plain)) return null;
  const whole = withPoint(plain, marks.decimal);
  if (whole === null) return null;
  const value = Number(whole);
  return Number.isFinite(value) ? value : null;
}

/** As it stands in a field to be edited: the locale's decimal mark, no groups, nothing rounded away. */
export function decimalText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value);
}

function withPoint(text: string, decimal: string): string | null {
  const group = decimal === ',' ? '.' : ',';
  const [whole = '', fraction, ...more] = text.split(decimal);
  if (more.length > 0) {
    // The decimal mark twice: then it can only part thousands, "1.234.567" in English.
    return isGrouped(text, decimal) ? text.replaceAll(decimal, '') : null;
  }
  if (fraction?.includes(group) === true) {
    // The other way round, "1.234,5" in English.
    const [last, ...tail] = fraction.split(group);
    const turned = tail.length === 1 && isGrouped(`${whole}${decimal}${last ?? ''}`, decimal);
    return turned ? `${whole}${last ?? ''}.${tail[0] ?? ''}` : null;
  }
  if (!whole.includes(group)) return fraction === undefined ? whole : `${whole}.${fraction}`;
  if (isGrouped(whole, group))
    return `${whole.replaceAll(group, '')}${fraction === undefined ? '' : `.${fraction}`}`;
  // "12,5" in English parts no thousands, so it is the other decimal mark.
  const parts = whole.split(group);
  return fraction === undefined && parts.length === 2 ? parts.join('.') : null;
}

function isGrouped(text: string, group: string): boolean {
  const [first = '', ...rest] = text.replace(/^[+-]/, '').split(group);
  return (
    /^\d{1,3}$/.test(first) &&
    rest.length > 0 &&
    rest.every((part) => /^\d{2,3}$/.test(part)) &&
    rest.at(-1)?.length === 3
  );
}

interface Marks {
  readonly decimal: string;
  readonly digitBySign: ReadonlyMap<string, string>;
}

const marksByLocale = new Map<string, Marks>();

function marksOf(locale: string): Marks {
  const known = marksByLocale.get(locale);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(locale, { useGrouping: false });
  const mark = format.formatToParts(1.5).find((part) => part.type === 'decimal')?.value;
  const made: Marks = {
    decimal: mark === ',' ? ',' : '.',
    digitBySign: new Map(
      Array.from({ length: 10 }, (_, digit) => [format.format(digit), String(digit)] as const),
    ),
  };
  marksByLocale.set(locale, made);
  return made;
}
