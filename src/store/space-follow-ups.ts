/** Which run followed which, in the index of runs of the space document. */
import type * as Y from 'yjs';
import { asId, type RunId } from '../model/ids.ts';
import type { NewRunIndexEntry } from './space-document.ts';
import { rows, setRow, text } from './space-rows.ts';

/** A run that started by itself when another had ended. */
export interface FollowingRun {
  readonly run: RunId;
  readonly follows: RunId;
  /** Which of what follows that run. */
  readonly followUp: string;
}

export function readFollowingRuns(doc: Y.Doc): readonly FollowingRun[] {
  return rows(doc, 'runs').flatMap(([id, fields]): FollowingRun[] => {
    const [follows, followUp] = [text(fields, 'follows'), text(fields, 'followUp')];
    if (follows === null || followUp === null) return [];
    return [{ run: asId<RunId>(id), follows: asId<RunId>(follows), followUp }];
  });
}

/** The index entry of a run that follows another. */
export function writeFollowingRun(
  doc: Y.Doc,
  { run, ...fields }: NewRunIndexEntry,
  follows: RunId,
  followUp: string,
): void {
  setRow(doc, 'runs', run, { ...fields, follows, followUp });
}
