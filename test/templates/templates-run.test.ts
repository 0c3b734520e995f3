import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/model/command.ts';
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type FactId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { businessTrip } from '../../src/templates/business-trip.ts';
import { date, instant } from '../support/fact-values.ts';
import { ana, context, type Device, makeDevice, occurrence } from '../support/run-bench.ts';

const day = date('2026-03-23');
const at = (time: string): FactValue => instant(`2026-03-22T${time}:00Z`, 'Europe/Lisbon');

function start(definition: WorkflowDefinition, facts: Readonly<Record<string, FactValue>>): Device {
  const device = makeDevice(ana);
  device.do({
    kind: 'startRun',
    title: definition.title,
    workflow: { number: 1, hash: '00', definition },
    conductor: ana,
    parts: Object.fromEntries(definition.parts.map(({ id }) => [id, ana])),
    facts,
    context,
    alreadyDone: [],
  });
  return device;
}

interface Ending {
  readonly outcome?: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
}

function complete(id: string, ending: Ending = {}, iteration = 1): Command {
  return { kind: 'completeStep', occurrence: occurrence(id, iteration), ...ending };
}

function set(device: Device, fact: string, value: FactValue): void {
  device.do({ kind: 'setFact', fact: asId<FactId>(fact), value });
}

const approved = { outcome: 'approved' };

describe('the business trip, run', () => {
  function booked(): Device {
    const device = start(businessTrip, { meeting: day });
    device.do(complete('confirm-times', { facts: { 'meeting-end': at('17:00') } }));
    device.do(complete('book-flights', { facts: { arrival: at('14:00') } }));
    device.do(complete('approve-budget', approved));
    device.do(complete('reserve-hotel'));
    device.do(complete('check-in-time', { facts: { 'check-in': at('15:00') } }));
    device.do(complete('airport-transfer'));
    device.do(complete('board-dinner'));
    return device;
  }
  const unsure = (device: Device): readonly string[] =>
    [...device.state().current.values()]
      .filter(({ validity }) => validity !== 'fresh')
      .map(({ occurrence: { step }, validity }) => `${step} ${validity}`);

  it('[F1] when the hotel changes its check-in, the transfer must move and the dinner must not', () => {
    const device = booked();
    set(device, 'check-in', at('17:30'));
    expect(unsure(device)).toEqual(['airport-transfer recheck']);
    set(device, 'check-in', at('15:00'));
    expect(unsure(device)).toEqual([]);
  });

  it('[F1] a flight that lands ten minutes later moves nothing, half an hour later the transfer', () => {
    const device = booked();
    set(device, 'arrival', at('14:10'));
    expect(unsure(device)).toEqual([]);
    set(device, 'arrival', at('14:40'));
    expect(unsure(device)).toEqual(['airport-transfer recheck']);
  });

  it('[F5] comes to its end by taps alone, but for the landing, without which there is no transfer', () => {
    const device = start(businessTrip, { meeting: day });
    const tap = (id: string, facts: Readonly<Record<string, FactValue>> = {}): void => {
      const { outcomes } = businessTrip.steps.find((step) => step.id === id) ?? {};
      device.do(complete(id, { facts, ...(outcomes === undefined ? {} : approved) }));
    };
    for (const id of ['confirm-times', 'book-flights', 'approve-budget', 'reserve-hotel', 'check-in-time'])
      tap(id);
    expect(device.of('airport-transfer').missingFacts).toEqual(['arrival']);
    expect(device.of('board-dinner').missingFacts).toEqual([]);
    tap('airport-transfer', { arrival: at('14:00') });
    for (const id of ['board-dinner', 'send-itinerary', 'pack', 'expenses']) tap(id);
    // Whoever reserved the hotel did not know the day of the landing yet.
    expect(unsure(device)[0]).toBe('reserve-hotel recheck');
    device.do({ kind: 'recheckStep', occurrence: occurrence('reserve-hotel') });
    expect(device.state().status).toBe('finished');
  });

  it('[J5] a budget that is too much is looked at again, but not for ever', () => {
    const device = start(businessTrip, { meeting: day });
    device.complete('confirm-times');
    device.do(complete('approve-budget', { outcome: 'too-much' }));
    expect(device.of('approve-budget')).toMatchObject({ occurrence: { iteration: 2 }, status: 'ready' });
    expect(device.of('reserve-hotel').status).toBe('created');
    const pass = (): number => device.of('approve-budget').occurrence.iteration;
    let made = device.give(complete('approve-budget', { outcome: 'too-much' }, pass()));
    while (made.ok && pass() < 9)
      made = device.give(complete('approve-budget', { outcome: 'too-much' }, pass()));
    expect(made).toMatchObject({ error: { type: 'redoLimit', section: 'budget', atMost: 2 } });
    device.do(complete('approve-budget', approved, pass()));
    expect(device.of('reserve-hotel').status).toBe('ready');
  });
});
