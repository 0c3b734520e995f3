/**
 * Roles in the space document: named sets of people, any of whom may have a step.
 *
 * Each member is a field of the role's row, so that two people who add somebody at once both do. A role
 * counts whom the space knows: whoever is taken out of it is out of its roles.
 */
import type * as Y from 'yjs';
import { asId, type PersonId, type RoleId } from '../model/ids.ts';
import type { Role } from '../model/person.ts';
import { localOrigin } from './run-document.ts';
import { count, type Fields, rows, setRow, text } from './space-rows.ts';

const member = (person: string): string => `person ${person}`;

function isMember(fields: Fields, person: string): boolean {
  return fields[member(person)] === true;
}

/** As they were made; their people in the order of their ids. */
export function readRoles(doc: Y.Doc): readonly Role[] {
  const people = rows(doc, 'people').map(([id]) => id);
  const entries = rows(doc, 'roles').flatMap(([id, fields]) => {
    const name = text(fields, 'name');
    if (name === null) return [];
    const members = people
      .filter((person) => isMember(fields, person))
      .map((person) => asId<PersonId>(person));
    return [
      { role: { id: asId<RoleId>(id), name, people: members }, addedAt: count(fields, 'addedAt') ?? 0 },
    ];
  });
  entries.sort((a, b) => a.addedAt - b.addedAt || (a.role.id < b.role.id ? -1 : 1));
  return entries.map(({ role }) => role);
}

/** Makes the role, or changes what is another now; `addedAt` counts for a new one alone. */
export function writeRole(doc: Y.Doc, { id, name, people }: Role, addedAt: number): void {
  const known = rows(doc, 'roles').find(([other]) => other === id)?.[1];
  const before = rows(doc, 'people').flatMap(([person]) =>
    known !== undefined && isMember(known, person) ? [person] : [],
  );
  const wanted = new Set<string>(people);
  setRow(doc, 'roles', id, {
    ...(known === undefined ? { addedAt } : {}),
    ...(known?.['name'] === name ? {} : { name }),
    ...Object.fromEntries(
      before.filter((person) => !wanted.has(person)).map((person) => [member(person), false]),
    ),
    ...Object.fromEntries(
      people.filter((person) => !before.includes(person)).map((person) => [member(person), true]),
    ),
  });
}

export function removeRole(doc: Y.Doc, role: RoleId): void {
  doc.transact(() => doc.getMap<unknown>('roles').delete(role), localOrigin);
}
