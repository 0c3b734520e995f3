/** The business trip running in a household of three, for tests of what screens show. */
import { asId, type FactId, type PersonId, type WorkflowId } from '../../src/model/ids.ts';
import type { StepDefinition, WorkflowDefinition } from '../../src/model/workflow.ts';
import type { RunEntry, SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { ana, context, type Device, leo, makeDevice, run, sam, startCommand, step } from './run-bench.ts';

const meeting = asId<FactId>('meeting');

/** `days` after the meeting it is due, at any time of that day. */
function held(part: string, days: number, more: Partial<StepDefinition> = {}): Partial<StepDefinition> {
  return { assignee: { kind: 'part', part }, due: { kind: 'offset', from: meeting, days }, ...more };
}

const backup = { kind: 'part', part: 'assistant' } as const;
const checklist = ['Out', 'Back', 'Seats'].map((text, index) => ({ id: `c${index + 1}`, text }));

/** A trip whose rail is known by heart: two branches from the start, three lanes into the invites. */
export const trip: WorkflowDefinition = {
  id: asId<WorkflowId>('test-trip'),
  title: 'Business trip',
  parts: [
    { id: 'assistant', name: 'Who books' },
    { id: 'approver', name: 'Who approves' },
    { id: 'traveller', name: 'Who travels' },
  ],
  facts: [{ id: meeting, name: 'Meeting', kind: 'date', anchor: true }],
  steps: [
    step('confirm', [], held('assistant', -14, { title: 'Confirm meeting times' })),
    step('flights', ['confirm'], held('traveller', -10, { title: 'Book flights', backup, checklist })),
    step('budget', ['confirm'], held('approver', -10, { title: 'Approve the budget' })),
    step('hotel', ['budget'], held('assistant', -8, { title: 'Reserve the hotel' })),
    step('checkIn', ['hotel'], held('assistant', -5, { title: 'Hotel check-in time', kind: 'wait' })),
    step('transfer', ['flights'], held('assistant', -5, { title: 'Airport transfer' })),
    step('dinner', ['flights'], held('assistant', -5, { title: 'Board dinner' })),
    step(
      'invites',
      ['checkIn', 'transfer', 'dinner'],
      held('assistant', -3, { title: 'Send invites and itinerary' }),
    ),
    step('pack', ['invites'], held('traveller', -1, { title: 'Pack' })),
    step('expenses', ['pack'], held('traveller', 7, { title: 'Expenses' })),
  ],
};

/** Monday 2 March 2026, 09:00 in Lisbon; the meeting is three weeks later. */
export const start = Date.UTC(2026, 2, 2, 9);
export const dayMs = 86_400_000;

/** Ana books and conducts, Sam approves, Leo travels. Every command comes a minute after the last. */
export function startTrip(actor: PersonId = ana): Device {
  let clock = start - 60_000;
  const device = makeDevice(actor, `trip-${actor}`, () => (clock += 60_000));
  device.do(
    startCommand(trip.steps, {
      title: 'Lisbon board trip',
      workflow: { number: 1, hash: '00', definition: trip },
      parts: { assistant: ana, approver: sam, traveller: leo },
      facts: { [meeting]: { kind: 'date', date: '2026-03-23' } },
    }),
  );
  return device;
}

export function spaceOf(
  device: Pick<Device, 'state'>,
  me: PersonId | null,
  more: Partial<SpaceSnapshot> = {},
): SpaceSnapshot {
  return {
    spaceName: 'Home',
    zone: context.zone,
    access: 'owner',
    me,
    people: context.people,
    roles: [],
    holidays: [],
    joined: new Set([ana]),
    here: [],
    runs: [entryOf(device)],
    workflows: [],
    invites: [],
    devices: [],
    ...more,
  };
}

export function entryOf(device: Pick<Device, 'state'>): RunEntry {
  return {
    run,
    title: 'Lisbon board trip',
    state: device.state(),
    summary: null,
    damagedEntries: 0,
    guests: [],
    setAside: [],
  };
}
