import { describe, expect, it } from 'vitest';
import { computeUndo } from '../../src/engine/undo.ts';
import type { Command } from '../../src/model/command.ts';
import type { PatchOperation } from '../../src/model/patch.ts';
import {
  ana,
  type Device,
  makeDevice,
  occurrence,
  startCommand,
  startTwo,
  step,
  stepId,
  tripSteps,
} from '../support/run-bench.ts';
import { expectSamePlain, stateToPlain } from '../support/state-to-plain.ts';

function started(steps = tripSteps): Device {
  const device = makeDevice(ana);
  device.do(startCommand(steps));
  return device;
}

const change = (...operations: readonly PatchOperation[]): Command => ({ kind: 'changePlan', operations });
const edges = (device: Device, id: string) =>
  device
    .state()
    .steps.find((each) => each.id === id)
    ?.after.map(({ from }) => from);
const order = (device: Device) => device.state().steps.map(({ id }) => id);
const insurance = step('insurance', ['flight']);
const addInsurance: PatchOperation = { kind: 'addStep', step: insurance, behind: stepId('flight') };

describe('changing the plan of a running run', () => {
  it('[C1] adds a step where it was put, and those behind it wait for it', () => {
    const device = started();
    device.complete('dates');
    device.complete('flight');
    device.complete('budget');
    expect(device.of('hotel').status).toBe('ready');
    device.do(change(addInsurance, { kind: 'addEdge', to: stepId('hotel'), edge: { from: insurance.id } }));
    expect(order(device)).toEqual(['dates', 'flight', 'insurance', 'budget', 'hotel', 'pack']);
    expect([device.of('insurance').status, device.of('hotel').status]).toEqual(['ready', 'created']);
    device.complete('insurance');
    expect(device.of('hotel').status).toBe('ready');
  });

  it('[C1] sets who, when and what, and takes a field away', () => {
    const device = started();
    device.do(
      change({
        kind: 'setStep',
        step: stepId('flight'),
        set: { assignee: { kind: 'conductor' }, due: { kind: 'date', date: '2026-03-05' } },
      }),
    );
    expect(device.of('flight')).toMatchObject({ holder: ana, dueHasTime: false });
    device.do(change({ kind: 'setStep', step: stepId('flight'), set: { due: null } }));
    expect(device.of('flight').dueAt).toBeNull();
  });

  it('[C1] dates of a step that follow a fact from now on move with it', () => {
    const device = makeDevice(ana);
    const start = startCommand(tripSteps);
    const definition = {
      ...start.workflow.definition,
      facts: [{ id: stepId('day') as never, name: 'Day', kind: 'date' as const }],
    };
    device.do({ ...start, workflow: { ...start.workflow, definition } });
    const due = { kind: 'offset', from: 'day' as never, days: 1 } as const;
    device.do({ kind: 'setStepDue', step: stepId('flight'), due });
    const set = (date: string) =>
      device.do({ kind: 'setFact', fact: 'day' as never, value: { kind: 'date', date } });
    set('2026-03-05');
    const first = device.of('flight').dueAt;
    set('2026-03-07');
    expect([first === null, (device.of('flight').dueAt ?? 0) - (first ?? 0)]).toEqual([
      false,
      2 * 86_400_000,
    ]);
  });

  it('[C5] taking a step out joins those behind it to those before it', () => {
    const device = started();
    device.do(change({ kind: 'removeStep', step: stepId('hotel') }));
    expect(edges(device, 'pack')).toEqual(['flight', 'budget']);
    for (const id of ['dates', 'flight', 'budget', 'pack']) device.complete(id);
    expect(device.state().status).toBe('finished');
    expect(device.of('hotel').withdrawnBecause).toBe('removed');
  });

  it('[C5] a step that began may be taken out, and comes back with what it was', () => {
    const device = started();
    device.complete('dates');
    device.do({ kind: 'startStep', occurrence: occurrence('flight') });
    device.do(change({ kind: 'removeStep', step: stepId('flight') }));
    expect([device.of('flight').status, device.of('hotel').status]).toEqual(['withdrawn', 'created']);
    device.do(change({ kind: 'restoreStep', step: stepId('flight') }));
    expect(device.of('flight').status).toBe('inProgress');
  });

  it('[C1] refuses what is over, what is not there, circles, and a plan that cannot be run', () => {
    const device = started();
    device.complete('dates');
    const refusal = (...operations: readonly PatchOperation[]) => {
      const answer = device.give(change(...operations));
      return answer.ok ? null : answer.error;
    };
    expect(refusal({ kind: 'removeStep', step: stepId('dates') })).toMatchObject({ type: 'alreadyClosed' });
    expect(refusal({ kind: 'setStep', step: stepId('nothing'), set: {} })).toMatchObject({
      type: 'unknownStep',
    });
    expect(refusal({ kind: 'setStep', step: stepId('pack'), set: { title: ' ' } })).toEqual({
      type: 'emptyText',
    });
    expect(refusal({ kind: 'addEdge', to: stepId('flight'), edge: { from: stepId('pack') } })).toMatchObject({
      type: 'invalidWorkflow',
      problems: [{ type: 'cycle' }],
    });
    expect(
      refusal({ kind: 'setStep', step: stepId('pack'), set: { reads: [{ fact: 'x' as never }] } }),
    ).toMatchObject({ type: 'invalidWorkflow', problems: [{ type: 'unknownFact' }] });
  });

  it('[C1] writes nothing when everything is as asked', () => {
    const device = started();
    expect(device.do(change({ kind: 'setStep', step: stepId('pack'), set: { title: 'pack' } }))).toEqual([]);
    expect(device.do(change({ kind: 'moveStep', step: stepId('pack'), behind: stepId('hotel') }))).toEqual(
      [],
    );
  });

  it.each([
    ['a new step', change(addInsurance)],
    ['fields', change({ kind: 'setStep', step: stepId('pack'), set: { title: 'Bags', estimate: 5 } })],
    ['a place', change({ kind: 'moveStep', step: stepId('pack'), behind: null })],
    ['an edge', change({ kind: 'addEdge', to: stepId('pack'), edge: { from: stepId('dates') } })],
    ['an edge that was there', change({ kind: 'removeEdge', to: stepId('hotel'), from: stepId('budget') })],
    ['a removal', change({ kind: 'removeStep', step: stepId('hotel') })],
  ] as const)('[C1] is taken back: %s', (_what, command) => {
    const device = started();
    const before = stateToPlain(device.state());
    const back = computeUndo(command, device.state());
    device.do(command);
    for (const each of back) device.do(each);
    const shown = ({ steps, removed, current }: ReturnType<Device['state']>) => ({
      steps: steps.filter(({ id }) => !removed.has(id)),
      current: [...current.values()]
        .map(({ key, status }) => [key, status])
        .filter(([, status]) => status !== 'withdrawn'),
    });
    void before;
    const again = started();
    expectSamePlain(shown(device.state()), shown(again.state()));
  });
});

describe('due dates that met', () => {
  const dueOn = (date: string): PatchOperation => ({
    kind: 'setStep',
    step: stepId('flight'),
    set: { due: { kind: 'date', date } },
  });
  const rivals = (device: Device) => device.state().planFlags.filter(({ kind }) => kind === 'rivalDue');
  const heldBy = (device: Device) => device.state().steps.find(({ id }) => id === 'flight')?.due;

  function parted() {
    const { a, b, meet } = startTwo();
    a.do(change(dueOn('2026-03-05')));
    b.do({ kind: 'setStepDue', step: stepId('flight'), due: { kind: 'date', date: '2026-03-09' } });
    meet();
    return { a, b, meet };
  }

  it.each([0, 1])('[C7] are settled by whoever keeps one of them, also the one that holds (%i)', (place) => {
    const { a, b, meet } = parted();
    const [flag] = rivals(a);
    expect(rivals(b)).toEqual([flag]);
    if (flag?.kind !== 'rivalDue') throw new Error('nothing is to be chosen');
    expect(flag.sides.map(({ actor }) => actor).toSorted()).toEqual(['ana', 'sam']);
    expect(flag.sides.at(-1)?.due).toEqual(heldBy(a));
    const kept = flag.sides[place]?.due ?? null;
    a.do(change({ kind: 'setStep', step: stepId('flight'), set: { due: kept } }));
    meet();
    expect([rivals(a), rivals(b), heldBy(a), heldBy(b)]).toEqual([[], [], kept, kept]);
  });

  it('[C7] are told anew when both choose, apart and not the same', () => {
    const { a, b, meet } = parted();
    a.do(change(dueOn('2026-03-05')));
    b.do(change(dueOn('2026-03-09')));
    meet();
    expect(rivals(a)).toHaveLength(1);
    expect(rivals(b)).toEqual(rivals(a));
    b.do(change(dueOn('2026-03-20')));
    meet();
    expect([rivals(a), rivals(b)]).toEqual([[], []]);
  });

  it('[C7] saying again what is known, where nothing met, writes nothing', () => {
    const device = started();
    device.do(change(dueOn('2026-03-05')));
    const before = device.log().length;
    device.do(change(dueOn('2026-03-05')));
    expect(device.log()).toHaveLength(before);
  });
});
