/** Rows of the space document are read once after each change, and never as they were before one. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rows, setRow } from '../../src/store/space-rows.ts';

const names = (doc: Y.Doc): readonly unknown[] => rows(doc, 'people').map(([, { name }]) => name);

describe('rows of the space document', () => {
  it('are the same object for as long as nothing changes', () => {
    const doc = new Y.Doc();
    setRow(doc, 'people', 'ana', { name: 'Ana' });
    expect(rows(doc, 'people')).toBe(rows(doc, 'people'));
    const before = rows(doc, 'people');
    setRow(doc, 'people', 'ana', { name: 'Anna' });
    expect(rows(doc, 'people')).not.toBe(before);
    expect(names(doc)).toEqual(['Anna']);
  });

  it('are read as they are in the middle of a change, and after it', () => {
    const doc = new Y.Doc();
    doc.transact(() => {
      expect(names(doc)).toEqual([]);
      setRow(doc, 'people', 'ana', { name: 'Ana' });
      expect(names(doc)).toEqual(['Ana']);
      setRow(doc, 'people', 'sam', { name: 'Sam' });
    });
    expect(names(doc)).toEqual(['Ana', 'Sam']);
  });

  it('show whoever hears of a change that change, and what was changed upon hearing it', () => {
    const doc = new Y.Doc();
    const seen: (readonly unknown[])[] = [];
    expect(names(doc)).toEqual([]);
    doc.on('update', () => {
      seen.push(names(doc));
      if (names(doc).length === 1) {
        setRow(doc, 'people', 'sam', { name: 'Sam' });
        seen.push(names(doc));
      }
    });
    setRow(doc, 'people', 'ana', { name: 'Ana' });
    expect(seen).toEqual([['Ana'], ['Ana', 'Sam'], ['Ana', 'Sam']]);
  });

  it('show what came from others', () => {
    const [doc, other] = [new Y.Doc(), new Y.Doc()];
    expect(names(doc)).toEqual([]);
    setRow(other, 'people', 'noor', { name: 'Noor' });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(names(doc)).toEqual(['Noor']);
  });
});
