/** A document as the content of a snapshot, if it may speak for the log. */
import * as Y from 'yjs';
import type { Bytes } from './bytes.ts';
import { type Coverage, coverageOfUpdate, covers } from './coverage.ts';
import { isRangeSubset } from './range-set.ts';

export interface CompactDocument {
  readonly coverage: Coverage;
  readonly update: Bytes;
}

/**
 * `null` when the document lacks something of the log or waits for something, when it has what the log has not, or
 * when something was deleted in a document that only grows.
 */
export function compactDocument(doc: Y.Doc, log: Coverage, appendOnly: boolean): CompactDocument | null {
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return null;
  const update = new Uint8Array(Y.encodeStateAsUpdate(doc));
  const coverage = coverageOfUpdate(update);
  if (coverage === null || !covers(coverage, log)) return null;
  if (!isRangeSubset(coverage.structs, log.structs)) return null;
  return appendOnly && coverage.deletions.size > 0 ? null : { coverage, update };
}
