import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCapture } from '../../src/interchange/capture.ts';
import { nameToPartId } from '../../src/interchange/capture-people.ts';
import { definitionToText } from '../../src/interchange/definition-to-text.ts';
import { asId, type StepId, type WorkflowId } from '../../src/model/ids.ts';
import type { Assignee, DateRule, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';

const seed = 20261122;
const now = Date.UTC(2026, 10, 22, 12);

function parse(text: string): WorkflowDefinition {
  const newId = (n: number) => `s${n}`;
  return parseCapture(text, { people: [], now, zone: 'Europe/Lisbon', newId }).definition;
}

/** Few words, so that titles repeat, contain each other, and collide with what lines mean. */
const word = fc.constantFrom('Book', 'hotel', 'flights', 'the', 'and', 'start', 'Pack', 'bags,', 'x', '2');
const title = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const assignee = fc.constantFrom<Assignee>(
  { kind: 'part', part: nameToPartId('Sam Baker') },
  { kind: 'part', part: nameToPartId('noor') },
  { kind: 'part', part: nameToPartId('Zoë') },
  { kind: 'conductor' },
);
const names = ['Sam Baker', 'noor', 'Zoë'];
const due = fc.constantFrom<DateRule>(
  { kind: 'date', date: '2026-11-27' },
  { kind: 'date', date: '2024-02-29', time: '17:05' },
  { kind: 'offset', from: 'runStart', days: 3 },
  { kind: 'offset', from: 'runStart', days: 14, time: '08:00' },
);

const definitions = fc
  .record({
    title: fc.constantFrom('Lisbon trip', 'a', 'Camps: two', '#x'),
    steps: fc.array(
      fc.record({
        title,
        waits: fc.boolean(),
        picks: fc.array(fc.nat(), { maxLength: 3 }),
        likeAbove: fc.boolean(),
        assignee: fc.option(assignee),
        backup: fc.option(assignee),
        estimate: fc.option(fc.integer({ min: 1, max: 30_000 })),
        due: fc.option(due),
        advice: fc.option(fc.constantFrom('or else call', 'Or else ask @sam\nor else drop it by fri')),
        checklist: fc.array(fc.constantFrom('seats', '- dash', 'or else', 'by fri @sam'), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 9 },
    ),
  })
  .map(({ title: heading, steps }): WorkflowDefinition => {
    const made: StepDefinition[] = [];
    for (const [index, step] of steps.entries()) {
      const picked = index === 0 ? [] : step.picks.map((pick) => asId<StepId>(`s${(pick % index) + 1}`));
      const after = [...new Set(picked)].map((from) => ({ from }));
      made.push({
        id: asId<StepId>(`s${index + 1}`),
        kind: step.waits ? 'wait' : 'task',
        title: `${step.waits ? 'Wait for ' : ''}${step.title}`,
        after: step.likeAbove ? (made.at(-1)?.after ?? []) : after,
        ...(step.assignee === null ? {} : { assignee: step.assignee }),
        ...(step.backup === null || step.assignee === null ? {} : { backup: step.backup }),
        ...(step.estimate === null ? {} : { estimate: step.estimate }),
        ...(step.due === null ? {} : { due: step.due }),
        ...(step.advice === null ? {} : { instructions: step.advice }),
        ...(step.checklist.length === 0
          ? {}
          : { checklist: step.checklist.map((text, at) => ({ id: `c${at + 1}`, text })) }),
      });
    }
    const mentioned = made
      .flatMap((step) => [step.assignee, step.backup])
      .flatMap((each) => (each?.kind === 'part' ? [each.part] : []));
    return {
      id: asId<WorkflowId>('s0'),
      title: heading,
      parts: [...new Set(mentioned)].map((id) => ({
        id,
        name: names.find((name) => nameToPartId(name) === id) ?? id,
      })),
      facts: [],
      steps: made,
    };
  });

describe('definitionToText', () => {
  it('is read back as the same workflow, whenever nothing is left out', () => {
    let same = 0;
    fc.assert(
      fc.property(definitions, (definition) => {
        const { text, leftOut } = definitionToText(definition);
        expect(leftOut).toEqual([]);
        expect(parse(text), text).toEqual(definition);
        same += 1;
      }),
      { seed, numRuns: 1000 },
    );
    expect(same).toBe(1000);
  });

  it('writes as little as it can: place, &, titles, and numbers only where titles are not enough', () => {
    const text = 'Trip:\nA\nB\n& C\nD\nE after B, D @sam/@me ~2d by +3d 17:00\nor else F\n  - seats';
    expect(definitionToText(parse(text))).toEqual({ text, leftOut: [] });
    expect(definitionToText(parse('Trip:\nA\nA\nA\n1. B\nC after 1\nD after A')).text).toBe(
      'Trip:\nA\nA\nA\nB\nC\nD after A',
    );
    const twins = parse('Trip:\n1. A\n2. A\nA\nB after 1');
    expect(definitionToText(twins).text).toBe('Trip:\n1. A\n2. A\n3. A\n4. B after 1');
  });

  it('names what lines cannot say', () => {
    const [trip] = templates;
    if (trip === undefined) throw new Error('no template');
    const { text, leftOut } = definitionToText(trip);
    expect(parse(text).steps.map(({ title: read }) => read)).toEqual(trip.steps.map(({ title: own }) => own));
    expect(leftOut).toContainEqual({ step: null, what: 'facts' });
    expect(leftOut).toContainEqual({ step: 'confirm', what: 'due' });
    expect(leftOut).toContainEqual({ step: 'confirm', what: 'instructions' });
    expect(leftOut).toContainEqual({ step: 'checkIn', what: 'title' });
  });

  it('writes steps in an order in which they can happen, and says so', () => {
    const [a, b] = parse('A\nB').steps;
    if (a === undefined || b === undefined) throw new Error('two steps');
    const turned = { ...parse('T:\nA\nB'), steps: [b, a] };
    expect(definitionToText(turned)).toEqual({ text: 'T:\nA\nB', leftOut: [{ step: null, what: 'order' }] });
  });
});
