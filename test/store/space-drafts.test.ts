import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { diffDefinitions } from '../../src/engine/plan-changes/diff-definitions.ts';
import type { EditOperation } from '../../src/model/edit-operation.ts';
import { asId, type FactId, type StepId } from '../../src/model/ids.ts';
import { applyOperations, operationsToEntries } from '../../src/model/operations-to-entries.ts';
import { readDraft } from '../../src/model/read-draft.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { openDraftWriter, readDraftEntries } from '../../src/store/space-drafts.ts';
import { keepVersion, mostVersions, readVersions } from '../../src/store/space-versions.ts';

const id = (name: string): StepId => asId<StepId>(name);
const step = (name: string, ...after: readonly string[]): StepDefinition => ({
  id: id(name),
  kind: 'task',
  title: name,
  after: after.map((from) => ({ from: id(from) })),
});
const base: WorkflowDefinition = {
  id: asId('bake-sale'),
  title: 'Bake sale',
  parts: [{ id: 'baker', name: 'Baker' }],
  facts: [],
  steps: [step('ask'), step('buy', 'ask'), step('bake', 'buy'), step('sell', 'bake')],
};

const stepIds = fc.constantFrom('ask', 'buy', 'bake', 'sell', 'new1', 'new2', 'new3').map(id);
const behind = fc.option(stepIds, { nil: null });
const operation: fc.Arbitrary<EditOperation> = fc.oneof(
  fc.record({
    kind: fc.constant('setStep'),
    step: stepIds,
    set: fc.oneof(
      fc.record({ title: fc.string({ maxLength: 8 }) }),
      fc.record({ instructions: fc.option(fc.string({ maxLength: 8 }), { nil: null }) }),
      fc.record({ estimate: fc.option(fc.nat(900), { nil: null }) }),
    ),
  } as const),
  fc.record({
    kind: fc.constant('setNature'),
    step: stepIds,
    set: fc.record({ kind: fc.constantFrom('task', 'wait', 'milestone') }),
  } as const),
  fc.record({
    kind: fc.constant('addStep'),
    step: fc
      .tuple(fc.constantFrom('new1', 'new2', 'new3'), fc.constantFrom('ask', 'buy', 'sell'))
      .map(([name, from]) => step(name, from)),
    behind,
  } as const),
  fc.record({ kind: fc.constant('moveStep'), step: stepIds, behind } as const),
  fc.record({
    kind: fc.constant('addEdge'),
    to: stepIds,
    edge: stepIds.map((from) => ({ from })),
  } as const),
  fc.record({ kind: fc.constant('removeEdge'), to: stepIds, from: stepIds } as const),
  fc.record({
    kind: fc.constant('putFact'),
    fact: fc.constantFrom('day', 'place').map((fact) => ({
      id: asId<FactId>(fact),
      name: fact,
      kind: 'date' as const,
    })),
  } as const),
  fc.record({ kind: fc.constant('dropPart'), part: fc.constantFrom('baker', 'nobody') } as const),
  fc.record({
    kind: fc.constant('setWorkflow'),
    set: fc.record({ title: fc.string({ maxLength: 8 }) }),
  } as const),
);
const removal: fc.Arbitrary<EditOperation> = fc.record({
  kind: fc.constant('removeStep'),
  step: stepIds,
} as const);
const batches = fc.array(fc.array(fc.oneof({ weight: 8, arbitrary: operation }, removal), { maxLength: 4 }), {
  maxLength: 8,
});

/** Which of two edges comes first in a step's list says nothing. */
const plain = (definition: WorkflowDefinition): WorkflowDefinition => ({
  ...definition,
  steps: definition.steps.map((each) => ({
    ...each,
    after: each.after.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  })),
  facts: definition.facts.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
});

function write(doc: Y.Doc, operations: readonly EditOperation[], at: number): void {
  const writer = openDraftWriter(doc, base.id);
  writer.write(operationsToEntries(base, readDraftEntries(doc, base.id), operations, at));
  writer.close();
}

const read = (doc: Y.Doc) => readDraft(base, readDraftEntries(doc, base.id));

function merge(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

describe('a workflow that is being written', () => {
  it('is in the document what the same changes make of the definition', () => {
    fc.assert(
      fc.property(batches, (changes) => {
        const doc = new Y.Doc();
        const gone = new Set<string>();
        let pure = base;
        changes.forEach((operations, at) => {
          // What was taken out comes back by undoing alone: only the document remembers it.
          const wanted = operations.filter((each) => !(each.kind === 'addStep' && gone.has(each.step.id)));
          for (const each of wanted) if (each.kind === 'removeStep') gone.add(each.step);
          const sound = wanted.filter((each) => !(each.kind === 'addStep' && gone.has(each.step.id)));
          write(doc, sound, at);
          pure = applyOperations(pure, sound);
        });
        expect(plain(read(doc).definition)).toEqual(plain(pure));
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('is the same on two devices that wrote apart, whichever hears of the other first, and has no circle', () => {
    fc.assert(
      fc.property(batches, batches, (here, there) => {
        const [one, other] = [new Y.Doc(), new Y.Doc()];
        here.forEach((operations, at) => write(one, operations, at));
        there.forEach((operations, at) => write(other, operations, at));
        merge(one, other);
        expect(read(one)).toEqual(read(other));
        const seen = new Set<StepId>();
        const { steps } = read(one).definition;
        for (let before = -1; before !== seen.size; ) {
          before = seen.size;
          for (const each of steps) if (each.after.every(({ from }) => seen.has(from))) seen.add(each.id);
        }
        expect(seen.size).toBe(steps.length);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  it('becomes any other workflow by what differs between the two', () => {
    fc.assert(
      fc.property(batches, batches, (first, second) => {
        const from = applyOperations(base, first.flat());
        const to = applyOperations(base, second.flat());
        expect(plain(applyOperations(from, diffDefinitions(from, to)))).toEqual(plain(to));
      }),
      { seed: 13, numRuns: 300 },
    );
  });

  it('keeps what two changed of one step, though both had only begun', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    write(one, [{ kind: 'setStep', step: id('buy'), set: { title: 'Buy flour' } }], 1);
    write(other, [{ kind: 'setStep', step: id('buy'), set: { estimate: 30 } }], 2);
    merge(one, other);
    expect(read(one).definition.steps[1]).toMatchObject({ title: 'Buy flour', estimate: 30 });
  });

  it('drops the later of two edges that close a circle, and says so', () => {
    const apart = { ...base, steps: [step('a'), step('b')] };
    const entries = new Map([
      ...operationsToEntries(
        apart,
        new Map(),
        [{ kind: 'addEdge', to: id('a'), edge: { from: id('b') } }],
        5,
      ),
      ...operationsToEntries(
        apart,
        new Map(),
        [{ kind: 'addEdge', to: id('b'), edge: { from: id('a') } }],
        3,
      ),
    ]);
    const { definition, dropped } = readDraft(apart, entries);
    expect(dropped).toEqual([{ from: 'b', to: 'a' }]);
    expect(definition.steps.map(({ after }) => after.length)).toEqual([0, 1]);
  });

  it('is read without what cannot be read', () => {
    const doc = new Y.Doc();
    const map = doc.getMap<unknown>(`draft ${base.id}`);
    map.set('step/buy/is/estimate', 'long');
    map.set('step/new1/there', true);
    map.set('edge/bake/buy', 7);
    map.set('fact/x', { value: { id: 'x' }, at: 1 });
    map.set('something/else', 1);
    expect(read(doc).definition).toEqual(base);
  });

  it('gives back what one wrote oneself and nothing of the others', () => {
    const [one, other] = [new Y.Doc(), new Y.Doc()];
    const writer = openDraftWriter(one, base.id);
    const set = (title: string) =>
      operationsToEntries(
        base,
        readDraftEntries(one, base.id),
        [{ kind: 'setStep', step: id('buy'), set: { title } }],
        1,
      );
    writer.write(set('Buy flour'));
    writer.write(set('Buy flour and sugar'));
    write(other, [{ kind: 'setStep', step: id('sell'), set: { title: 'Sell it all' } }], 2);
    merge(one, other);
    const titles = () => read(one).definition.steps.map(({ title }) => title);
    writer.undo();
    expect(titles()).toEqual(['ask', 'Buy flour', 'bake', 'Sell it all']);
    writer.undo();
    expect(titles()).toEqual(['ask', 'buy', 'bake', 'Sell it all']);
    expect(writer.canUndo()).toBe(false);
    writer.redo();
    expect(titles()).toEqual(['ask', 'Buy flour', 'bake', 'Sell it all']);
    writer.close();
  });
});

describe('versions of a workflow', () => {
  it('are kept, the latest first, as many as are to be kept', () => {
    const doc = new Y.Doc();
    for (let number = 1; number <= mostVersions + 3; number += 1)
      keepVersion(doc, base.id, {
        version: { number, hash: `h${number}`, definition: base },
        at: number,
        by: null,
      });
    const numbers = readVersions(doc, base.id).map(({ version }) => version.number);
    expect(numbers).toHaveLength(mostVersions);
    expect(numbers[0]).toBe(mostVersions + 3);
    expect(readVersions(doc, asId('another'))).toEqual([]);
  });
});
