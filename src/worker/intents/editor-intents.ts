/** Intents about writing workflows of one's own: what is written, and what of it is put to use. */
import { closeGaps } from '../../engine/plan-changes/close-gaps.ts';
import { diffDefinitions } from '../../engine/plan-changes/diff-definitions.ts';
import type { DefinitionOperation, EditOperation } from '../../model/edit-operation.ts';
import type { WorkflowId } from '../../model/ids.ts';
import { isSame } from '../../model/is-same.ts';
import { operationsToEntries } from '../../model/operations-to-entries.ts';
import { readDraft } from '../../model/read-draft.ts';
import { type InvalidWorkflow, validateWorkflow } from '../../model/validate-workflow.ts';
import type { WorkflowDefinition } from '../../model/workflow.ts';
import { beginWorkflow, clearDraft, readBegun, readDraftEntries } from '../../store/space-drafts.ts';
import { removeWorkflow } from '../../store/space-document.ts';
import { readVersions } from '../../store/space-versions.ts';
import { randomId } from '../environment.ts';
import type { EditorIntent } from '../editor-messages.ts';
import type { IntentResult } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { failed, type IntentContext, requireMe, settle } from './intent-context.ts';
import {
  captureDefinition,
  findVersion,
  findWritten,
  layOut,
  publishVersion,
  useVersion,
} from './run-intents.ts';

type IntentOf<Kind extends EditorIntent['kind']> = Extract<EditorIntent, { kind: Kind }>;

export async function newWorkflow(
  context: IntentContext,
  intent: IntentOf<'newWorkflow'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const typed =
    intent.text === undefined
      ? null
      : (await captureDefinition(context.environment, session, intent.text)).definition;
  const title = intent.title.trim() || (typed?.title ?? '');
  if (title === '') return failed({ type: 'emptyName' });
  const id = typed?.id ?? randomId<WorkflowId>(context.environment);
  beginWorkflow(session.document.doc, { parts: [], facts: [], steps: [], ...typed, id, title });
  return settle(context, [session.document], { workflow: id });
}

export async function editWorkflow(
  context: IntentContext,
  { workflow, operations }: IntentOf<'editWorkflow'>,
): Promise<IntentResult> {
  const session = context.session();
  const base = session === null ? null : baseOf(session, workflow);
  if (session === null || base === null) return failed({ type: 'workflowMissing' });
  const written = writtenOf(session, base);
  return write(context, session, base, closeGaps<DefinitionOperation>(operations, written.steps));
}

export async function stepBack(
  context: IntentContext,
  { kind, workflow }: IntentOf<'undoEdit'> | IntentOf<'redoEdit'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const writer = context.drafts.openedOf(session, workflow);
  if (kind === 'undoEdit') writer?.undo();
  else writer?.redo();
  return settle(context, [session.document]);
}

export async function publishWorkflow(
  context: IntentContext,
  { workflow }: IntentOf<'publishWorkflow'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  const base = ready === null ? null : baseOf(ready.session, workflow);
  if (ready === null || base === null) return failed({ type: 'workflowMissing' });
  const { session } = ready;
  const definition = writtenOf(session, base);
  const wrong = findWrong(session, definition);
  if (wrong !== null) return failed(wrong);
  const used = findWritten(session, workflow);
  if (used === null || !isSame(used, definition)) {
    const version = await publishVersion(context.environment, definition, nextNumber(session, workflow));
    useVersion(context, ready, workflow, version);
  }
  clearDraft(session.document.doc, workflow);
  context.drafts.openedOf(session, workflow)?.forget();
  return settle(context, [session.document]);
}

export async function discardDraft(
  context: IntentContext,
  { workflow }: IntentOf<'discardDraft'>,
): Promise<IntentResult> {
  const session = context.session();
  const base = session === null ? null : baseOf(session, workflow);
  if (session === null || base === null) return failed({ type: 'workflowMissing' });
  // As one change, so that it can be taken back like any other.
  return write(context, session, base, diffDefinitions(writtenOf(session, base), base));
}

export async function bringBackVersion(
  context: IntentContext,
  { workflow, number, hash }: IntentOf<'bringBackVersion'>,
): Promise<IntentResult> {
  const session = context.session();
  const base = session === null ? null : baseOf(session, workflow);
  if (session === null || base === null) return failed({ type: 'workflowMissing' });
  const wanted = readVersions(session.document.doc, workflow).find(
    ({ version }) => version.number === number && version.hash === hash,
  );
  if (wanted === undefined) return failed({ type: 'workflowMissing' });
  const operations = diffDefinitions(writtenOf(session, base), wanted.version.definition);
  return write(context, session, base, operations);
}

export async function duplicateWorkflow(
  context: IntentContext,
  intent: IntentOf<'duplicateWorkflow'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  const base = ready === null ? null : baseOf(ready.session, intent.workflow);
  if (ready === null || base === null) return failed({ type: 'workflowMissing' });
  const { session } = ready;
  const title = intent.title.trim();
  if (title === '') return failed({ type: 'emptyName' });
  const id = randomId<WorkflowId>(context.environment);
  const definition = { ...writtenOf(session, base), id, title };
  if (findWrong(session, definition) === null) {
    useVersion(context, ready, id, await publishVersion(context.environment, definition));
  } else beginWorkflow(session.document.doc, definition);
  return settle(context, [session.document], { workflow: id });
}

export async function deleteWorkflow(
  context: IntentContext,
  { workflow, deleted }: IntentOf<'deleteWorkflow'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  removeWorkflow(session.document.doc, workflow, deleted);
  return settle(context, [session.document]);
}

/** What somebody writes over: what is in use, or what it began with. */
function baseOf(session: SpaceSession, workflow: WorkflowId): WorkflowDefinition | null {
  return findWritten(session, workflow) ?? readBegun(session.document.doc).get(workflow) ?? null;
}

function writtenOf(session: SpaceSession, base: WorkflowDefinition): WorkflowDefinition {
  return readDraft(base, readDraftEntries(session.document.doc, base.id)).definition;
}

async function write(
  context: IntentContext,
  session: SpaceSession,
  base: WorkflowDefinition,
  operations: readonly EditOperation[],
): Promise<IntentResult> {
  const entries = readDraftEntries(session.document.doc, base.id);
  const changes = operationsToEntries(base, entries, operations, context.environment.now());
  if (changes.size > 0) context.drafts.writerOf(session, base.id).write(changes);
  return settle(context, [session.document]);
}

function findWrong(session: SpaceSession, definition: WorkflowDefinition): InvalidWorkflow | null {
  const valid = validateWorkflow(definition);
  if (!valid.ok) return valid.error;
  const laid = layOut(session, definition);
  return laid.ok ? null : laid.error;
}

/** A shipped one counts as the first. */
function nextNumber(session: SpaceSession, workflow: WorkflowId): number {
  const kept = readVersions(session.document.doc, workflow).map(({ version }) => version.number);
  const used = findVersion(session, workflow)?.number ?? (findWritten(session, workflow) === null ? 0 : 1);
  return Math.max(used, ...kept) + 1;
}
