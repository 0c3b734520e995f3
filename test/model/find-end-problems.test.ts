import { describe, expect, it } from 'vitest';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { fact, factId } from '../support/fact-values.ts';
import { plan, step, stepId } from '../support/run-bench.ts';

const problemsOf = (steps: readonly StepDefinition[]): readonly string[] => {
  const checked = validateWorkflow(plan(steps, { facts: [fact('f', 'text'), fact('day', 'date')] }));
  return checked.ok ? [] : checked.error.problems.map((problem) => workflowProblemToMessage(problem));
};
const outcomes = [
  { id: 'yes', name: 'Yes' },
  { id: 'no', name: 'No', endsRun: true },
];

describe('steps that end their run, and undo steps', () => {
  it('pass when nothing follows the end and the undo has words', () => {
    const ask = step('ask', [], { kind: 'decision', outcomes, undo: { title: 'Take it back' } });
    const sign = step('sign', [], { after: [{ from: stepId('ask'), outcomes: ['yes'] }] });
    const signed = step('signed', ['sign'], { kind: 'milestone', endsRun: true });
    expect(problemsOf([ask, sign, signed])).toEqual([]);
  });

  it('are told what is wrong with them', () => {
    const after = [{ from: stepId('ask'), outcomes: ['no'] }];
    expect(problemsOf([step('ask', [], { kind: 'decision', outcomes }), step('go', [], { after })])).toEqual([
      'outcome "yes" of step "ask" leads nowhere: no edge takes it, and it neither redoes a section nor says that it ends',
      'outcome "no" of step "ask" ends the run, and steps start after it or a section is redone',
    ]);
    expect(problemsOf([step('a', [], { endsRun: true, undo: { title: ' ' } }), step('b', ['a'])])).toEqual([
      'the undo step of step "a" has no title',
      'step "a" ends the run, which only a milestone or an outcome does',
      'step "a" ends the run, and steps start after it',
    ]);
    const cancelBy = { kind: 'offset', from: factId('f'), days: -1 } as const;
    expect(problemsOf([step('a', [], { undo: { title: 'Cancel', cancelBy } })])).toHaveLength(1);
  });

  it('are read only in their shape', () => {
    const read = (undo: unknown): boolean =>
      decodeWorkflowDefinition(plan([step('a', [], { undo } as Partial<StepDefinition>)])).ok;
    expect(read({ title: 'Cancel', assignee: { kind: 'conductor' } })).toBe(true);
    expect(read({ title: 7 })).toBe(false);
    expect(read({ title: 'Cancel', cancelBy: 'soon' })).toBe(false);
  });
});
