import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type PersonId, type RoleId } from '../../src/model/ids.ts';
import { writePerson } from '../../src/store/space-people.ts';
import { readRoles, removeRole, writeRole } from '../../src/store/space-roles.ts';

const [ana, sam, jo] = ['ana', 'sam', 'jo'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId, PersonId];
const finance = asId<RoleId>('finance');

function space(): Y.Doc {
  const doc = new Y.Doc();
  for (const [index, id] of [ana, sam, jo].entries())
    writePerson(doc, { id, name: id, colour: 'sand' }, index);
  return doc;
}

function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe('roles of a space', () => {
  it('are a name and people, as they were made', () => {
    const doc = space();
    writeRole(doc, { id: finance, name: 'Finance', people: [sam] }, 2);
    writeRole(doc, { id: asId<RoleId>('board'), name: 'Board', people: [] }, 1);
    expect(readRoles(doc)).toEqual([
      { id: 'board', name: 'Board', people: [] },
      { id: 'finance', name: 'Finance', people: [sam] },
    ]);
    writeRole(doc, { id: finance, name: 'Money', people: [ana] }, 9);
    expect(readRoles(doc)[1]).toEqual({ id: 'finance', name: 'Money', people: [ana] });
  });

  it('keep what two devices changed at once: one added somebody, one took somebody out and gave it a name', () => {
    const one = space();
    writeRole(one, { id: finance, name: 'Finance', people: [sam] }, 1);
    const other = new Y.Doc();
    merge(one, other);
    writeRole(one, { id: finance, name: 'Finance', people: [sam, jo] }, 1);
    writeRole(other, { id: finance, name: 'Money', people: [] }, 1);
    merge(one, other);
    expect(readRoles(one)).toEqual([{ id: 'finance', name: 'Money', people: [jo] }]);
    expect(readRoles(other)).toEqual(readRoles(one));
  });

  it('lose whoever the space no longer has, and go when they are removed', () => {
    const doc = space();
    writeRole(doc, { id: finance, name: 'Finance', people: [ana, sam] }, 1);
    doc.getMap('people').delete(sam);
    expect(readRoles(doc)[0]?.people).toEqual([ana]);
    removeRole(doc, finance);
    expect(readRoles(doc)).toEqual([]);
  });
});
