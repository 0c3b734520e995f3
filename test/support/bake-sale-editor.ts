/** A workflow of two steps in its editor, as the screens are shown it. */
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { computeEditorView } from '../../src/views/compute-editor-view.ts';
import type { EditorView } from '../../src/views/editor-view.ts';
import { type DraftMapView, mapNodeHeight } from '../../src/views/map-view.ts';
import { emptySnapshot } from '../../src/worker/take-snapshot.ts';

export const saleWorkflow = asId<WorkflowId>('sale');
const [ask, bake] = ['ask', 'bake'].map((id) => asId<StepId>(id)) as [StepId, StepId];

const definition: WorkflowDefinition = {
  id: saleWorkflow,
  title: 'Bake sale',
  parts: [],
  facts: [],
  steps: [
    { id: ask, kind: 'task', title: 'Ask', after: [] },
    { id: bake, kind: 'task', title: 'Bake', after: [{ from: ask }] },
  ],
};

export const saleEditor: EditorView = {
  ...computeEditorView(emptySnapshot, saleWorkflow),
  stage: 'here',
  mayChange: true,
  definition,
  rows: definition.steps.map(({ id, title }) => ({
    key: id,
    step: id,
    title,
    kind: 'task',
    who: null,
    after: [],
    from: [],
    stallsSilently: false,
    list: null,
    inCaseOf: null,
    wrong: id === bake,
  })),
};

export const saleMap: DraftMapView = {
  kind: 'draftMap',
  workflow: saleWorkflow,
  placed: true,
  nodes: definition.steps.map(({ id }, at) => ({
    key: id,
    step: id,
    x: 0,
    y: at * 100,
    width: 200,
    height: mapNodeHeight,
    onlyIf: false,
    toUndo: false,
  })),
  edges: [],
  boxes: [],
  width: 200,
  height: 200,
};
