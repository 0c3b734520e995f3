import { describe, expect, it } from 'vitest';
import { computeUndo } from '../../src/engine/undo.ts';
import { computeStepsInTheWay } from '../../src/engine/decide/steps-in-the-way.ts';
import { findTwins } from '../../src/engine/items/find-twins.ts';
import { computeWaits } from '../../src/engine/waits.ts';
import { asId, type ItemId } from '../../src/model/ids.ts';
import { occurrence, makeDevice, ana, step, stepId } from '../support/run-bench.ts';
import {
  add,
  ben,
  callOff,
  campPlan,
  campSteps,
  child,
  close,
  finish,
  mia,
  rename,
  reopen,
  startCamps,
  statuses,
} from '../support/camps.ts';

const atStart = { items: 'start' } as const;

describe('a list that grows', () => {
  it('[J6] keeps what waits for all of it waiting until it is closed', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    expect(statuses(device, 'clash')).toEqual(['created']);
    expect(computeWaits(device.state(), stepId('clash'))).toMatchObject({
      waitingFor: [],
      openLists: ['children'],
    });
    device.do(close);
    const [closing] = device.log().slice(-1);
    expect(device.of('clash')).toMatchObject({ status: 'ready', freedBy: closing?.id, readyAt: closing?.at });
  });

  it('[J6] refuses to go over an open list, and offers nothing that could be completed along', () => {
    const device = startCamps();
    const clash = { kind: 'completeStep', occurrence: occurrence('clash') } as const;
    const error = { type: 'listOpen', step: 'clash', sections: ['children'] };
    expect(device.give(clash)).toEqual({ ok: false, error });
    expect(device.give({ ...clash, occurrence: occurrence('ride') })).toEqual({
      ok: false,
      error: { ...error, step: 'ride' },
    });
    device.do(close);
    expect(computeStepsInTheWay(device.state(), stepId('clash'))).toEqual([
      'ask',
      'choose/mia',
      'choose/ben',
      'register/mia',
      'register/ben',
      'pay/mia',
      'pay/ben',
    ]);
  });

  it('[J6] an item added late joins in, and what had come to its turn waits again', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    device.do(close);
    expect(device.give(add(child('zoe', 'Zoe')))).toEqual({
      ok: false,
      error: { type: 'listClosed', section: 'children' },
    });
    device.do(reopen);
    device.do(add(child('zoe', 'Zoe')));
    device.do(close);
    expect(statuses(device, 'choose/zoe', 'clash')).toEqual(['ready', 'created']);
    finish(device, child('zoe'));
    expect(statuses(device, 'clash')).toEqual(['ready']);
  });

  it('[J6] closed empty there is nothing to do, and what comes after waits for what came before', () => {
    const device = startCamps(campPlan(), []);
    device.do(close);
    expect(statuses(device, 'clash')).toEqual(['created']);
    device.complete('ask');
    expect(statuses(device, 'clash')).toEqual(['ready']);
  });

  it('[J6] keeps the run going while more may come', () => {
    const device = startCamps(campPlan({}, campSteps.slice(0, 4)));
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    expect(device.state().status).toBe('running');
    device.do(close);
    expect(device.state()).toMatchObject({ status: 'finished', finishedAt: device.log().at(-1)?.at });
  });

  it('adds nothing twice, nothing without a name, nothing to a list that does not grow', () => {
    const device = startCamps();
    expect(device.do(add(mia))).toEqual([]);
    expect(device.give(add(child('x', ' ')))).toMatchObject({ error: { type: 'emptyText' } });
    expect(device.give({ ...add(mia), section: 'choice' } as never)).toMatchObject({
      error: { type: 'unknownSection' },
    });
    const fixed = startCamps(campPlan(atStart));
    expect(fixed.give(add(child('zoe')))).toMatchObject({ error: { type: 'listClosed' } });
    expect(fixed.give(reopen)).toMatchObject({ error: { type: 'listClosed' } });
    expect(fixed.do(close)).toEqual([]);
  });
});

describe('two of one name', () => {
  it('[J6] are offered to be one, the one with less done to go, until somebody says they are two', () => {
    const device = startCamps();
    device.complete('ask');
    device.do(add(child('mia2', ' mia ')));
    finish(device, child('mia2'), 'choose');
    const [twins] = findTwins(device.state());
    expect(twins).toMatchObject({ name: 'mia', keep: 'mia2', drop: 'mia' });
    const apart = makeDevice(ana, 'other');
    apart.receive(device);
    apart.do({ kind: 'acknowledgeAlert', alert: twins?.alert ?? '' });
    expect(findTwins(apart.state())).toEqual([]);
    device.do(callOff(mia));
    expect(findTwins(device.state())).toEqual([]);
  });
});

describe('a name', () => {
  it('[I1] is put right on everything of the item, also when it was there from the start, and taken back', () => {
    for (const device of [startCamps(), startCamps(campPlan({ items: 'design', known: [mia, ben] }), [])]) {
      device.complete('ask');
      finish(device, mia, 'choose');
      const command = rename(mia, ' Mila ');
      const undo = computeUndo(command, device.state());
      device.do(command);
      const titles = (): readonly string[] =>
        device.state().steps.flatMap(({ title, inItem }) => (inItem?.item === mia.id ? [title] : []));
      expect(titles()).toEqual(['choose · Mila', 'register · Mila', 'pay · Mila']);
      expect(statuses(device, 'choose/mia', 'register/mia')).toEqual(['completed', 'ready']);
      for (const each of undo) device.do(each);
      expect(titles()[0]).toBe('choose · Mia');
    }
  });

  it('[I1] [K2] is whom a contact of the item goes to, and what is known of that item is filled in', () => {
    const contact = { how: 'text', to: { kind: 'item' }, text: 'Is it {camp}?' } as const;
    const steps = campSteps.map((each) => (each.id === 'register' ? { ...each, contact } : each));
    const device = startCamps(campPlan({}, steps));
    const contacts = (): readonly unknown[] =>
      device.state().steps.flatMap((each) => (each.contact === undefined ? [] : [each.contact]));
    const to = (name: string, item: string): unknown => ({
      how: 'text',
      to: { kind: 'outside', name },
      text: `Is it {camp/${item}}?`,
    });
    expect(contacts()).toEqual([to('Mia', 'mia'), to('Ben', 'ben')]);
    device.do(rename(ben, 'Benno'));
    expect(contacts()).toEqual([to('Mia', 'mia'), to('Benno', 'ben')]);
  });

  it('[I1] is not given to nobody, nor an empty one, and says nothing when it is what it was', () => {
    const device = startCamps();
    expect(device.do(rename(mia, 'Mia '))).toEqual([]);
    expect(device.give(rename(mia, ' '))).toMatchObject({ error: { type: 'emptyText' } });
    expect(device.give(rename(child('x'), 'X'))).toMatchObject({ error: { type: 'unknownItem' } });
  });

  it('[I1] [J6] makes one of two of one name the other, and asks when it makes two of one name', () => {
    const device = startCamps();
    device.do(rename(ben, 'Mia'));
    expect(findTwins(device.state())).toMatchObject([{ name: 'Mia', drop: 'ben' }]);
    device.do(rename(ben, 'Benno'));
    expect(findTwins(device.state())).toEqual([]);
  });
});

describe('what was done to a list', () => {
  it.each([
    ['adding an item', add(child('zoe')), 'pay/zoe terminated'],
    ['closing the list', close, 'clash created'],
    ['calling an item off', callOff(ben), 'choose/ben ready'],
  ] as const)('can be taken back: %s', (_what, command, expected) => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia);
    const undo = computeUndo(command, device.state());
    device.do(command);
    for (const each of undo) device.do(each);
    const [place = '', status] = expected.split(' ');
    expect(statuses(device, place)).toEqual([status]);
    expect(device.state().items[0]?.isOpen).toBe(true);
  });

  it('[E1] waits in the log for the item that it is about', () => {
    const device = startCamps();
    device.complete('ask');
    device.do(add(child('zoe')));
    finish(device, child('zoe'), 'choose');
    const log = device.log();
    const other = makeDevice(ana, 'other');
    const isAdding = (event: (typeof log)[number]): boolean => event.type === 'item.added/1';
    other.write(log.filter((event) => !isAdding(event)));
    expect(other.state().current.has(stepId('choose/zoe'))).toBe(false);
    other.write(log.filter(isAdding));
    expect(statuses(other, 'choose/zoe')).toEqual(['completed']);
  });

  it('gives no id a meaning twice: an item is what it was added as first', () => {
    const device = startCamps(campPlan(), []);
    device.do(add({ id: asId<ItemId>('a'), name: 'First' }));
    expect(device.do(add({ id: asId<ItemId>('a'), name: 'Second' }))).toEqual([]);
    expect(device.state().items[0]?.items.map(({ name }) => name)).toEqual(['First']);
  });
});

describe('a change of the plan', () => {
  it('[C1] [J6] of a step that is done once an item is of all its places, and none of them may be over', () => {
    const device = startCamps();
    const operations = [{ kind: 'setStep', step: stepId('pay'), set: { title: 'Transfer' } }] as const;
    device.do({ kind: 'changePlan', operations });
    device.do(add(child('zoe', 'Zoe')));
    expect(
      device
        .state()
        .steps.filter(({ id }) => id.startsWith('pay'))
        .map(({ title }) => title),
    ).toEqual(['Transfer · Mia', 'Transfer · Ben', 'Transfer · Zoe']);
    device.complete('ask');
    finish(device, mia);
    const again = { kind: 'setStep', step: stepId('pay'), set: { title: 'Pay' } } as const;
    expect(device.give({ kind: 'changePlan', operations: [again] })).toMatchObject({
      error: { type: 'alreadyClosed', step: 'pay' },
    });
    const alone = {
      kind: 'setStep',
      step: stepId('pay/ben'),
      set: { instructions: 'In two parts' },
    } as const;
    device.do({ kind: 'changePlan', operations: [alone] });
    const instructions = (id: string) => device.state().steps.find((each) => each.id === id)?.instructions;
    expect([instructions('pay/ben'), instructions('pay/zoe')]).toEqual(['In two parts', undefined]);
  });

  it('[C3] [C5] [J6] takes a step out of every item, and gathers an edge of a new one', () => {
    const device = startCamps(campPlan({ items: 'start' }));
    device.do({ kind: 'changePlan', operations: [{ kind: 'removeStep', step: stepId('register') }] });
    expect(statuses(device, 'register/mia', 'register/ben')).toEqual(['withdrawn', 'withdrawn']);
    device.do({
      kind: 'changePlan',
      operations: [{ kind: 'addStep', step: step('photo', ['choose']), behind: stepId('clash') }],
    });
    device.complete('ask');
    finish(device, mia, 'choose');
    expect(statuses(device, 'photo', 'pay/mia')).toEqual(['created', 'ready']);
    finish(device, ben, 'choose');
    expect(statuses(device, 'photo')).toEqual(['ready']);
  });
});
