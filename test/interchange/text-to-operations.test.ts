import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture, type CaptureContext } from '../../src/interchange/capture.ts';
import { definitionToText } from '../../src/interchange/definition-to-text.ts';
import { textToOperations } from '../../src/interchange/text-to-operations.ts';
import type { EditOperation } from '../../src/model/edit-operation.ts';
import { asId, type StepId } from '../../src/model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';
import { captureTexts } from './sample-captures.ts';

const context: CaptureContext = {
  people: [],
  now: Date.UTC(2026, 10, 18, 10),
  zone: 'Europe/Lisbon',
  newId: (n) => `s${n}`,
};

function read(text: string): WorkflowDefinition {
  return parseCapture(text, context).definition;
}

/** What the operations that lines can ask for mean, in the plainest way. */
function apply(before: WorkflowDefinition, operations: readonly EditOperation[]): WorkflowDefinition {
  let { title, parts } = before;
  const steps = [...before.steps];
  const change = (id: StepId, next: (step: StepDefinition) => StepDefinition): void => {
    const at = steps.findIndex((step) => step.id === id);
    steps[at] = next(steps[at]!);
  };
  const put = (step: StepDefinition, behind: StepId | null): void => {
    steps.splice(behind === null ? 0 : steps.findIndex(({ id }) => id === behind) + 1, 0, step);
  };
  const withFields = (step: StepDefinition, set: object): StepDefinition =>
    Object.fromEntries(
      Object.entries({ ...step, ...set }).filter(([, value]) => value !== null),
    ) as unknown as StepDefinition;
  for (const operation of operations) {
    switch (operation.kind) {
      case 'setWorkflow':
        title = operation.set.title ?? title;
        break;
      case 'putPart':
        parts = [...parts, operation.part];
        break;
      case 'setStep':
      case 'setNature':
        change(operation.step, (step) => withFields(step, operation.set));
        break;
      case 'addStep':
        put(operation.step, operation.behind);
        break;
      case 'moveStep': {
        const at = steps.findIndex(({ id }) => id === operation.step);
        const [step] = steps.splice(at, 1);
        put(step!, operation.behind);
        break;
      }
      case 'removeStep':
        steps.splice(
          steps.findIndex(({ id }) => id === operation.step),
          1,
        );
        break;
      case 'addEdge':
        change(operation.to, (step) => ({
          ...step,
          after: [...step.after.filter(({ from }) => from !== operation.edge.from), operation.edge],
        }));
        break;
      case 'removeEdge':
        change(operation.to, (step) => ({
          ...step,
          after: step.after.filter(({ from }) => from !== operation.from),
        }));
        break;
      default:
        throw new Error(operation.kind);
    }
  }
  return { ...before, title, parts, steps };
}

/** What the lines say, whatever the ids and the order of what is waited for. */
function said({ title, parts, steps }: WorkflowDefinition): unknown {
  const nameByPart = new Map(parts.map((part) => [part.id, part.name.toLowerCase()]));
  const placeById = new Map(steps.map(({ id }, place) => [id, place]));
  const edgeOf = (step: StepDefinition) =>
    step.after.map((edge) => JSON.stringify({ ...edge, from: placeById.get(edge.from) })).toSorted();
  const whom = (one: StepDefinition['assignee']) => (one?.kind === 'part' ? nameByPart.get(one.part) : one);
  return {
    title,
    steps: steps.map((step) => ({
      ...step,
      id: null,
      assignee: whom(step.assignee),
      backup: whom(step.backup),
      approval: step.approval?.by.map(whom),
      checklist: step.checklist?.map(({ text }) => text),
      fallbackOf: step.fallbackOf && placeById.get(step.fallbackOf),
      after: edgeOf(step),
    })),
  };
}

describe('[R2] changed lines as changes of a workflow', () => {
  it('asks for nothing where no line was changed, whatever the workflow holds', () => {
    for (const template of templates)
      expect(textToOperations(template, definitionToText(template), context)).toEqual([]);
  });

  it('changes only what a line says otherwise, and keeps what lines cannot say', () => {
    const [before] = templates;
    const text = definitionToText(before!).replace('Book flights', 'Book the early flights');
    expect(textToOperations(before!, text, context)).toEqual([
      { kind: 'setStep', step: 'book-flights', set: { title: 'Book the early flights' } },
    ]);
  });

  it('takes a line out with its edges, and puts a new one where it was written', () => {
    const before = read('Trip:\nBook\nPack\nGo');
    expect(textToOperations(before, 'Trip:\nBook\nGo', context)).toEqual([
      { kind: 'removeEdge', to: 's3', from: 's2' },
      { kind: 'addEdge', to: 's3', edge: { from: 's1' } },
      { kind: 'removeEdge', to: 's3', from: 's2' },
      { kind: 'removeEdge', to: 's2', from: 's1' },
      { kind: 'removeStep', step: 's2' },
    ]);
    const added = textToOperations(before, 'Trip:\nBook\nAsk mum @sam\nPack\nGo', context);
    expect(added).toContainEqual({ kind: 'putPart', part: { id: 'sam', name: 'sam' } });
    expect(added).toContainEqual({
      kind: 'addStep',
      behind: 's1',
      step: expect.objectContaining({ title: 'Ask mum', after: [{ from: asId<StepId>('s1') }] }),
    });
  });

  it('gives, applied, what the new lines say', () => {
    fc.assert(
      fc.property(captureTexts, captureTexts, fc.nat(12), (one, other, cut) => {
        const before = read(one);
        // Half of the old lines, then others: some stay, some go, some are new.
        const text = [...one.split('\n').slice(0, cut), ...other.split('\n')].join('\n');
        const wanted = read(text);
        fc.pre(wanted.steps.length > 0 && before.steps.length > 0);
        const after = apply(before, textToOperations(before, text, context));
        expect(said(after)).toEqual(said(wanted));
      }),
      { seed: 20261127, numRuns: 200 },
    );
  });
});
