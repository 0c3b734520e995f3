/** The part of a space that its runs carry with them [E6], as the space's document has it now. */
import type * as Y from 'yjs';
import type { RunContext } from '../model/person.ts';
import { readSettings } from './space-document.ts';
import { readHolidays } from './space-holidays.ts';
import { readPeople } from './space-people.ts';

export function readSpaceContext(doc: Y.Doc): RunContext {
  const holidays = readHolidays(doc).map(({ date }) => date);
  return {
    people: readPeople(doc),
    zone: readSettings(doc).zone,
    ...(holidays.length > 0 && { holidays }),
  };
}
