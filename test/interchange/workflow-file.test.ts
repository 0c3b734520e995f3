import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeWorkflowFile,
  longestWorkflowFile,
  workflowToFile,
} from '../../src/interchange/workflow-file.ts';
import { withoutPeople } from '../../src/interchange/without-people.ts';
import { asId, type FactId, type PersonId, type RoleId, type StepId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';

const names = { person: (n: number) => `Person ${n}`, role: (n: number) => `Group ${n}` };
const seed = 20261123;

function errorOf(text: string): string {
  const result = decodeWorkflowFile(text, names);
  return result.ok ? 'read' : result.error.type;
}

function plan(text: string): WorkflowDefinition {
  const who = { kind: 'person', person: asId<PersonId>('secret-anna') } as const;
  return {
    ...(templates[0] as WorkflowDefinition),
    title: text,
    parts: [{ id: 'person-1', name: text }],
    facts: [{ id: asId<FactId>('who'), name: text, kind: 'person' }],
    sections: [],
    followUps: [],
    steps: [
      {
        id: asId<StepId>('a'),
        kind: 'task',
        title: text,
        after: [],
        assignee: who,
        backup: { kind: 'role', role: asId<RoleId>('secret-role') },
        instructions: text,
        checklist: [{ id: 'c', text }],
        onlyIf: { fact: asId<FactId>('who'), is: 'equal', value: who },
        contact: { how: 'mail', to: who, text },
        undo: { title: text, assignee: who },
      },
    ],
  };
}

describe('a workflow as a file', () => {
  it('gives every shipped workflow again', () => {
    for (const template of templates) {
      const read = decodeWorkflowFile(workflowToFile(template, names), names);
      expect(read.ok && read.value.definition).toEqual(withoutPeople(template, names));
      expect(read.ok && read.value.problems).toEqual([]);
    }
  });

  it('gives any text again as the same text, and is the same file when written anew', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const file = workflowToFile(plan(`<script>${text}`), names);
        const read = decodeWorkflowFile(file, names);
        if (!read.ok) throw new Error(read.error.type);
        expect(read.value.definition).toEqual(withoutPeople(plan(`<script>${text}`), names));
        expect(workflowToFile(read.value.definition, names)).toBe(file);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('names nobody: people and roles become parts, one a person', () => {
    const file = workflowToFile(plan('Plan'), names);
    expect(file).not.toContain('secret');
    const read = decodeWorkflowFile(file, names);
    expect(read.ok && read.value.definition.parts).toEqual([
      { id: 'person-1', name: 'Plan' },
      { id: 'person-2', name: 'Person 2' },
      { id: 'role-1', name: 'Group 1' },
    ]);
    expect(read.ok && read.value.definition.steps[0]).toMatchObject({
      assignee: { kind: 'part', part: 'person-2' },
      backup: { kind: 'part', part: 'role-1' },
      onlyIf: { fact: 'who', is: 'set' },
      undo: { assignee: { kind: 'part', part: 'person-2' } },
    });
  });

  it('takes people out of a file that names some all the same', () => {
    const text = JSON.stringify({ baton: 'workflow', version: 1, workflow: plan('Plan') });
    const read = decodeWorkflowFile(text, names);
    expect(read.ok && JSON.stringify(read.value)).not.toContain('secret');
  });

  it('says what a file is that it cannot read', () => {
    const file = workflowToFile(plan('Plan'), names);
    expect(errorOf('')).toBe('otherFile');
    expect(errorOf('{"a": 1}')).toBe('otherFile');
    expect(errorOf('[]')).toBe('otherFile');
    expect(errorOf('\u0000\u0001PNG')).toBe('otherFile');
    expect(errorOf(file.slice(0, -20))).toBe('damagedFile');
    expect(errorOf(file.replace('"version": 1', '"version": 2'))).toBe('newerFile');
    expect(errorOf(file.replace('"version": 1', '"version": "1"'))).toBe('damagedFile');
    expect(errorOf('{"baton": "workflow", "version": 1}')).toBe('damagedFile');
    expect(errorOf(file.padEnd(longestWorkflowFile + 1))).toBe('tooLarge');
    const round = plan('Plan');
    const [step] = round.steps;
    const looped = { ...round, steps: [{ ...step, after: [{ from: 'a' }] }] };
    expect(errorOf(JSON.stringify({ baton: 'workflow', version: 1, workflow: looped }))).toBe(
      'invalidWorkflow',
    );
  });

  it('never throws, whatever is written in it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(typeof errorOf(text)).toBe('string');
        expect(typeof errorOf(`{"baton":"workflow","version":1,"workflow":${text}}`)).toBe('string');
      }),
      { seed, numRuns: 200 },
    );
  });
});
