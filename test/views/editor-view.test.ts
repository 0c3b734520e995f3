import { describe, expect, it } from 'vitest';
import { asId, type PersonId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { computeEditorView } from '../../src/views/compute-editor-view.ts';
import type { SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { emptySnapshot } from '../../src/worker/take-snapshot.ts';

const [ana, sam] = ['ana', 'sam'].map((id) => asId<PersonId>(id)) as [PersonId, PersonId];
const workflow = asId<WorkflowId>('sale');

function step(id: string, who: PersonId | null, after: readonly string[] = [], more = {}): StepDefinition {
  return {
    id: asId<StepId>(id),
    kind: 'task',
    title: id,
    after: after.map((from) => ({ from: asId<StepId>(from) })),
    ...(who !== null && { assignee: { kind: 'person', person: who } }),
    ...more,
  };
}

function view(steps: readonly StepDefinition[], more: Partial<WorkflowDefinition> = {}, space = {}) {
  const definition = { id: workflow, title: 'Sale', parts: [], facts: [], steps, ...more };
  const snapshot: SpaceSnapshot = {
    ...emptySnapshot,
    access: 'owner',
    me: ana,
    people: [ana, sam].map((id) => ({ id, name: id, colour: 'sand' })),
    editor: {
      workflow,
      source: 'saved',
      used: definition,
      number: 3,
      reading: { definition, rankById: new Map(), dropped: [] },
      partProblems: [],
      versions: [],
      canUndo: false,
      canRedo: false,
      others: [],
      namedBy: [],
      isShipped: false,
      text: '',
    },
    ...space,
  };
  return computeEditorView(snapshot, workflow);
}

describe('the editor of a workflow', () => {
  it('marks where the baton changes hands', () => {
    const { rows } = view([step('a', ana), step('b', sam, ['a']), step('c', sam, ['b'])]);
    expect(rows.map(({ from }) => from.map((who) => who.kind === 'person' && who.person.id))).toEqual([
      [],
      ['ana'],
      [],
    ]);
  });

  it('guides from what happens over who does it to what if it stalls', () => {
    const due = { due: { kind: 'offset', from: 'runStart', days: 1 } };
    expect(view([]).hint).toBeNull();
    expect(view([step('a', ana)]).hint).toMatchObject({ kind: 'goesOn', behind: 'a' });
    expect(view([step('a', ana), step('b', null, ['a'])]).hint).toMatchObject({ kind: 'nobody', step: 'b' });
    expect(view([step('a', ana), step('b', sam, ['a'])]).hint).toMatchObject({ kind: 'stalls', step: 'a' });
    expect(view([step('a', ana, [], due), step('b', sam, ['a'])]).hint).toEqual({
      kind: 'ready',
      handOffs: 1,
    });
    expect(view([step('a', ana), step('b', sam, ['a'])], { ifStalls: [] }).hint?.kind).toBe('ready');
    expect(view([step('a', ana), step('b', ana, ['a'])]).hint?.kind).toBe('allOne');
  });

  it('says first what is wrong, and where that can be put right', () => {
    const found = view([step('a', ana, [], { kind: 'decision' }), step('b', sam, ['a'])]);
    expect(found.hint).toMatchObject({ kind: 'problem', step: 'a' });
    expect(found.rows.map(({ wrong }) => wrong)).toEqual([true, false]);
  });

  it('offers as a step before all that do not come after it', () => {
    const { candidates } = view([step('a', ana), step('b', sam, ['a']), step('c', sam, ['b'])]);
    expect(candidates).toEqual({ a: [], b: ['a'], c: ['a', 'b'] });
  });

  it('tells who else has it open, and nothing can be changed by who may only look', () => {
    const here = [{ person: sam, at: null, typing: false, editing: workflow }];
    const looked = view([step('a', ana)], {}, { here, access: 'viewer' });
    expect(looked.here.map(({ id }) => id)).toEqual(['sam']);
    expect(looked.mayChange).toBe(false);
  });

  it('gives each step what it has as an object of its own, for the page changes it in place', () => {
    const assignee = { kind: 'person', person: ana } as const;
    const shared = ['a', 'b'].map((id) => ({ ...step(id, null), assignee }));
    const [first, second] = view(shared).definition.steps;
    expect(first?.assignee).toEqual(second?.assignee);
    expect(first?.assignee).not.toBe(second?.assignee);
  });

  it('says when there is no such workflow', () => {
    expect(computeEditorView(emptySnapshot, workflow).stage).toBe('missing');
  });
});
