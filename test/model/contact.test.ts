import { describe, expect, it } from 'vitest';
import { factsOfContact, splitContactText } from '../../src/model/contact-text.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type { ContactDefinition, StepDefinition } from '../../src/model/workflow.ts';
import { fact } from '../support/fact-values.ts';
import { plan, step, stepId } from '../support/run-bench.ts';

const calls = (contact?: ContactDefinition): StepDefinition =>
  step('ask', [], { kind: 'contact', ...(contact === undefined ? {} : { contact }) });
const hotel = { kind: 'outside', name: 'The hotel' } as const;

function problemsOf(contact?: ContactDefinition): readonly string[] {
  const made = validateWorkflow(plan([calls(contact)], { facts: [fact('arrival', 'instant')] }));
  return made.ok ? [] : made.error.problems.map((problem) => workflowProblemToMessage(problem));
}

describe('the text of a contact', () => {
  it('comes apart into words and the facts that it names, and loses nothing', () => {
    expect(splitContactText('We land {arrival}, with { people }.')).toEqual([
      { kind: 'words', text: 'We land ' },
      { kind: 'fact', fact: 'arrival' },
      { kind: 'words', text: ', with ' },
      { kind: 'fact', fact: 'people' },
      { kind: 'words', text: '.' },
    ]);
    expect(splitContactText('{a}{b}')).toEqual([
      { kind: 'fact', fact: 'a' },
      { kind: 'fact', fact: 'b' },
    ]);
    expect(splitContactText('')).toEqual([]);
  });

  it('takes braces that name nothing as words', () => {
    for (const text of ['{}', '{ }', 'a } b { c', '{{x', '}{'])
      expect(
        splitContactText(text)
          .map((piece) => (piece.kind === 'words' ? piece.text : '?'))
          .join(''),
      ).toBe(text);
    expect(splitContactText('{{x}}')).toEqual([
      { kind: 'words', text: '{' },
      { kind: 'fact', fact: 'x' },
      { kind: 'words', text: '}' },
    ]);
  });

  it('names each fact once, of subject and text', () => {
    expect(factsOfContact({ subject: '{b}', text: '{a} {b} {a}' })).toEqual(['b', 'a']);
    expect(factsOfContact({})).toEqual([]);
  });
});

describe('a plan that gets in touch with somebody', () => {
  it('[K2] goes to whoever an item is named after only where there is one', () => {
    const each = { how: 'text', to: { kind: 'item' } } as const;
    expect(problemsOf(each)).toEqual(['step "ask" calls or texts nobody: its contact names no one']);
    const sections = [
      {
        id: 'people',
        name: 'People',
        steps: [stepId('ask')],
        perItem: { name: 'person', items: 'start', wait: { kind: 'all' } },
      },
    ] as const;
    const made = plan([calls(each)], { sections });
    expect(validateWorkflow(made).ok).toBe(true);
    expect(decodeWorkflowDefinition(structuredClone(made))).toEqual({ ok: true, value: made });
  });

  it('[K2] is sound with a way, and with facts that are there', () => {
    expect(problemsOf({ how: 'text', to: hotel, text: 'We land {arrival}' })).toEqual([]);
    expect(problemsOf({ how: 'mail', subject: '{arrival}' })).toEqual([]);
    expect(problemsOf({ how: 'share' })).toEqual([]);
  });

  it('[K2] says what is missing: a way, somebody, a fact', () => {
    expect(problemsOf()).toEqual(['contact step "ask" does not say how: it has no contact']);
    expect(problemsOf({ how: 'call' })).toEqual([
      'step "ask" calls or texts nobody: its contact names no one',
    ]);
    expect(
      problemsOf({ how: 'text', to: hotel, subject: '{gate}', text: '{gate} {seat} {arrival}' }),
    ).toEqual(['step "ask" uses "gate", which is not a fact', 'step "ask" uses "seat", which is not a fact']);
  });

  it('[K2] is judged alike where another kind of step has a contact', () => {
    const task = step('ask', [], { contact: { how: 'call', text: '{gate}' } });
    const made = validateWorkflow(plan([task]));
    expect(made.ok ? [] : made.error.problems.map(({ type }) => type)).toEqual([
      'unknownFact',
      'contactWithNobody',
    ]);
  });

  it.each<[string, unknown, boolean]>([
    ['a way alone', { how: 'share' }, true],
    ['somebody of a part', { how: 'call', to: { kind: 'part', part: 'traveller' } }, true],
    ['somebody outside', { how: 'mail', to: hotel, subject: 's', text: 't' }, true],
    ['a way that there is not', { how: 'pigeon' }, false],
    ['nobody’s name', { how: 'call', to: { kind: 'outside', name: '' } }, false],
    ['a text that is none', { how: 'mail', text: 7 }, false],
  ])('is read with %s', (_name, contact, readable) => {
    const definition = { ...plan([]), steps: [{ ...step('ask'), kind: 'contact', contact }] };
    expect(decodeWorkflowDefinition(definition).ok).toBe(readable);
  });
});
