import { describe, expect, it } from 'vitest';
import { layOutSubflows } from '../../../src/engine/subflows/lay-out-subflows.ts';
import { asId, type WorkflowId } from '../../../src/model/ids.ts';
import { validateWorkflow } from '../../../src/model/validate-workflow.ts';
import type { TogetherRule, WorkflowDefinition } from '../../../src/model/workflow.ts';
import { plan, step, stepId } from '../../support/run-bench.ts';

const kitchen: WorkflowDefinition = {
  ...plan([step('cook'), step('bake'), step('taste', [], { until: stepId('bake') })], {
    sections: [
      {
        id: 'stove',
        name: 'Stove',
        steps: [stepId('cook')],
        together: { kind: 'apartFrom', sections: ['oven'] },
      },
      { id: 'oven', name: 'Oven', steps: [stepId('bake')] },
    ],
  }),
  id: asId<WorkflowId>('kitchen'),
};

function evening(together: TogetherRule): WorkflowDefinition {
  const dinner = step('dinner', [], { kind: 'subflow', subflow: { workflow: kitchen.id } });
  return plan([dinner, step('clean')], {
    sections: [{ id: 'one', name: 'One', steps: ['dinner', 'clean'].map(stepId), together }],
  });
}

describe('rules about what is done at the same time, in parts', () => {
  it('[B2] [T1] [T2] [T5] are those of the part, and one at a time is all that is listed outside', () => {
    const laid = layOutSubflows(evening({ kind: 'oneAtATime' }), () => kitchen);
    if (!laid.ok) throw new Error(JSON.stringify(laid.error));
    const { steps, sections = [] } = laid.value;
    expect(validateWorkflow(laid.value).ok).toBe(true);
    expect(steps.find(({ id }) => id === 'dinner~taste')?.until).toBe('dinner~bake');
    expect(sections.find(({ id }) => id === 'dinner~stove')?.together).toEqual({
      kind: 'apartFrom',
      sections: ['dinner~oven'],
    });
    expect(sections.find(({ id }) => id === 'one')?.steps).toHaveLength(4);
  });

  it('[T3] a part is no option: with which of its steps it would be chosen is not said', () => {
    expect(validateWorkflow(evening({ kind: 'firstBegun' }))).toMatchObject({
      error: { problems: [{ type: 'badChoice' }] },
    });
  });
});
