import { describe, expect, it } from 'vitest';
import { computeUndo } from '../../src/engine/undo.ts';
import type { Command } from '../../src/model/command.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { section, startPlan, startPlanOnTwo } from '../support/plan-bench.ts';
import {
  type Device,
  leo,
  occurrence,
  sam,
  startCommand,
  startTwo,
  step,
  stepId,
} from '../support/run-bench.ts';

const undo = (device: Device, command: Command): readonly Command[] => {
  const back = computeUndo(command, device.state());
  device.do(command);
  for (const each of back) device.do(each);
  return back;
};

/** Written, and to be judged: it ends there or is written again. */
function startDraftToJudge(): Device {
  const judge = step('judge', ['draft'], {
    kind: 'decision',
    outcomes: [
      { id: 'yes', name: 'Yes', ends: true },
      { id: 'no', name: 'No', redo: { section: 's', atMost: 2 } },
    ],
  });
  const device = startPlan({ steps: [step('draft'), judge], sections: [section('s', 'draft')] });
  device.complete('draft');
  return device;
}

describe('taking back', () => {
  it('reopens what was completed, also the steps that were completed along', () => {
    const { a } = startTwo();
    a.complete('dates');
    undo(a, {
      kind: 'completeStep',
      occurrence: occurrence('hotel'),
      including: [stepId('flight'), stepId('budget')],
    });
    const statuses = ['dates', 'flight', 'budget', 'hotel'].map((id) => a.of(id).status);
    expect(statuses).toEqual(['completed', 'ready', 'ready', 'created']);
  });

  it('returns a step to what it was after each command that can be taken back', () => {
    const { a } = startTwo();
    const dates = occurrence('dates');
    undo(a, { kind: 'failStep', occurrence: dates, reason: 'x' });
    expect(a.of('dates').status).toBe('ready');
    a.do({ kind: 'reassignStep', occurrence: dates, to: sam });
    undo(a, { kind: 'reassignStep', occurrence: dates, to: leo });
    undo(a, { kind: 'claimStep', occurrence: dates });
    expect(a.of('dates').holder).toBe(sam);
    undo(a, { kind: 'releaseStep', occurrence: dates });
    expect(a.of('dates')).toMatchObject({ holder: sam, taken: true });
    undo(a, { kind: 'tickChecklist', occurrence: occurrence('hotel'), item: 'late', ticked: true });
    expect(a.of('hotel').ticked.size).toBe(0);
    const due = { kind: 'date', date: '2026-03-05' } as const;
    a.do({ kind: 'setStepDue', step: stepId('dates'), due });
    undo(a, { kind: 'setStepDue', step: stepId('dates'), due: null });
    expect(a.state().steps[0]?.due).toEqual(due);
    undo(a, { kind: 'changeConductor', conductor: leo });
    expect(a.state().conductor).toBe('ana');
    undo(a, { kind: 'skipStep', occurrence: dates });
    expect(a.of('dates')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    a.complete('dates', 2);
    undo(a, { kind: 'reopenStep', occurrence: occurrence('dates', 2) });
    expect(a.of('dates')).toMatchObject({ status: 'completed', occurrence: { iteration: 3 } });
    a.fail('budget');
    undo(a, { kind: 'retryStep', occurrence: occurrence('budget') });
    expect(a.of('budget')).toMatchObject({ status: 'failed', reason: 'no answer' });
  });

  it('gives a step that nobody had back to nobody', () => {
    const { a } = startTwo([step('x')]);
    undo(a, { kind: 'claimStep', occurrence: occurrence('x') });
    expect(a.of('x')).toMatchObject({ holder: null, taken: false });
    undo(a, { kind: 'reassignStep', occurrence: occurrence('x'), to: leo });
    expect(a.of('x')).toMatchObject({ holder: null, taken: false });
  });

  it('sets facts to what they were, as the word of the step that had said it', () => {
    const device = startPlan({
      steps: [step('book', [], { writes: [factId('hotel')] }), step('tell', ['book'])],
      facts: [fact('hotel'), fact('town')],
      given: { town: text('Porto') },
    });
    undo(device, {
      kind: 'completeStep',
      occurrence: occurrence('book'),
      facts: { [factId('hotel')]: text('Avenida'), [factId('town')]: text('Porto') },
    });
    expect(device.state().facts.get(factId('hotel'))?.value).toBeNull();
    expect(device.of('book')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    device.do({
      kind: 'completeStep',
      occurrence: occurrence('book', 2),
      facts: { [factId('hotel')]: text('Avenida') },
    });
    undo(device, { kind: 'setFact', fact: factId('hotel'), value: text('Baixa') });
    const hotel = device.state().facts.get(factId('hotel'));
    expect(hotel?.value).toEqual(text('Avenida'));
    expect(hotel?.changes.at(-1)?.occurrence?.step).toBe('book');
    expect(
      computeUndo({ kind: 'setFact', fact: factId('town'), value: text('Porto') }, device.state()),
    ).toEqual([]);
  });

  it('pauses and resumes, a step or the run', () => {
    const { a } = startTwo([step('x')]);
    undo(a, { kind: 'pauseStep', occurrence: occurrence('x') });
    expect(a.of('x').status).toBe('ready');
    a.do({ kind: 'pauseStep', occurrence: occurrence('x') });
    undo(a, { kind: 'resumeStep', occurrence: occurrence('x') });
    expect(a.of('x').status).toBe('suspended');
    undo(a, { kind: 'suspendRun' });
    expect(a.state().status).toBe('running');
    a.do({ kind: 'suspendRun' });
    undo(a, { kind: 'resumeRun' });
    expect(a.state().status).toBe('suspended');
  });

  it('waits again, and takes back what an answer told', () => {
    const device = startPlan({ steps: [step('x')], facts: [fact('room')] });
    const x = occurrence('x');
    undo(device, { kind: 'startWaiting', occurrence: x, on: 'the hotel' });
    expect(device.of('x').status).toBe('ready');
    device.do({ kind: 'startWaiting', occurrence: x, on: 'the hotel', person: leo });
    undo(device, { kind: 'endWaiting', occurrence: x });
    expect(device.of('x')).toMatchObject({ status: 'waiting', waitingOn: { on: 'the hotel', person: leo } });
    undo(device, { kind: 'recordReply', occurrence: x, facts: { [factId('room')]: text('12') } });
    expect(device.of('x').status).toBe('waiting');
    expect(device.state().facts.get(factId('room'))?.value).toBeNull();
    undo(device, { kind: 'startWaiting', occurrence: x, on: 'the porter' });
    expect(device.of('x').waitingOn?.on).toBe('the hotel');
  });

  it('[J7] brings cancelled steps and sections back', () => {
    const device = startPlan({ steps: [step('x'), step('y', ['x'])], sections: [section('s', 'x', 'y')] });
    undo(device, { kind: 'cancelStep', occurrence: occurrence('x') });
    expect(device.of('x')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    undo(device, { kind: 'cancelSection', section: 's' });
    expect([device.of('x').status, device.of('y').status]).toEqual(['ready', 'created']);
    device.do({ kind: 'cancelStep', occurrence: occurrence('y', 2), reason: 'no' });
    undo(device, { kind: 'reopenStep', occurrence: occurrence('y', 2) });
    expect(device.of('y')).toMatchObject({ status: 'terminated', reason: 'no' });
  });

  it('[J5] closes a section again that was sent back by hand, with the outcome it had', () => {
    const device = startDraftToJudge();
    device.do({ kind: 'completeStep', occurrence: occurrence('judge'), outcome: 'yes' });
    undo(device, { kind: 'redoSection', section: 's' });
    expect(device.of('draft')).toMatchObject({ status: 'completed', occurrence: { iteration: 2 } });
    expect(device.of('judge')).toMatchObject({ status: 'completed', outcome: 'yes' });
  });

  it('[J5] closes what a judgement had sent back, and the judge is to judge again', () => {
    const device = startDraftToJudge();
    undo(device, { kind: 'completeStep', occurrence: occurrence('judge'), outcome: 'no' });
    expect(device.of('draft')).toMatchObject({ status: 'completed', occurrence: { iteration: 2 } });
    expect(device.of('judge')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
  });

  it('[F3] takes back what cannot be done twice only as a thing that never happened', () => {
    const device = startPlan({ steps: [step('pay', [], { irreversible: true }), step('go', ['pay'])] });
    undo(device, { kind: 'completeStep', occurrence: occurrence('go'), including: [stepId('pay')] });
    expect(device.of('pay')).toMatchObject({ status: 'ready', occurrence: { iteration: 2 } });
    device.complete('pay', 2);
    const again = { kind: 'reopenStep', occurrence: occurrence('pay', 2) } as const;
    expect(device.give(again)).toMatchObject({ error: { type: 'irreversible' } });
    device.do({ ...again, mistaken: true });
    expect(device.of('pay')).toMatchObject({ status: 'ready', occurrence: { iteration: 3 } });
  });

  it('offers nothing where nothing leads back', () => {
    const { a, b, meet } = startPlanOnTwo({ steps: [step('x'), step('y')] });
    a.fail('x');
    b.skip('x');
    meet();
    const x = occurrence('x');
    const keep = a.of('x').conflict[0]?.event;
    if (keep === undefined) throw new Error('there is no conflict');
    const kept: Command[] = [
      startCommand(),
      { kind: 'cancelRun' },
      { kind: 'addNote', occurrence: x, text: 'x' },
      { kind: 'startStep', occurrence: x },
      { kind: 'resolveConflict', occurrence: x, keep },
      { kind: 'recheckStep', occurrence: x },
      { kind: 'amendStep', occurrence: x },
      { kind: 'acknowledgeAlert', alert: 'fact/1' },
      { kind: 'resumeRun' },
      { kind: 'resumeStep', occurrence: x },
      { kind: 'endWaiting', occurrence: x },
      { kind: 'releaseStep', occurrence: x },
      { kind: 'redoSection', section: 's' },
    ];
    expect(kept.flatMap((command) => computeUndo(command, a.state()))).toEqual([]);
  });
});
