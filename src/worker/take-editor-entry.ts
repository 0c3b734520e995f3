/** Reads from the space document what the editor of a workflow is shown over, and which workflows are being written. */
import { layOutSubflows } from '../engine/subflows/lay-out-subflows.ts';
import { definitionToText } from '../interchange/definition-to-text.ts';
import type { WorkflowId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import { readDraft } from '../model/read-draft.ts';
import { validateWorkflow } from '../model/validate-workflow.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import { hasDraft, readBegun, readDraftEntries } from '../store/space-drafts.ts';
import { readWorkflows, type SavedWorkflow } from '../store/space-document.ts';
import { readSchedules } from '../store/space-schedules.ts';
import { readVersions } from '../store/space-versions.ts';
import { templateById, templates } from '../templates/templates.ts';
import type { DraftLine, EditorEntry } from '../views/space-snapshot.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { SpaceSession } from './space-session.ts';

type Session = Pick<SpaceSession, 'document' | 'access'>;

/** Workflows with changes that are not in use yet. A guest sees none. */
export function takeDraftLines({ document: { doc }, access }: Session): readonly DraftLine[] {
  if (access() === 'guest') return [];
  const saved = readWorkflows(doc);
  const begun = readBegun(doc);
  const used = inUse(saved);
  return [
    ...[...begun.values()].map((base) => ({ base, isNew: true })),
    ...used.map((base) => ({ base, isNew: false })),
  ].flatMap(({ base, isNew }): readonly DraftLine[] => {
    if (!isNew && !hasDraft(doc, base.id)) return [];
    const { definition } = readDraft(base, readDraftEntries(doc, base.id));
    if (!isNew && isSame(definition, base)) return [];
    return [{ id: base.id, title: definition.title, stepCount: definition.steps.length, isNew }];
  });
}

/** `null`: there is no such workflow, or it is nobody's business here. */
export function takeEditorEntry(
  session: Session,
  drafts: DraftDesk,
  workflow: WorkflowId,
): EditorEntry | null {
  const { doc } = session.document;
  if (session.access() === 'guest') return null;
  const saved = readWorkflows(doc);
  const own = saved.find(({ id }) => id === workflow)?.version ?? null;
  const used = own?.definition ?? templateById(workflow);
  const base = used ?? readBegun(doc).get(workflow);
  if (base === undefined) return null;
  const reading = readDraft(base, readDraftEntries(doc, workflow));
  const writer = drafts.openedOf(session, workflow);
  const others = inUse(saved).filter(({ id }) => id !== workflow);
  const versions = readVersions(doc, workflow).map(({ version: { number, hash }, at, by }) => ({
    number,
    hash,
    at,
    by,
  }));
  const first = own === null ? [] : [{ number: own.number, hash: own.hash, at: null, by: null }];
  return {
    workflow,
    source: own !== null ? 'saved' : used !== null ? 'template' : 'new',
    used,
    number: own?.number ?? null,
    reading,
    partProblems: findPartProblems(reading.definition, others),
    versions: versions.length === 0 ? first : versions,
    canUndo: writer?.canUndo() ?? false,
    canRedo: writer?.canRedo() ?? false,
    others: others.map(({ id, title, facts, parts }) => ({ id, title, facts, parts })),
    isShipped: templateById(workflow) !== null,
    text: definitionToText(reading.definition),
    namedBy: templateById(workflow) === null ? findNaming(session, others, workflow) : [],
  };
}

function inUse(saved: readonly SavedWorkflow[]): readonly WorkflowDefinition[] {
  const own = saved.map(({ version }) => version.definition);
  return [...templates.filter(({ id }) => !own.some((each) => each.id === id)), ...own];
}

/** What is wrong with the workflows that it has as parts; the rest is found by looking at it alone. */
function findPartProblems(
  definition: WorkflowDefinition,
  others: readonly WorkflowDefinition[],
): readonly WorkflowProblem[] {
  if (!validateWorkflow(definition).ok) return [];
  const laid = layOutSubflows(definition, (id) =>
    id === definition.id ? definition : (others.find((each) => each.id === id) ?? null),
  );
  return laid.ok ? [] : laid.error.problems;
}

function findNaming(
  { document: { doc } }: Session,
  others: readonly WorkflowDefinition[],
  workflow: WorkflowId,
): readonly string[] {
  const schedules = readSchedules(doc).filter((schedule) => schedule.workflow === workflow);
  const naming = others.filter(
    ({ steps, followUps = [] }) =>
      followUps.some((each) => each.workflow === workflow) ||
      steps.some(({ subflow }) => subflow?.workflow === workflow),
  );
  return [...schedules, ...naming].map(({ title }) => title);
}
