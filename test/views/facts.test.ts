import { describe, expect, it } from 'vitest';
import { asId, type FactId, type PersonId } from '../../src/model/ids.ts';
import { occurrenceKey } from '../../src/model/occurrence.ts';
import { computeFlowView } from '../../src/views/compute-flow-view.ts';
import { computeNowView } from '../../src/views/compute-now-view.ts';
import { computePeopleView } from '../../src/views/compute-people-view.ts';
import { computeStepView } from '../../src/views/compute-step-view.ts';
import {
  arrival,
  lands,
  movingTrip,
  price,
  reference,
  seats,
  setFact,
  startMovingTrip,
} from '../support/moving-trip.ts';
import {
  ana,
  type Device,
  leo,
  makeDevice,
  occurrence,
  run,
  sam,
  startPlan,
  step,
} from '../support/run-bench.ts';
import { spaceOf, start } from '../support/trip-space.ts';

const flow = (device: Device, me: PersonId = ana) => computeFlowView(spaceOf(device, me), run, start);
const now = (device: Device, me: PersonId) => computeNowView(spaceOf(device, me), start);
const stepOf = (device: Device, id: string, me: PersonId = ana) =>
  computeStepView(spaceOf(device, me), run, occurrenceKey(occurrence(id)), start);
const titles = (lines: readonly { readonly title: string }[]) => lines.map(({ title }) => title);
const tones = (device: Device) => Object.fromEntries(flow(device).rows.map(({ step, tone }) => [step, tone]));
const factOf = (device: Device, name: string) => flow(device).facts.find((each) => each.name === name);

describe('facts on the screens', () => {
  it('stand in the order of the plan, with who said so, who reads and who writes them', () => {
    const trip = startMovingTrip();
    expect(flow(trip).facts.map(({ name }) => name)).toEqual(movingTrip.facts.map(({ name }) => name));
    expect(factOf(trip, 'Flight lands')).toMatchObject({
      value: lands('14:10'),
      setBy: { name: 'Ana' },
      writers: [{ title: 'Book the flight' }],
      follows: null,
      sides: [],
      suppliers: [],
      unconfirmed: false,
      zone: 'Europe/Lisbon',
    });
    expect(
      factOf(trip, 'Flight lands')
        ?.readers.map(({ step }) => step)
        .toSorted(),
    ).toEqual(['dinner', 'sitter', 'transfer']);
    expect(factOf(trip, 'Leave home')).toMatchObject({ follows: 'Flight lands', value: lands('10:10') });
    expect(factOf(trip, 'Seats')).toMatchObject({ kind: 'choice', options: [{ name: 'Aisle' }] });
  });

  it('[J8] are unconfirmed while the step that wrote them is being done again', () => {
    const trip = startMovingTrip();
    trip.reopen('flight');
    expect(factOf(trip, 'Flight lands')).toMatchObject({ value: lands('14:10'), unconfirmed: true });
    expect(factOf(trip, 'Seats')?.unconfirmed).toBe(false);
  });

  it('[F5] name the fact that is missing, and who can supply it', () => {
    const trip = startMovingTrip();
    const row = flow(trip).rows.find(({ step }) => step === 'seats');
    expect(row).toMatchObject({ tone: 'risk', missingFacts: ['Seats'], holder: { name: 'Sam' } });
    const sheet = stepOf(trip, 'seats');
    expect(sheet.missingFacts).toMatchObject([{ name: 'Seats', suppliers: [{ name: 'Ana' }] }]);
    expect(sheet.actions.complete).toBe(false);
    expect(titles(now(trip, sam).comingUp)).toEqual(['Pick seats']);
    setFact(trip, seats, { kind: 'choice', choice: 'aisle' });
    expect(stepOf(trip, 'seats')).toMatchObject({ tone: 'theirs', missingFacts: [] });
  });

  it('[F6] a critical one that two set at once shows both sides, latest first, and holds its readers up', () => {
    const a = startMovingTrip();
    const b = makeDevice(sam);
    b.receive(a);
    setFact(a, price, { kind: 'money', amount: 90, currency: 'EUR' });
    setFact(b, price, { kind: 'money', amount: 120, currency: 'EUR' }, sam);
    a.receive(b);
    const disputed = factOf(a, 'Price');
    expect(disputed?.sides).toHaveLength(2);
    expect(disputed?.sides[0]?.value).toEqual(disputed?.value);
    expect(disputed?.sides.map(({ by }) => by?.name).toSorted()).toEqual(['Ana', 'Sam']);
    expect(stepOf(a, 'pay')).toMatchObject({
      tone: 'risk',
      disputedFacts: [{ name: 'Price', critical: true }],
    });
    setFact(a, price, { kind: 'money', amount: 90, currency: 'EUR' });
    expect(factOf(a, 'Price')?.sides).toEqual([]);
    expect(stepOf(a, 'pay').tone).toBe('turn');
  });
});

describe('a fact that moves', () => {
  it('[F1] asks exactly those who read it to check again, and says why', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('16:10'));
    expect(tones(trip)).toMatchObject({ transfer: 'recheck', dinner: 'done', sitter: 'recheck' });
    expect(flow(trip).checks).toMatchObject([
      {
        fact: { name: 'Flight lands', kind: 'instant' },
        was: lands('14:10'),
        now: lands('16:10'),
        by: { name: 'Ana' },
        checks: [{ title: 'Airport transfer' }, { title: 'Ask the sitter' }],
      },
    ]);
    expect(stepOf(trip, 'transfer', sam)).toMatchObject({
      stale: [{ name: 'Flight lands', was: lands('14:10'), now: lands('16:10'), projection: null }],
      actions: { recheck: true, reopen: true, amend: false },
    });
    // What follows the fact is told as it was and is itself.
    expect(stepOf(trip, 'sitter').stale).toMatchObject([
      { name: 'Leave home', was: lands('10:10'), now: lands('12:10') },
    ]);
  });

  it('[F1] tells the whole values to a step that looks at a part of them', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('09:00', 25));
    expect(stepOf(trip, 'dinner').stale).toMatchObject([
      { was: lands('14:10'), now: lands('09:00', 25), projection: 'date' },
    ]);
  });

  it('[F4] takes due dates along, and says from when to when', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('16:10'));
    expect(flow(trip).checks[0]?.moved).toMatchObject([
      {
        step: { title: 'Send the itinerary' },
        was: { at: Date.parse('2026-03-23T14:10:00Z'), hasTime: true },
        now: { at: Date.parse('2026-03-23T16:10:00Z'), hasTime: true },
      },
    ]);
  });

  it('puts the check with whoever did it, as a baton, and with who conducts as something to nudge', () => {
    const trip = startMovingTrip();
    const before = now(trip, sam).holdingCount;
    setFact(trip, arrival, lands('16:10'));
    const mine = now(trip, sam);
    expect(mine.checks).toMatchObject([{ title: 'Airport transfer', irreversible: false }]);
    expect(mine.checks[0]?.stale).toHaveLength(1);
    expect(mine.holdingCount).toBe(before + 1);
    expect(titles(mine.holding)).not.toContain('Airport transfer');
    expect(titles(now(trip, ana).nudge)).toEqual(['Airport transfer']);
    expect(titles(now(trip, leo).nudge)).toEqual([]);
    const people = computePeopleView(spaceOf(trip, ana), start).people;
    expect(people.find(({ id }) => id === sam)).toMatchObject({ holding: 1, beads: ['recheck', 'risk'] });
  });

  it('[F4] tells each person once, not who moved it, until they have read it', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('16:10'));
    expect(now(trip, ana).notices).toEqual([]);
    const [notice, ...others] = now(trip, sam).notices;
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'factMoved',
      runTitle: 'Lisbon',
      fact: { name: 'Flight lands' },
      by: { name: 'Ana' },
      checks: [{ title: 'Airport transfer' }],
      moved: [],
    });
    expect(flow(trip, leo).notices).toMatchObject([
      { moved: [{ step: { title: 'Send the itinerary' } }], checks: [] },
    ]);
    trip.do({ kind: 'acknowledgeAlert', alert: notice?.alert ?? '' }, { actor: sam });
    expect(now(trip, sam).notices).toEqual([]);
    expect(now(trip, leo).notices).toHaveLength(1);
  });

  it('[F4] tells a whole day as one, over the flow and to its holder, also when the date is taken away', () => {
    const meeting = asId<FactId>('meeting');
    const trip = makeDevice(ana);
    trip.do(
      startPlan({
        ...movingTrip,
        facts: [{ id: meeting, name: 'Meeting', kind: 'date' }],
        steps: [
          step('room', [], { assignee: { kind: 'person', person: sam }, reads: [{ fact: meeting }] }),
          step('pack', [], {
            assignee: { kind: 'person', person: leo },
            due: { kind: 'offset', from: meeting, days: 0 },
          }),
        ],
      }),
    );
    setFact(trip, meeting, { kind: 'date', date: '2026-03-24' });
    trip.do({ kind: 'completeStep', occurrence: occurrence('room') }, { actor: sam });
    setFact(trip, meeting, null);
    const was = { at: Date.parse('2026-03-24T23:59:59.999Z'), hasTime: false, late: false };
    for (const told of [flow(trip).checks, now(trip, leo).notices])
      expect(told).toMatchObject([{ moved: [{ step: { step: 'pack' }, was, now: null }] }]);
  });

  it('[F2] stops at "still right", and what rested on it is sure again', () => {
    const trip = startMovingTrip();
    trip.complete('itinerary');
    setFact(trip, arrival, lands('16:10'));
    expect(tones(trip)['itinerary']).toBe('provisional');
    expect(flow(trip)).toMatchObject({ done: 3, total: 7 });
    for (const id of ['transfer', 'sitter']) trip.do({ kind: 'recheckStep', occurrence: occurrence(id) });
    expect(tones(trip)).toMatchObject({ transfer: 'done', sitter: 'done', itinerary: 'done' });
    expect(flow(trip).checks).toEqual([]);
    expect(now(trip, sam).checks).toEqual([]);
  });

  it('[F1] clears everything when it moves back', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('16:10'));
    setFact(trip, arrival, lands('14:10'));
    expect(flow(trip).checks).toEqual([]);
    expect(now(trip, sam)).toMatchObject({ checks: [], notices: [] });
  });

  it('[F3] what cannot be done again is put right, not opened again', () => {
    const trip = startMovingTrip();
    setFact(trip, arrival, lands('09:00', 25));
    expect(stepOf(trip, 'dinner', leo)).toMatchObject({
      tone: 'recheck',
      irreversible: true,
      actions: { recheck: true, amend: true, reopen: false },
    });
    expect(now(trip, leo).checks).toMatchObject([{ title: 'Board dinner', irreversible: true }]);
    trip.do({ kind: 'amendStep', occurrence: occurrence('dinner'), note: 'a day later' }, { actor: leo });
    const sheet = stepOf(trip, 'dinner');
    expect(sheet.tone).toBe('done');
    expect(sheet.history[0]).toMatchObject({ type: 'step.amended', text: 'a day later' });
  });

  it('a value that is found out for the first time moves nothing', () => {
    const trip = makeDevice(ana);
    trip.do(startPlan(movingTrip, { parts: {} }));
    setFact(trip, reference, { kind: 'text', text: 'TP 1363' });
    expect(flow(trip)).toMatchObject({ checks: [], notices: [] });
  });
});
