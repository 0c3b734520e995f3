import { afterEach, describe, expect, it } from 'vitest';
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { type HeadlessDevice, openHeadlessDevice } from '../support/headless-device.ts';
import { startTrip } from '../support/trip.ts';

let device: HeadlessDevice | null = null;

afterEach(async () => {
  await device?.household.close();
});

const step = (id: string, title: string, ...after: readonly string[]): StepDefinition => ({
  id: asId<StepId>(id),
  kind: 'task',
  title,
  after: after.map((from) => ({ from: asId<StepId>(from) })),
  assignee: { kind: 'conductor' },
});

async function begin(name: string): Promise<{ readonly on: HeadlessDevice; readonly workflow: WorkflowId }> {
  const on = await openHeadlessDevice({ name });
  device = on;
  await startTrip(on);
  const { workflow } = await on.done({ kind: 'newWorkflow', title: ' Bake sale ' });
  if (workflow === undefined) throw new Error('no workflow was made');
  // The editor is open as long as somebody looks at it.
  await on.household.subscribe({ kind: 'editor', workflow }, () => undefined);
  await on.done({
    kind: 'editWorkflow',
    workflow,
    operations: [
      { kind: 'addStep', step: step('ask', 'Ask'), behind: null },
      { kind: 'addStep', step: step('buy', 'Buy', 'ask'), behind: asId('ask') },
      { kind: 'addStep', step: step('bake', 'Bake', 'buy'), behind: asId('buy') },
    ],
  });
  return { on, workflow };
}

const linesOf = async (on: HeadlessDevice, workflow: WorkflowId) => {
  const { edges } = await on.until({ kind: 'draftMap', workflow }, ({ placed }) => placed);
  return edges.map(({ from, to }) => [from, to]);
};

const titlesOf = async (on: HeadlessDevice, workflow: WorkflowId): Promise<readonly string[]> =>
  (await on.view({ kind: 'editor', workflow })).rows.map(({ title }) => title);

describe('writing a workflow', () => {
  it('begins with nothing, and nothing starts from it before it is put to use', async () => {
    const { on, workflow } = await begin('editor-new');
    const before = await on.view({ kind: 'flows' });
    expect(before.drafts).toEqual([{ id: workflow, title: 'Bake sale', stepCount: 3 }]);
    expect(before.workflows.some(({ id }) => id === workflow)).toBe(false);
    await on.done({ kind: 'publishWorkflow', workflow });
    const after = await on.view({ kind: 'flows' });
    expect(after.drafts).toEqual([]);
    expect(after.workflows.find(({ id }) => id === workflow)).toMatchObject({ stepCount: 3, isDraft: false });
    const { run } = await on.done({
      kind: 'startRun',
      title: '',
      source: { kind: 'workflow', id: workflow },
      parts: {},
      facts: {},
      alreadyDone: [],
    });
    const flow = await on.until({ kind: 'flow', run: run! }, ({ availability }) => availability === 'here');
    expect(flow.rows.map(({ title }) => title)).toEqual(['Ask', 'Buy', 'Bake']);
  });

  it('refuses to be used while something is wrong with it, and says what', async () => {
    const { on, workflow } = await begin('editor-wrong');
    const operations = [{ kind: 'setNature', step: asId<StepId>('buy'), set: { kind: 'decision' } }] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    expect(await on.household.intent({ kind: 'publishWorkflow', workflow })).toMatchObject({
      error: { type: 'invalidWorkflow', problems: [{ type: 'tooFewOutcomes', step: 'buy' }] },
    });
    expect((await on.view({ kind: 'editor', workflow })).hint).toMatchObject({
      kind: 'problem',
      step: 'buy',
    });
  });

  it('is changed as text: as one change, whatever others change meanwhile, and taken back as one', async () => {
    const { on, workflow } = await begin('editor-text');
    const opened = await on.view({ kind: 'editor', workflow });
    expect(opened.text).toBe('Bake sale:\nAsk\nBuy\nBake\n');
    const operations = [
      { kind: 'setStep', step: asId<StepId>('bake'), set: { instructions: 'At 180°' } },
      { kind: 'setStep', step: asId<StepId>('ask'), set: { title: 'Ask around' } },
    ] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    const changed = 'Bake sale:\nAsk\nBake by tomorrow\nCool ~30m\nSell @sam\n';
    const found = await on.household.textToOperations(opened.definition, changed);
    await on.done({ kind: 'editWorkflow', workflow, operations: found });
    const { definition } = await on.view({ kind: 'editor', workflow });
    const [ask, bake, cool, sell] = definition.steps;
    expect(definition.steps.map(({ title }) => title)).toEqual(['Ask around', 'Bake', 'Cool', 'Sell']);
    expect(bake).toMatchObject({ id: 'bake', instructions: 'At 180°', after: [{ from: ask?.id }] });
    expect(bake?.due).toBeDefined();
    expect(cool).toMatchObject({ estimate: expect.anything(), after: [{ from: 'bake' }] });
    expect(sell?.after).toEqual([{ from: cool?.id }]);
    // Two who add a third line at the same time add two steps.
    const again = await on.household.textToOperations(opened.definition, changed);
    const idsOf = (all: typeof found) =>
      all.flatMap((each) => (each.kind === 'addStep' ? [each.step.id] : []));
    expect(new Set([...idsOf(found), ...idsOf(again)]).size).toBe(4);
    await on.done({ kind: 'undoEdit', workflow });
    expect(await titlesOf(on, workflow)).toEqual(['Ask around', 'Buy', 'Bake']);
  });

  it('has nothing to change when lines say the same, or hold no step', async () => {
    const { on, workflow } = await begin('editor-same');
    const { definition, text } = await on.view({ kind: 'editor', workflow });
    expect(await on.household.textToOperations(definition, text)).toEqual([]);
    expect(await on.household.textToOperations(definition, 'Bake sale:\n\n')).toEqual([]);
  });

  it('takes back and does again one change after the other, and closes the gap of a step that is taken out', async () => {
    const { on, workflow } = await begin('editor-undo');
    const operations = [{ kind: 'removeStep', step: asId<StepId>('buy') }] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    const { definition } = await on.view({ kind: 'editor', workflow });
    expect(definition.steps.map(({ title, after }) => [title, after.map(({ from }) => from)])).toEqual([
      ['Ask', []],
      ['Bake', ['ask']],
    ]);
    await on.done({ kind: 'undoEdit', workflow });
    expect(await titlesOf(on, workflow)).toEqual(['Ask', 'Buy', 'Bake']);
    await on.done({ kind: 'redoEdit', workflow });
    expect(await titlesOf(on, workflow)).toEqual(['Ask', 'Bake']);
  });

  it('is drawn as it is being written', async () => {
    const { on, workflow } = await begin('editor-map');
    expect(await linesOf(on, workflow)).toEqual([
      ['ask', 'buy'],
      ['buy', 'bake'],
    ]);
    const operations = [{ kind: 'removeStep', step: asId<StepId>('buy') }] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    expect(await linesOf(on, workflow)).toEqual([['ask', 'bake']]);
    await on.done({ kind: 'undoEdit', workflow });
    expect(await linesOf(on, workflow)).toHaveLength(2);
  });

  it('keeps versions, and brings an older one back as a change', async () => {
    const { on, workflow } = await begin('editor-versions');
    await on.done({ kind: 'publishWorkflow', workflow });
    const operations = [
      { kind: 'addStep', step: step('sell', 'Sell', 'bake'), behind: asId<StepId>('bake') },
      { kind: 'setWorkflow', set: { title: 'Great bake sale' } },
    ] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    const written = await on.view({ kind: 'editor', workflow });
    expect(written).toMatchObject({ isDraft: true, number: 1 });
    expect(written.differences).toContainEqual({ kind: 'addStep', title: 'Sell' });
    await on.done({ kind: 'publishWorkflow', workflow });
    const { versions, isDraft } = await on.view({ kind: 'editor', workflow });
    expect(isDraft).toBe(false);
    expect(versions.map(({ number, inUse }) => [number, inUse])).toEqual([
      [2, true],
      [1, false],
    ]);
    const first = versions[1];
    await on.done({ kind: 'bringBackVersion', workflow, number: 1, hash: first!.hash });
    expect(await on.view({ kind: 'editor', workflow })).toMatchObject({
      isDraft: true,
      definition: { title: 'Bake sale' },
    });
    expect(await titlesOf(on, workflow)).toEqual(['Ask', 'Buy', 'Bake']);
    await on.done({ kind: 'discardDraft', workflow });
    expect(await titlesOf(on, workflow)).toEqual(['Ask', 'Buy', 'Bake', 'Sell']);
    expect((await on.view({ kind: 'editor', workflow })).isDraft).toBe(false);
  });

  it('makes a shipped one one’s own, and deleting that gives the shipped one back', async () => {
    const { on } = await begin('editor-shipped');
    const workflow = asId<WorkflowId>('business-trip');
    const before = await on.view({ kind: 'editor', workflow });
    expect(before).toMatchObject({ source: 'template', number: null, isDraft: false });
    const first = before.rows[0]!;
    const operations = [{ kind: 'setStep', step: first.step, set: { title: 'Agree on dates' } }] as const;
    await on.done({ kind: 'editWorkflow', workflow, operations });
    await on.done({ kind: 'publishWorkflow', workflow });
    expect(await on.view({ kind: 'editor', workflow })).toMatchObject({ source: 'saved', number: 2 });
    await on.done({ kind: 'deleteWorkflow', workflow, deleted: true });
    const after = await on.view({ kind: 'editor', workflow });
    expect(after.source).toBe('template');
    expect(after.rows[0]?.title).toBe(first.title);
    await on.done({ kind: 'deleteWorkflow', workflow, deleted: false });
    expect((await titlesOf(on, workflow))[0]).toBe('Agree on dates');
  });

  it('is copied under another name, and a deleted one is not there', async () => {
    const { on, workflow } = await begin('editor-copy');
    const { workflow: copy } = await on.done({ kind: 'duplicateWorkflow', workflow, title: 'Cake sale' });
    expect(await on.view({ kind: 'editor', workflow: copy! })).toMatchObject({
      source: 'saved',
      definition: { title: 'Cake sale' },
    });
    await on.done({ kind: 'deleteWorkflow', workflow, deleted: true });
    expect((await on.view({ kind: 'editor', workflow })).stage).toBe('missing');
    expect(await on.household.intent({ kind: 'editWorkflow', workflow, operations: [] })).toMatchObject({
      error: { type: 'workflowMissing' },
    });
    expect(await on.household.intent({ kind: 'newWorkflow', title: ' ' })).toMatchObject({
      error: { type: 'emptyName' },
    });
  });
});
