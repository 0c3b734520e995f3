import { describe, expect, it } from 'vitest';
import type { FactDefinition, FactValue } from '../../src/model/fact.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import { edge, handLog } from '../support/hand-log.ts';
import { ana, sam, step } from '../support/run-bench.ts';

const id = (text: string): FactId => asId<FactId>(text);
const day = (date: string): FactValue => ({ kind: 'date', date });
const facts: readonly FactDefinition[] = [
  { id: id('arrival'), name: 'Arrival', kind: 'date' },
  { id: id('departure'), name: 'Departure', kind: 'date', derived: { from: id('arrival'), days: 2 } },
  { id: id('guests'), name: 'Guests', kind: 'number' },
];
const reading = (fact: string, more: object = {}) => ({ reads: [{ fact: id(fact), ...more }] });

function trip(values: Readonly<Record<string, FactValue>> = { arrival: day('2026-05-04') }) {
  const log = handLog(
    [
      step('plan'),
      step('hotel', ['plan'], reading('departure')),
      step('taxi', ['hotel']),
      step('menu', ['plan'], { reads: [{ fact: id('guests') }] }),
      step('visa', ['plan'], {
        onlyIf: { fact: id('guests'), is: 'above', value: { kind: 'number', number: 3 } },
      }),
    ],
    facts,
    values,
  );
  const set = (fact: string, value: FactValue | null, telling = {}, at: string | null = null) =>
    log.tell('fact.set/1', at, { fact: id(fact), value }, telling);
  const done = (name: string, reads: Readonly<Record<string, FactValue | null>> = {}, pass = 1) =>
    log.tell('step.completed/2', name, { reads }, { pass });
  return { log, set, done };
}
const guests = (number: number): FactValue => ({ kind: 'number', number });

describe('what a step needs to know', () => {
  it('[F5] holds it up while it is missing, and only once its turn has come', () => {
    const { log, set, done } = trip();
    expect(log.of('menu')).toMatchObject({ status: 'created', missingFacts: [] });
    done('plan');
    expect(log.of('menu')).toMatchObject({ status: 'created', missingFacts: ['guests'] });
    set('guests', guests(2));
    expect(log.of('menu')).toMatchObject({ status: 'ready', missingFacts: [] });
    log.tell('step.started/1', 'menu', {});
    set('guests', null);
    expect(log.of('menu')).toMatchObject({ status: 'inProgress', missingFacts: [] });
  });

  it('[F5] a condition that fails withdraws the step, also when it was begun; one that holds again brings it back', () => {
    const { log, set, done } = trip();
    done('plan');
    expect(log.of('visa')).toMatchObject({ status: 'created', missingFacts: ['guests'] });
    set('guests', guests(4));
    expect(log.of('visa').status).toBe('ready');
    log.tell('step.started/1', 'visa', {});
    set('guests', guests(3));
    expect(log.of('visa')).toMatchObject({ status: 'withdrawn', withdrawnBecause: 'condition' });
    set('guests', guests(5));
    expect(log.of('visa').status).toBe('inProgress');
  });

  it('[F6] rival values of what feeds a condition make its readers wait until somebody picks one', () => {
    const { log, set, done } = trip();
    const plan = done('plan');
    set('guests', guests(4), { saw: [plan], by: ana });
    set('guests', guests(5), { saw: [plan], by: sam });
    expect(log.of('menu')).toMatchObject({ status: 'created', disputedFacts: ['guests'] });
    expect(log.of('visa')).toMatchObject({ status: 'created', disputedFacts: ['guests'] });
    set('guests', guests(4));
    expect([log.of('menu').status, log.of('visa').status]).toEqual(['ready', 'ready']);
  });
});

describe('what rests on a fact', () => {
  it('[F1] asks its direct readers to check, makes what follows provisional, and changing it back clears both', () => {
    const { log, set, done } = trip();
    done('plan');
    done('hotel', { departure: day('2026-05-06') });
    done('taxi');
    set('arrival', day('2026-05-05'));
    expect(log.of('hotel')).toMatchObject({
      validity: 'recheck',
      staleReads: [{ was: day('2026-05-06'), now: day('2026-05-07') }],
    });
    expect([log.of('taxi').validity, log.of('plan').validity]).toEqual(['provisional', 'fresh']);
    set('arrival', day('2026-05-04'));
    expect([log.of('hotel').validity, log.of('taxi').validity]).toEqual(['fresh', 'fresh']);
  });

  it('[F2] "still right" rests on what was looked at then, and stops there', () => {
    const { log, set, done } = trip();
    done('plan');
    done('hotel', { departure: day('2026-05-06') });
    done('taxi');
    set('arrival', day('2026-05-05'));
    log.tell('step.rechecked/1', 'hotel', { reads: { departure: day('2026-05-07') }, note: 'still fine' });
    expect([log.of('hotel').validity, log.of('taxi').validity]).toEqual(['fresh', 'fresh']);
    expect(log.of('hotel').notes.map(({ text }) => text)).toEqual(['still fine']);
    set('arrival', day('2026-05-04'));
    expect(log.of('hotel').validity).toBe('recheck');
  });

  it('[F2] a check that had not seen the completion is none of it', () => {
    const { log, set, done } = trip();
    const plan = done('plan');
    done('hotel', { departure: day('2026-05-06') });
    log.tell('step.rechecked/1', 'hotel', { reads: { departure: day('2026-05-01') } }, { saw: [plan] });
    expect(log.of('hotel').validity).toBe('fresh');
    set('arrival', day('2026-04-29'));
    expect(log.of('hotel').validity).toBe('recheck');
  });

  it('[F1] a completion that recorded nothing never asks; a run with something to check is not finished', () => {
    const { log, set, done } = trip({ arrival: day('2026-05-04'), guests: guests(1) });
    for (const name of ['plan', 'hotel', 'taxi']) log.complete(name);
    done('menu', { guests: guests(1) });
    expect([log.state().status, log.of('visa').status]).toEqual(['finished', 'withdrawn']);
    set('arrival', day('2026-06-01'));
    expect(log.state().status).toBe('finished');
    set('guests', guests(2));
    expect([log.of('menu').validity, log.state().status]).toEqual(['recheck', 'running']);
  });

  it('[J8] what reads the result of a step that is being done again is provisional until that is done', () => {
    const { log, set, done } = trip();
    done('plan');
    set('guests', guests(5), {}, 'plan');
    done('menu', { guests: guests(5) });
    expect(log.of('menu').validity).toBe('fresh');
    log.tell('step.reopened/1', 'plan', {});
    expect(log.of('menu').validity).toBe('provisional');
    done('plan', {}, 2);
    expect(log.of('menu').validity).toBe('fresh');
  });

  it('two steps that read what the other wrote do not keep each other unsure', () => {
    const log = handLog(
      [
        step('first'),
        step('x', ['first'], reading('arrival', { tolerance: 5, optional: true })),
        step('y', ['first'], reading('guests', { tolerance: 5, optional: true })),
      ],
      facts,
    );
    log.complete('first');
    log.tell('fact.set/1', 'x', { fact: id('guests'), value: guests(1) });
    log.tell('fact.set/1', 'y', { fact: id('arrival'), value: day('2026-05-04') });
    log.tell('step.completed/2', 'x', { reads: { arrival: day('2026-05-04') } });
    log.tell('step.completed/2', 'y', { reads: { guests: guests(1) } });
    log.tell('step.reopened/1', 'first', {});
    expect([log.of('x').validity, log.of('y').validity]).toEqual(['provisional', 'provisional']);
    log.complete('first', undefined, { pass: 2 });
    expect([log.of('x').validity, log.of('y').validity]).toEqual(['fresh', 'fresh']);
    expect(log.state().occurrences.get(log.of('x').key)).toEqual(log.of('x'));
  });
});

describe('[J8] a redo', () => {
  it('lets go on what was begun, and says that it runs ahead', () => {
    const log = handLog([step('x'), step('y', ['x']), step('z', [], { after: [edge('y')] })]);
    log.complete('x');
    log.tell('step.started/1', 'y', {});
    log.tell('step.reopened/1', 'x', {});
    expect(log.of('y')).toMatchObject({ status: 'inProgress', ahead: true });
    log.complete('y');
    expect(log.of('y')).toMatchObject({ status: 'completed', ahead: false, validity: 'provisional' });
    expect(log.of('z').status).toBe('ready');
    log.complete('x', undefined, { pass: 2 });
    expect(log.of('y').validity).toBe('fresh');
  });
});
