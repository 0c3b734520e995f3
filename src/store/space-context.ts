/** The part of a space that its runs carry with them [E6], as the space's document has it now. */
import type * as Y from 'yjs';
import { omit } from '../model/omit.ts';
import type { RunContext } from '../model/person.ts';
import { readSettings } from './space-document.ts';
import { readHolidays } from './space-holidays.ts';
import { readPeople } from './space-people.ts';
import { readRoles } from './space-roles.ts';

export function readSpaceContext(doc: Y.Doc): RunContext {
  const holidays = readHolidays(doc).map(({ date }) => date);
  const roles = readRoles(doc);
  // Guests read their run's context, and the household's own numbers are none of their business.
  const people = readPeople(doc).map((person) =>
    person.outside === true ? person : omit(person, 'channels'),
  );
  // Runs of a household without these carry none, so that they need no new context for them.
  return {
    people,
    zone: readSettings(doc).zone,
    ...(holidays.length > 0 && { holidays }),
    ...(roles.length > 0 && { roles }),
  };
}
