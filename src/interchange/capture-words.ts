/**
 * The words that mean something in typed lines, by language. All lower case; marks (@ ~ & -) are the
 * same in every language.
 */
export interface CaptureWords {
  readonly after: readonly string[];
  readonly by: readonly string[];
  /** Joins two references: "after flights and hotel". */
  readonly and: readonly string[];
  /** Begin a line that waits for somebody outside. */
  readonly waitFor: readonly string[];
  /** Begin a line that says what to do when the step above fails. */
  readonly orElse: readonly string[];
  /** "after start": waits for nothing. */
  readonly start: readonly string[];
  /** Whoever starts the flow. */
  readonly me: readonly string[];
  /** Left out when titles are compared. */
  readonly articles: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  /** Before a time of day. */
  readonly at: readonly string[];
  /** Sunday first; any beginning of at least three letters counts. */
  readonly weekdays: readonly string[];
  /** January first; any beginning of at least three letters counts. */
  readonly months: readonly string[];
  /** Minutes by unit. */
  readonly units: Readonly<Record<string, number>>;
}

const minute = 1;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

export const captureWords: { readonly en: CaptureWords } = {
  en: {
    after: ['after'],
    by: ['by', 'due'],
    and: ['and'],
    waitFor: ['wait for', 'waiting for'],
    orElse: ['or else'],
    start: ['start', 'the start'],
    me: ['me'],
    articles: ['the', 'a', 'an'],
    today: ['today'],
    tomorrow: ['tomorrow'],
    at: ['at'],
    weekdays: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'],
    months: [
      'january',
      'february',
      'march',
      'april',
      'may',
      'june',
      'july',
      'august',
      'september',
      'october',
      'november',
      'december',
    ],
    units: {
      m: minute,
      min: minute,
      mins: minute,
      minute,
      minutes: minute,
      h: hour,
      hr: hour,
      hrs: hour,
      hour,
      hours: hour,
      d: day,
      day,
      days: day,
      w: week,
      wk: week,
      wks: week,
      week,
      weeks: week,
    },
  },
};
