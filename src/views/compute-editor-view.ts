/** The editor of a workflow: its steps with the hand-offs between them, what is wrong with it, and one thing to think of next. */
import { diffDefinitions } from '../engine/plan-changes/diff-definitions.ts';
import { mayChange } from '../model/access.ts';
import type { StepId, WorkflowId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import { validateWorkflow } from '../model/validate-workflow.ts';
import type { WorkflowDefinition } from '../model/workflow.ts';
import type { WorkflowProblem } from '../model/workflow-problem.ts';
import { runEntryStage } from './active-runs.ts';
import { computeEditors } from './compute-presence.ts';
import { computeEditorHint, stepOfProblem } from './compute-editor-hint.ts';
import { computeEditorRows } from './compute-editor-rows.ts';
import { computeFollowers, toOfferLine } from './compute-plan-view.ts';
import type { EditorView } from './editor-view.ts';
import { personToView } from './people-directory.ts';
import { computeWrittenRail } from './rail-layout.ts';
import { unshared } from './unshared.ts';
import type { EditorEntry, SpaceSnapshot } from './space-snapshot.ts';

const none: readonly never[] = [];

export function computeEditorView(space: SpaceSnapshot, workflow: WorkflowId): EditorView {
  const entry = space.editor;
  const common = {
    kind: 'editor',
    workflow,
    people: space.people.map((person) => personToView(person, space.me)),
    roles: space.roles.map(({ id, name }) => ({ id, name })),
    here: computeEditors(space, workflow),
  } as const;
  if (entry === undefined || entry.workflow !== workflow)
    return {
      ...common,
      stage: 'missing',
      mayChange: false,
      source: 'new',
      number: null,
      definition: { id: workflow, title: '', parts: none, facts: none, steps: none },
      rows: none,
      rail: { rows: none, lanes: 0 },
      hint: null,
      problems: none,
      dropped: none,
      differences: none,
      isDraft: false,
      versions: none,
      runs: 0,
      canUndo: false,
      canRedo: false,
      candidates: {},
      others: none,
      namedBy: none,
      isShipped: false,
      text: '',
    };
  const { definition, dropped } = entry.reading;
  const problems = findProblems(entry);
  const rows = computeEditorRows(
    definition,
    space,
    new Set(problems.flatMap((problem) => stepOfProblem(problem) ?? [])),
  );
  const titleOf = (id: StepId): string => definition.steps.find((step) => step.id === id)?.title ?? '';
  const followers = computeFollowers(definition.steps);
  return {
    ...common,
    stage: 'here',
    mayChange: mayChange(space.access),
    source: entry.source,
    number: entry.number,
    definition: unshared(definition),
    rows,
    rail: computeWrittenRail(definition.steps),
    hint: computeEditorHint(rows, problems),
    problems,
    dropped: dropped.map(({ from, to }) => ({ from: titleOf(from), to: titleOf(to) })),
    differences: entry.used === null ? none : listDifferences(entry.used, definition),
    isDraft: entry.used === null || !isSame(entry.used, definition),
    versions: entry.versions.map(({ number, hash, at, by }) => {
      const person = space.people.find(({ id }) => id === by);
      return {
        key: `${number} ${hash}`,
        number,
        hash,
        at,
        by: person === undefined ? null : personToView(person, space.me),
        inUse: number === entry.number,
      };
    }),
    runs: space.runs.filter(
      (run) => run.state?.workflow?.definition.id === workflow && runEntryStage(run) === 'active',
    ).length,
    canUndo: entry.canUndo,
    canRedo: entry.canRedo,
    candidates: Object.fromEntries(
      definition.steps.map(({ id }) => [
        id,
        definition.steps.flatMap((other) =>
          other.id === id || followers.get(id)?.has(other.id) === true ? [] : [other.id],
        ),
      ]),
    ),
    others: unshared(entry.others),
    namedBy: entry.namedBy,
    isShipped: entry.isShipped,
    text: entry.text,
  };
}

/** While it has no step nothing else is wrong with it. */
function findProblems({ reading, partProblems }: EditorEntry): readonly WorkflowProblem[] {
  if (reading.definition.steps.length === 0) return none;
  const valid = validateWorkflow(reading.definition);
  return valid.ok ? partProblems : valid.error.problems;
}

/** Steps by what changed of them; what only a workflow has is told by `isDraft`. */
function listDifferences(used: WorkflowDefinition, now: WorkflowDefinition): EditorView['differences'] {
  const titles = new Map([...used.steps, ...now.steps].map(({ id, title }) => [id, title]));
  const isOld = new Set(used.steps.map(({ id }) => id));
  return diffDefinitions(used, now).flatMap((operation) =>
    isPlanOperation(operation) && (operation.kind !== 'addEdge' || isOld.has(operation.to))
      ? [toOfferLine(operation, (id) => titles.get(id) ?? '')]
      : [],
  );
}

type Operation = ReturnType<typeof diffDefinitions>[number];
type PlanOperation = Parameters<typeof toOfferLine>[0];

const planKinds: ReadonlySet<Operation['kind']> = new Set([
  'setStep',
  'addStep',
  'addFlow',
  'moveStep',
  'removeStep',
  'restoreStep',
  'addEdge',
  'removeEdge',
]);

function isPlanOperation(operation: Operation): operation is PlanOperation {
  return planKinds.has(operation.kind);
}
