import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/command.ts';
import type { StepDefinition } from '../../src/model/workflow.ts';
import { type Plan, refusalOf, section, startPlan } from '../support/plan-bench.ts';
import { ana, type Device, occurrence, step, stepId } from '../support/run-bench.ts';

/** Draft, then legal and price beside each other, then a judge who may send `draft` and `legal` back twice: three passes. */
function contract(more: Partial<Plan> = {}, draft: Partial<StepDefinition> = {}): Plan {
  return {
    steps: [
      step('draft', [], draft),
      step('legal', ['draft']),
      step('price', ['draft']),
      step('judge', ['legal', 'price'], {
        kind: 'decision',
        outcomes: [
          { id: 'sign', name: 'Sign' },
          { id: 'again', name: 'Again', redo: { section: 'text', atMost: 3 } },
        ],
      }),
      step('sign', [], { after: [{ from: stepId('judge'), outcomes: ['sign'] }] }),
    ],
    sections: [section('text', 'legal', 'draft')],
    ...more,
  };
}

const judge = (outcome: string, iteration: number, note?: string): Command => ({
  kind: 'completeStep',
  occurrence: occurrence('judge', iteration),
  outcome,
  ...(note === undefined ? {} : { note }),
});

function pass(device: Device, iteration: number): void {
  for (const id of ['draft', 'legal']) device.complete(id, iteration);
}

describe('redo [J5]', () => {
  it('[J5] opens the section and its judge again, in an order in which they are done, and nothing else', () => {
    const device = startPlan(contract());
    pass(device, 1);
    device.complete('price');
    const made = device.do(judge('again', 1, 'too long'));
    expect(made.map(({ type, occurrence: of }) => [type, of?.step, of?.iteration])).toEqual([
      ['step.completed/2', 'judge', 1],
      ['step.reopened/1', 'draft', 1],
      ['step.reopened/1', 'legal', 1],
      ['step.reopened/1', 'judge', 1],
    ]);
    expect(made[1]?.data).toEqual({ reason: 'too long' });
    expect(['draft', 'legal', 'price', 'judge', 'sign'].map((id) => device.of(id).status)).toEqual([
      'ready',
      'created',
      'completed',
      'created',
      'created',
    ]);
    expect(device.of('price').validity).toBe('provisional');
  });

  it('[J5] is refused in the last pass that the plan allows; another outcome still goes', () => {
    const device = startPlan(contract());
    device.do({ kind: 'skipStep', occurrence: occurrence('price') });
    for (const iteration of [1, 2]) {
      pass(device, iteration);
      device.do(judge('again', iteration));
    }
    pass(device, 3);
    const limit = { type: 'redoLimit', step: 'judge', section: 'text', atMost: 3 };
    expect(refusalOf(device, judge('again', 3))).toEqual(limit);
    expect(refusalOf(device, { kind: 'redoSection', section: 'text' })).toEqual(limit);
    expect(refusalOf(device, judge('sign', 3))).toBeNull();
    expect(device.of('sign').status).toBe('ready');
  });

  it('[J5] counts what was sent back, not a tick that was taken back', () => {
    const device = startPlan(contract());
    device.do({ kind: 'skipStep', occurrence: occurrence('price') });
    device.complete('draft');
    for (const iteration of [1, 2]) {
      device.complete('legal', iteration);
      device.reopen('legal', iteration);
    }
    device.complete('legal', 3);
    device.do(judge('sign', 1));
    device.do({ kind: 'reopenStep', occurrence: occurrence('judge'), mistaken: true });
    expect(refusalOf(device, judge('again', 2))).toBeNull();
  });

  it('[J5] takes along what the same command completed', () => {
    const device = startPlan(contract());
    device.complete('draft');
    const made = device.do({
      ...judge('again', 1),
      including: [stepId('legal'), stepId('price')],
    } as Command);
    expect(
      made.flatMap(({ type, occurrence: of }) => (type === 'step.reopened/1' ? [of?.step] : [])),
    ).toEqual(['draft', 'legal', 'judge']);
  });

  it('[F3] leaves what cannot be done twice as it is', () => {
    const device = startPlan(contract({}, { irreversible: true, assignee: { kind: 'conductor' } }));
    pass(device, 1);
    device.complete('price');
    device.do(judge('again', 1));
    expect(device.of('draft')).toMatchObject({ status: 'completed', occurrence: { iteration: 1 } });
    expect(device.of('legal')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    expect(refusalOf(device, { kind: 'reopenStep', occurrence: occurrence('draft') })).toEqual({
      type: 'irreversible',
      step: 'draft',
      holder: ana,
    });
  });

  it('[J5] by hand opens what is closed of the section, and says nothing when nothing is', () => {
    const device = startPlan(contract());
    const redo: Command = { kind: 'redoSection', section: 'text', reason: 'new law' };
    expect(device.do(redo)).toEqual([]);
    expect(refusalOf(device, { kind: 'redoSection', section: 'nowhere' })).toEqual({
      type: 'unknownSection',
    });
    pass(device, 1);
    device.complete('price');
    expect(device.do(redo).map((made) => made.occurrence?.step)).toEqual(['draft', 'legal']);
    pass(device, 2);
    device.do(judge('sign', 1));
    expect(device.do(redo).map((made) => made.occurrence?.step)).toEqual(['draft', 'legal', 'judge']);
    expect(device.of('draft')).toMatchObject({ status: 'ready', reason: 'new law' });
  });
});

describe('cancelling [J7]', () => {
  it('[J7] closes a step without opening anything behind it, once', () => {
    const device = startPlan({ steps: [step('a'), step('b', ['a'])] });
    const cancel: Command = { kind: 'cancelStep', occurrence: occurrence('a'), reason: 'no' };
    device.fail('a');
    device.do(cancel);
    expect(device.of('a')).toMatchObject({ status: 'terminated', reason: 'no' });
    expect(device.of('b').status).toBe('withdrawn');
    expect(refusalOf(device, cancel)).toEqual({ type: 'alreadyClosed', step: 'a', status: 'terminated' });
    const gone = { type: 'stepWithdrawn', step: 'b' };
    for (const kind of [
      'cancelStep',
      'skipStep',
      'reopenStep',
      'claimStep',
      'startStep',
      'completeStep',
      'amendStep',
      'pauseStep',
    ] as const)
      expect(refusalOf(device, { kind, occurrence: occurrence('b') })).toEqual(gone);
  });

  it('[J7] of a section closes what is open of it, in order; nothing open, nothing written', () => {
    const device = startPlan(contract());
    device.complete('draft');
    const cancel: Command = { kind: 'cancelSection', section: 'text' };
    expect(device.do(cancel).map(({ type, occurrence: of }) => [type, of?.step])).toEqual([
      ['step.cancelled/1', 'legal'],
    ]);
    expect(device.do(cancel)).toEqual([]);
    expect(refusalOf(device, { kind: 'cancelSection', section: 'nowhere' })).toEqual({
      type: 'unknownSection',
    });
    device.do({ kind: 'cancelRun' });
    expect(refusalOf(device, cancel)).toEqual({ type: 'runEnded' });
  });
});
