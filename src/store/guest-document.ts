/**
 * A guest's own document: entries as in a run's document and a mark of being here, which the guest's device writes,
 * and a mark that members set when the guest is shut out. Nothing in it is ever deleted.
 */
import type * as Y from 'yjs';
import { localOrigin } from './run-document.ts';

const marksName = 'marks';
const over = 'over';
const here = 'here';

/** Says to the guest's device that the link has ended. */
export function markGuestOver(doc: Y.Doc): void {
  doc.transact(() => doc.getMap<unknown>(marksName).set(over, true), localOrigin);
}

export function isGuestOver(doc: Y.Doc): boolean {
  return doc.getMap<unknown>(marksName).get(over) === true;
}

/** Says to the members that a device has used the link, whatever the relay knows of it. */
export function markGuestHere(doc: Y.Doc): void {
  doc.transact(() => doc.getMap<unknown>(marksName).set(here, true), localOrigin);
}

export function isGuestHere(doc: Y.Doc): boolean {
  return doc.getMap<unknown>(marksName).get(here) === true;
}

/** Calls back when a mark may have come; returns how to stop. */
export function observeGuestMarks(doc: Y.Doc, listener: () => void): () => void {
  const marks = doc.getMap<unknown>(marksName);
  const observer = (): void => listener();
  marks.observe(observer);
  return () => marks.unobserve(observer);
}
