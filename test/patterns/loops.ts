/** Again, and no more: patterns 10, 11, 19 to 25 and 43. */
import { deepStrictEqual, match } from 'node:assert/strict';
import { layOutSubflows } from '../../src/engine/subflows/lay-out-subflows.ts';
import { asId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { factId, fact, text } from '../support/fact-values.ts';
import { section } from '../support/plan-bench.ts';
import { plan, step } from '../support/run-bench.ts';
import { afterAnswer } from './branching.ts';
import {
  begin,
  end,
  endAll,
  expectAt,
  expectFinished,
  expectRefused,
  passes,
  type Scenario,
} from './scenario.ts';

const judging = {
  kind: 'decision',
  outcomes: [
    { id: 'good', name: 'Good' },
    { id: 'again', name: 'Again', redo: { section: 'draft', atMost: 3 } },
  ],
} as const;

export const loops: readonly Scenario[] = [
  {
    number: 10,
    name: 'Arbitrary cycles',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan([step('write', ['check']), step('check', ['write']), step('send', ['check'])]),
      );
      deepStrictEqual(type, 'cycle');
      match(message, /let an outcome redo a section/);
      return message;
    },
  },
  {
    number: 11,
    name: 'Implicit termination',
    play: (stage) => {
      const phone = stage.start(plan([step('plan'), step('flight', ['plan']), step('hotel', ['plan'])]));
      endAll(phone, 'plan', 'hotel');
      deepStrictEqual(phone.state().status, 'running');
      end(phone, 'flight');
      expectFinished(phone);
      return 'no step says that it ends; the run was finished when nothing was left to do';
    },
  },
  {
    number: 19,
    name: 'Cancel task',
    play: (stage) => {
      const phone = stage.start(plan([step('hotel'), step('garden', ['hotel']), step('pack')]));
      begin(phone, 'hotel');
      phone.do({ kind: 'cancelStep', occurrence: phone.of('hotel').occurrence });
      expectAt(phone, { hotel: 'terminated', garden: 'withdrawn', pack: 'ready' });
      end(phone, 'pack');
      return 'one step was cancelled in the middle of it, and what only it led to is not needed';
    },
  },
  {
    number: 20,
    name: 'Cancel case',
    play: (stage) => {
      const phone = stage.start(plan([step('flight'), step('hotel', ['flight']), step('pack')]));
      end(phone, 'flight');
      phone.do({ kind: 'cancelRun', reason: 'we stay' });
      expectAt(phone, { flight: 'completed', hotel: 'terminated', pack: 'terminated' });
      expectRefused(phone, { kind: 'completeStep', occurrence: phone.of('pack').occurrence }, 'runEnded');
      return 'all that was open was cancelled with the run; what was done stays';
    },
  },
  {
    number: 21,
    name: 'Structured loop',
    play: (stage) => {
      const phone = stage.start(
        plan([step('write'), step('check', ['write'], judging), afterAnswer('send', 'check', 'good')], {
          sections: [section('draft', 'write', 'check')],
        }),
      );
      for (const outcome of ['again', 'again']) {
        end(phone, 'write');
        end(phone, 'check', outcome);
      }
      end(phone, 'write');
      const { occurrence } = phone.of('check');
      expectRefused(phone, { kind: 'completeStep', occurrence, outcome: 'again' }, 'redoLimit');
      end(phone, 'check', 'good');
      end(phone, 'send');
      deepStrictEqual(passes(phone, 'write'), 3);
      return 'a section was done three times, as often as the plan allows, each pass with its own history';
    },
  },
  {
    number: 22,
    name: 'Recursion',
    play: (stage) => {
      const [outer, inner] = ['cake', 'icing'].map((id) => asId<WorkflowId>(id)) as [WorkflowId, WorkflowId];
      const subflow = (id: string, workflow: WorkflowId): StepDefinition =>
        step(id, [], { kind: 'subflow', subflow: { workflow } });
      const cake = { ...plan([subflow('ice', inner), step('eat', ['ice'])]), id: outer };
      const icing = { ...plan([step('stir'), subflow('bakeAnother', outer)]), id: inner };
      // A run is started with the plans of its parts laid out in it.
      const { type, message } = stage.refuse(cake, (definition) => {
        const laid = layOutSubflows(definition, (id) => [cake, icing].find((each) => each.id === id) ?? null);
        return laid.ok ? [] : laid.error.problems;
      });
      deepStrictEqual(type, 'workflowInItself');
      return message;
    },
  },
  {
    number: 23,
    name: 'Transient trigger',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan(
          [
            step('bake'),
            {
              ...step('taste', ['bake'], { kind: 'wait' }),
              reads: [{ fact: factId('bell'), transient: true } as never],
            },
          ],
          {
            facts: [fact('bell')],
          },
        ),
      );
      deepStrictEqual(type, 'readLosesFact');
      match(message, /it is there when the turn comes/);
      return message;
    },
  },
  {
    number: 24,
    name: 'Persistent trigger',
    play: (stage) => {
      const definition = plan(
        [step('send'), step('reply', ['send'], { kind: 'wait', reads: [{ fact: factId('letter') }] })],
        {
          facts: [fact('letter')],
        },
      );
      const early = stage.start(definition);
      early.do({ kind: 'setFact', fact: factId('letter'), value: text('yes') });
      expectAt(early, { reply: 'created' });
      end(early, 'send');
      expectAt(early, { reply: 'ready' });
      end(early, 'reply');
      const late = stage.start(definition);
      end(late, 'send');
      deepStrictEqual(late.of('reply').missingFacts, ['letter']);
      const { occurrence } = late.of('reply');
      late.do({ kind: 'setFact', fact: factId('letter'), value: text('no'), occurrence });
      expectAt(late, { reply: 'ready' });
      end(late, 'reply');
      return 'what came before its turn was there when the turn came; what came later was waited for';
    },
  },
  {
    number: 25,
    name: 'Cancel region',
    play: (stage) => {
      const phone = stage.start(
        plan(
          [
            step('plan'),
            step('flight', ['plan']),
            step('hotel', ['plan']),
            step('tell', ['flight', 'hotel', 'plan']),
          ],
          {
            sections: [section('bookings', 'flight', 'hotel')],
          },
        ),
      );
      endAll(phone, 'plan', 'flight');
      begin(phone, 'hotel');
      phone.do({ kind: 'cancelSection', section: 'bookings' });
      expectAt(phone, { flight: 'completed', hotel: 'terminated', tell: 'ready' });
      end(phone, 'tell');
      return 'what was open of a named part was cancelled, and nothing else';
    },
  },
  {
    number: 43,
    name: 'Explicit termination',
    play: (stage) => {
      const phone = stage.start(
        plan([
          step('flight'),
          step('pack', ['flight']),
          step('there', [], { kind: 'milestone', endsRun: true }),
        ]),
      );
      end(phone, 'flight');
      end(phone, 'there');
      expectAt(phone, { flight: 'completed', pack: 'withdrawn' });
      expectFinished(phone);
      return 'a milestone ended the run although a step was open';
    },
  },
];
