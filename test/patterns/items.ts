/** One step or several done once for each of many: patterns 12 to 15, 26, 27 and 34 to 36. */
import { deepStrictEqual } from 'node:assert/strict';
import type { ItemDefinition, PerItem } from '../../src/model/per-item.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { child } from '../support/camps.ts';
import { type Device, plan, step, stepId } from '../support/run-bench.ts';
import { end, endAll, expectAt, expectFinished, type Scenario, type Stage } from './scenario.ts';

const [mia, ben, zoe] = [child('mia', 'Mia'), child('ben', 'Ben'), child('zoe', 'Zoe')];

/** ask → for each child: sign up → pay → a ride for all. */
function campPlan(perItem: Partial<PerItem>): WorkflowDefinition {
  const each: PerItem = { name: 'child', items: 'start', wait: { kind: 'all' }, ...perItem };
  return plan([step('ask'), step('signUp', ['ask']), step('pay', ['signUp']), step('ride', ['pay'])], {
    sections: [{ id: 'children', name: 'Children', steps: ['signUp', 'pay'].map(stepId), perItem: each }],
  });
}

function startWith(stage: Stage, perItem: Partial<PerItem>, ...items: readonly ItemDefinition[]): Device {
  const phone = stage.start(campPlan(perItem), items.length === 0 ? {} : { items: { children: items } });
  end(phone, 'ask');
  return phone;
}

function settle(phone: Device, ...items: readonly ItemDefinition[]): void {
  for (const { id } of items) endAll(phone, `signUp/${id}`, `pay/${id}`);
}

function add(phone: Device, { id, name }: ItemDefinition): void {
  phone.do({ kind: 'addItem', section: 'children', item: id, name });
}

const closing = { kind: 'closeItems', section: 'children' } as const;

export const items: readonly Scenario[] = [
  {
    number: 12,
    name: 'Multiple instances without synchronization',
    play: (stage) => {
      const phone = startWith(stage, { items: 'growing', wait: { kind: 'none' } }, mia, ben);
      expectAt(phone, { 'signUp/mia': 'ready', 'signUp/ben': 'ready', ride: 'ready' });
      end(phone, 'ride');
      settle(phone, ben, mia);
      phone.do(closing);
      expectFinished(phone);
      return 'what comes after began at once, and each child went its own way';
    },
  },
  {
    number: 13,
    name: 'Multiple instances with a priori design-time knowledge',
    play: (stage) => {
      const phone = startWith(stage, { items: 'design', known: [mia, ben] });
      settle(phone, ben);
      expectAt(phone, { ride: 'created' });
      settle(phone, mia);
      expectAt(phone, { ride: 'ready' });
      end(phone, 'ride');
      return 'the plan names two, and both were waited for';
    },
  },
  {
    number: 14,
    name: 'Multiple instances with a priori run-time knowledge',
    play: (stage) => {
      const phone = startWith(stage, { items: 'start' }, mia, ben, zoe);
      settle(phone, zoe, mia);
      expectAt(phone, { ride: 'created' });
      settle(phone, ben);
      end(phone, 'ride');
      return 'the start names three, and all three were waited for';
    },
  },
  {
    number: 15,
    name: 'Multiple instances without a priori run-time knowledge',
    play: (stage) => {
      const phone = startWith(stage, { items: 'growing' }, mia);
      settle(phone, mia);
      add(phone, ben);
      expectAt(phone, { 'signUp/ben': 'ready', ride: 'created' });
      settle(phone, ben);
      expectAt(phone, { ride: 'created' });
      phone.do(closing);
      end(phone, 'ride');
      return 'a second was added while the first was done; what comes after waited for “that’s all”';
    },
  },
  {
    number: 26,
    name: 'Cancel multiple instance activity',
    play: (stage) => {
      const phone = startWith(stage, { items: 'growing' }, mia, ben);
      settle(phone, mia);
      phone.do({ kind: 'cancelItem', section: 'children', item: ben.id });
      expectAt(phone, { 'pay/mia': 'completed', 'signUp/ben': 'terminated', 'pay/ben': 'terminated' });
      add(phone, zoe);
      phone.do({ kind: 'cancelSection', section: 'children', reason: 'no camp this year' });
      expectAt(phone, { 'pay/mia': 'completed', 'signUp/zoe': 'terminated', 'pay/zoe': 'terminated' });
      deepStrictEqual(phone.state().items[0]?.isOpen, false, 'nobody is to be added any more');
      end(phone, 'ride');
      return 'one item, then all that was open of the list was cancelled; what was done stays';
    },
  },
  {
    number: 27,
    name: 'Complete multiple instance activity',
    play: (stage) => {
      const phone = startWith(stage, { items: 'growing' }, mia, ben, zoe);
      settle(phone, mia);
      end(phone, 'signUp/ben');
      expectAt(phone, { ride: 'created' });
      phone.do({ kind: 'finishItems', section: 'children', reason: 'the coach is full' });
      expectAt(phone, {
        'pay/mia': 'completed',
        'pay/ben': 'skipped',
        'signUp/zoe': 'skipped',
        ride: 'ready',
      });
      end(phone, 'ride');
      return 'somebody said “enough”: the rest was skipped, and it went on';
    },
  },
  {
    number: 34,
    name: 'Static partial join for multiple instances',
    play: (stage) => {
      const phone = startWith(stage, { items: 'start', wait: { kind: 'count', count: 2 } }, mia, ben, zoe);
      settle(phone, mia, zoe);
      expectAt(phone, { ride: 'ready', 'signUp/ben': 'ready' });
      end(phone, 'ride');
      settle(phone, ben);
      return 'two of three were enough; the third went on and moved nothing any more';
    },
  },
  {
    number: 35,
    name: 'Cancelling partial join for multiple instances',
    play: (stage) => {
      const wait = { kind: 'count', count: 2, cancelRest: true } as const;
      const phone = startWith(stage, { items: 'start', wait }, mia, ben, zoe);
      end(phone, 'signUp/ben');
      settle(phone, mia, zoe);
      expectAt(phone, { ride: 'ready', 'signUp/ben': 'completed', 'pay/ben': 'withdrawn' });
      deepStrictEqual(phone.of('pay/ben').withdrawnBecause, 'restCancelled');
      end(phone, 'ride');
      return 'two of three were enough, and what was open of the third was let go';
    },
  },
  {
    number: 36,
    name: 'Dynamic partial join for multiple instances',
    play: (stage) => {
      const phone = startWith(stage, { items: 'growing', wait: { kind: 'count', count: 2 } }, mia);
      settle(phone, mia);
      expectAt(phone, { ride: 'created' });
      add(phone, ben);
      add(phone, zoe);
      settle(phone, zoe);
      expectAt(phone, { ride: 'ready', 'signUp/ben': 'ready' });
      deepStrictEqual(phone.state().items[0]?.isOpen, true, 'nobody had to say that that’s all');
      end(phone, 'ride');
      settle(phone, ben);
      phone.do(closing);
      return 'two were enough while the list still grew';
    },
  },
];
