/** Who writes drafts in this tab: what was written can be taken back as long as the editor is open. */
import type { WorkflowId } from '../model/ids.ts';
import { type DraftWriter, openDraftWriter } from '../store/space-drafts.ts';
import type { ViewQuery } from './messages.ts';
import type { SpaceSession } from './space-session.ts';

type Document = Pick<SpaceSession, 'document'>;

export interface DraftDesk {
  writerOf(session: Document, workflow: WorkflowId): DraftWriter;
  /** `null`: nothing was written here. */
  openedOf(session: Document, workflow: WorkflowId): DraftWriter | null;
  /** Lets go of all but those whose editors are open. */
  retain(queries: readonly ViewQuery[]): void;
}

export function makeDraftDesk(): DraftDesk {
  let opened: readonly {
    readonly doc: SpaceSession['document']['doc'];
    readonly workflow: WorkflowId;
    readonly writer: DraftWriter;
  }[] = [];

  const openedOf: DraftDesk['openedOf'] = ({ document: { doc } }, workflow) =>
    opened.find((each) => each.doc === doc && each.workflow === workflow)?.writer ?? null;

  return {
    openedOf,
    writerOf: (session, workflow) => {
      const known = openedOf(session, workflow);
      if (known !== null) return known;
      const { doc } = session.document;
      const writer = openDraftWriter(doc, workflow);
      opened = [...opened, { doc, workflow, writer }];
      return writer;
    },
    retain: (queries) => {
      const shown = new Set(queries.flatMap((query) => (query.kind === 'editor' ? [query.workflow] : [])));
      for (const { workflow, writer } of opened) if (!shown.has(workflow)) writer.close();
      opened = opened.filter(({ workflow }) => shown.has(workflow));
    },
  };
}
