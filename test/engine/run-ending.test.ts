import { describe, expect, it } from 'vitest';
import { previewClosing } from '../../src/engine/preview.ts';
import { computeUndo } from '../../src/engine/undo.ts';
import type { Command } from '../../src/model/command.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { refusalOf, section, startPlan } from '../support/plan-bench.ts';
import { ana, type Device, occurrence, step, stepId } from '../support/run-bench.ts';

const of = (id: string, iteration = 1) => ({ occurrence: occurrence(id, iteration) });
const statuses = (device: Device): Readonly<Record<string, string>> =>
  Object.fromEntries([...device.state().current].map(([id, { status }]) => [id, status]));

const car = [step('wash'), step('polish', ['wash']), step('sell', ['polish'])];

describe('calling a run done', () => {
  it('[Q1] withdraws what is open and keeps what is done; the run is finished then', () => {
    const device = startPlan({ steps: car });
    device.complete('wash');
    const [end] = device.do({ kind: 'finishRun', reason: 'sold as it is' });
    expect(statuses(device)).toEqual({ wash: 'completed', polish: 'withdrawn', sell: 'withdrawn' });
    expect(device.of('polish').withdrawnBecause).toBe('runFinished');
    const { status, finishedAt, ending } = device.state();
    expect([status, finishedAt]).toEqual(['finished', end?.at]);
    expect(ending).toMatchObject({ event: end?.id, actor: ana, reason: 'sold as it is', step: null });
    expect(device.do({ kind: 'finishRun' })).toEqual([]);
  });

  it('[Q1] closes what failed, what is disputed and what is to be checked along with the rest', () => {
    const device = startPlan({
      steps: [step('call'), step('book', [], { reads: [{ fact: factId('f') }] }), step('pack', ['call'])],
      facts: [fact('f')],
      given: { f: text('one') },
    });
    device.complete('book');
    device.do({ kind: 'setFact', fact: factId('f'), value: text('two') });
    device.fail('call');
    device.do({ kind: 'finishRun' });
    expect([device.state().status, device.of('call').status, device.of('book').validity]).toEqual([
      'finished',
      'failed',
      'recheck',
    ]);
  });

  it('[Q1] is taken back by taking the run up again, and then everything stands where it stood', () => {
    const device = startPlan({ steps: car });
    device.complete('wash');
    device.do({ kind: 'startStep', ...of('polish') });
    const before = statuses(device);
    const finish: Command = { kind: 'finishRun' };
    const back = computeUndo(finish, device.state());
    device.do(finish);
    expect(refusalOf(device, { kind: 'completeStep', ...of('polish') })?.type).toBe('stepWithdrawn');
    for (const each of back) device.do(each);
    expect([statuses(device), device.state().status, device.state().ending]).toEqual([
      before,
      'running',
      null,
    ]);
    const resume: Command = { kind: 'resumeRun' };
    device.do(finish);
    const again = computeUndo(resume, device.state());
    device.do(resume);
    for (const each of again) device.do(each);
    expect(device.state().status).toBe('finished');
  });

  it('[Q1] is taken back by opening a step, trying it or redoing a section again', () => {
    const start = (): Device => {
      const device = startPlan({ steps: car, sections: [section('s', 'wash', 'polish')] });
      device.complete('wash');
      device.fail('polish');
      device.do({ kind: 'finishRun' });
      return device;
    };
    const commands: readonly Command[] = [
      { kind: 'reopenStep', ...of('wash') },
      { kind: 'retryStep', ...of('polish') },
      { kind: 'redoSection', section: 's' },
    ];
    for (const command of commands) {
      const device = start();
      expect(device.state().status).toBe('finished');
      device.do(command);
      expect([command.kind, device.state().status, device.state().ending]).toEqual([
        command.kind,
        'running',
        null,
      ]);
    }
  });

  it('[Q1] while it is paused: finished, and paused again when that is taken back', () => {
    const device = startPlan({ steps: car });
    device.do({ kind: 'suspendRun' });
    const back = computeUndo({ kind: 'finishRun' }, device.state());
    device.do({ kind: 'finishRun' });
    expect(device.state().status).toBe('finished');
    for (const each of back) device.do(each);
    expect(device.state().status).toBe('suspended');
  });

  it('[Q1] goes on for an undo that is asked for afterwards, and for nothing else', () => {
    const device = startPlan({
      steps: [step('book', [], { undo: { title: 'Cancel it' } }), step('pack', ['book'])],
    });
    device.complete('book');
    device.do({ kind: 'finishRun' });
    device.do({ kind: 'startUndo', ...of('book') });
    expect([device.state().status, device.of('pack').status]).toEqual(['running', 'withdrawn']);
    device.do({ kind: 'recordUndone', ...of('book') });
    expect(device.state().status).toBe('finished');
  });
});

describe('a step that ends the run', () => {
  const signing = [
    step('ask', [], {
      kind: 'decision',
      outcomes: [
        { id: 'yes', name: 'Yes' },
        { id: 'no', name: 'No', endsRun: true },
      ],
    }),
    step('sign', [], { after: [{ from: stepId('ask'), outcomes: ['yes'] }] }),
    step('signed', ['sign'], { kind: 'milestone', endsRun: true }),
    step('remind'),
  ];

  it('[Q1] does so by an outcome, and says before what is not needed then', () => {
    const device = startPlan({ steps: signing });
    expect(
      previewClosing(device.state(), stepId('ask'), { kind: 'complete', outcome: 'no' }).withdrawn,
    ).toEqual(['remind', 'sign', 'signed'].map((id) => expect.stringMatching(id)));
    device.do({ kind: 'completeStep', ...of('ask'), outcome: 'no' });
    expect([device.state().status, device.state().ending?.step]).toEqual(['finished', 'ask']);
    expect(device.of('remind').withdrawnBecause).toBe('runFinished');
  });

  it('[Q1] does so as a milestone; opened again, the run goes on by itself', () => {
    const device = startPlan({ steps: signing });
    device.do({ kind: 'completeStep', ...of('ask'), outcome: 'yes' });
    expect(device.state().ending).toBeNull();
    device.complete('sign');
    device.complete('signed');
    expect([device.state().status, device.of('remind').status]).toEqual(['finished', 'withdrawn']);
    device.reopen('signed');
    expect([device.state().status, device.of('remind').status]).toEqual(['running', 'ready']);
    device.complete('signed', 2);
    expect(device.state().status).toBe('finished');
  });
});
