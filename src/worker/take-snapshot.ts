/** Reads from documents and folds what the views are computed from. */
import type { Access } from '../model/access.ts';
import type { PersonId, RunId } from '../model/ids.ts';
import {
  readDevices,
  readInvites,
  readPeople,
  readSettings,
  readWorkflows,
  type RunIndexEntry,
} from '../store/space-document.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { templates } from '../templates/templates.ts';
import { decodeRunSummary } from '../views/decode-run-summary.ts';
import type { HereEntry, RunEntry, SpaceSnapshot, WorkflowEntry } from '../views/space-snapshot.ts';
import type { RunSession } from './run-session.ts';

const shipped: readonly WorkflowEntry[] = templates.map(({ id, title, steps }) => ({
  id,
  title,
  stepCount: steps.length,
  source: 'template',
}));

/** What a device without a space has to show: the workflows that can be started. */
export const emptySnapshot: SpaceSnapshot = {
  spaceName: '',
  access: 'alone',
  me: null,
  people: [],
  joined: new Set(),
  runs: [],
  workflows: shipped,
  invites: [],
  here: [],
};

function runEntry(entry: RunIndexEntry, session: RunSession | null): RunEntry {
  const state = session?.state() ?? null;
  return {
    run: entry.run,
    title: entry.title,
    // A log that has not arrived yet is no state: the screen says that the run is on its way.
    state: state === null || state.status === 'notStarted' ? null : state,
    summary: decodeRunSummary(entry.summary),
    damagedEntries: session?.damagedEntries() ?? 0,
  };
}

export function takeSnapshot(
  doc: PersistedDocument['doc'],
  access: Access,
  me: PersonId | null,
  index: readonly RunIndexEntry[],
  sessionOf: (run: RunId) => RunSession | null,
  here: readonly HereEntry[],
): SpaceSnapshot {
  const saved = readWorkflows(doc).map(
    ({ id, version }): WorkflowEntry => ({
      id,
      title: version.definition.title,
      stepCount: version.definition.steps.length,
      source: 'saved',
    }),
  );
  return {
    spaceName: readSettings(doc).name,
    access,
    me,
    people: readPeople(doc),
    joined: new Set(readDevices(doc).map((device) => device.person)),
    runs: index.map((entry) => runEntry(entry, sessionOf(entry.run))),
    workflows: [...shipped, ...saved],
    invites: readInvites(doc),
    here,
  };
}
