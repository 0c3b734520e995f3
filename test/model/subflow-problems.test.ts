import { describe, expect, it } from 'vitest';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import { decodeWorkflowDefinition } from '../../src/model/decode-workflow.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import { workflowProblemToMessage } from '../../src/model/workflow-problem-to-message.ts';
import type { FollowUp, StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import { fact, factId } from '../support/fact-values.ts';
import { plan, step, stepId } from '../support/run-bench.ts';

const trip = asId<WorkflowId>('trip');
const facts = [fact('day', 'date'), fact('landing', 'instant')];

function travel(fields: Partial<StepDefinition> = {}): StepDefinition {
  return step('travel', ['plan'], { kind: 'subflow', subflow: { workflow: trip }, ...fields });
}

const problemsOf = (
  steps: readonly StepDefinition[],
  more: Partial<WorkflowDefinition> = {},
): readonly string[] => {
  const definition = { ...plan(steps, { facts }), ...more };
  const checked = validateWorkflow(definition);
  return checked.ok ? [] : checked.error.problems.map((problem) => workflowProblemToMessage(problem));
};

describe('a workflow with another as its part', () => {
  it('[B1] is read and checked without the other at hand: what it is given and hands back are its facts', () => {
    const subflow = {
      workflow: trip,
      given: { [factId('meeting')]: factId('day') },
      handedBack: { [factId('arrival')]: factId('landing') },
      parts: { traveller: { kind: 'conductor' } },
      perItem: { name: 'traveller', items: 'start', wait: { kind: 'all' } },
    } as const;
    const definition = plan([step('plan'), travel({ subflow }), step('meet', ['travel'])], { facts });
    expect(decodeWorkflowDefinition(definition)).toEqual({ ok: true, value: definition });
    expect(problemsOf(definition.steps)).toEqual([]);
    const lost = { ...subflow, given: { [factId('meeting')]: factId('gone') } };
    expect(problemsOf([step('plan'), travel({ subflow: lost })])).toEqual([
      'step "travel" uses "gone", which is not a fact',
    ]);
  });

  it('is told what only a step that somebody does can have, and what takes it for one', () => {
    const sameAs = { kind: 'sameAs', step: stepId('travel') } as const;
    const by = { kind: 'part', part: 'nobody' } as const;
    expect(
      problemsOf(
        [
          step('plan', [], { subflow: { workflow: trip } }),
          travel({ estimate: 5, subflow: { workflow: trip, parts: { traveller: by } } }),
          step('meet', ['travel'], { assignee: sameAs }),
          step('bare', [], { kind: 'subflow' }),
        ],
        { parts: [] },
      ),
    ).toEqual([
      'step "plan" is a subflow that names no workflow, or names one and is no subflow',
      'subflow "travel" has "estimate", which only a step that somebody does has',
      'subflow "travel" maps part "nobody", which is not there',
      'step "meet" takes subflow "travel" for one step: who did it, its outcome, or standing in for it',
      'step "bare" is a subflow that names no workflow, or names one and is no subflow',
    ]);
  });

  it('is not read with a subflow of another shape', () => {
    const bad = [{ workflow: '' }, { workflow: trip, given: { a: 1 } }, { workflow: trip, parts: { a: {} } }];
    for (const subflow of bad) {
      const definition = { ...plan([step('plan')]), steps: [{ ...travel({ after: [] }), subflow }] };
      expect(decodeWorkflowDefinition(definition).ok).toBe(false);
    }
  });
});

describe('what follows a run', () => {
  const sign = step('sign', [], {
    kind: 'decision',
    outcomes: [
      { id: 'yes', name: 'Yes' },
      { id: 'no', name: 'No' },
    ],
  });
  const followUp = (fields: Partial<FollowUp> = {}): FollowUp => ({
    id: 'next',
    when: { kind: 'outcome', step: stepId('sign'), outcomes: ['yes'] },
    workflow: trip,
    facts: { [factId('meeting')]: factId('day') },
    ...fields,
  });

  it('[L1] is read, and refers to facts, parts, steps and outcomes of its own workflow', () => {
    const definition = { ...plan([sign], { facts }), followUps: [followUp()] };
    expect(decodeWorkflowDefinition(definition)).toEqual({ ok: true, value: definition });
    expect(problemsOf([sign], { followUps: [followUp(), followUp({ id: 'other' })] })).toEqual([]);
    const bad: readonly Partial<FollowUp>[] = [
      { facts: { [factId('meeting')]: factId('gone') } },
      { parts: { lead: { kind: 'part', part: 'nobody' } } },
      { when: { kind: 'outcome', step: stepId('sign'), outcomes: ['maybe'] } },
      { when: { kind: 'outcome', step: stepId('gone'), outcomes: ['yes'] } },
    ];
    for (const fields of bad)
      expect(problemsOf([sign], { parts: [], followUps: [followUp(fields)] })).toHaveLength(1);
    expect(problemsOf([sign], { followUps: [followUp(), followUp()] })).toEqual([
      'follow-up "next" is there twice, or names a fact, part, step or outcome that is not there',
    ]);
  });

  it('is not read under an id that could not be a part of that of a run', () => {
    for (const id of ['', 'a/b', 'a b', 'x'.repeat(65)])
      expect(decodeWorkflowDefinition({ ...plan([sign]), followUps: [followUp({ id })] }).ok).toBe(false);
  });
});
