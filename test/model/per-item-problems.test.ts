import { describe, expect, it } from 'vitest';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { decodeLogEntry } from '../../src/model/decode-event.ts';
import { isOpaque, type LogEvent } from '../../src/model/event.ts';
import { asId } from '../../src/model/ids.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { summerCamps } from '../../src/templates/summer-camps.ts';
import { campFacts, campPlan, campSteps, children, mia } from '../support/camps.ts';
import { fact, factId } from '../support/fact-values.ts';
import { event, plan, step, stepId } from '../support/run-bench.ts';

function messagesOf(definition: WorkflowDefinition): readonly string[] {
  const made = validateWorkflow(definition);
  return made.ok ? [] : made.error.problems.map((problem) => workflowProblemToMessage(problem, definition));
}

describe('a workflow with a per-item section', () => {
  it('has nothing wrong with it where nothing is', () => {
    expect(messagesOf(campPlan())).toEqual([]);
    expect(messagesOf(summerCamps)).toEqual([]);
  });

  it('names a step of two per-item sections, and lists that name nobody or somebody twice', () => {
    const inner = { ...children(), id: 'weeks', steps: [stepId('pay')] };
    const twice = plan(campSteps, {
      facts: campFacts,
      sections: [children(), inner, ...campPlan().sections!.slice(1)],
    });
    expect(messagesOf(twice)).toEqual([
      'step "pay" is in section "weeks" and in another that is done per item: a section inside another is not supported',
    ]);
    const message = 'section "children" is done per item and names no items, or two under one id';
    expect(messagesOf(campPlan({ items: 'design' }))).toEqual([message]);
    expect(messagesOf(campPlan({ known: [mia, mia] }))).toEqual([message]);
  });

  it('names facts of items that are asked for at the start, and steps outside that decide by them', () => {
    const definition = campPlan();
    const wrong = {
      ...definition,
      facts: [
        { ...fact('camp'), perItem: 'children', atStart: true },
        { ...fact('lost'), perItem: 'nobody' },
        { ...fact('late'), derived: { from: factId('camp') } },
      ],
      steps: [
        ...definition.steps,
        step('outside', [], { onlyIf: { fact: factId('camp'), is: 'set' }, writes: [factId('lost')] }),
      ],
    } satisfies WorkflowDefinition;
    const found = messagesOf(wrong);
    for (const id of ['camp', 'lost', 'late'])
      expect(found.some((message) => message.startsWith(`fact "${id}" is kept per item`))).toBe(true);
    expect(found).toContain(
      'step "outside" is outside of the items of fact "camp", which it can only read there',
    );
    expect(found).toContain(
      'step "outside" is outside of the items of fact "lost", which it can only read there',
    );
  });

  it('is read as it was written, and not at all where its shape is another', () => {
    const definition = campPlan({ items: 'start', known: [mia], wait: { kind: 'count', count: 2 } });
    expect(decodeWorkflowDefinition(JSON.parse(JSON.stringify(definition)))).toEqual({
      ok: true,
      value: definition,
    });
    for (const perItem of [
      {},
      { name: '', items: 'start', wait: { kind: 'all' } },
      { name: 'child', items: 'later', wait: { kind: 'all' } },
      { name: 'child', items: 'start', wait: { kind: 'count', count: 0 } },
      { name: 'child', items: 'start', wait: { kind: 'all' }, known: [{ id: 'a/b', name: 'A' }] },
    ])
      expect(
        decodeWorkflowDefinition({
          ...definition,
          sections: [{ id: 'children', name: 'C', steps: [], perItem }],
        }),
      ).toEqual({ ok: false, error: { type: 'notAWorkflow' } });
  });
});

describe('events about items', () => {
  const read = (entry: LogEvent): LogEvent => decodeLogEntry(JSON.parse(JSON.stringify(entry))) as LogEvent;

  it('are read whole, with the items of an occurrence', () => {
    const added = event('e', 'item.added/1', { section: 'children', item: mia.id, name: 'Mia' });
    expect(read(added)).toEqual(added);
    const done = event('e', 'step.completed/2', {}, [], {
      occurrence: { step: stepId('pay'), items: [mia.id], iteration: 1 },
    });
    expect(read(done)).toEqual(done);
    const operations = [{ kind: 'setStep', step: stepId('pay/mia'), set: { title: 'Pay twice' } }] as const;
    expect(isOpaque(read(event('e', 'run.patched/2', { operations })))).toBe(false);
  });

  it('are kept unread where a name is missing or an id could pose as two', () => {
    for (const data of [
      { section: 'children', item: 'a.b', name: 'Mia' },
      { section: 'children', item: mia.id, name: '' },
      { item: mia.id, name: 'Mia' },
    ])
      expect(isOpaque(read(event('e', 'item.added/1', data as never)))).toBe(true);
    const items = { children: [{ id: asId<never>('a/b'), name: 'Mia' }] };
    const start = {
      title: '',
      workflow: { number: 1, hash: '', definition: campPlan() },
      conductor: asId<never>('ana'),
      parts: {},
      facts: {},
      items,
    };
    expect(isOpaque(read(event('e', 'run.started/2', start)))).toBe(true);
  });
});
