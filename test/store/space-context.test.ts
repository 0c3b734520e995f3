import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { asId, type PersonId } from '../../src/model/ids.ts';
import { readSpaceContext } from '../../src/store/space-context.ts';
import { writePerson } from '../../src/store/space-people.ts';

describe('what a run carries of its space', () => {
  it('[E6] leaves out how members are reached, which guests of the run could read, and keeps it of those outside', () => {
    const doc = new Y.Doc();
    const channels = { phone: '+351 1' };
    const quiet = { from: '21:00', to: '07:00' };
    const sam = asId<PersonId>('sam');
    const hotel = asId<PersonId>('hotel');
    writePerson(doc, { id: sam, name: 'Sam', colour: 'sky', channels, quiet }, 1);
    writePerson(doc, { id: hotel, name: 'Hotel', colour: 'sand', outside: true, channels }, 2);
    expect(readSpaceContext(doc).people).toEqual([
      { id: sam, name: 'Sam', colour: 'sky', quiet },
      { id: hotel, name: 'Hotel', colour: 'sand', outside: true, channels },
    ]);
  });
});
