import { describe, expect, it } from 'vitest';
import { asId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import type { Person } from '../../src/model/person.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import { fact, factId, text } from '../support/fact-values.ts';
import { startPlan } from '../support/plan-bench.ts';
import { ana, context, type Device, leo, occurrence, run, sam, step } from '../support/run-bench.ts';
import { dayMs, spaceOf, start, startTrip } from '../support/trip-space.ts';

const hotel: Person = {
  id: asId('hotel'),
  name: 'Casa do Largo',
  colour: 'clay',
  outside: true,
  channels: { phone: '+351 1' },
};
const household: readonly Person[] = [
  ...context.people.map((person) =>
    person.id === sam ? { ...person, channels: { mail: 's@x.org' } } : person,
  ),
  hotel,
];

function callPlan(to: 'traveller' | 'conductor' | 'hotel' | 'nobody' = 'hotel'): Device {
  const target = {
    traveller: { to: { kind: 'part', part: 'traveller' } },
    conductor: { to: { kind: 'conductor' } },
    hotel: { to: { kind: 'outside', name: ' casa do largo' } },
    nobody: {},
  } as const;
  return startPlan({
    facts: [fact('room', 'text'), fact('gate', 'text')],
    given: { room: text('12') },
    steps: [
      step('ask', [], {
        kind: 'contact',
        contact: { how: 'mail', ...target[to], subject: 'Room {room}', text: 'At {gate}{}' },
      }),
    ],
  });
}

const stepOf = (device: Device, name: string, me = ana, people = household) =>
  computeStepView(spaceOf(device, me, { people }), run, occurrenceKey(occurrence(name)), start);

describe('whom a step gets in touch with', () => {
  it('is somebody of a part with what the household knows of them, or somebody outside by name', () => {
    expect(stepOf(callPlan('traveller'), 'ask').contact?.to).toMatchObject({
      person: { id: sam },
      name: 'Sam',
      channels: { mail: 's@x.org' },
    });
    expect(stepOf(callPlan('hotel'), 'ask').contact?.to).toMatchObject({
      person: { id: 'hotel', outside: true },
      channels: { phone: '+351 1' },
    });
    expect(stepOf(callPlan('hotel'), 'ask', ana, context.people).contact?.to).toEqual({
      person: null,
      name: ' casa do largo',
      channels: {},
    });
  });

  it('is left to be chosen where it would be oneself, or nobody is named', () => {
    expect(stepOf(callPlan('conductor'), 'ask', ana).contact).toMatchObject({ how: 'mail', to: null });
    expect(stepOf(callPlan('conductor'), 'ask', sam).contact?.to?.name).toBe('Ana');
    expect(stepOf(callPlan('nobody'), 'ask').contact?.to).toBeNull();
  });

  it('comes with the text in pieces, and with each fact as it is known', () => {
    const device = callPlan();
    const { contact } = stepOf(device, 'ask');
    expect(contact?.subject).toMatchObject([
      { kind: 'words', text: 'Room ' },
      { kind: 'fact', fact: { name: 'room', value: text('12') } },
    ]);
    expect(contact?.text).toMatchObject([
      { kind: 'words', text: 'At ' },
      { kind: 'fact', fact: { fact: factId('gate'), value: null } },
      { kind: 'words', text: '{}' },
    ]);
  });

  it('is offered at its turn and while it waits, and not once it is done', () => {
    const device = callPlan();
    expect(stepOf(device, 'ask').actions).toMatchObject({ contact: true, reply: true });
    device.do({ kind: 'startWaiting', occurrence: occurrence('ask'), on: 'the hotel' });
    expect(stepOf(device, 'ask').actions).toMatchObject({ contact: true, reply: true });
    device.complete('ask');
    expect(stepOf(device, 'ask').actions).toMatchObject({ contact: false, reply: false });
  });
});

describe('whom it is worth nudging', () => {
  it('is whoever has the step, and never oneself', () => {
    const trip = startTrip();
    expect(stepOf(trip, 'confirm', sam).nudge).toMatchObject({ to: { name: 'Ana' }, waitedFor: false });
    expect(stepOf(trip, 'confirm', ana).nudge).toBeNull();
    // Its turn has not come.
    expect(stepOf(trip, 'flights', ana).nudge).toBeNull();
  });

  it('is whoever is waited for, by everybody who is not them', () => {
    const trip = startTrip();
    trip.do({ kind: 'setContext', context: { ...context, people: household } });
    trip.do({ kind: 'startWaiting', occurrence: occurrence('confirm'), on: 'Casa', person: hotel.id });
    for (const me of [ana, sam])
      expect(stepOf(trip, 'confirm', me).nudge).toMatchObject({
        to: { name: 'Casa do Largo', channels: { phone: '+351 1' } },
        waitedFor: true,
      });
  });

  it('[A1] is nobody for a guest, and for whoever may only look', () => {
    const trip = startTrip();
    for (const access of ['guest', 'viewer'] as const) {
      const space = spaceOf(trip, sam, { access });
      const key = occurrenceKey(occurrence('confirm'));
      expect(computeStepView(space, run, key, start).nudge).toBeNull();
    }
  });

  it('is said in Now with when it was last done, and told as history', () => {
    const trip = startTrip();
    trip.complete('confirm');
    const late = start + 15 * dayMs;
    const flights = () =>
      computeNowView(spaceOf(trip, ana), late).nudge.find(({ title }) => title === 'Book flights');
    expect(flights()).toMatchObject({ nudge: { to: { name: 'Leo' } }, nudgedAt: null });
    const [sent] = trip.do({ kind: 'sendNudge', occurrence: occurrence('flights'), to: leo, how: 'text' });
    expect(flights()).toMatchObject({ tone: 'late', nudgedAt: sent?.at });
    const view = stepOf(trip, 'flights');
    expect(view.nudges).toMatchObject([{ by: { name: 'Ana' }, to: { name: 'Leo' }, how: 'text' }]);
    expect(view.history[0]).toMatchObject({ type: 'nudge.sent', to: { name: 'Leo' } });
  });
});
