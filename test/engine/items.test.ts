import { describe, expect, it } from 'vitest';
import { previewClosing } from '../../src/engine/preview.ts';
import { computeWaits } from '../../src/engine/waits.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import { asId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { text } from '../support/fact-values.ts';
import {
  ana,
  type Device,
  event,
  makeDevice,
  occurrence,
  plan,
  startPlan,
  step,
  stepId,
} from '../support/run-bench.ts';
import {
  add,
  ben,
  callOff,
  campPlan,
  campSteps,
  child,
  children,
  close,
  finish,
  mia,
  startCamps,
  statuses,
} from '../support/camps.ts';

const atStart = { items: 'start' } as const;
const key = (place: string, iteration = 1): string => occurrenceKey(occurrence(place, iteration));

describe('a section done once for each of several', () => {
  it('[J6] stands in the plan once an item, under the name of each, where its first step stood', () => {
    const device = startCamps(campPlan(atStart));
    expect(device.state().steps.map(({ title }) => title)).toEqual([
      'ask',
      'choose · Mia',
      'register · Mia',
      'pay · Mia',
      'choose · Ben',
      'register · Ben',
      'pay · Ben',
      'clash',
      'ride',
    ]);
    expect(device.of('pay/mia').key).toBe('pay/mia/1');
    expect(device.of('pay/mia').occurrence).toEqual({ step: 'pay', items: ['mia'], iteration: 1 });
    expect(device.of('ask').key).toBe('ask//1');
  });

  it('[J6] edges into it fan out, edges inside stay within an item, edges out of it wait for all', () => {
    const device = startCamps(campPlan(atStart));
    device.complete('ask');
    expect(statuses(device, 'choose/mia', 'choose/ben', 'register/mia')).toEqual([
      'ready',
      'ready',
      'created',
    ]);
    finish(device, mia);
    expect(statuses(device, 'pay/mia', 'choose/ben', 'clash')).toEqual(['completed', 'ready', 'created']);
    finish(device, ben);
    expect(device.of('clash')).toMatchObject({ status: 'ready', freedBy: device.log().at(-1)?.id });
  });

  it('[J6] waits for two of three, and for all where there are fewer than it asks for', () => {
    const wait = { kind: 'count', count: 2 } as const;
    const device = startCamps(campPlan({ ...atStart, wait }), [mia, ben, child('zoe')]);
    device.complete('ask');
    finish(device, mia);
    expect(statuses(device, 'clash')).toEqual(['created']);
    finish(device, child('zoe'));
    expect(statuses(device, 'clash', 'choose/ben')).toEqual(['ready', 'ready']);
    const alone = startCamps(campPlan({ ...atStart, wait }), [mia]);
    alone.complete('ask');
    finish(alone, mia);
    expect(statuses(alone, 'clash')).toEqual(['ready']);
  });

  it('[J6] counts a step of an item and what stands in for it once, live as soon as either is', () => {
    const wait = { kind: 'count', count: 2 } as const;
    const steps = [
      step('choose'),
      step('pay', [], { fallbackOf: stepId('choose') }),
      step('clash', ['choose', 'pay']),
    ];
    const sections = [{ ...children({ ...atStart, wait }), steps: ['choose', 'pay'].map(stepId) }];
    const started = (): Device => startCamps(plan(steps, { sections }), [mia, ben, child('zoe')]);
    const both = started();
    both.complete('pay/mia');
    both.complete('choose/mia');
    expect(statuses(both, 'clash')).toEqual(['created']);
    expect(both.give({ kind: 'completeStep', occurrence: occurrence('clash') })).toMatchObject({
      error: { type: 'stepsInTheWay', steps: ['choose/ben', 'choose/zoe'] },
    });
    expect(previewClosing(both.state(), stepId('choose/ben'), { kind: 'complete' })).toMatchObject({
      ready: ['clash'],
    });
    both.complete('choose/ben');
    expect(both.of('clash')).toMatchObject({ status: 'ready', freedBy: both.log().at(-1)?.id });
    const mixed = started();
    mixed.complete('pay/zoe');
    mixed.complete('choose/mia');
    expect(statuses(mixed, 'clash')).toEqual(['ready']);
    mixed.reopen('choose/mia');
    expect(statuses(mixed, 'clash')).toEqual(['created']);
  });

  it('[J6] waits for none: what comes after may begin as soon as the section may', () => {
    const device = startCamps(campPlan({ wait: { kind: 'none' } }));
    expect(statuses(device, 'clash')).toEqual(['created']);
    device.complete('ask');
    expect(statuses(device, 'clash', 'choose/mia')).toEqual(['ready', 'ready']);
    expect(device.state().items[0]?.isOpen).toBe(true);
  });

  it('[J1] [J6] a dead path through it is dead behind it, also while its list is open and empty', () => {
    const steps = [
      step('ask', [], {
        kind: 'decision',
        outcomes: [
          { id: 'yes', name: 'Yes' },
          { id: 'no', name: 'No', ends: true },
        ],
      }),
      ...campSteps
        .slice(1)
        .map((each) =>
          each.id === 'choose' ? { ...each, after: [{ from: stepId('ask'), outcomes: ['yes'] }] } : each,
        ),
    ];
    for (const items of [[], [mia, ben]]) {
      const device = startCamps(campPlan({}, steps), items);
      device.do({ kind: 'completeStep', occurrence: occurrence('ask'), outcome: 'no' });
      expect(statuses(device, 'clash', 'ride')).toEqual(['withdrawn', 'withdrawn']);
      if (items.length > 0) expect(statuses(device, 'pay/mia')).toEqual(['withdrawn']);
    }
  });

  it('[J1] [J6] a failure of one item blocks what waits for all', () => {
    const device = startCamps(campPlan(atStart));
    device.complete('ask');
    finish(device, mia);
    device.do({ kind: 'failStep', occurrence: occurrence('choose/ben'), reason: 'ill' });
    expect(device.of('register/ben').blocked).toBe(true);
    device.do({ kind: 'skipStep', occurrence: occurrence('choose/ben') });
    device.do({ kind: 'completeStep', occurrence: occurrence('register/ben'), outcome: 'in' });
    device.do({ kind: 'failStep', occurrence: occurrence('pay/ben'), reason: 'card' });
    expect(device.of('clash')).toMatchObject({ status: 'created', blocked: true });
    expect(computeWaits(device.state(), stepId('clash')).blockedBy).toEqual(['pay/ben']);
  });

  it('[J2] [J6] counts as one edge for a join that counts', () => {
    const steps = [
      ...campSteps.slice(0, 4),
      step('letter'),
      step('clash', ['pay', 'letter'], { join: { kind: 'count', count: 2 } }),
    ];
    const device = startCamps(campPlan(atStart, steps));
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    expect(statuses(device, 'clash')).toEqual(['created']);
    device.complete('letter');
    expect(statuses(device, 'clash')).toEqual(['ready']);
  });

  it('[J6] needs to know at the start for whom, where it says so', () => {
    const device = makeDevice(ana);
    const refused = device.give(startPlan(campPlan(atStart), { items: { children: [child('x', '  ')] } }));
    expect(refused).toEqual({ ok: false, error: { type: 'itemsNeeded', section: 'children' } });
    const known = startCamps(campPlan({ items: 'design', known: [mia] }), []);
    expect(known.state().items[0]?.items.map(({ name }) => name)).toEqual(['Mia']);
  });

  it('takes a step that was done before the start as done for every item', () => {
    const device = makeDevice(ana);
    device.do(
      startPlan(campPlan(atStart), {
        items: { children: [mia, ben] },
        alreadyDone: ['ask', 'choose'].map(stepId),
      }),
    );
    expect(statuses(device, 'choose/mia', 'choose/ben', 'register/mia')).toEqual([
      'completed',
      'completed',
      'ready',
    ]);
  });
});

describe('one item alone', () => {
  it('[J7] is cancelled as a whole: what was done stays, the others go on, and nobody waits for it', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, mia, 'choose');
    device.do(callOff(mia));
    expect(statuses(device, 'choose/mia', 'register/mia', 'pay/mia', 'choose/ben')).toEqual([
      'completed',
      'terminated',
      'terminated',
      'ready',
    ]);
    finish(device, ben);
    device.do(close);
    expect(statuses(device, 'clash')).toEqual(['ready']);
    expect(device.give(callOff(child('nobody')))).toMatchObject({ error: { type: 'unknownItem' } });
  });

  it('[J7] what waits for all items is not wanted when all of them are called off', () => {
    const device = startCamps(campPlan(atStart));
    device.do(callOff(mia));
    device.do(callOff(ben));
    expect(statuses(device, 'clash')).toEqual(['withdrawn']);
  });

  it('[J5] [J6] is sent back alone: the next pass is its own', () => {
    const device = startCamps();
    device.complete('ask');
    finish(device, ben, 'choose');
    finish(device, mia, 'choose');
    const full = { kind: 'completeStep', occurrence: occurrence('register/mia'), outcome: 'full' } as const;
    expect(
      previewClosing(device.state(), stepId('register/mia'), { kind: 'complete', outcome: 'full' }).redone,
    ).toEqual(['choose/mia', 'register/mia']);
    device.do(full);
    expect(device.state().occurrences.get(key('choose/mia', 2) as never)?.status).toBe('ready');
    expect(statuses(device, 'register/mia', 'choose/ben', 'register/ben')).toEqual([
      'created',
      'completed',
      'ready',
    ]);
    expect(device.of('choose/ben').occurrence.iteration).toBe(1);
  });

  it('[J5] [J6] a section sent back from outside of its items is done again for each of them', () => {
    const again = [
      { id: 'fine', name: 'Fine' },
      { id: 'again', name: 'Again', redo: { section: 'choice', atMost: 2 } },
    ];
    const steps = campSteps.map((each) =>
      each.id === 'clash' ? { ...each, kind: 'decision' as const, outcomes: again } : each,
    );
    const device = startCamps(campPlan(atStart, steps));
    device.complete('ask');
    finish(device, mia);
    finish(device, ben);
    device.do({ kind: 'completeStep', occurrence: occurrence('clash'), outcome: 'again' });
    expect(statuses(device, 'choose/mia', 'choose/ben', 'register/ben')).toEqual([
      'ready',
      'ready',
      'created',
    ]);
    expect(device.of('clash').occurrence.iteration).toBe(2);
  });

  it('[F1] [J6] knows its own facts: another child’s asks nobody, and who reads all is asked for each', () => {
    const device = startCamps(campPlan(atStart));
    expect([...device.state().facts.values()].map(({ definition }) => definition.name)).toEqual([
      'camp · Mia',
      'camp · Ben',
    ]);
    device.complete('ask');
    const chosen = (item: string, name: string) =>
      device.do({ kind: 'setFact', fact: asId(`camp/${item}`), value: text(name) });
    chosen('mia', 'Sailing');
    finish(device, mia);
    finish(device, ben);
    device.complete('clash');
    chosen('ben', 'Chess');
    const recheck = (place: string): string => device.of(place).validity;
    expect(['register/mia', 'register/ben', 'clash'].map(recheck)).toEqual(['fresh', 'recheck', 'recheck']);
  });

  it('may have another due date than the others', () => {
    const device = startCamps();
    const due = { kind: 'date', date: '2026-03-29' } as const;
    const set = { due: { kind: 'date', date: '2026-03-20' } } as const;
    const operations = [{ kind: 'setStep', step: stepId('pay'), set }] as const;
    device.write([event('z-patch', 'run.patched/2', { operations }, device.state().heads)]);
    device.do({ kind: 'setStepDue', step: stepId('pay/mia'), due });
    const day = (place: string): number => new Date(device.of(place).dueAt ?? 0).getUTCDate();
    expect([day('pay/mia'), day('pay/ben')]).toEqual([29, 20]);
    device.do(add(child('zoe')));
    expect([day('pay/mia'), day('pay/zoe')]).toEqual([29, 20]);
  });

  it('[C1] a change of one item alone can be taken back', () => {
    const device = startCamps();
    const set = { due: { kind: 'date', date: '2026-03-20' } } as const;
    const change = {
      kind: 'changePlan',
      operations: [{ kind: 'setStep', step: stepId('pay/mia'), set }],
    } as const;
    const was = device.of('pay/mia').dueAt;
    const back = computeUndo(change, device.state());
    device.do(change);
    expect(device.of('pay/mia').dueAt).not.toBe(was);
    for (const each of back) device.do(each);
    expect(device.of('pay/mia').dueAt).toBe(was);
    expect(back).toHaveLength(1);
  });

  it('[J4] completing over steps of its own takes those of its own along and no others', () => {
    const device = startCamps(
      campPlan(
        atStart,
        campSteps.map((each) =>
          each.id === 'register'
            ? step('register', ['choose'], { reads: [] })
            : each.id === 'pay'
              ? step('pay', ['register'])
              : each,
        ),
      ),
    );
    const pay = { kind: 'completeStep', occurrence: occurrence('pay/mia') } as const;
    const inTheWay = ['ask', 'choose/mia', 'register/mia'].map(stepId);
    expect(device.give(pay)).toMatchObject({ error: { type: 'stepsInTheWay', steps: inTheWay } });
    device.do({ ...pay, including: inTheWay });
    expect(statuses(device, ...inTheWay, 'choose/ben')).toEqual([
      'completed',
      'completed',
      'completed',
      'ready',
    ]);
  });
});
