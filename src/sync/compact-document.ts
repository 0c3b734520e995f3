/** A document as the content of a snapshot, if it may speak for the log. */
import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import { type Coverage, coverageOfDocument, coverageOfUpdate, covers } from './coverage.ts';
import { limitUpdate } from './limit-update.ts';
import { isRangeSubset } from './range-set.ts';

export interface CompactDocument {
  readonly coverage: Coverage;
  readonly update: Bytes;
}

/**
 * What the log holds of the document. `null` when the document lacks something of the log or waits for something, or
 * when something was deleted in a document that only grows.
 */
export function compactDocument(doc: Y.Doc, log: Coverage, appendOnly: boolean): CompactDocument | null {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return null;
  const whole = new Uint8Array(Y.encodeStateAsUpdate(doc));
  const isAllInLog = isRangeSubset(coverageOfDocument(doc).structs, log.structs);
  const update = isAllInLog ? whole : limitUpdate(whole, log.structs);
  const coverage = update === null ? null : coverageOfUpdate(update);
  if (update === null || coverage === null || !covers(coverage, log)) return null;
  return appendOnly && coverage.deletions.size > 0 ? null : { coverage, update };
}
