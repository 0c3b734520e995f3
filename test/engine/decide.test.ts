import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../src/engine/refusal.ts';
import type { Command } from '../../src/model/command.ts';
import { asId, type EventId, type PersonId } from '../../src/model/ids.ts';
import { refusalOf } from '../support/plan-bench.ts';
import {
  ana,
  leo,
  makeDevice,
  occurrence,
  sam,
  startCommand,
  startTwo,
  step,
  stepId,
} from '../support/run-bench.ts';

const stranger = asId<PersonId>('nobody');

describe('starting a run', () => {
  it('writes a chain: started, context, then what was already done in an order that can be', () => {
    const device = makeDevice(ana);
    const made = device.do(startCommand(undefined, { alreadyDone: [stepId('flight'), stepId('dates')] }), {
      commandId: 'c',
    });
    expect(made.map(({ id, type, parents }) => [id, type, parents])).toEqual([
      ['c.0', 'run.started/2', []],
      ['c.1', 'run.contextSet/1', ['c.0']],
      ['c.2', 'step.completed/2', ['c.1']],
      ['c.3', 'step.completed/2', ['c.2']],
    ]);
    expect(made.slice(2).map((one) => one.occurrence?.step)).toEqual(['dates', 'flight']);
  });

  it.each<[string, Command, Refusal]>([
    [
      '[J5] a cycle',
      startCommand([step('a', ['b']), step('b', ['a'])]),
      { type: 'invalidWorkflow', problems: [{ type: 'cycle', steps: [stepId('a'), stepId('b')] }] },
    ],
    ['no steps', startCommand([]), { type: 'invalidWorkflow', problems: [{ type: 'noSteps' }] }],
    [
      'an edge from nowhere',
      startCommand([step('a', ['z'])]),
      {
        type: 'invalidWorkflow',
        problems: [{ type: 'unknownStep', step: stepId('a'), missing: stepId('z') }],
      },
    ],
    [
      'a step twice',
      startCommand([step('a'), step('a')]),
      { type: 'invalidWorkflow', problems: [{ type: 'duplicateStep', step: stepId('a') }] },
    ],
    ['a stranger as conductor', startCommand(undefined, { conductor: stranger }), { type: 'unknownPerson' }],
    [
      'a stranger in a part',
      startCommand(undefined, { parts: { traveller: stranger } }),
      { type: 'unknownPerson' },
    ],
    [
      'an unknown step as done',
      startCommand(undefined, { alreadyDone: [stepId('z')] }),
      { type: 'unknownStep', step: stepId('z') },
    ],
  ])('refuses %s', (_name, command, refusal) => {
    expect(refusalOf(makeDevice(ana), command)).toEqual(refusal);
  });
});

describe('refusals', () => {
  it('name all steps in the way, and completing them along is done in order', () => {
    const { a } = startTwo();
    a.complete('dates');
    const all = [stepId('flight'), stepId('budget'), stepId('hotel')];
    expect(refusalOf(a, { kind: 'completeStep', occurrence: occurrence('pack') })).toEqual({
      type: 'stepsInTheWay',
      step: 'pack',
      steps: all,
    });
    expect(
      refusalOf(a, { kind: 'completeStep', occurrence: occurrence('pack'), including: all.slice(1) })?.type,
    ).toBe('stepsInTheWay');
    const made = a.do({
      kind: 'completeStep',
      occurrence: occurrence('pack'),
      including: [...all].reverse(),
    });
    expect(made.map((one) => one.occurrence?.step)).toEqual([...all, 'pack']);
    expect(a.state().status).toBe('finished');
  });

  it('name the failed step that blocks', () => {
    const { a } = startTwo();
    a.complete('dates');
    a.fail('flight');
    const blocked = { type: 'blocked', step: 'hotel', by: ['flight'] };
    expect(refusalOf(a, { kind: 'completeStep', occurrence: occurrence('hotel') })).toEqual(blocked);
    expect(refusalOf(a, { kind: 'startStep', occurrence: occurrence('hotel') })).toEqual(blocked);
  });

  it('say what does not fit the state', () => {
    const { a } = startTwo();
    const dates = occurrence('dates');
    expect(refusalOf(a, { kind: 'reopenStep', occurrence: dates })).toEqual({
      type: 'notClosed',
      step: 'dates',
    });
    expect(refusalOf(a, { kind: 'retryStep', occurrence: dates })).toEqual({
      type: 'notFailed',
      step: 'dates',
    });
    expect(refusalOf(a, { kind: 'resolveConflict', occurrence: dates, keep: asId<EventId>('x') })).toEqual({
      type: 'noConflict',
      step: 'dates',
    });
    expect(refusalOf(a, { kind: 'startStep', occurrence: occurrence('pack') })?.type).toBe('stepsInTheWay');
    expect(refusalOf(a, { kind: 'failStep', occurrence: occurrence('pack'), reason: '' })?.type).toBe(
      'stepsInTheWay',
    );
    expect(refusalOf(a, { kind: 'addNote', occurrence: dates, text: '  ' })).toEqual({ type: 'emptyText' });
    expect(refusalOf(a, { kind: 'tickChecklist', occurrence: dates, item: 'no', ticked: true })).toEqual({
      type: 'unknownChecklistItem',
    });
    expect(refusalOf(a, { kind: 'reassignStep', occurrence: dates, to: stranger })).toEqual({
      type: 'unknownPerson',
    });
    expect(refusalOf(a, { kind: 'changeConductor', conductor: stranger })).toEqual({ type: 'unknownPerson' });
    expect(refusalOf(a, { kind: 'skipStep', occurrence: occurrence('z') })).toEqual({
      type: 'unknownStep',
      step: 'z',
    });
    expect(refusalOf(a, { kind: 'setStepDue', step: stepId('z'), due: null })).toEqual({
      type: 'unknownStep',
      step: 'z',
    });
    a.complete('dates');
    expect(refusalOf(a, { kind: 'skipStep', occurrence: dates })).toEqual({
      type: 'alreadyClosed',
      step: 'dates',
      status: 'completed',
    });
    expect(refusalOf(a, { kind: 'claimStep', occurrence: dates })?.type).toBe('alreadyClosed');
    a.reopen('dates');
    expect(refusalOf(a, { kind: 'completeStep', occurrence: dates })).toEqual({
      type: 'notCurrent',
      step: 'dates',
    });
  });

  it('say that the run is not there yet, or over', () => {
    const device = makeDevice(ana);
    expect(refusalOf(device, { kind: 'cancelRun' })).toEqual({ type: 'runNotStarted' });
    expect(refusalOf(device, { kind: 'skipStep', occurrence: occurrence('dates') })).toEqual({
      type: 'runNotStarted',
    });
    device.do(startCommand());
    device.do({ kind: 'cancelRun' });
    expect(refusalOf(device, { kind: 'completeStep', occurrence: occurrence('dates') })).toEqual({
      type: 'runEnded',
    });
    expect(refusalOf(device, { kind: 'cancelRun' })).toEqual({ type: 'runEnded' });
    expect(refusalOf(device, { kind: 'addNote', occurrence: occurrence('dates'), text: 'why' })).toBeNull();
  });
});

describe('deciding', () => {
  it('[E4] lets anybody act on a step that another holds', () => {
    const { a, b } = startTwo();
    a.complete('dates');
    b.receive(a);
    expect(a.of('flight').holder).toBe(sam);
    a.complete('flight');
    expect(a.of('flight').closedBy).toEqual([ana]);
  });

  it('writes nothing when all is already as asked', () => {
    const { a } = startTwo();
    const dates = occurrence('dates');
    a.do({ kind: 'claimStep', occurrence: dates });
    const again: Command[] = [
      { kind: 'claimStep', occurrence: dates },
      { kind: 'reassignStep', occurrence: dates, to: ana },
      { kind: 'changeConductor', conductor: ana },
      { kind: 'setStepDue', step: stepId('dates'), due: null },
      { kind: 'tickChecklist', occurrence: occurrence('hotel'), item: 'late', ticked: false },
    ];
    expect(again.flatMap((command) => a.do(command))).toEqual([]);
  });

  it('lets a stuck step be skipped, completed or handed on', () => {
    const { a } = startTwo([step('x'), step('y')]);
    a.fail('x');
    a.do({ kind: 'reassignStep', occurrence: occurrence('x'), to: leo });
    a.skip('x');
    a.fail('y');
    a.complete('y');
    expect([a.of('x').status, a.of('x').overruled, a.of('y').status]).toEqual(['skipped', [], 'completed']);
  });
});
