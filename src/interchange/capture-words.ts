/**
 * The words that text capture understands, one table a language. Keys and words are lower case.
 * A word that means nothing here is a word of a title.
 */
export interface CaptureWords {
  readonly after: ReadonlySet<string>;
  readonly by: ReadonlySet<string>;
  /** Before the first day on which a step may be done. */
  readonly from: ReadonlySet<string>;
  /** Between the two ends of a range: "from mon to fri". */
  readonly until: ReadonlySet<string>;
  /** Before a time: "by fri at 5pm". */
  readonly at: ReadonlySet<string>;
  /** Before a first day, and before a date that follows a time: "by 5pm on fri". */
  readonly on: ReadonlySet<string>;
  /** Between references: "after flights and hotel". */
  readonly and: ReadonlySet<string>;
  /** "after start": nothing to wait for. */
  readonly start: ReadonlySet<string>;
  readonly me: ReadonlySet<string>;
  /** The first two words of a step that somebody outside does. The first entry is the one written. */
  readonly waitFor: readonly string[];
  /** The first two words of a step that stands in for the one above. The first entry is the one written. */
  readonly orElse: readonly string[];
  /** "or else ask @sam to call": Sam calls. */
  readonly ask: ReadonlySet<string>;
  readonly to: ReadonlySet<string>;
  /** "if yes: book it". The first entry is the one written. */
  readonly ifWord: readonly string[];
  /** How a choice ends that names no ends of its own. */
  readonly yesNo: readonly [string, string];
  readonly approved: string;
  readonly rejected: string;
  /** Begin a date that is said in words: "in two weeks". */
  readonly dateStarts: ReadonlySet<string>;
  /** Carry nothing in a reference: "after the flights". */
  readonly articles: ReadonlySet<string>;
  readonly today: ReadonlySet<string>;
  readonly tomorrow: ReadonlySet<string>;
  readonly noon: ReadonlySet<string>;
  readonly am: ReadonlySet<string>;
  readonly pm: ReadonlySet<string>;
  /** After a day's number: "27th nov". */
  readonly ordinals: ReadonlySet<string>;
  /** 0 is Sunday. */
  readonly weekdayByName: ReadonlyMap<string, number>;
  /** 1 is January. */
  readonly monthByName: ReadonlyMap<string, number>;
  /** Minutes in one of the unit; a day is 24 hours. */
  readonly minutesByUnit: ReadonlyMap<string, number>;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** "sun sunday, mon monday": each group gets the next number, from `first` on. */
function numbered(text: string, first: number): ReadonlyMap<string, number> {
  const groups = text.split(', ').map((group) => group.split(' '));
  return new Map(groups.flatMap((names, index) => names.map((name) => [name, first + index] as const)));
}

function valued(table: Readonly<Record<string, number>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(table).flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)),
  );
}

const english: CaptureWords = {
  after: words('after'),
  by: words('by'),
  from: words('from'),
  until: words('to until till - –'),
  at: words('at'),
  on: words('on'),
  and: words('and & +'),
  start: words('start'),
  me: words('me'),
  waitFor: ['wait for', 'wait until', 'waiting for'],
  orElse: ['or else'],
  ask: words('ask'),
  to: words('to'),
  ifWord: ['if'],
  yesNo: ['Yes', 'No'],
  approved: 'Approved',
  rejected: 'Rejected',
  dateStarts: words(
    'the next this in within end coming tomorrow today tonight midnight noon a one two three four five six ' +
      'seven eight nine ten first second third',
  ),
  articles: words('the a an my our'),
  today: words('today'),
  tomorrow: words('tomorrow'),
  noon: words('noon'),
  am: words('am'),
  pm: words('pm'),
  ordinals: words('st nd rd th'),
  weekdayByName: numbered(
    'sun sunday, mon monday, tue tues tuesday, wed weds wednesday, thu thur thurs thursday, fri friday, sat saturday',
    0,
  ),
  monthByName: numbered(
    'jan january, feb february, mar march, apr april, may, jun june, jul july, aug august, ' +
      'sep sept september, oct october, nov november, dec december',
    1,
  ),
  minutesByUnit: valued({
    'm min mins minute minutes': 1,
    'h hr hrs hour hours': 60,
    'd day days': 1440,
    'w week weeks': 10_080,
  }),
};

export const captureWordsByLanguage = { en: english } as const;
