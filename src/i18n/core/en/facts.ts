/** Facts: what a run knows, as people read it, and what a change of it asks for. */
import { createFormats, type Formats } from '../formats.ts';
import type { ToldOption, ToldValue } from '../told-value.ts';
import { isZone } from '../zoned.ts';
import type { Who } from './states.ts';
import { factInputWords } from './fact-input.ts';
import type { TimeWords } from './times.ts';

/** Whoever reads it: their present, and whom they know. */
export interface Telling {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly nameOf?: (person: string) => string | undefined;
}

/** A value that changed. `projection`: only this part of an instant is of interest. */
export interface ToldChange {
  readonly name: string;
  readonly was: ToldValue | null;
  readonly now: ToldValue | null;
  readonly options: readonly ToldOption[];
  readonly projection?: 'date' | 'time' | null;
}

interface ToldDue {
  readonly at: number;
  readonly hasTime: boolean;
}

type Part = 'all' | 'date' | 'time';

const numberWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

export function factWords(f: Formats, t: TimeWords) {
  const formatsByZone = new Map<string, Formats>([[f.zone, f]]);
  const formatsIn = (zone: string): Formats => {
    const known = formatsByZone.get(zone);
    if (known !== undefined) return known;
    const made = isZone(zone) ? createFormats({ locale: f.locale, zone }) : f;
    formatsByZone.set(zone, made);
    return made;
  };
  const noZone = formatsIn('UTC');
  /** Without a present the year is always said. */
  const dayOf = (formats: Formats, at: number, now: number | undefined): string => formats.day(at, now ?? 0);

  const zoneName = (zone: string): string => {
    const city = zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
    return city === 'UTC' || city === 'GMT' ? city : `${city} time`;
  };
  const instant = (
    value: Extract<ToldValue, { kind: 'instant' }>,
    now: number | undefined,
    part: Part,
  ): string => {
    const formats = formatsIn(value.zone);
    const day = dayOf(formats, value.at, now);
    const time = formats.time(value.at);
    const words = part === 'all' ? `${day}, ${time}` : part === 'date' ? day : time;
    return part === 'date' || value.zone === f.zone ? words : `${words} (${zoneName(value.zone)})`;
  };
  const money = (amount: number, currency: string): string => {
    try {
      return new Intl.NumberFormat(f.locale, {
        style: 'currency',
        currency,
        trailingZeroDisplay: 'stripIfInteger',
      }).format(amount);
    } catch {
      // Intl throws at what cannot be a currency's code.
      return `${f.number(amount)} ${currency}`;
    }
  };
  const duration = (minutes: number): string => {
    const whole = Math.abs(Math.round(minutes));
    const hours = Math.floor(whole / 60);
    const rest = whole % 60;
    const sign = minutes < 0 ? '−' : '';
    if (hours === 0) return `${sign}${f.number(rest)} min`;
    return rest === 0 ? `${sign}${f.number(hours)} h` : `${sign}${f.number(hours)} h ${f.number(rest)} min`;
  };
  const tell = (
    value: ToldValue | null,
    options: readonly ToldOption[],
    telling: Partial<Telling>,
    part: Part = 'all',
  ): string => {
    if (value === null) return 'Not known yet';
    switch (value.kind) {
      case 'text':
        return value.text;
      case 'number':
        return f.number(value.number);
      case 'money':
        return money(value.amount, value.currency);
      case 'date':
        return dayOf(noZone, Date.parse(`${value.date}T12:00:00Z`), telling.now);
      case 'instant':
        return instant(value, telling.now, part);
      case 'duration':
        return duration(value.minutes);
      case 'place':
        return value.place;
      case 'person':
        return telling.nameOf?.(value.person) ?? 'Somebody';
      case 'choice':
        return options.find((option) => option.id === value.choice)?.name ?? 'An option that is gone';
      case 'link':
        return value.url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
      case 'file':
        return value.name;
    }
  };
  /** What of an instant is worth saying: of a move within the day the hour, of one to another day both. */
  const partOf = (change: ToldChange): Part => {
    if (change.projection) return change.projection;
    const { was, now } = change;
    if (was?.kind !== 'instant' || now?.kind !== 'instant' || was.zone !== now.zone) return 'all';
    const formats = formatsIn(now.zone);
    return formats.inputDate(was.at) === formats.inputDate(now.at) ? 'time' : 'all';
  };
  const changed = (change: ToldChange, telling: Telling): string =>
    change.now === null
      ? `${change.name} is not known any more`
      : `${change.name} is now ${tell(change.now, change.options, telling, partOf(change))}`;
  const wasNow = (change: ToldChange, telling: Telling): string => {
    const part = partOf(change);
    const was = change.was === null ? 'not known' : tell(change.was, change.options, telling, part);
    return change.now === null
      ? `${change.name} was ${was}, is not known any more`
      : `${change.name} was ${was}, is now ${tell(change.now, change.options, telling, part)}`;
  };
  const checksWanted = (count: number, titles: readonly string[]): string => {
    const counted = numberWords[count] ?? f.number(count);
    const steps = f.plural(count, { one: 'step', other: 'steps' });
    return `${counted} ${steps} to check again${titles.length === 0 ? '' : `: ${titles.join(', ')}`}`;
  };
  const moved = (title: string, was: ToldDue | null, now: ToldDue | null, present: number): string => {
    const say = (due: ToldDue): string => t.moment(due.at, due.hasTime, present);
    if (now === null)
      return was === null ? `${title} has no date` : `${title} has no date now, was ${say(was)}`;
    if (was === null) return `${title} is now due ${say(now)}`;
    const sameDay = was.hasTime && now.hasTime && f.daysBetween(was.at, now.at) === 0;
    return `${title} is now due ${say(now)}, was ${sameDay ? f.time(was.at) : say(was)}`;
  };
  /** In the middle of a sentence. */
  const midName = (who: Who): string => (who.isMe ? 'you' : who.name);
  const startName = (who: Who): string => (who.isMe ? 'You' : who.name);
  const namesOf = (people: readonly Who[], first: (who: Who) => string): string => {
    const [head, ...tail] = people;
    return head === undefined ? '' : f.list([first(head), ...tail.map(midName)]);
  };
  /** Others first: "Sam and you". */
  const othersFirst = (people: readonly Who[]): readonly Who[] => [
    ...people.filter((who) => !who.isMe),
    ...people.filter((who) => who.isMe),
  ];

  return {
    /**
     * "Tue 24 Mar, 16:10", "€1,200", "2 h 30 min", "Not known yet". The zone is named when it is not the
     * reader's. Without `now` the year is always said.
     */
    value: (
      value: ToldValue | null,
      options: readonly ToldOption[],
      personName?: string,
      now?: number,
    ): string =>
      tell(value, options, {
        ...(now !== undefined && { now }),
        ...(personName !== undefined && { nameOf: () => personName }),
      }),
    zoneName,
    /** "Flight lands is now 16:10", with the day when that is another one. */
    changed,
    /** "Flight lands was 14:10, is now 16:10" */
    wasNow,
    /** "Two steps to check again: transfer, dinner" */
    checksWanted,
    /** "Dinner is now due 18:00 today, was 20:00" */
    moved,
    title: 'What we know',
    /** The chip on the flow. */
    button: 'Facts',
    buttonMissing: (missing: number): string => `${f.number(missing)} missing`,
    buttonDisputed: (disputed: number): string => `${f.number(disputed)} to choose`,
    /** The words of the chip in their order, as they are read out. */
    buttonLabel: (missing: number, disputed: number): string =>
      [
        'Facts',
        ...(disputed === 0 ? [] : [`${f.number(disputed)} to choose`]),
        ...(missing === 0 ? [] : [`${f.number(missing)} missing`]),
      ].join(' '),
    count: (known: number, total: number): string => `${f.number(known)} of ${f.number(total)} known`,
    none: 'This flow needs to know nothing.',
    missingTitle: 'Still missing',
    knownTitle: 'Known',
    disputedTitle: 'To choose',
    fillIn: 'Fill in',
    setBy: (who: Who | null, at: number | null, now: number): string =>
      [...(who === null ? [] : [`Set by ${midName(who)}`]), ...(at === null ? [] : [t.when(at, now)])].join(
        ', ',
      ),
    follows: (name: string): string => `Follows ${name}, and moves along with it`,
    unconfirmed: 'May change: the step that said so is being done again',
    forNow: (title: string): string => `For now, until ${title} is done`,
    canSay: (people: readonly Who[]): string =>
      people.length === 0 ? 'Anybody can say' : `${namesOf(people, startName)} can say`,
    readBy: (titles: readonly string[]): string => `Needed for ${f.list(titles)}`,
    writtenBy: (titles: readonly string[]): string => `Comes from ${f.list(titles)}`,
    asksAgain: (count: number): string =>
      f.plural(count, {
        one: 'Changing it may ask one done step to be checked again.',
        other: 'Changing it may ask # done steps to be checked again.',
      }),
    save: 'Save',
    takeAway: 'Take the value away',
    said: {
      set: (name: string): string => `${name}: saved`,
      takenAway: (name: string): string => `${name}: not known any more`,
      kept: (name: string): string => `${name}: chosen; the other answer stays in the log`,
      stillRight: (title: string): string => `${title}: still right`,
      reopened: (title: string): string => `${title} is open again`,
      amended: (title: string): string => `${title}: put right`,
    },
    /** "Sam and you both set Flight lands" */
    bothSet: (name: string, people: readonly (Who | null)[]): string => {
      const known = people.flatMap((who) => (who === null ? [] : [who]));
      const different = new Set(known.map((who) => who.name)).size === people.length;
      return people.length === 2 && different
        ? `${namesOf(othersFirst(known), startName)} both set ${name}`
        : `${numberWords[people.length] ?? f.number(people.length)} answers met: ${name}`;
    },
    criticalHint: 'Steps that need it wait until one is chosen. The other stays in the log.',
    disputeHint: 'Until one is chosen, the latest counts. The other stays in the log.',
    keepThis: 'Keep this',
    openLink: 'Open the link',
    openLinkOf: (name: string): string => `${name}: open the link`,
    recheckTitle: 'Check again',
    checkOf: (title: string): string => `Check again: ${title}`,
    recheckIrreversible: 'It cannot be done again, but what was wrong can be put right.',
    stillRight: 'Still right',
    changeIt: 'Change it',
    stillRightOf: (title: string): string => `Still right: ${title}`,
    changeItOf: (title: string): string => `Change it: ${title}`,
    amendTitle: 'Put it right',
    amendHint: 'What was done stays in the log, and this is said beside it.',
    amendNote: 'What was put right',
    amendNoteHint: 'For instance: rang them, the table is at nine',
    amendSave: 'Put it right',
    amendEmpty: 'Change a value, or say what was put right.',
    noticesTitle: 'News',
    moreNotices: (count: number): string => `${f.number(count)} more`,
    acknowledge: 'OK',
    acknowledgeOf: (sentence: string): string => `OK: ${sentence}`,
    changedBy: (who: Who | null, at: number, now: number): string =>
      who === null ? t.when(at, now) : `${startName(who)}, ${t.when(at, now)}`,
    overruled: (
      mine: 'completed' | 'failed' | 'skipped' | 'cancelled' | 'reopened' | null,
      title: string,
      by: readonly Who[],
    ): string => {
      const others = by.length === 0 ? 'somebody' : namesOf(by, midName);
      const had = `${others} had already done it`;
      switch (mine) {
        case 'completed':
          return `You marked ${title} done; ${had}`;
        case 'failed':
          return `You were stuck on ${title}; ${had}`;
        case 'skipped':
          return `You skipped ${title}; ${had}`;
        case 'cancelled':
          return `You called ${title} off; ${had}`;
        case 'reopened':
          return `You opened ${title} again; ${had}`;
        case null:
          return `${title}: ${had}`;
      }
    },
    alreadyDone: (title: string, by: readonly Who[]): string =>
      `${title} came to you; ${by.length === 0 ? 'somebody' : namesOf(by, midName)} had already done it`,
    goesToAnother: (title: string, by: readonly Who[]): string =>
      `You were to do ${title}; ${by.length === 0 ? 'somebody else' : namesOf(by, midName)} ${
        by.length > 1 || by[0]?.isMe === true ? 'have' : 'has'
      } it now`,
    didItsPart: (title: string, did: string, by: readonly Who[]): string =>
      `${by.length === 0 ? 'Somebody' : namesOf(by, startName)} did ${title} and ${did}, which were for two people`,
    input: factInputWords(f),
  };
}
