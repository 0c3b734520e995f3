/** Which currencies are offered. Codes are ISO 4217. */

const usedMost = ['EUR', 'USD', 'GBP', 'CHF', 'JPY'] as const;
const byRegion: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  JP: 'JPY',
  CA: 'CAD',
  AU: 'AUD',
  IN: 'INR',
  BR: 'BRL',
  PL: 'PLN',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
};

/** Where the clock is set says more than which spelling somebody prefers. */
export function likelyCurrency(locale: string, zone: string): string {
  const region = new Intl.Locale(locale).region;
  const inEurope = zone.startsWith('Europe/') && zone !== 'Europe/London' && zone !== 'Europe/Zurich';
  const own = region === undefined ? undefined : byRegion[region];
  if (inEurope) return own !== undefined && ['PLN', 'SEK', 'NOK', 'DKK', 'CHF'].includes(own) ? own : 'EUR';
  return zone === 'Europe/London' ? 'GBP' : zone === 'Europe/Zurich' ? 'CHF' : (own ?? 'EUR');
}

export interface CurrencyLists {
  readonly most: readonly string[];
  readonly rest: readonly string[];
}

/** `chosen` is always among them, also one that this browser does not know. */
export function currencyLists(chosen: string): CurrencyLists {
  const most: readonly string[] = usedMost;
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('currency') : [];
  const rest = new Set([...known, chosen].filter((code) => !most.includes(code)));
  return { most, rest: [...rest].sort() };
}

/** "Euro", in the reader's language; the code where the browser has no name for it. */
export function currencyNames(locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type: 'currency' });
  return (code) => {
    try {
      return names.of(code) ?? code;
    } catch {
      // Intl throws at what cannot be a code.
      return code;
    }
  };
}
