/**
 * What a household is called on this device: its name, or who is in it where it has none. Two that would be called the same
 * are told apart by since when they are here.
 */
import type { Formats } from '../formats.ts';

export interface SayableHousehold {
  readonly name: string;
  /** Who holds this device there. */
  readonly me: string | null;
  /** Everybody else in it, by name. */
  readonly others: readonly string[];
  /** Since when it is on this device, milliseconds since 1970. */
  readonly joinedAt: number;
}

/** Beyond these they are counted. */
const mostNamed = 3;

export function householdNames(f: Formats) {
  const people = (others: readonly string[]): readonly string[] => {
    if (others.length <= mostNamed) return others;
    const named = others.slice(0, mostNamed - 1);
    return [...named, f.plural(others.length - named.length, { other: '# others' })];
  };
  const since = (at: number, now: number): string => {
    const isThisYear = f.inputDate(at).slice(0, 4) === f.inputDate(now).slice(0, 4);
    return `since ${isThisYear ? f.dayOfMonth(at) : f.day(at, now)}`;
  };
  /** From the shortest to the one that says most. */
  const ways = ({ name, me, others, joinedAt }: SayableHousehold, now: number): readonly string[] => {
    const day = since(joinedAt, now);
    const hour = `${day}, ${f.time(joinedAt)}`;
    if (name === '' && others.length === 0)
      return me === null ? ['Household', `Household, ${day}`] : [`Just you, ${day}`, `Just you, ${hour}`];
    const who = name || f.list([...(me === null ? [] : ['You']), ...people(others)]);
    return [who, `${who}, ${day}`, `${who}, ${hour}`];
  };
  return {
    called: (household: SayableHousehold, all: readonly SayableHousehold[], now: number): string => {
      const rivals = all.filter((other) => other !== household).map((other) => ways(other, now));
      const own = ways(household, now);
      return (
        own.find((way, index) => rivals.every((rival) => rival[index] !== way)) ??
        own.at(-1) ??
        household.name
      );
    },
    /** When another one is joined. */
    beside: (all: readonly SayableHousehold[]): string => {
      const [first, ...more] = all;
      if (first === undefined) return '';
      const stays = 'stays as it is, beside this one.';
      if (more.length > 0)
        return f.plural(all.length, {
          other: 'The # households that are here stay as they are, beside this one.',
        });
      if (first.name !== '') return `${first.name} ${stays}`;
      return first.others.length === 0
        ? `The household that is here ${stays}`
        : `Your household with ${f.list(people(first.others))} ${stays}`;
    },
  };
}
