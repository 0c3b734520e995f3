/** Going on, splitting and coming together: patterns 1 to 9, 28 to 33, 37, 38, 41 and 42. */
import { deepStrictEqual, match } from 'node:assert/strict';
import type { JoinRule, OutcomeDefinition, StepDefinition } from '../../src/model/workflow.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { section } from '../support/plan-bench.ts';
import { type Device, plan, step, stepId } from '../support/run-bench.ts';
import { end, endAll, expectAt, expectFinished, expectRefused, passes, type Scenario } from './scenario.ts';

/** A decision with these answers. */
function decision(id: string, after: readonly string[], ...answers: readonly string[]): StepDefinition {
  const outcomes: readonly OutcomeDefinition[] = answers.map((answer) => ({ id: answer, name: answer }));
  return step(id, after, { kind: 'decision', outcomes });
}

/** After one answer to a decision. */
export function afterAnswer(id: string, from: string, ...outcomes: readonly string[]): StepDefinition {
  return step(id, [], { after: [{ from: stepId(from), outcomes }] });
}

/** Two ways, of which an answer opens one. */
const trainOrPlane: readonly StepDefinition[] = [
  decision('how', [], 'train', 'plane'),
  afterAnswer('seat', 'how', 'train'),
  afterAnswer('fly', 'how', 'plane'),
];

const threeOffers = ['offerA', 'offerB', 'offerC'].map((id) => step(id, ['ask']));

function offers(join: JoinRule): readonly StepDefinition[] {
  return [
    step('ask'),
    ...threeOffers,
    step('choose', ['offerA', 'offerB', 'offerC'], { join }),
    step('book', ['choose']),
  ];
}

function expectOnce(phone: Device, id: string): void {
  deepStrictEqual(passes(phone, id), 1, `${id} came up once`);
}

export const branching: readonly Scenario[] = [
  {
    number: 1,
    name: 'Sequence',
    play: (stage) => {
      const phone = stage.start(plan([step('dates'), step('flight', ['dates']), step('pack', ['flight'])]));
      expectAt(phone, { dates: 'ready', flight: 'created', pack: 'created' });
      expectRefused(phone, { kind: 'startStep', occurrence: phone.of('flight').occurrence }, 'stepsInTheWay');
      end(phone, 'dates');
      expectAt(phone, { flight: 'ready', pack: 'created' });
      endAll(phone, 'flight', 'pack');
      expectFinished(phone);
      return 'each step was ready once the one before it was done';
    },
  },
  {
    number: 2,
    name: 'Parallel split',
    play: (stage) => {
      const phone = stage.start(plan([step('dates'), step('flight', ['dates']), step('hotel', ['dates'])]));
      end(phone, 'dates');
      expectAt(phone, { flight: 'ready', hotel: 'ready' });
      endAll(phone, 'hotel', 'flight');
      return 'both ways were open at once, and done in either order';
    },
  },
  {
    number: 3,
    name: 'Synchronization',
    play: (stage) => {
      const phone = stage.start(plan([step('flight'), step('hotel'), step('pack', ['flight', 'hotel'])]));
      end(phone, 'hotel');
      expectAt(phone, { pack: 'created' });
      end(phone, 'flight');
      expectAt(phone, { pack: 'ready' });
      end(phone, 'pack');
      return 'the step waited for both before it';
    },
  },
  {
    number: 4,
    name: 'Exclusive choice',
    play: (stage) => {
      const phone = stage.start(plan(trainOrPlane));
      end(phone, 'how', 'train');
      expectAt(phone, { seat: 'ready', fly: 'withdrawn' });
      end(phone, 'seat');
      return 'the answer opened one way and withdrew the other';
    },
  },
  {
    number: 5,
    name: 'Simple merge',
    play: (stage) => {
      const phone = stage.start(plan([...trainOrPlane, step('pack', ['seat', 'fly'])]));
      end(phone, 'how', 'plane');
      end(phone, 'fly');
      expectAt(phone, { seat: 'withdrawn', pack: 'ready' });
      end(phone, 'pack');
      return 'the step after both ways came up behind the one that was taken';
    },
  },
  {
    number: 6,
    name: 'Multi-choice',
    play: (stage) => {
      const wish = (id: string): StepDefinition =>
        step(`get-${id}`, ['wishes'], { onlyIf: { fact: factId(id), is: 'set' } });
      const ids = ['cake', 'music', 'games'];
      const phone = stage.start(
        plan([step('wishes', [], { writes: ids.map(factId) }), ...ids.map(wish)], {
          facts: ids.map((id) => fact(id)),
        }),
      );
      const { occurrence } = phone.of('wishes');
      phone.do({
        kind: 'completeStep',
        occurrence,
        facts: { [factId('cake')]: text('lemon'), [factId('games')]: text('darts') },
      });
      expectAt(phone, { 'get-cake': 'ready', 'get-music': 'withdrawn', 'get-games': 'ready' });
      endAll(phone, 'get-cake', 'get-games');
      return 'two of three ways were chosen, each by its own condition';
    },
  },
  {
    number: 7,
    name: 'Structured synchronizing merge',
    play: (stage) => {
      const both = plan([
        decision('wish', [], 'cake', 'music', 'both'),
        afterAnswer('bake', 'wish', 'cake', 'both'),
        afterAnswer('tune', 'wish', 'music', 'both'),
        step('party', ['bake', 'tune']),
      ]);
      const one = stage.start(both);
      end(one, 'wish', 'cake');
      end(one, 'bake');
      expectAt(one, { tune: 'withdrawn', party: 'ready' });
      end(one, 'party');
      const two = stage.start(both);
      end(two, 'wish', 'both');
      end(two, 'bake');
      expectAt(two, { party: 'created' });
      endAll(two, 'tune', 'party');
      return 'it waited for the ways that were chosen: one in one run, both in another';
    },
  },
  {
    number: 8,
    name: 'Multi-merge',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan([step('a'), step('b'), { ...step('bill', ['a', 'b']), join: { kind: 'each' } as never }]),
      );
      deepStrictEqual(type, 'joinForEach');
      match(message, /section that is done per item/);
      return message;
    },
  },
  {
    number: 9,
    name: 'Structured discriminator',
    play: (stage) => {
      const phone = stage.start(plan(offers({ kind: 'any' })));
      endAll(phone, 'ask', 'offerB');
      expectAt(phone, { choose: 'ready', offerA: 'ready', offerC: 'ready' });
      endAll(phone, 'choose', 'offerA', 'offerC', 'book');
      expectOnce(phone, 'choose');
      return 'the first of three was enough; the others went on and moved nothing any more';
    },
  },
  {
    number: 28,
    name: 'Blocking discriminator',
    play: (stage) => {
      const { type, message } = stage.refuse(plan(offers({ kind: 'any', blocking: true } as never)));
      deepStrictEqual(type, 'joinBlocks');
      match(message, /redo the section/);
      return message;
    },
  },
  {
    number: 29,
    name: 'Cancelling discriminator',
    play: (stage) => {
      const phone = stage.start(plan(offers({ kind: 'any', cancelRest: true })));
      endAll(phone, 'ask', 'offerB');
      expectAt(phone, { choose: 'ready', offerA: 'withdrawn', offerC: 'withdrawn' });
      endAll(phone, 'choose', 'book');
      return 'the first of three was enough, and the others were let go';
    },
  },
  {
    number: 30,
    name: 'Structured partial join',
    play: (stage) => {
      const phone = stage.start(plan(offers({ kind: 'count', count: 2 })));
      endAll(phone, 'ask', 'offerA');
      expectAt(phone, { choose: 'created' });
      end(phone, 'offerC');
      expectAt(phone, { choose: 'ready', offerB: 'ready' });
      endAll(phone, 'choose', 'offerB', 'book');
      expectOnce(phone, 'choose');
      return 'two of three were enough; the third went on and moved nothing any more';
    },
  },
  {
    number: 31,
    name: 'Blocking partial join',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan(offers({ kind: 'count', count: 2, blocking: true } as never)),
      );
      deepStrictEqual(type, 'joinBlocks');
      match(message, /fires once a pass/);
      return message;
    },
  },
  {
    number: 32,
    name: 'Cancelling partial join',
    play: (stage) => {
      const phone = stage.start(plan(offers({ kind: 'count', count: 2, cancelRest: true })));
      endAll(phone, 'ask', 'offerA', 'offerC');
      expectAt(phone, { choose: 'ready', offerB: 'withdrawn' });
      endAll(phone, 'choose', 'book');
      return 'two of three were enough, and the third was let go';
    },
  },
  {
    number: 33,
    name: 'Generalized AND-join',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan([
          step('parcel'),
          step('driver'),
          { ...step('ship', ['parcel', 'driver']), join: { kind: 'all', again: true } as never },
        ]),
      );
      deepStrictEqual(type, 'joinAgain');
      match(message, /section that is done per item/);
      return message;
    },
  },
  {
    number: 37,
    name: 'Acyclic synchronizing merge',
    play: (stage) => {
      // Two choices, one within a way of the other, and one step after all of them: no block encloses it.
      const phone = stage.start(
        plan([
          decision('trip', [], 'near', 'far'),
          afterAnswer('bikes', 'trip', 'near'),
          decision('visa', [], 'yes', 'no'),
          step('flight', [], { after: [{ from: stepId('trip'), outcomes: ['far'] }] }),
          step('form', [], {
            after: [
              { from: stepId('visa'), outcomes: ['yes'] },
              { from: stepId('trip'), outcomes: ['far'] },
            ],
          }),
          step('hotel', [], { after: [{ from: stepId('visa'), outcomes: ['no'] }] }),
          step('pack', ['bikes', 'flight', 'form', 'hotel']),
        ]),
      );
      end(phone, 'trip', 'near');
      expectAt(phone, { bikes: 'ready', flight: 'withdrawn', form: 'created', pack: 'created' });
      endAll(phone, 'bikes');
      expectAt(phone, { pack: 'created' });
      end(phone, 'visa', 'no');
      expectAt(phone, { form: 'withdrawn', hotel: 'ready', pack: 'created' });
      end(phone, 'hotel');
      expectAt(phone, { pack: 'ready' });
      end(phone, 'pack');
      return 'it waited for what could still come, and for nothing that could not';
    },
  },
  {
    number: 38,
    name: 'General synchronizing merge',
    play: (stage) => {
      const outcomes = [
        { id: 'good', name: 'Good' },
        { id: 'again', name: 'Again', redo: { section: 'draft', atMost: 3 } },
      ];
      const phone = stage.start(
        plan(
          [
            decision('scope', [], 'text', 'both'),
            afterAnswer('write', 'scope', 'text', 'both'),
            afterAnswer('draw', 'scope', 'both'),
            step('review', ['write', 'draw'], { kind: 'decision', outcomes }),
            afterAnswer('print', 'review', 'good'),
          ],
          { sections: [section('draft', 'scope', 'write', 'draw')] },
        ),
      );
      end(phone, 'scope', 'text');
      end(phone, 'write');
      expectAt(phone, { draw: 'withdrawn', review: 'ready' });
      end(phone, 'review', 'again');
      expectAt(phone, { scope: 'ready', review: 'created' });
      end(phone, 'scope', 'both');
      end(phone, 'write');
      expectAt(phone, { draw: 'ready', review: 'created' });
      end(phone, 'draw');
      end(phone, 'review', 'good');
      end(phone, 'print');
      return 'in a loop it waited for one way in the first pass and for both in the second';
    },
  },
  {
    number: 41,
    name: 'Thread merge',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan([step('sign'), { ...step('file', ['sign']), startQuantity: 3 } as StepDefinition]),
      );
      deepStrictEqual(type, 'waitsManyTimes');
      match(message, /count of its items/);
      return message;
    },
  },
  {
    number: 42,
    name: 'Thread split',
    play: (stage) => {
      const { type, message } = stage.refuse(
        plan([{ ...step('invite'), completionQuantity: 3 } as StepDefinition, step('call', ['invite'])]),
      );
      deepStrictEqual(type, 'completesManyTimes');
      match(message, /section that is done per item/);
      return message;
    },
  },
];
