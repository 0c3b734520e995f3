import { describe, expect, it } from 'vitest';
import { computeUndo } from '../../src/engine/undo.ts';
import { previewClosing } from '../../src/engine/preview.ts';
import type { Command } from '../../src/model/command.ts';
import { validateWorkflow } from '../../src/model/validate-workflow.ts';
import type { StepDefinition, TogetherRule, WorkflowDefinition } from '../../src/model/workflow.ts';
import { campPlan, child, ben, close, finish, mia, startCamps, statuses } from '../support/camps.ts';
import { type Device, plan, startTwo, step, stepId } from '../support/run-bench.ts';

const zoe = child('zoe', 'Zoe');

function part(id: string, steps: readonly string[], together?: TogetherRule) {
  return { id, name: id, steps: steps.map(stepId), ...(together === undefined ? {} : { together }) };
}

const one: TogetherRule = { kind: 'oneAtATime' };
const first: TogetherRule = { kind: 'firstBegun' };

function two(steps: readonly StepDefinition[], ...sections: NonNullable<WorkflowDefinition['sections']>) {
  return startTwo(steps, { sections });
}

const start = (device: Device, id: string): Command => ({
  kind: 'startStep',
  occurrence: device.of(id).occurrence,
});
const overlapping = (device: Device) => device.state().overlaps.map(({ steps }) => steps.join(' '));

describe('one at a time', () => {
  const kitchen = () =>
    two(
      [step('cook'), step('bake'), step('serve', ['cook', 'bake'])],
      part('kitchen', ['cook', 'bake'], one),
    );

  it('[T1] what is under way keeps another from being begun, done, waited for or taken up again', () => {
    const { a } = kitchen();
    a.do(start(a, 'bake'));
    a.do({ kind: 'pauseStep', occurrence: a.of('bake').occurrence });
    a.do(start(a, 'cook'));
    const { occurrence } = a.of('bake');
    const refused = { error: { type: 'underWay', section: 'kitchen', steps: ['cook'] } };
    expect(a.give(start(a, 'bake'))).toMatchObject({ error: { type: 'stepPaused' } });
    expect(a.give({ kind: 'resumeStep', occurrence })).toMatchObject(refused);
    a.complete('cook');
    a.do({ kind: 'resumeStep', occurrence });
    a.complete('bake');
    expect(a.state().overlaps).toEqual([]);
  });

  it('[T1] one command that says both are done is no overlap, and neither is one after the other', () => {
    const { a, b, meet } = kitchen();
    a.do({
      kind: 'completeStep',
      occurrence: a.of('serve').occurrence,
      including: ['cook', 'bake'].map(stepId),
    });
    b.receive(a);
    expect(meet().overlaps).toEqual([]);
  });

  it('[T4] tells of both where neither had heard of the other, whatever the clocks say, and until when they go on', () => {
    const { a, b, meet } = kitchen();
    a.do(start(a, 'cook'), { now: 5_000 });
    b.do(start(b, 'bake'), { now: 1 });
    expect(meet().overlaps).toMatchObject([
      { section: 'kitchen', kind: 'oneAtATime', steps: ['cook', 'bake'] },
    ]);
    a.complete('cook');
    b.receive(a);
    b.complete('bake');
    a.receive(b);
    expect(overlapping(a)).toEqual(['cook bake']);
    a.reopen('bake');
    expect(overlapping(a)).toEqual([]);
  });

  it('[T4] what was done without a word beside the other counts; what was begun after hearing that it was over does not', () => {
    const { a, b, meet } = kitchen();
    a.do(start(a, 'cook'));
    b.complete('bake');
    expect(meet().overlaps).toHaveLength(1);
    const later = kitchen();
    later.a.do(start(later.a, 'cook'));
    later.a.complete('cook');
    later.b.receive(later.a);
    later.b.do(start(later.b, 'bake'));
    expect(later.meet().overlaps).toEqual([]);
  });
});

describe('parts that are kept apart', () => {
  const rooms = () =>
    two(
      [step('sand'), step('paint', ['sand']), step('wire'), step('plaster', ['wire'])],
      part('walls', ['sand', 'paint'], { kind: 'apartFrom', sections: ['power'] }),
      part('power', ['wire', 'plaster']),
    );

  it('[T2] a part is under way from its first step until none of it is open, and keeps the other out', () => {
    const { a } = rooms();
    a.complete('wire');
    expect(a.give(start(a, 'sand'))).toMatchObject({
      error: { type: 'underWay', section: 'walls', steps: ['plaster'] },
    });
    expect(a.give(start(a, 'plaster')).ok).toBe(true);
    a.do({ kind: 'cancelStep', occurrence: a.of('plaster').occurrence });
    expect(a.give(start(a, 'sand')).ok).toBe(true);
    expect(a.state().overlaps).toEqual([]);
  });

  it('[T2] [T4] of two parts the steps begun last are told', () => {
    const { a, b, meet } = rooms();
    a.complete('sand');
    a.do(start(a, 'paint'));
    b.do(start(b, 'wire'));
    expect(meet().overlaps).toMatchObject([{ kind: 'apartFrom', steps: ['paint', 'wire'] }]);
  });
});

describe('the first that is begun', () => {
  const ways = () =>
    two([step('taxi'), step('bus'), step('arrive', ['taxi', 'bus'])], part('way', ['taxi', 'bus'], first));

  it('[T3] withdraws the others, and gives them back when it is let go or opened again', () => {
    const { a } = ways();
    expect(previewClosing(a.state(), stepId('taxi'), { kind: 'complete' }).withdrawn).toEqual(['bus']);
    a.do(start(a, 'taxi'));
    expect(a.of('bus')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'otherChosen' });
    expect(a.give(start(a, 'bus'))).toMatchObject({ error: { type: 'stepWithdrawn' } });
    a.skip('taxi');
    expect(a.of('bus').status).toBe('ready');
    a.reopen('taxi');
    a.complete('bus');
    expect(a.of('taxi').withdrawnBecause).toBe('otherChosen');
    expect(a.of('arrive').status).toBe('ready');
    a.reopen('bus');
    expect(statuses(a, 'taxi', 'bus')).toEqual(['ready', 'ready']);
  });

  it('[T3] a wait is a beginning, and its end takes it back', () => {
    const { a } = ways();
    const { occurrence } = a.of('taxi');
    a.do({ kind: 'startWaiting', occurrence, on: 'the taxi' });
    expect(a.of('bus').status).toBe('withdrawn');
    a.do({ kind: 'endWaiting', occurrence });
    expect(a.of('bus').status).toBe('ready');
  });

  it('[T3] [T4] two begun apart both go on, until one is called off', () => {
    const { a, b, meet } = ways();
    a.do(start(a, 'taxi'));
    b.do(start(b, 'bus'));
    meet();
    expect(statuses(a, 'taxi', 'bus')).toEqual(['inProgress', 'inProgress']);
    expect(overlapping(a)).toEqual(['taxi bus']);
    a.do({ kind: 'cancelStep', occurrence: a.of('taxi').occurrence });
    expect(overlapping(a)).toEqual([]);
    a.complete('bus');
    expect(a.of('arrive').status).toBe('ready');
  });

  it('[T3] each item chooses for itself', () => {
    const { a } = startTwo([step('swim'), step('climb')], {
      sections: [
        { ...part('course', ['swim', 'climb'], first) },
        {
          ...part('children', ['swim', 'climb']),
          perItem: { name: 'child', items: 'design', known: [mia, ben], wait: { kind: 'all' } },
        },
      ],
    });
    a.do(start(a, 'swim/mia'));
    expect(statuses(a, 'climb/mia', 'swim/ben', 'climb/ben')).toEqual(['withdrawn', 'ready', 'ready']);
  });
});

describe('only so long', () => {
  const steps = [
    step('pack'),
    step('ship', ['pack']),
    step('change', [], { until: stepId('ship') }),
    step('file', ['ship', 'change']),
  ];

  it('[T5] it is let go once the other is completed, and back when that is opened again', () => {
    const { a } = startTwo(steps);
    a.complete('pack');
    expect(previewClosing(a.state(), stepId('ship'), { kind: 'complete' }).withdrawn).toEqual(['change']);
    a.complete('ship');
    expect(a.of('change')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'tooLate' });
    expect(a.of('file').status).toBe('ready');
    a.reopen('ship');
    expect(a.of('change').status).toBe('ready');
    a.do({ kind: 'skipStep', occurrence: a.of('ship').occurrence });
    expect(a.of('change').status).toBe('ready');
  });

  it('[T5] [J9] done too late and unheard it stands, and its undo is proposed; done in time it simply stands', () => {
    const { a, b, meet } = startTwo(steps);
    a.complete('pack');
    a.complete('ship');
    b.complete('change');
    meet();
    const order = a.state().history.map(({ occurrence }) => occurrence?.step);
    expect(a.of('change')).toMatchObject({
      status: 'completed',
      surplus: order.indexOf(stepId('change')) > order.indexOf(stepId('ship')),
    });
    const early = startTwo(steps).a;
    early.complete('change');
    early.complete('pack');
    early.complete('ship');
    expect(early.of('change')).toMatchObject({ status: 'completed', surplus: false });
  });
});

describe('enough of a list', () => {
  const wait = { kind: 'count', count: 2, cancelRest: true } as const;

  it('[J6] lets the others go once enough items are done, and gives them back when there are too few again', () => {
    const device = startCamps(campPlan({ items: 'start', wait }), [mia, ben, zoe]);
    device.complete('ask');
    finish(device, mia);
    expect(statuses(device, 'choose/zoe', 'clash')).toEqual(['ready', 'created']);
    expect(previewClosing(device.state(), stepId('pay/ben'), { kind: 'cancel' }).withdrawn).toEqual([]);
    finish(device, ben, 'choose', 'register');
    expect(previewClosing(device.state(), stepId('pay/ben'), { kind: 'complete' }).withdrawn).toEqual([
      'choose/zoe',
      'register/zoe',
      'pay/zoe',
    ]);
    finish(device, ben, 'pay');
    expect(device.of('choose/zoe')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'restCancelled' });
    expect(device.of('clash').status).toBe('ready');
    device.reopen('pay/ben');
    expect(statuses(device, 'choose/zoe')).toEqual(['ready']);
  });

  it('[J7] “enough” closes the list and skips what is open; it can be taken back', () => {
    const device = startCamps(campPlan(), [mia, ben]);
    device.complete('ask');
    finish(device, mia);
    const enough: Command = { kind: 'finishItems', section: 'children', reason: 'full' };
    const undo = computeUndo(enough, device.state());
    device.do(enough);
    expect(statuses(device, 'pay/mia', 'choose/ben', 'pay/ben', 'clash')).toEqual([
      'completed',
      'skipped',
      'skipped',
      'ready',
    ]);
    expect(device.give(enough)).toMatchObject({ ok: true, value: [] });
    for (const command of undo) device.do(command);
    expect(statuses(device, 'choose/ben', 'clash')).toEqual(['ready', 'created']);
    expect(device.state().items[0]?.isOpen).toBe(true);
  });

  it('[J7] a list that is cancelled as a whole grows no more', () => {
    const device = startCamps(campPlan(), [mia]);
    device.do({ kind: 'cancelSection', section: 'children' });
    expect(device.state().items[0]?.isOpen).toBe(false);
    expect(device.give(close)).toMatchObject({ ok: true, value: [] });
  });
});

describe('what cannot be meant', () => {
  const problemsOf = (
    steps: readonly StepDefinition[],
    ...sections: NonNullable<WorkflowDefinition['sections']>
  ) => {
    const valid = validateWorkflow(plan(steps, { sections }));
    return valid.ok ? [] : valid.error.problems.map(({ type }) => type);
  };

  it('[T2] [T3] [T5] parts that share or enclose each other, options in an order, a limit on the way', () => {
    const line = [step('a'), step('b', ['a']), step('c', ['b'])];
    const apart = (from: string): TogetherRule => ({ kind: 'apartFrom', sections: [from] });
    expect(problemsOf(line, part('x', ['a', 'c'], apart('y')), part('y', ['b']))).toEqual(['badApart']);
    expect(problemsOf(line, part('x', ['a'], apart('x')))).toEqual(['badApart']);
    expect(problemsOf(line, part('x', ['a'], apart('nowhere')))).toEqual(['badApart']);
    expect(problemsOf(line, part('x', ['a', 'b'], apart('y')), part('y', ['b']))).toEqual(['badApart']);
    expect(problemsOf(line, part('x', ['a'], apart('y')), part('y', ['b', 'c']))).toEqual([]);
    expect(problemsOf(line, part('x', ['a', 'c'], first))).toEqual(['badChoice']);
    expect(problemsOf(line, part('x', ['a'], first))).toEqual(['badChoice']);
    const limited = (until: string) => [
      step('a'),
      step('b', ['a'], { until: stepId(until) }),
      step('c', ['b']),
      step('d'),
    ];
    expect(['a', 'b', 'c', 'd', 'nowhere'].map((until) => problemsOf(limited(until)).join())).toEqual([
      'badUntil',
      'badUntil',
      'badUntil',
      '',
      'badUntil',
    ]);
  });
});
