import { describe, expect, it } from 'vitest';
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import { asId, type RunId, type WorkflowId } from '../../src/model/ids.ts';
import type { FollowUp } from '../../src/model/workflow.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computePlanView } from '../../src/views/compute-plan-view.ts';
import type { SpaceSnapshot, WorkflowEntry } from '../../src/views/space-snapshot.ts';
import { fact, factId } from '../support/fact-values.ts';
import { ana, makeDevice, plan, run, startPlan, step, stepId } from '../support/run-bench.ts';
import { spaceOf } from '../support/trip-space.ts';

const welcome: WorkflowEntry = {
  id: asId<WorkflowId>('welcome'),
  title: 'New client',
  stepCount: 3,
  source: 'template',
  version: null,
  asks: [fact('who', 'text', { name: 'client ' }), fact('day', 'date', { name: 'Client' })],
};
const next = asId<RunId>('next');

function look(followUps: readonly FollowUp[], more: Partial<SpaceSnapshot> = {}) {
  const device = makeDevice(ana);
  const outcomes = ['yes', 'no'].map((id) => ({ id, name: id === 'yes' ? 'Yes' : 'No' }));
  const steps = [step('sign', [], { title: 'Sign it', kind: 'decision', outcomes })];
  const facts = [fact('partner', 'text', { name: 'Client' })];
  device.do(startPlan(plan(steps, { facts, followUps })));
  const space = { ...spaceOf(device, ana), workflows: [welcome], ...more };
  return { flow: computeFlowView(space, run, 0), plan: computePlanView(space, run, 0) };
}

describe('what comes after a flow', () => {
  const workflow = welcome.id;
  const signed: FollowUp = {
    id: 'signed',
    when: { kind: 'outcome', step: stepId('sign'), outcomes: ['yes'] },
    workflow,
  };

  it('[L1] is told with when it starts, what has started, and why it could not', () => {
    const gone: FollowUp = { id: 'gone', when: { kind: 'cancelled' }, workflow: asId<WorkflowId>('gone') };
    const { flow } = look([signed, gone], {
      following: [{ run: next, follows: run, followUp: 'signed' }],
      followUpProblems: [{ run, followUp: 'gone', problem: 'workflowMissing' }],
    });
    expect(flow.followUps).toEqual([
      {
        id: 'signed',
        definition: signed,
        workflow: 'New client',
        when: { kind: 'step', title: 'Sign it', outcomes: ['Yes'] },
        started: next,
        problem: null,
      },
      {
        id: 'gone',
        definition: gone,
        workflow: null,
        when: { kind: 'cancelled' },
        started: null,
        problem: 'workflowMissing',
      },
    ]);
    expect(look([signed], { access: 'guest' }).flow.followUps).toEqual([]);
  });

  it('[L3] offers workflows to start, each with the facts of the same name and kind', () => {
    expect(look([]).plan.choices).toEqual([
      {
        workflow,
        title: 'New client',
        given: { [factId('who')]: factId('partner') },
        facts: welcome.asks,
        parts: [],
      },
    ]);
  });
});

describe('a flow with another as its part', () => {
  it('[B2] says of each step which part it is of', () => {
    const inner = { ...plan([step('book'), step('go', ['book'])]), id: asId<WorkflowId>('inner') };
    const outer = plan([
      step('plan'),
      step('travel', ['plan'], { title: 'Getting there', kind: 'subflow', subflow: { workflow: inner.id } }),
      step('meet', ['travel']),
    ]);
    const laid = layOutSubflows(outer, () => inner);
    if (!laid.ok) throw new Error('it was not laid out');
    const device = makeDevice(ana);
    device.do(startPlan(laid.value));
    const { rows } = computeFlowView(spaceOf(device, ana), run, 0);
    expect(rows.map(({ title, part }) => [title, part?.name ?? null])).toEqual([
      ['plan', null],
      ['book', 'Getting there'],
      ['go', 'Getting there'],
      ['meet', null],
    ]);
  });
});
