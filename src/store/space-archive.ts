/** Which flows somebody has put out of sight, in the index of runs of the space document. */
import type * as Y from 'yjs';
import { asId, type RunId } from '../model/ids.ts';
import { rows, setRow } from './space-rows.ts';

export function readArchivedRuns(doc: Y.Doc): ReadonlySet<RunId> {
  return new Set(
    rows(doc, 'runs').flatMap(([id, { archived }]) => (archived === true ? [asId<RunId>(id)] : [])),
  );
}

export function writeRunArchived(doc: Y.Doc, run: RunId, archived: boolean): void {
  setRow(doc, 'runs', run, { archived });
}
