import { describe, expect, it } from 'vitest';
import { layOutSubflows } from '../../../src/engine/subflows/lay-out-subflows.ts';
import { validateWorkflow } from '../../../src/model/validate-workflow.ts';
import type { WorkflowDefinition } from '../../../src/model/workflow.ts';
import { fact, factId } from '../../support/fact-values.ts';
import { plan, step } from '../../support/run-bench.ts';
import { workflowId, trip, travel, around, mapped, layOut, refused } from '../../support/trip-as-part.ts';

describe('a part that cannot be laid out', () => {
  it('[B5] lays out parts of parts, and refuses one that is a part of itself, is missing or ends its run', () => {
    const outer = around([step('plan'), travel(mapped), step('meet', ['travel'])]);
    const year: WorkflowDefinition = {
      ...plan([step('q1', [], { kind: 'subflow', subflow: { workflow: outer.id } }), step('sum', ['q1'])]),
      id: workflowId('year'),
    };
    const laid = layOut(year, outer);
    expect(laid.steps.map(({ id }) => id)).toEqual([
      'q1~plan',
      'q1~travel~book',
      'q1~travel~check',
      'q1~travel~go',
      'q1~meet',
      'sum',
    ]);
    expect(laid.sections?.map(({ id, name }) => [id, name])).toEqual([
      ['q1', 'q1'],
      ['q1~travel', 'travel'],
      ['q1~travel~booking', 'Booking'],
    ]);
    expect(validateWorkflow(laid).ok).toBe(true);
    const selfish = { ...year, id: outer.id };
    expect(refused(selfish, outer)).toEqual([
      'subflow "q1" is workflow "board", which would be a part of itself; let it follow when this one is finished',
    ]);
    const ring = {
      ...trip,
      steps: [step('x', [], { kind: 'subflow', subflow: { workflow: outer.id } })],
    } as const;
    const found = layOutSubflows(outer, (id) => [ring, outer].find((each) => each.id === id) ?? null);
    expect(found).toMatchObject({
      ok: false,
      error: { problems: [{ type: 'workflowInItself', step: 'travel' }] },
    });
    expect(refused(around([step('plan'), travel({ workflow: workflowId('gone') })]))).toEqual([
      'subflow "travel" is workflow "gone", which is not there',
    ]);
    const ending = {
      ...plan([step('end', [], { kind: 'milestone', endsRun: true })]),
      id: workflowId('ending'),
    };
    expect(refused(around([step('plan'), travel({ workflow: ending.id })]), ending)).toEqual([
      'subflow "travel" is workflow "ending", which ends its run before all is done',
    ]);
  });

  it('[B5] refuses facts that do not fit, parts that are not there and beginnings that cannot be told', () => {
    const day = factId('day');
    expect(
      refused(
        around([
          step('plan'),
          travel({
            given: { [factId('gone')]: day, [factId('hotel')]: day, [factId('leave')]: day },
            parts: { nobody: { kind: 'conductor' } },
          }),
        ]),
      ),
    ).toEqual([
      ...Array.from(
        { length: 3 },
        () =>
          'subflow "travel" maps fact "day", which its workflow does not have, has of another kind, or derives',
      ),
      'subflow "travel" maps part "nobody", which is not there',
    ]);
    const two: WorkflowDefinition = {
      ...plan([step('a', [], { onlyIf: { fact: day, is: 'set' } }), step('b')], {
        facts: [fact('day', 'date')],
      }),
      id: workflowId('two'),
    };
    const fields = { join: { kind: 'any', cancelRest: true }, onlyIf: { fact: day, is: 'set' } } as const;
    expect(refused(around([step('plan'), travel({ workflow: two.id }, fields)]), two)).toEqual([
      'subflow "travel" has "join", which only a step that somebody does has',
      'subflow "travel" has "onlyIf", which only a step that somebody does has',
    ]);
  });
});
