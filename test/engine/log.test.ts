import { describe, expect, it } from 'vitest';
import { createCausality } from '../../src/engine/causality.ts';
import { createRunFold, foldRun } from '../../src/engine/fold-run.ts';
import { decodeLogEntry, isDamaged } from '../../src/model/decode-event.ts';
import type { EventId, RunId } from '../../src/model/ids.ts';
import type { LogEvent } from '../../src/model/event.ts';
import { asId } from '../../src/model/ids.ts';
import type { Command } from '../../src/model/command.ts';
import {
  ana,
  context,
  event,
  leo,
  makeDevice,
  occurrence,
  run,
  startCommand,
  startTwo,
  step,
} from '../support/run-bench.ts';

const id = (text: string): EventId => asId<EventId>(text);

function decoded(entry: unknown): LogEvent {
  const made = decodeLogEntry(entry);
  if (isDamaged(made)) throw new Error(made.reason);
  return made;
}

describe('the log is a set', () => {
  it('[E1] adding what is already there changes nothing, not even the state object', () => {
    const { a } = startTwo();
    const fold = createRunFold(run);
    fold.add(a.log());
    const before = fold.state;
    expect(fold.add(a.log())).toEqual([]);
    expect(fold.add(structuredClone(a.log()))).toEqual([]);
    expect(fold.state).toBe(before);
  });

  it('[E1] a command given twice under one id writes its events once', () => {
    const device = makeDevice(ana);
    const author = { commandId: 'same' };
    device.do(startCommand(), author);
    device.fold.add(device.log());
    expect(device.state().history).toHaveLength(2);
    expect(device.give(startCommand(), author)).toEqual({ ok: false, error: { type: 'runAlreadyStarted' } });
  });

  it('[E7] of two contents under one id the lowest canonical JSON wins in either order, the other is kept', () => {
    const { a } = startTwo();
    const [low, high] = ['a', 'b'].map((text) =>
      event('x', 'note.added/1', { text }, a.state().heads, { occurrence: occurrence('dates') }),
    ) as [LogEvent, LogEvent];
    for (const order of [
      [low, high],
      [high, low],
    ]) {
      const fold = createRunFold(run);
      fold.add(a.log());
      for (const one of order) fold.add([one]);
      expect(fold.state.aside).toEqual([high]);
      expect(fold.state.current.get(step('dates').id)?.notes.map(({ text }) => text)).toEqual(['a']);
    }
  });

  it('[E7] a rival that takes the place of run.started takes the run away, and says what went', () => {
    const { a } = startTwo([step('call')]);
    const start = a.log()[0] as LogEvent;
    const rival = event(start.id, 'run.cancelled/1', {}, [], { actor: '!' as typeof ana });
    const fold = createRunFold(run);
    fold.add(a.log());
    expect(fold.add([rival])).toEqual(['call//1']);
    expect(fold.state).toEqual(foldRun(run, [rival, ...a.log()]));
    expect([fold.state.status, fold.state.aside]).toEqual(['notStarted', [start]]);
  });

  it('a change of the run reaches every step that it concerns, bit by bit as at once', () => {
    const due = { kind: 'offset', from: 'runStart', days: 1, time: '09:00' } as const;
    const { a } = startTwo([step('x', [], { due }), step('y', ['x'], { assignee: { kind: 'conductor' } })]);
    const commands: readonly Command[] = [
      { kind: 'setContext', context: { ...context, zone: 'Asia/Tokyo' } },
      { kind: 'setStepDue', step: step('x').id, due: { ...due, days: 3 } },
      { kind: 'changeConductor', conductor: leo },
      { kind: 'cancelRun' },
    ];
    for (const command of commands) {
      const before = new Map(a.state().occurrences);
      a.do(command);
      expect(a.state()).toEqual(foldRun(run, a.log()));
      expect(a.state().occurrences).not.toEqual(before);
    }
  });

  it('keeps events of another run aside', () => {
    const { a } = startTwo();
    const foreign = event('y', 'run.cancelled/1', {}, [], { run: asId<RunId>('run-2') });
    const state = foldRun(run, [...a.log(), foreign]);
    expect([state.status, state.aside]).toEqual(['running', [foreign]]);
  });

  it('of two starts the earlier in total order holds, the other is kept aside', () => {
    const [a, b] = [makeDevice(ana, 'aa'), makeDevice(ana, 'bb')];
    a.do(startCommand(undefined, { title: 'From A' }), { commandId: 'a' });
    b.do(startCommand(undefined, { title: 'From B' }), { commandId: 'b' });
    b.complete('dates');
    a.receive(b);
    expect([a.state().title, a.of('dates').status]).toEqual(['From A', 'completed']);
    expect(a.state().aside.map((one) => one.id)).toEqual(['b.0']);
    expect(a.state().history.some((one) => one.id === 'b.0')).toBe(false);
  });

  it('holds what arrives before run.started until that is there', () => {
    const { a } = startTwo();
    a.complete('dates');
    const [started, ...rest] = a.log();
    const fold = createRunFold(run);
    fold.add(rest);
    expect([fold.state.status, fold.state.history.length]).toEqual(['notStarted', rest.length]);
    fold.add([started as LogEvent]);
    expect(fold.state).toEqual(a.state());
  });

  it('folds an event whose parents are missing with what is known', () => {
    const { a } = startTwo();
    const done = event('late', 'step.completed/2', {}, ['never-seen'], { occurrence: occurrence('dates') });
    expect(foldRun(run, [...a.log(), done]).current.get(step('dates').id)?.status).toBe('completed');
  });

  it('talk about an iteration that is not open yet waits for the reopening', () => {
    const { a } = startTwo();
    a.complete('dates');
    const reopening = a.reopen('dates');
    a.do({ kind: 'startStep', occurrence: occurrence('dates', 2) });
    const state = foldRun(
      run,
      a.log().filter((one) => one.id !== reopening.id),
    );
    expect(state.current.get(step('dates').id)).toMatchObject({
      status: 'completed',
      occurrence: { iteration: 1 },
    });
    expect(state.occurrences.size).toBe(a.state().occurrences.size);
  });
});

describe('causality', () => {
  it('an event of a newer version keeps causality: what saw it also saw what it saw', () => {
    const { a } = startTwo([step('call')]);
    const failure = a.fail('call');
    const newer = decoded({
      ...event('n', 'step.skipped/1', {}, [failure.id]),
      type: 'step.failed/9',
      data: 7,
    });
    const done = event('d', 'step.completed/2', {}, ['n'], { occurrence: occurrence('call') });
    const state = foldRun(run, [...a.log(), newer, done]);
    expect(state.current.get(step('call').id)).toMatchObject({ status: 'completed', overruled: [] });
    expect([state.opaque, state.heads]).toEqual([[newer], ['d']]);
  });

  it('[E8] a second tab of one device opens a lane of its own and its verdicts are rivals', () => {
    const causality = createCausality();
    const note = (name: string, parents: string[]) =>
      event(name, 'note.added/1', { text: name }, parents, { occurrence: occurrence('s') });
    causality.add([note('1', []), note('2', ['1']), note('3', ['1'])]);
    expect(causality.laneCount()).toBe(2);
    expect([
      causality.saw(id('2'), id('1')),
      causality.saw(id('3'), id('2')),
      causality.saw(id('2'), id('3')),
    ]).toEqual([true, false, false]);
    causality.add([note('4', ['2', '3'])]);
    expect(causality.laneCount()).toBe(2);
    expect([causality.saw(id('4'), id('3')), causality.heads()]).toEqual([true, ['4']]);
  });

  it('[E5] verdict heads are per occurrence: work elsewhere that saw both sides settles nothing', () => {
    const { a, b, meet } = startTwo([step('call'), step('other')]);
    a.fail('call');
    b.skip('call');
    meet();
    a.complete('other');
    expect(a.of('call').status).toBe('held');
  });

  it('survives parents that close a cycle, the same in every order', () => {
    const { a } = startTwo();
    const knot = [
      ['p', 'q'],
      ['q', 'p'],
      ['a', 'q'],
      ['self', 'self'],
      ['b', 'a'],
    ].map(([name = '', parent = '']) =>
      event(name, 'note.added/1', { text: name }, [parent], { occurrence: occurrence('dates') }),
    );
    const expected = foldRun(run, [...a.log(), ...knot]);
    expect(expected.history).toHaveLength(a.log().length + knot.length);
    for (const order of [
      [...knot],
      [...knot].reverse(),
      [knot[4], knot[2], knot[0], knot[3], knot[1]] as LogEvent[],
    ]) {
      const fold = createRunFold(run);
      for (const one of [...order, ...a.log()]) fold.add([one]);
      expect(fold.state).toEqual(expected);
    }
  });

  it('an event costs what it affects: its step and those it frees, in a run of 300 steps', () => {
    const steps = Array.from({ length: 300 }, (_, index) =>
      step(`s${index}`, index === 0 ? [] : [`s${(index - 1) >> 1}`], {
        due: { kind: 'offset', from: 'runStart', days: index % 9 },
      }),
    );
    const { a } = startTwo(steps);
    for (const { id } of steps.slice(0, 101)) a.complete(id);
    const fold = createRunFold(a.state().run);
    const [, , ...later] = a.log();
    fold.add(a.log().slice(0, 2));
    // Each step frees two others at the most.
    for (const event of later) expect(fold.add([event]).length).toBeLessThanOrEqual(3);
    expect(fold.state).toEqual(a.state());
  });
});
