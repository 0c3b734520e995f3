/** A document as one update, and whether bytes are one. */
import * as Y from 'yjs';
import { copyBytes, type Bytes } from './bytes.ts';

/** Everything of the document. */
export function encodeDocument(doc: Y.Doc): Bytes {
  return copyBytes(Y.encodeStateAsUpdate(doc));
}

/** It may need what is not in it. */
export function isUpdate(update: Uint8Array): boolean {
  const scratch = new Y.Doc();
  try {
    Y.applyUpdate(scratch, update);
    return true;
  } catch {
    return false;
  } finally {
    scratch.destroy();
  }
}
