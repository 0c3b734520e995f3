import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import type { Command } from '../../src/model/command.ts';
import { asId } from '../../src/model/ids.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { planCommand, refusalOf, startPlan, startPlanOnTwo } from '../support/plan-bench.ts';
import { ana, makeDevice, occurrence, sam, step } from '../support/run-bench.ts';

const set = (of: string, value: FactValue | null, at?: string): Command => ({
  kind: 'setFact',
  fact: factId(of),
  value,
  ...(at === undefined ? {} : { occurrence: occurrence(at) }),
});

const facts = [
  fact('note'),
  fact('where', 'place'),
  fact('site', 'link'),
  fact('paper', 'file'),
  fact('cost', 'money'),
  fact('seat', 'choice', { options: [{ id: 'aisle', name: 'Aisle' }] }),
  fact('host', 'person'),
  fact('day', 'date'),
  fact('eve', 'date', { derived: { from: factId('day'), days: -1 } }),
];

describe('setting a fact', () => {
  const device = startPlan({ steps: [step('x')], facts });

  it.each<[string, Command, object]>([
    ['of another kind', set('day', text('Monday')), { type: 'wrongFactKind', fact: 'day' }],
    [
      'not an option',
      set('seat', { kind: 'choice', choice: 'roof' }),
      { type: 'wrongFactKind', fact: 'seat' },
    ],
    [
      'not a web address',
      set('site', { kind: 'link', url: 'javascript:alert(1)' }),
      { type: 'wrongFactKind', fact: 'site' },
    ],
    [
      'an address of a file',
      set('site', { kind: 'link', url: 'file:///etc' }),
      { type: 'wrongFactKind', fact: 'site' },
    ],
    ['not known', set('nothing', text('x')), { type: 'unknownFact' }],
    [
      'one that follows another',
      set('eve', { kind: 'date', date: '2026-03-01' }),
      { type: 'derivedFact', fact: 'eve', from: 'day' },
    ],
    ['a stranger', set('host', { kind: 'person', person: asId('nobody') }), { type: 'unknownPerson' }],
    ['no day', set('day', { kind: 'date', date: '2026-02-30' }), { type: 'unreadableInput' }],
    ['at a step that is not there', set('note', text('x'), 'y'), { type: 'unknownStep', step: 'y' }],
  ])('refuses %s', (_name, command, refusal) => {
    expect(refusalOf(device, command)).toEqual(refusal);
  });

  it('writes what changes, without blanks around it, and nothing else', () => {
    const written = (command: Command): unknown => device.do(command).map(({ data }) => data);
    expect(written(set('note', text(' late ')))).toEqual([{ fact: 'note', value: text('late') }]);
    expect(written(set('note', text('late')))).toEqual([]);
    expect(written(set('where', { kind: 'place', place: ' ' }))).toEqual([]);
    expect(written(set('note', text('')))).toEqual([{ fact: 'note', value: null }]);
    expect(written(set('paper', { kind: 'file', name: 'visa.pdf' }))).toHaveLength(1);
    expect(written(set('paper', { kind: 'file', name: '' }))).toEqual([{ fact: 'paper', value: null }]);
    const site = { kind: 'link', url: 'https://example.org/a?b#c' } as const;
    expect(written(set('site', site))).toEqual([{ fact: 'site', value: site }]);
    expect(written(set('site', { kind: 'link', url: '' }))).toEqual([{ fact: 'site', value: null }]);
    expect(written(set('host', { kind: 'person', person: sam }))).toHaveLength(1);
    expect(written(set('seat', { kind: 'choice', choice: 'aisle' }))).toHaveLength(1);
    expect(device.do(set('note', text('x'), 'x'))[0]?.occurrence).toEqual(occurrence('x'));
  });

  it('[F6] settles a dispute, also with the value that is shown', () => {
    const { a, b, meet } = startPlanOnTwo({ steps: [step('x')], facts });
    a.do(set('note', text('one')));
    b.do(set('note', text('two')));
    meet();
    const shown = a.state().facts.get(factId('note'));
    expect(shown?.rivals).toHaveLength(2);
    expect(a.do(set('note', shown?.value ?? null))).toHaveLength(1);
    expect(a.state().facts.get(factId('note'))?.rivals).toEqual([]);
  });

  it('is possible in a run that is finished or suspended, and not in a cancelled one', () => {
    const own = startPlan({ steps: [step('x')], facts });
    own.do({ kind: 'suspendRun' });
    expect(refusalOf(own, set('note', text('a')))).toBeNull();
    own.do({ kind: 'resumeRun' });
    own.complete('x');
    expect(refusalOf(own, set('note', text('b')))).toBeNull();
    const other = startPlan({ steps: [step('x')], facts });
    other.do({ kind: 'cancelRun' });
    expect(refusalOf(other, set('note', text('b')))).toEqual({ type: 'runEnded' });
    expect(refusalOf(makeDevice(ana), set('note', text('b')))).toEqual({ type: 'runNotStarted' });
  });
});

describe('checking again', () => {
  const plan = {
    steps: [
      step('flight', [], { writes: [factId('day')] }),
      step('hotel', ['flight'], { reads: [{ fact: factId('day') }], irreversible: true }),
    ],
    facts,
  };
  const day = (date: string): FactValue => ({ kind: 'date', date });

  function booked() {
    const device = startPlan(plan);
    device.do({
      kind: 'completeStep',
      occurrence: occurrence('flight'),
      facts: { [factId('day')]: day('2026-03-01') },
    });
    device.complete('hotel');
    return device;
  }

  it('[F2] "still right" is said of a step that asks for it, with what the facts are now', () => {
    const device = booked();
    const recheck: Command = { kind: 'recheckStep', occurrence: occurrence('hotel'), note: 'called' };
    expect(refusalOf(device, recheck)).toEqual({ type: 'nothingToCheck', step: 'hotel' });
    device.do(set('day', day('2026-03-02')));
    expect(device.of('hotel').validity).toBe('recheck');
    const made = device.do(recheck);
    expect(made.map(({ type, data }) => [type, data])).toEqual([
      ['step.rechecked/1', { reads: { day: day('2026-03-02') }, note: 'called' }],
    ]);
    expect(device.of('hotel').validity).toBe('fresh');
    expect(refusalOf(device, recheck)).toEqual({ type: 'nothingToCheck', step: 'hotel' });
  });

  it('[F3] what cannot be done twice is amended, facts first', () => {
    const device = booked();
    const amend: Command = {
      kind: 'amendStep',
      occurrence: occurrence('hotel'),
      note: 'moved it',
      facts: { [factId('day')]: day('2026-03-05') },
    };
    const made = device.do(amend);
    expect(made.map(({ type, data }) => [type, data])).toEqual([
      ['fact.set/1', { fact: 'day', value: day('2026-03-05') }],
      ['step.rechecked/1', { reads: { day: day('2026-03-05') }, amended: true, note: 'moved it' }],
    ]);
    expect(device.of('hotel').validity).toBe('fresh');
    device.reopen('flight');
    expect(refusalOf(device, { ...amend, occurrence: occurrence('flight', 2) })).toEqual({
      type: 'notClosed',
      step: 'flight',
    });
    device.do({ kind: 'skipStep', occurrence: occurrence('flight', 2) });
    expect(refusalOf(device, { ...amend, occurrence: occurrence('flight', 2) })).toEqual({
      type: 'alreadyClosed',
      step: 'flight',
      status: 'skipped',
    });
  });
});

describe('facts at the start', () => {
  const start = (given: Readonly<Record<string, FactValue>>, alreadyDone: readonly string[] = []): Command =>
    planCommand({
      steps: [
        step('x', [], { reads: [{ fact: factId('eve') }] }),
        step('d', [], {
          kind: 'decision',
          outcomes: [
            { id: 'a', name: 'A', ends: true },
            { id: 'b', name: 'B', ends: true },
          ],
        }),
      ],
      facts,
      given,
      alreadyDone,
    });

  it.each<[string, Command, object]>([
    ['of another kind', start({ day: text('Monday') }), { type: 'wrongFactKind', fact: 'day' }],
    ['not known', start({ nothing: text('x') }), { type: 'unknownFact' }],
    [
      'derived',
      start({ eve: { kind: 'date', date: '2026-03-01' } }),
      { type: 'derivedFact', fact: 'eve', from: 'day' },
    ],
  ])('refuses %s', (_name, command, refusal) => {
    expect(refusalOf(makeDevice(ana), command)).toEqual(refusal);
  });

  it('come with decisions that were taken before, each ended so that things go on', () => {
    const made = makeDevice(ana).do(start({}, ['d']));
    expect(made.at(-1)).toMatchObject({ type: 'step.completed/2', data: { outcome: 'a' } });
  });

  it('[F1] are what the steps done before rest on; blank ones are left out', () => {
    const made = makeDevice(ana).do(
      start({ day: { kind: 'date', date: '2026-03-01' }, note: text(' ') }, ['x']),
    );
    const [started] = made;
    if (started?.type !== 'run.started/2') throw new Error('the start comes first');
    expect(started.data.facts).toEqual({ day: { kind: 'date', date: '2026-03-01' } });
    expect(made[2]?.data).toEqual({ reads: { eve: { kind: 'date', date: '2026-02-28' } } });
  });
});
