/**
 * Finds people for a view: those of the space, or those a run carries with it when the space has
 * forgotten them [E6].
 */
import { findAwayPeriod } from '../engine/away.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { PersonView } from './shared.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export interface PeopleDirectory {
  readonly me: PersonId | null;
  find(person: PersonId | null | undefined): PersonView | null;
}

export function makePeopleDirectory(
  me: PersonId | null,
  people: readonly Person[],
  carried: ReadonlyMap<PersonId, Person> = new Map(),
): PeopleDirectory {
  const byId = new Map(people.map((person) => [person.id, person]));
  return {
    me,
    find(id) {
      const person = id === null || id === undefined ? undefined : (byId.get(id) ?? carried.get(id));
      return person === undefined ? null : personToView(person, me);
    },
  };
}

export function personToView(person: Person, me: PersonId | null): PersonView {
  return {
    id: person.id,
    name: person.name,
    initials: nameToInitials(person.name),
    colour: person.colour,
    isMe: person.id === me,
    outside: person.outside ?? false,
  };
}

/** As `personToView`, and until when they are away. */
export function personToViewAt(
  person: Person,
  { me, zone }: Pick<SpaceSnapshot, 'me' | 'zone'>,
  now: number,
): PersonView {
  const away = findAwayPeriod(person, now, zone);
  return { ...personToView(person, me), ...(away !== null && { awayUntil: away.to }) };
}

/** By name: every row of a screen shows some, of the same few people. */
const known = new Map<string, string>();
/** Names whose initials are kept: more than a household has. */
const most = 1000;

/** First letters of the first and the last word, upper case; by character as people see them, not by code unit. */
export function nameToInitials(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = name.split(/[\s\-_.]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = firstLetter(words[0]);
  const initials = words.length > 1 ? first + firstLetter(words.at(-1)) : first;
  if (known.size >= most) known.clear();
  known.set(name, initials);
  return initials;
}

/** Made once: making one takes longer than all names of a household. */
let graphemes: Intl.Segmenter | undefined;

function firstLetter(word: string | undefined): string {
  if (word === undefined) return '';
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(letters)) {
    return segment.toLocaleUpperCase();
  }
  return '';
}
