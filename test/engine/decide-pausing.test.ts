import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/command.ts';
import { asId } from '../../src/model/ids.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { refusalOf, startPlan } from '../support/plan-bench.ts';
import { ana, leo, occurrence, step } from '../support/run-bench.ts';

const x = occurrence('x');
const plan = { steps: [step('x'), step('y', ['x']), step('w', [], { kind: 'wait' })], facts: [fact('room')] };

describe('waiting on somebody outside', () => {
  it('begins with whom or what, on a step whose turn it is', () => {
    const device = startPlan(plan);
    const wait: Command = { kind: 'startWaiting', occurrence: x, on: 'the hotel' };
    expect(refusalOf(device, { ...wait, on: ' ' })).toEqual({ type: 'emptyText' });
    expect(refusalOf(device, { ...wait, person: asId('nobody') })).toEqual({ type: 'unknownPerson' });
    expect(refusalOf(device, { ...wait, occurrence: occurrence('y') })).toEqual({
      type: 'stepsInTheWay',
      step: 'y',
      steps: ['x'],
    });
    device.do(wait);
    expect(device.of('x')).toMatchObject({ status: 'waiting', waitingOn: { on: 'the hotel', person: null } });
    expect(device.do(wait)).toEqual([]);
    device.do({ ...wait, person: leo });
    expect(device.of('x').waitingOn?.person).toBe(leo);
    device.complete('x');
    expect(refusalOf(device, wait)).toEqual({ type: 'alreadyClosed', step: 'x', status: 'completed' });
  });

  it('ends with an answer, whose facts come first, or without one', () => {
    const device = startPlan(plan);
    const reply: Command = {
      kind: 'recordReply',
      occurrence: x,
      text: 'yes',
      facts: { [factId('room')]: text('12') },
    };
    const end: Command = { kind: 'endWaiting', occurrence: x };
    for (const command of [reply, end])
      expect(refusalOf(device, command)).toEqual({ type: 'notWaiting', step: 'x' });
    device.do({ kind: 'startWaiting', occurrence: x, on: 'the hotel' });
    const made = device.do(reply);
    expect(made.map(({ type }) => type)).toEqual(['fact.set/1', 'reply.received/1']);
    expect(made[0]?.occurrence).toEqual(x);
    expect(device.of('x').status).toBe('ready');
    device.do({ kind: 'startWaiting', occurrence: x, on: 'the hotel' });
    device.do(end);
    expect(device.of('x').status).toBe('ready');
    const wrong: Command = { ...reply, occurrence: occurrence('w'), facts: { [factId('hall')]: text('1') } };
    expect(refusalOf(device, wrong)).toEqual({ type: 'unknownFact' });
    // A step that is there to wait does so without a word.
    expect(refusalOf(device, { kind: 'recordReply', occurrence: occurrence('w') })).toBeNull();
  });
});

describe('pausing', () => {
  it('keeps a step from being started or completed, and resuming lets it', () => {
    const device = startPlan(plan);
    const pause: Command = { kind: 'pauseStep', occurrence: x, reason: 'later' };
    expect(refusalOf(device, { ...pause, occurrence: occurrence('y') })?.type).toBe('stepsInTheWay');
    device.do(pause);
    expect(device.of('x').status).toBe('suspended');
    expect(device.do(pause)).toEqual([]);
    const paused = { type: 'stepPaused', step: 'x' };
    for (const kind of ['startStep', 'completeStep'] as const)
      expect(refusalOf(device, { kind, occurrence: x })).toEqual(paused);
    expect(refusalOf(device, { kind: 'failStep', occurrence: x, reason: 'no' })).toEqual(paused);
    expect(refusalOf(device, { kind: 'startWaiting', occurrence: x, on: 'Leo' })).toEqual(paused);
    const along: Command = { kind: 'completeStep', occurrence: occurrence('y'), including: [x.step] };
    expect(refusalOf(device, along)).toEqual(paused);
    device.do({ kind: 'resumeStep', occurrence: x });
    expect(device.do({ kind: 'resumeStep', occurrence: x })).toEqual([]);
    expect(refusalOf(device, { kind: 'completeStep', occurrence: x })).toBeNull();
    expect(refusalOf(device, pause)).toEqual({ type: 'alreadyClosed', step: 'x', status: 'completed' });
  });

  it('[X6] of the run refuses what would move steps on, and nothing else', () => {
    const device = startPlan({
      ...plan,
      steps: [...plan.steps, step('z', [], { checklist: [{ id: 'i', text: 'I' }] })],
    });
    device.fail('w');
    device.do({ kind: 'suspendRun', reason: 'holiday' });
    expect(device.state().status).toBe('suspended');
    expect(device.do({ kind: 'suspendRun' })).toEqual([]);
    const moving: Command[] = [
      { kind: 'completeStep', occurrence: x },
      { kind: 'startStep', occurrence: x },
      { kind: 'failStep', occurrence: x, reason: 'no' },
      { kind: 'retryStep', occurrence: occurrence('w') },
      { kind: 'skipStep', occurrence: x },
      { kind: 'reopenStep', occurrence: occurrence('w') },
      { kind: 'pauseStep', occurrence: x },
      { kind: 'resumeStep', occurrence: x },
      { kind: 'startWaiting', occurrence: x, on: 'Leo' },
      { kind: 'endWaiting', occurrence: x },
      { kind: 'recordReply', occurrence: x },
    ];
    for (const command of moving) expect(refusalOf(device, command)).toEqual({ type: 'runSuspended' });
    const z = occurrence('z');
    const allowed: Command[] = [
      { kind: 'addNote', occurrence: z, text: 'x' },
      { kind: 'tickChecklist', occurrence: z, item: 'i', ticked: true },
      { kind: 'setFact', fact: factId('room'), value: text('1') },
      { kind: 'claimStep', occurrence: z },
      { kind: 'reassignStep', occurrence: z, to: leo },
      { kind: 'releaseStep', occurrence: z },
      { kind: 'setStepDue', step: z.step, due: { kind: 'date', date: '2026-03-01' } },
      { kind: 'changeConductor', conductor: leo },
      { kind: 'acknowledgeAlert', alert: 'fact/1' },
      { kind: 'cancelStep', occurrence: z },
      { kind: 'resumeRun' },
    ];
    for (const command of allowed)
      expect([command.kind, refusalOf(device, command)]).toEqual([command.kind, null]);
    expect(device.do({ kind: 'resumeRun' })).toEqual([]);
    device.do({ kind: 'cancelRun' });
    for (const kind of ['suspendRun', 'resumeRun'] as const)
      expect(refusalOf(device, { kind })).toEqual({ type: 'runEnded' });
  });
});

describe('having a step, having read', () => {
  it('is given back only by whom it was taken', () => {
    const device = startPlan(plan);
    const release: Command = { kind: 'releaseStep', occurrence: x };
    expect(device.do(release)).toEqual([]);
    device.do({ kind: 'claimStep', occurrence: x });
    expect(device.of('x')).toMatchObject({ holder: ana, taken: true });
    expect(device.do(release).map(({ type }) => type)).toEqual(['step.released/1']);
    expect(device.of('x')).toMatchObject({ holder: null, taken: false });
    device.complete('x');
    expect(refusalOf(device, release)?.type).toBe('alreadyClosed');
  });

  it('[E4] is written once for a person, whoever of two speaks', () => {
    const device = startPlan(plan);
    const read: Command = { kind: 'acknowledgeAlert', alert: 'fact/1' };
    expect(device.do(read)).toHaveLength(1);
    expect(device.do(read)).toEqual([]);
    expect(device.do(read, { onBehalfOf: leo })).toHaveLength(1);
    expect(device.do(read, { onBehalfOf: leo })).toEqual([]);
    device.do({ kind: 'cancelRun' });
    expect(device.do({ ...read, alert: 'fact/2' })).toHaveLength(1);
  });
});
