/** The steps of a workflow that is being written, with who has each and where the baton changes hands. */
import type { StepId } from '../model/ids.ts';
import { findStep, stepIndexOf } from '../model/step-index.ts';
import type { Assignee, StepDefinition, WorkflowDefinition } from '../model/workflow.ts';
import type { EditorRow, EditorWho } from './editor-view.ts';
import { personToView } from './people-directory.ts';
import type { SpaceSnapshot } from './space-snapshot.ts';

export function computeEditorRows(
  definition: WorkflowDefinition,
  space: SpaceSnapshot,
  wrong: ReadonlySet<StepId>,
): readonly EditorRow[] {
  const index = stepIndexOf(definition.steps);
  const whoById = new Map(definition.steps.map((step) => [step.id, whoOf(step, definition, space)]));
  const handing = new Set<StepId>();
  const fromById = new Map<StepId, readonly EditorWho[]>();
  for (const step of definition.steps) {
    const to = whoById.get(step.id) ?? null;
    const from = new Map<string, EditorWho>();
    for (const edge of step.after) {
      const before = whoById.get(edge.from) ?? null;
      if (before === null || to === null || whoKey(before) === whoKey(to)) continue;
      handing.add(edge.from);
      from.set(whoKey(before), before);
    }
    fromById.set(step.id, [...from.values()]);
  }
  const listByStep = new Map(
    (definition.sections ?? []).flatMap(({ steps, name, perItem }) =>
      perItem === undefined ? [] : steps.map((id) => [id, name] as const),
    ),
  );
  return definition.steps.map((step) => ({
    key: step.id,
    step: step.id,
    title: step.title,
    kind: step.kind,
    who: whoById.get(step.id) ?? null,
    after: step.after.map(({ from }) => findStep(index, from)?.title ?? ''),
    from: fromById.get(step.id) ?? [],
    stallsSilently: handing.has(step.id) && isSilent(step, definition),
    list: listByStep.get(step.id) ?? null,
    inCaseOf: step.fallbackOf === undefined ? null : (findStep(index, step.fallbackOf)?.title ?? null),
    wrong: wrong.has(step.id),
  }));
}

/** What is due, or waits for somebody outside, is told of by itself. */
function isSilent(step: StepDefinition, { ifStalls }: WorkflowDefinition): boolean {
  return (
    step.ifStalls === undefined &&
    ifStalls === undefined &&
    step.due === undefined &&
    step.kind !== 'wait' &&
    step.kind !== 'subflow'
  );
}

function whoOf(step: StepDefinition, definition: WorkflowDefinition, space: SpaceSnapshot): EditorWho | null {
  if (step.approval !== undefined && step.approval.by.length > 0) {
    const voters = step.approval.by.flatMap((voter) => assigneeToWho(voter, definition, space, 0) ?? []);
    const [only] = voters;
    return voters.length === 1 && only !== undefined
      ? only
      : { kind: 'voters', names: voters.map(whoName).filter((name) => name !== '') };
  }
  return assigneeToWho(step.assignee, definition, space, 0);
}

/** "The same as" may go in a circle while it is being written. */
const farthest = 20;

function assigneeToWho(
  assignee: Assignee | undefined,
  definition: WorkflowDefinition,
  space: SpaceSnapshot,
  depth: number,
): EditorWho | null {
  if (assignee === undefined || depth > farthest) return null;
  switch (assignee.kind) {
    case 'conductor':
      return { kind: 'conductor' };
    case 'person': {
      const person = space.people.find(({ id }) => id === assignee.person);
      return person === undefined ? null : { kind: 'person', person: personToView(person, space.me) };
    }
    case 'part': {
      const part = definition.parts.find(({ id }) => id === assignee.part);
      return part === undefined ? null : { kind: 'named', name: part.name };
    }
    case 'role': {
      const role = space.roles.find(({ id }) => id === assignee.role);
      return role === undefined ? null : { kind: 'named', name: role.name };
    }
    case 'sameAs': {
      const step = findStep(stepIndexOf(definition.steps), assignee.step);
      return assigneeToWho(step?.assignee, definition, space, depth + 1);
    }
  }
}

function whoKey(who: EditorWho): string {
  switch (who.kind) {
    case 'person':
      return `person ${who.person.id}`;
    case 'named':
      return `named ${who.name}`;
    case 'conductor':
      return who.kind;
    case 'voters':
      return `voters ${who.names.join()}`;
  }
}

function whoName(who: EditorWho): string {
  return who.kind === 'person' ? who.person.name : who.kind === 'named' ? who.name : '';
}
