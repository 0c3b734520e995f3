/**
 * Versions of workflows that were in use here, so that an older one can be brought back.
 *
 * Invariants: a version is written once and never changed; of a workflow the latest are kept, as many as
 * `mostVersions` and as fit into `mostBytes`.
 */
import type * as Y from 'yjs';
import { decodeWorkflowVersion } from '../model/decode-workflow.ts';
import { asId, type PersonId, type WorkflowId } from '../model/ids.ts';
import type { WorkflowVersion } from '../model/workflow.ts';
import { localOrigin } from './run-document.ts';
import { count, rows, setRow, text } from './space-rows.ts';

export const mostVersions = 20;
/** Of one workflow's versions together, as JSON. */
const mostBytes = 512 * 1024;

export interface KeptVersion {
  readonly version: WorkflowVersion;
  /** When it came into use, milliseconds since 1970; `null`: nobody wrote it down. */
  readonly at: number | null;
  readonly by: PersonId | null;
}

/** The latest first. */
export function readVersions(doc: Y.Doc, workflow: WorkflowId): readonly KeptVersion[] {
  return entriesOf(doc, workflow).map(({ kept }) => kept);
}

export function keepVersion(doc: Y.Doc, workflow: WorkflowId, { version, at, by }: KeptVersion): void {
  const known = entriesOf(doc, workflow);
  const id = `${workflow} ${version.number} ${version.hash}`;
  doc.transact(() => {
    if (!known.some((each) => each.id === id)) setRow(doc, 'versions', id, { workflow, version, at, by });
    let bytes = 0;
    entriesOf(doc, workflow).forEach((each, place) => {
      bytes += JSON.stringify(each.kept.version).length;
      // The one in use stays, however large it is.
      if (place > 0 && (place >= mostVersions || bytes > mostBytes))
        doc.getMap<unknown>('versions').delete(each.id);
    });
  }, localOrigin);
}

function entriesOf(
  doc: Y.Doc,
  workflow: WorkflowId,
): readonly { readonly id: string; readonly kept: KeptVersion }[] {
  const entries = rows(doc, 'versions').flatMap(([id, fields]) => {
    const version = fields['workflow'] === workflow ? decodeWorkflowVersion(fields['version']) : null;
    if (version?.ok !== true) return [];
    const by = text(fields, 'by');
    const kept = {
      version: version.value,
      at: count(fields, 'at'),
      by: by === null ? null : asId<PersonId>(by),
    };
    return [{ id, kept }];
  });
  return entries.sort(
    (a, b) =>
      b.kept.version.number - a.kept.version.number ||
      (b.kept.at ?? 0) - (a.kept.at ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
