import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../src/interchange/capture.ts';
import { definitionToText } from '../../src/interchange/definition-to-text.ts';
import { asId, type FactId, type PersonId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { Person } from '../../src/model/person.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';
import { captureTexts } from './sample-captures.ts';

const seed = 20261127;
/** Thousands of texts take their time on a busy machine. */
const patient = { timeout: 120_000 };
const now = Date.UTC(2026, 10, 18, 10);

function person(name: string): Person {
  return { id: asId<PersonId>(name), name, colour: 'sand' };
}

function parse(text: string, names: readonly string[] = []): WorkflowDefinition {
  const context = { people: names.map(person), now, zone: 'Europe/Lisbon', newId: (n: number) => `s${n}` };
  return parseCapture(text, context).definition;
}

function checkRoundTrips(texts: fc.Arbitrary<string>, numRuns: number): void {
  const known = fc.subarray(['Sam Smith', 'Sam Jones', 'Ann Lee', 'Leo']);
  fc.assert(
    fc.property(texts, known, (text, names) => {
      const definition = parse(text, names);
      expect(parse(definitionToText(definition), names)).toEqual(definition);
    }),
    { seed, numRuns },
  );
}

/** A step with fields that lines cannot say. */
function richStep(
  id: string,
  kind: StepDefinition['kind'],
  title: string,
  ...after: string[]
): StepDefinition {
  return {
    id: asId<StepId>(id),
    kind,
    title,
    after: after.map((from) => ({ from: asId<StepId>(from) })),
    assignee: { kind: 'conductor' },
    due: { kind: 'offset', from: asId<FactId>('meeting'), days: -3 },
    instructions: 'Slowly.',
  };
}

describe('a workflow as text', () => {
  it('is written plainly where plain words say it', () => {
    const text = `Lisbon board trip:
Confirm meeting times @sam by 2026-11-25 17:00
Book flights @ana ~30m by +3d
& Reserve hotel @ana/@"Ann Lee"
Wait for hotel check-in time ~2d
Book transfer after Book flights, Wait for hotel check-in time
  - seat numbers
Tidy up after start
`;
    expect(definitionToText(parse(text))).toBe(text);
  });

  it('marks as plain what would mean something, and numbers what a title cannot name', () => {
    const text = '# 1. Trip:\nPack\nPack\nRest\nLook \\after Pack ~1h after #1\n\\- \\&c\n';
    expect(definitionToText(parse(text))).toBe(text);
  });

  it('[R1] reads back as the same workflow, for every workflow that was typed', patient, () => {
    checkRoundTrips(captureTexts, 2000);
  });

  it('[R1] reads back as the same workflow, for texts of any characters', patient, () => {
    const signs = fc.array(fc.constantFrom(...'@~&#\\/"-*:.,[] \n\t1+abym\u200f', 'after ', ' by '), {
      maxLength: 60,
    });
    checkRoundTrips(
      signs.map((parts) => parts.join('')),
      2000,
    );
    checkRoundTrips(fc.string({ unit: 'binary', maxLength: 120 }), 1000);
  });

  it('keeps titles and order of a workflow that says more than lines can', () => {
    const definition: WorkflowDefinition = {
      id: asId<WorkflowId>('trip'),
      title: 'Trip',
      parts: [{ id: 'unused', name: 'Nobody' }],
      facts: [{ id: asId<FactId>('meeting'), name: 'Meeting', kind: 'date' }],
      steps: [
        richStep('c', 'milestone', 'All set', 'b', 'a'),
        richStep('a', 'task', ' Pack\nbags '),
        richStep('b', 'wait', 'The visa', 'a'),
      ],
    };
    expect(definitionToText(definition)).toBe(
      'Trip:\nPack bags\nWait for The visa\nAll set after Wait for The visa, Pack bags\n',
    );
  });

  it('keeps titles, order and edges of every shipped workflow', () => {
    for (const template of templates) {
      const read = parse(definitionToText(template));
      const plain = (title: string) => title.replace(/^Wait for |\?$/gu, '');
      expect(read.steps.map(({ title }) => plain(title))).toEqual(
        template.steps.map(({ title }) => plain(title)),
      );
      const edges = ({ steps }: WorkflowDefinition) => {
        const indexById = new Map(steps.map(({ id }, index) => [id, index]));
        return steps.map(({ after }) => after.map(({ from }) => indexById.get(from)));
      };
      expect(edges(read)).toEqual(edges(template));
    }
  });

  it('writes what it can of a graph with a cycle, and of nothing', () => {
    const loop = { ...parse('A\nB'), title: '' };
    const steps = loop.steps.map((step, index) => ({
      ...step,
      after: [{ from: loop.steps[1 - index]!.id }],
    }));
    expect(definitionToText({ ...loop, steps })).toBe('A\nB\n');
    expect(definitionToText({ ...loop, steps: [] })).toBe('');
  });
});
