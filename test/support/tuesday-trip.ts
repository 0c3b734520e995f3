/** The Lisbon board trip on Tuesday morning: its rail of three lanes and its flow view. */
import type { FlowView, RailRow, RailTrack } from '../../src/views/flow-view.ts';
import type { StepLine } from '../../src/views/shared.ts';

import { arrivalMoved, tripChecks, tripFacts } from './tuesday-facts.ts';
import { at, ana, sam, noor, hotel, trip, due, line, ref } from './tuesday-people.ts';

export const tracks = (kind: RailTrack['kind'], ...lanes: readonly number[]): readonly RailTrack[] =>
  lanes.map((lane) => ({ lane, kind }));
export const row = (of: StepLine, rail: RailRow['rail'], more: Partial<RailRow> = {}): RailRow => ({
  ...of,
  rail,
  closedAt: null,
  closedBy: [],
  waitingFor: [],
  hasConflict: false,
  stuckReason: null,
  outcome: null,
  withdrawnBecause: null,
  missingFacts: [],
  waitingOn: null,
  inItem: null,
  openLists: [],
  part: null,
  isUndone: false,
  ...more,
});

export const hotelStep = line(trip, 'hotel', 'Reserve the hotel', 'turn', {
  holder: ana,
  due: due('2026-11-24T18:00:00', true),
  estimate: 20,
});
export const pickupStep = line(trip, 'pickup', 'Tell the driver when to come', 'recheck', { holder: ana });
const rows: readonly RailRow[] = [
  row(
    line(trip, 'times', 'Confirm meeting times', 'done', { holder: sam }),
    { lane: 0, in: [], through: [], out: tracks('run', 0, 1) },
    { closedAt: at('2026-11-17T11:20:00'), closedBy: [sam] },
  ),
  row(
    line(trip, 'flights', 'Book flights', 'done', { holder: noor }),
    { lane: 1, in: tracks('run', 1), through: tracks('run', 0), out: tracks('run', 1, 2) },
    { closedAt: at('2026-11-20T15:02:00'), closedBy: [noor] },
  ),
  row(
    line(trip, 'budget', 'Approve the budget', 'done', { holder: sam }),
    { lane: 0, in: tracks('run', 0), through: tracks('run', 1, 2), out: tracks('leg', 0) },
    { closedAt: at('2026-11-24T08:30:00'), closedBy: [sam], outcome: 'Approved' },
  ),
  row(hotelStep, { lane: 0, in: tracks('leg', 0), through: tracks('run', 1, 2), out: tracks('next', 0) }),
  row(
    line(trip, 'checkin', 'Hotel check-in time', 'next', { holder: hotel, estimate: 3 * 24 * 60 }),
    { lane: 0, in: tracks('next', 0), through: tracks('run', 1, 2), out: tracks('next', 0) },
    { waitingFor: ['Reserve the hotel'] },
  ),
  row(
    line(trip, 'transfer', 'Airport transfer', 'theirs', {
      holder: noor,
      due: due('2026-11-25T12:00:00', false),
    }),
    {
      lane: 1,
      in: tracks('run', 1),
      through: [...tracks('next', 0), ...tracks('run', 2)],
      out: tracks('next', 1),
    },
  ),
  row(
    pickupStep,
    {
      lane: 1,
      in: tracks('run', 1),
      through: [...tracks('next', 0), ...tracks('run', 2)],
      out: tracks('next', 1),
    },
    { closedAt: at('2026-11-23T10:05:00'), closedBy: [ana] },
  ),
  row(
    line(trip, 'smaller-room', 'Find a cheaper hotel', 'withdrawn', { holder: noor }),
    { lane: 0, in: [], through: tracks('next', 0, 1, 2), out: [] },
    { withdrawnBecause: 'deadPath' },
  ),
  row(
    line(trip, 'dinner', 'Board dinner', 'theirs', { holder: sam, due: due('2026-11-27T12:00:00', false) }),
    { lane: 2, in: tracks('run', 2), through: tracks('next', 0, 1), out: tracks('next', 2) },
  ),
  row(
    line(trip, 'invites', 'Send invites and itinerary', 'risk', {
      holder: ana,
      due: due('2026-11-27T17:00:00', true),
    }),
    { lane: 0, in: tracks('next', 0, 1, 2), through: [], out: tracks('next', 0) },
    { waitingFor: ['Hotel check-in time', 'Airport transfer', 'Board dinner'] },
  ),
  row(
    line(trip, 'pack', 'Pack', 'next', { holder: ana }),
    { lane: 0, in: tracks('next', 0), through: [], out: tracks('next', 0) },
    { waitingFor: ['Send invites and itinerary'] },
  ),
  row(
    line(trip, 'expenses', 'Expenses', 'next', { holder: ana, startsAt: at('2026-12-05T09:00:00') }),
    { lane: 0, in: tracks('next', 0), through: [], out: [] },
    { waitingFor: ['Pack'] },
  ),
];

export const flowView: FlowView = {
  kind: 'flow',
  access: 'owner',
  guests: [],
  setAside: [],
  planFlags: [],
  rivalDues: [],
  followUps: [],
  follows: null,
  planOffer: 0,
  run: trip,
  availability: 'here',
  title: 'Lisbon board trip',
  status: 'running',
  facts: tripFacts,
  checks: tripChecks,
  notices: [arrivalMoved],
  itemLists: [],
  sections: [
    {
      id: 'travel',
      name: 'Travel',
      steps: [
        ref('flights', 'Book flights', 'done'),
        ref('transfer', 'Airport transfer', 'theirs'),
        ref('pickup', 'Tell the driver when to come', 'recheck'),
      ],
      canRedo: true,
      canCancel: true,
    },
  ],
  conductor: ana,
  undo: [],
  undoIfCancelled: [],
  ending: null,
  rows,
  lanes: 3,
  segments: rows.map((each) => each.tone),
  done: 3,
  total: 11,
  people: [ana, noor, sam],
  lastDueAt: at('2026-11-27T17:00:00'),
  lateCount: 0,
  newerEvents: 0,
  damagedEntries: 0,
};
