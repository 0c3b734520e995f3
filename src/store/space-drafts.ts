/**
 * Workflows that are being written, in the space document: one map a workflow, with what differs from the one in use
 * (model/draft-entries.ts). A workflow that was never in use has its beginnings in its row.
 *
 * Each map is of the document itself and not of a row: two devices that begin to write while they cannot hear each
 * other would otherwise each make a row, and one of them would be lost with all that was written in it.
 */
import * as Y from 'yjs';
import { isReadable } from '../model/decode-workflow.ts';
import type { DraftEntries } from '../model/draft-entries.ts';
import { asId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import { localOrigin } from './run-document.ts';
import { rows, setRow } from './space-rows.ts';

const mapOf = (doc: Y.Doc, workflow: WorkflowId): Y.Map<unknown> => doc.getMap(`draft ${workflow}`);

export function readDraftEntries(doc: Y.Doc, workflow: WorkflowId): DraftEntries {
  return new Map(mapOf(doc, workflow).entries());
}

export function hasDraft(doc: Y.Doc, workflow: WorkflowId): boolean {
  return mapOf(doc, workflow).size > 0;
}

/** What was written is what is in use now, or is not wanted. */
export function clearDraft(doc: Y.Doc, workflow: WorkflowId): void {
  doc.transact(() => mapOf(doc, workflow).clear(), localOrigin);
}

/** What a workflow that was never in use began with; by its id. */
export function readBegun(doc: Y.Doc): ReadonlyMap<WorkflowId, WorkflowDefinition> {
  return new Map(
    rows(doc, 'workflows').flatMap(([id, fields]) => {
      const { begun, version, removed } = fields;
      const isUnused = version === undefined && removed !== true && isReadable.definition(begun);
      return isUnused ? [[asId<WorkflowId>(id), { ...begun, id: asId<WorkflowId>(id) }] as const] : [];
    }),
  );
}

export function beginWorkflow(doc: Y.Doc, begun: WorkflowDefinition): void {
  setRow(doc, 'workflows', begun.id, { begun });
}

/** Writes a draft and takes back what it wrote itself, and nothing of the others. */
export interface DraftWriter {
  write(changes: DraftEntries): void;
  canUndo(): boolean;
  canRedo(): boolean;
  undo(): void;
  redo(): void;
  /** What was written before is not taken back any more. */
  forget(): void;
  close(): void;
}

/** Each `write` is undone by itself. */
export function openDraftWriter(doc: Y.Doc, workflow: WorkflowId): DraftWriter {
  const map = mapOf(doc, workflow);
  const origin = { workflow };
  const manager = new Y.UndoManager(map, { trackedOrigins: new Set([origin]), captureTimeout: 0 });
  return {
    write: (changes) => {
      doc.transact(() => {
        for (const [key, value] of changes) map.set(key, value);
      }, origin);
    },
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    forget: () => manager.clear(),
    close: () => manager.destroy(),
  };
}
