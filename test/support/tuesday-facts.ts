/** What the Lisbon board trip knows on Tuesday morning: its facts, and the flight that lands later than it did. */
import type { FactValue } from '../../src/model/fact.ts';
import { asId, type EventId, type FactId } from '../../src/model/ids.ts';
import type { FactView, NoticeView, StaleFactView } from '../../src/views/fact-view.ts';
import type { FactCheckView } from '../../src/views/flow-view.ts';
import { ana, at, due, hotel, noor, ref, sam, trip, zone } from './tuesday-people.ts';

export function fact(
  id: string,
  name: string,
  kind: FactView['kind'],
  value: FactValue | null,
  more: Partial<FactView> = {},
): FactView {
  return {
    fact: asId<FactId>(id),
    name,
    kind,
    options: [],
    value,
    person: null,
    follows: null,
    unconfirmed: false,
    forNow: null,
    setBy: value === null ? null : ana,
    setAt: value === null ? null : at('2026-11-17T10:00:00'),
    sides: [],
    critical: false,
    suppliers: [],
    readers: [],
    writers: [],
    zone,
    ...more,
  };
}

const lands = (text: string): FactValue => ({ kind: 'instant', at: at(text), zone });
const was = lands('2026-12-02T14:40:00');
const now = lands('2026-12-02T16:10:00');
const pickup = ref('pickup', 'Tell the driver when to come', 'recheck');
const transfer = ref('transfer', 'Airport transfer', 'theirs');

const meetingFact = fact('meeting', 'Meeting', 'date', { kind: 'date', date: '2026-12-03' });

export const arrivalFact = fact('arrival', 'Flight lands', 'instant', now, {
  setBy: noor,
  setAt: at('2026-11-24T08:52:00'),
  readers: [pickup, transfer],
  writers: [ref('flights', 'Book flights', 'done')],
});

/** Still to come, from the hotel; required by one step. */
export const checkInFact = fact('checkin', 'Hotel check-in', 'instant', null, {
  suppliers: [hotel, noor],
  readers: [transfer],
  writers: [ref('checkin', 'Hotel check-in time', 'next')],
});

/** Ana and Sam wrote different sums at the same time. */
export const budgetFact = fact(
  'budget',
  'Budget',
  'money',
  { kind: 'money', amount: 2800, currency: 'EUR' },
  {
    setBy: sam,
    setAt: at('2026-11-24T08:30:00'),
    critical: true,
    sides: [
      {
        event: asId<EventId>('budget-sam'),
        value: { kind: 'money', amount: 2800, currency: 'EUR' },
        by: sam,
        at: at('2026-11-24T08:30:00'),
      },
      {
        event: asId<EventId>('budget-ana'),
        value: { kind: 'money', amount: 2400, currency: 'EUR' },
        by: ana,
        at: at('2026-11-24T08:24:00'),
      },
    ],
    readers: [ref('expenses', 'Expenses', 'next')],
    writers: [ref('budget', 'Approve the budget', 'done')],
  },
);

export const tripFacts: readonly FactView[] = [
  meetingFact,
  arrivalFact,
  fact(
    'leave-home',
    'Leave home',
    'instant',
    { kind: 'instant', at: at('2026-12-02T07:30:00'), zone },
    {
      follows: 'Flight lands',
    },
  ),
  fact('booking', 'Booking reference', 'text', { kind: 'text', text: 'TP 1363' }, { setBy: noor }),
  checkInFact,
  budgetFact,
  fact(
    'driver',
    'Driver',
    'person',
    { kind: 'person', person: sam.id },
    { person: sam, unconfirmed: true, writers: [ref('dinner', 'Board dinner', 'theirs')] },
  ),
  fact('place', 'Hotel', 'place', { kind: 'place', place: 'Rua do Largo 14, Lisbon' }),
  fact('ride', 'Ride', 'duration', { kind: 'duration', minutes: 35 }),
  fact('guests', 'Guests', 'number', { kind: 'number', number: 6 }),
  fact(
    'room',
    'Room',
    'choice',
    { kind: 'choice', choice: 'quiet' },
    {
      options: [
        { id: 'quiet', name: 'Quiet side' },
        { id: 'street', name: 'Street side' },
      ],
    },
  ),
  fact('agenda', 'Agenda', 'link', { kind: 'link', url: 'https://example.org/agenda' }),
  fact('ticket', 'Ticket', 'file', { kind: 'file', name: 'ticket-lisbon.pdf' }),
];

export const arrivalStale: StaleFactView = {
  fact: arrivalFact.fact,
  name: arrivalFact.name,
  was,
  now,
  projection: null,
  kind: 'instant',
  options: [],
};

const arrival = { fact: arrivalFact.fact, name: arrivalFact.name, kind: arrivalFact.kind, options: [] };
const moved = [
  { step: transfer, was: due('2026-11-25T10:30:00', true), now: due('2026-11-25T12:00:00', true) },
];

export const arrivalMoved: NoticeView = {
  kind: 'factMoved',
  alert: 'fact/arrival-2',
  run: trip,
  runTitle: 'Lisbon board trip',
  fact: arrival,
  was,
  now,
  by: noor,
  at: at('2026-11-24T08:52:00'),
  moved,
  checks: [pickup],
};

export const tripChecks: readonly FactCheckView[] = [
  { fact: arrival, was, now, by: noor, at: at('2026-11-24T08:52:00'), checks: [pickup], moved },
];
