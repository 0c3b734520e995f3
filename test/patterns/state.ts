/** What depends on where the run stands: patterns 16, 17, 18, 39 and 40. */
import { deepStrictEqual } from 'node:assert/strict';
import type { Command } from '../../src/model/command.ts';
import type { TogetherRule, WorkflowDefinition } from '../../src/model/workflow.ts';
import { type Device, plan, sam, step, stepId } from '../support/run-bench.ts';
import { begin, end, endAll, expectAt, expectFinished, expectRefused, type Scenario } from './scenario.ts';

function kitchen(together: TogetherRule, after: readonly string[]): WorkflowDefinition {
  return plan(
    [
      step('menu'),
      step('cook', ['menu']),
      step('bake', ['menu']),
      step('clean', after),
      step('serve', ['cook', 'bake', 'clean']),
    ],
    {
      sections: [{ id: 'kitchen', name: 'Kitchen', steps: ['cook', 'bake', 'clean'].map(stepId), together }],
    },
  );
}

const starting = (phone: Device, id: string): Command => ({
  kind: 'startStep',
  occurrence: phone.of(id).occurrence,
});

/** One at a time, in every order that the plan leaves: kept by a phone that knows, told by phones that did not. */
function playInterleaved(definition: WorkflowDefinition): Scenario['play'] {
  return (stage) => {
    const a = stage.start(definition);
    end(a, 'menu');
    begin(a, 'bake');
    expectRefused(a, starting(a, 'cook'), 'underWay');
    expectRefused(a, { kind: 'completeStep', occurrence: a.of('cook').occurrence }, 'underWay');
    end(a, 'bake');
    // From here on neither hears of the other.
    const b = stage.phone(sam, a);
    begin(a, 'cook');
    begin(b, 'clean');
    stage.meet(a, b);
    deepStrictEqual(
      [a, b].map((phone) => phone.state().overlaps.map(({ steps }) => steps)),
      [[['cook', 'clean']], [['cook', 'clean']]],
    );
    // One gives way.
    b.do({ kind: 'pauseStep', occurrence: b.of('clean').occurrence });
    end(b, 'cook');
    b.do({ kind: 'resumeStep', occurrence: b.of('clean').occurrence });
    endAll(b, 'clean', 'serve');
    a.receive(b);
    expectFinished(a);
    return 'a phone refused the second at once; two without a connection began both, and both sheets and the log say so';
  };
}

export const state: readonly Scenario[] = [
  {
    number: 16,
    name: 'Deferred choice',
    play: (stage) => {
      const definition = plan(
        [step('ready'), step('taxi', ['ready']), step('bus', ['ready']), step('arrive', ['taxi', 'bus'])],
        {
          sections: [
            {
              id: 'way',
              name: 'The way there',
              steps: ['taxi', 'bus'].map(stepId),
              together: { kind: 'firstBegun' },
            },
          ],
        },
      );
      const together = stage.start(definition);
      end(together, 'ready');
      expectAt(together, { taxi: 'ready', bus: 'ready' });
      begin(together, 'bus');
      expectAt(together, { taxi: 'withdrawn', bus: 'inProgress' });
      endAll(together, 'bus', 'arrive');
      const a = stage.start(definition);
      end(a, 'ready');
      const b = stage.phone(sam, a);
      begin(a, 'taxi');
      begin(b, 'bus');
      stage.meet(a, b);
      expectAt(a, { taxi: 'inProgress', bus: 'inProgress' });
      deepStrictEqual(
        a.state().overlaps.map(({ kind }) => kind),
        ['firstBegun'],
      );
      end(a, 'taxi');
      endAll(a, 'bus', 'arrive');
      b.receive(a);
      return 'what was begun first withdrew the other; two phones without a connection began both, and people are told';
    },
  },
  {
    number: 17,
    name: 'Interleaved parallel routing',
    play: playInterleaved(kitchen({ kind: 'oneAtATime' }, ['bake'])),
  },
  {
    number: 18,
    name: 'Milestone',
    play: (stage) => {
      const definition = plan([
        step('ordered', [], { kind: 'milestone' }),
        step('pack'),
        step('ship', ['pack']),
        step('change', ['ordered'], { until: stepId('ship') }),
      ]);
      const inTime = stage.start(definition);
      expectAt(inTime, { change: 'created' });
      end(inTime, 'ordered');
      expectAt(inTime, { change: 'ready' });
      endAll(inTime, 'change', 'pack', 'ship');
      deepStrictEqual(inTime.of('change').surplus, false);
      const tooLate = stage.start(definition);
      endAll(tooLate, 'ordered', 'pack', 'ship');
      deepStrictEqual(tooLate.of('change').withdrawnBecause, 'tooLate');
      expectRefused(
        tooLate,
        { kind: 'completeStep', occurrence: tooLate.of('change').occurrence },
        'stepWithdrawn',
      );
      return 'it could be done once the milestone was reached, and no longer when it was passed';
    },
  },
  {
    number: 39,
    name: 'Critical section',
    play: (stage) => {
      const definition = plan(
        [
          step('sand'),
          step('paint', ['sand']),
          step('wire'),
          step('plaster', ['wire']),
          step('move', ['paint', 'plaster']),
        ],
        {
          sections: [
            {
              id: 'walls',
              name: 'Walls',
              steps: ['sand', 'paint'].map(stepId),
              together: { kind: 'apartFrom', sections: ['power'] },
            },
            { id: 'power', name: 'Power', steps: ['wire', 'plaster'].map(stepId) },
          ],
        },
      );
      const alone = stage.start(definition);
      end(alone, 'sand');
      // Between two steps of a part nobody is at work, and still the part is under way.
      expectRefused(alone, starting(alone, 'wire'), 'underWay');
      endAll(alone, 'paint', 'wire', 'plaster', 'move');
      const a = stage.start(definition);
      const b = stage.phone(sam, a);
      end(a, 'sand');
      begin(b, 'wire');
      stage.meet(a, b);
      deepStrictEqual(
        b.state().overlaps.map(({ kind, steps }) => [kind, ...steps]),
        [['apartFrom', 'sand', 'wire']],
      );
      endAll(a, 'paint', 'wire', 'plaster', 'move');
      b.receive(a);
      return 'one part kept the other from beginning until all of it was done; phones without a connection told of both';
    },
  },
  {
    number: 40,
    name: 'Interleaved routing',
    play: playInterleaved(kitchen({ kind: 'oneAtATime' }, ['menu'])),
  },
];
