/** Which rooms the household has left and where it went on, as its owners signed it: a section of the space document. */
import type * as Y from 'yjs';
import { rows, setRow, text } from './space-rows.ts';

/** As `makeSuccession` of sync writes them. */
export function readSuccessions(doc: Y.Doc): readonly string[] {
  return rows(doc, 'successions').flatMap(([, fields]) => text(fields, 'signed') ?? []);
}

/** `room`: the one that was left, in base64url. */
export function writeSuccession(doc: Y.Doc, room: string, signed: string): void {
  setRow(doc, 'successions', room, { signed });
}
