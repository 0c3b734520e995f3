import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type PersonId } from '../../src/model/ids.ts';
import type { AwayPeriod } from '../../src/model/person.ts';
import { changePerson, readPeople, writePerson } from '../../src/store/space-people.ts';
import { setRow } from '../../src/store/space-rows.ts';

const [sam, ana] = [asId<PersonId>('sam'), asId<PersonId>('ana')];
const spring: AwayPeriod = { from: '2026-03-02', to: '2026-03-06' };
const summer: AwayPeriod = { from: '2026-07-01', to: '2026-07-20', coveredBy: ana };
const autumn: AwayPeriod = { from: '2026-10-05', to: '2026-10-09' };
const winter: AwayPeriod = { from: '2026-12-20', to: '2026-12-31' };

function space(away: readonly AwayPeriod[] = []): Y.Doc {
  const doc = new Y.Doc();
  writePerson(doc, { id: sam, name: 'Sam', colour: 'sky', ...(away.length > 0 && { away }) }, 1);
  return doc;
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

const awayOf = (doc: Y.Doc): readonly AwayPeriod[] | undefined => readPeople(doc)[0]?.away;

describe('days away in the space', () => {
  it('[W34] are read as they were written, by their days, and are not there when there are none', () => {
    expect(awayOf(space([summer, spring]))).toEqual([spring, summer]);
    expect(readPeople(space())).toEqual([{ id: sam, name: 'Sam', colour: 'sky' }]);
  });

  it('[W34] keep what two devices said apart: two periods added, a third taken away', () => {
    const one = space([autumn]);
    const other = copyOf(one);
    changePerson(one, sam, { away: [spring, autumn] });
    changePerson(other, sam, { away: [summer] });
    merge(one, other);
    expect(awayOf(one)).toEqual([spring, summer]);
    expect(awayOf(other)).toEqual(awayOf(one));
  });

  it('[W34] say anew who stands in, and are all taken away with null or an empty list', () => {
    const doc = space([spring, summer]);
    changePerson(doc, sam, { away: [{ ...spring, coveredBy: ana }, summer] });
    expect(awayOf(doc)).toEqual([{ ...spring, coveredBy: ana }, summer]);
    const other = copyOf(doc);
    changePerson(doc, sam, { away: null });
    changePerson(other, sam, { away: [] });
    expect([awayOf(doc), awayOf(other)]).toEqual([undefined, undefined]);
  });

  it('[W34] are read from the list in which they once lay, which two devices take apart without losing one', () => {
    const one = space();
    setRow(one, 'people', sam, { away: [spring, autumn] });
    expect(awayOf(one)).toEqual([spring, autumn]);
    const other = copyOf(one);
    changePerson(one, sam, { away: [spring, autumn, winter] });
    changePerson(other, sam, { away: [spring, summer, autumn] });
    merge(one, other);
    expect(awayOf(one)).toEqual([spring, summer, autumn, winter]);
    expect(awayOf(other)).toEqual(awayOf(one));
  });

  it('[W34] leave what else is said of the person, and pass over what cannot be read', () => {
    const doc = space([spring]);
    changePerson(doc, sam, { name: 'Samuel', zone: 'UTC' });
    setRow(doc, 'people', sam, { 'away broken': { from: 'soon' } });
    expect(readPeople(doc)).toEqual([
      { id: sam, name: 'Samuel', colour: 'sky', zone: 'UTC', away: [spring] },
    ]);
  });
});
