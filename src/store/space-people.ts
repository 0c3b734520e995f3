/** People in the space document: a row each, whose fields change one by one, and days away period by period. */
import type * as Y from 'yjs';
import { personFieldChecks } from '../model/decode-person.ts';
import { asId, type PersonId } from '../model/ids.ts';
import { type Person, type PersonChange, type PersonColour, personColours } from '../model/person.ts';
import { awayToFields, changedAway, readAway } from './away-fields.ts';
import { count, type Fields, rows, setRow, text } from './space-rows.ts';

function toColour(value: unknown, id: string): PersonColour {
  const known = personColours.find((colour) => colour === value);
  if (known !== undefined) return known;
  let sum = 0;
  for (const letter of id) sum += letter.charCodeAt(0);
  return personColours[sum % personColours.length] ?? 'sand';
}

type PersonDetails = Omit<Person, 'id' | 'name' | 'colour'>;

/** What is said of a person besides the name; a field that cannot be read counts as not said. */
function toDetails(fields: Fields): PersonDetails {
  const said = Object.entries(personFieldChecks).flatMap(([name, check]) => {
    const value = fields[name];
    return value === undefined || value === null || value === false || !check(value) ? [] : [[name, value]];
  });
  const away = readAway(fields);
  return { ...Object.fromEntries(said), ...(away.length > 0 && { away }) } as PersonDetails;
}

export function readPeople(doc: Y.Doc): readonly Person[] {
  const entries = rows(doc, 'people').flatMap(([id, fields]) => {
    const name = text(fields, 'name');
    if (name === null) return [];
    const colour = toColour(fields['colour'], id);
    const person: Person = { id: asId<PersonId>(id), name, colour, ...toDetails(fields) };
    return [{ person, addedAt: count(fields, 'addedAt') ?? 0 }];
  });
  entries.sort((a, b) => a.addedAt - b.addedAt || (a.person.id < b.person.id ? -1 : 1));
  return entries.map(({ person }) => person);
}

export function writePerson(doc: Y.Doc, person: Person, addedAt: number): void {
  const { id, away = [], ...fields } = person;
  setRow(doc, 'people', id, { ...fields, ...awayToFields(away), addedAt });
}

/** Field by field, so that what others change of the same person at the same time stays; `null` removes. */
export function changePerson(doc: Y.Doc, person: PersonId, set: PersonChange): void {
  const { away, ...fields } = set;
  const before = away === undefined ? undefined : rows(doc, 'people').find(([id]) => id === person)?.[1];
  setRow(doc, 'people', person, { ...fields, ...(before !== undefined && changedAway(before, away ?? [])) });
}
