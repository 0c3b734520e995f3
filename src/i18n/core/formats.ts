/**
 * Numbers, dates and lists as a locale writes them. Instants are milliseconds since 1970; `now` is an
 * argument everywhere, so that the same input always gives the same words.
 */
export interface FormatOptions {
  /** BCP 47. */
  readonly locale: string;
  /** IANA zone in which instants are read. */
  readonly zone: string;
}

export interface Formats {
  readonly locale: string;
  readonly zone: string;
  plural(count: number, forms: PluralForms): string;
  number(value: number): string;
  /** `18:00` */
  time(at: number): string;
  /** `Wed 25 Nov`, with the year when it is not this one. */
  day(at: number, now: number): string;
  /** `Wed 25` within a week before or after, else as `day`. */
  shortDay(at: number, now: number): string;
  /** `25 Nov`, where there is room for no more. */
  dayOfMonth(at: number): string;
  /** Whole calendar days from `now` to `at` in the zone; negative before. */
  daysBetween(now: number, at: number): number;
  list(items: readonly string[]): string;
  /** `YYYY-MM-DD` and `HH:MM` as date and time inputs want them. */
  inputDate(at: number): string;
  inputTime(at: number): string;
}

export type PluralForms = { readonly [category in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

const dayMs = 86_400_000;
/** Instants whose words are kept: those of some long screens. */
const most = 1000;

/** Every one of them is made when something is first told with it: together they would take as long as a screen. */
export function createFormats(options: FormatOptions): Formats {
  const { locale } = options;
  const plurals = once(() => new Intl.PluralRules(locale));
  const numbers = once(() => new Intl.NumberFormat(locale));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const dates = (style: Intl.DateTimeFormatOptions, of = locale): (() => Intl.DateTimeFormat) =>
    once(() => new Intl.DateTimeFormat(of, { ...style, timeZone: options.zone }));
  // "09:30" where the day has 24 hours, "9:30 AM" where it has twice twelve.
  const clock = once(() => {
    const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
    const hour = hour12 === true ? 'numeric' : '2-digit';
    return new Intl.DateTimeFormat(locale, { hour, minute: '2-digit', timeZone: options.zone });
  });
  const inputClock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');
  const dayParts = dates({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const brief = dates({ day: 'numeric', month: 'short' });
  const calendar = dates({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-u-ca-gregory-nu-latn');
  /** Put together by name: how a locale orders a date differs between browsers, and changes. */
  const isoDay = remember((at) => {
    const pieces = new Map(
      calendar()
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    );
    const year = (pieces.get('year') ?? '').padStart(4, '0');
    return `${year}-${pieces.get('month') ?? ''}-${pieces.get('day') ?? ''}`;
  });
  const dayNumber = (at: number): number => Math.round(Date.parse(`${isoDay(at)}T00:00:00Z`) / dayMs);
  const daysBetween = (now: number, at: number): number => dayNumber(at) - dayNumber(now);
  const partsOf = remember((at) => dayParts().formatToParts(at));
  const part = (at: number, type: Intl.DateTimeFormatPartTypes): string =>
    partsOf(at).find((piece) => piece.type === type)?.value ?? '';
  const day = (at: number, now: number): string => {
    const words = `${part(at, 'weekday')} ${part(at, 'day')} ${part(at, 'month')}`;
    return part(at, 'year') === part(now, 'year') ? words : `${words} ${part(at, 'year')}`;
  };

  return {
    locale,
    get zone() {
      return options.zone;
    },
    plural: (count, forms) =>
      (forms[plurals().select(count)] ?? forms.other).replace('#', numbers().format(count)),
    number: (value) => numbers().format(value),
    time: (at) => clock().format(at),
    day,
    shortDay: (at, now) =>
      Math.abs(daysBetween(now, at)) <= 7 ? `${part(at, 'weekday')} ${part(at, 'day')}` : day(at, now),
    dayOfMonth: (at) => brief().format(at),
    daysBetween,
    list: (items) => lists().format(items),
    inputDate: isoDay,
    inputTime: (at) => inputClock().format(at),
  };
}

/** What is made of an instant, made once: a screen tells the same ones, and what time it is, line after line. */
function remember<Made>(make: (at: number) => Made): (at: number) => Made {
  const made = new Map<number, Made>();
  return (at) => {
    const known = made.get(at);
    if (known !== undefined) return known;
    if (made.size >= most) made.clear();
    const fresh = make(at);
    made.set(at, fresh);
    return fresh;
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}
