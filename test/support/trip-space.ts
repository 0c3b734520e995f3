/** The business trip running in a household of three, for tests of what screens show. */
import { asId, type FactId, type PersonId } from '../../src/model/ids.ts';
import type { WorkflowDefinition } from '../../src/model/workflow.ts';
import { templates } from '../../src/templates/templates.ts';
import type { RunEntry, SpaceSnapshot } from '../../src/views/space-snapshot.ts';
import { ana, context, type Device, leo, makeDevice, run, sam, startCommand } from './run-bench.ts';

export const trip = templates[0] as WorkflowDefinition;
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
      facts: { [asId<FactId>('meeting')]: { kind: 'date', date: '2026-03-23' } },
    }),
  );
  return device;
}

export function spaceOf(
  device: Device,
  me: PersonId | null,
  more: Partial<SpaceSnapshot> = {},
): SpaceSnapshot {
  return {
    spaceName: 'Home',
    me,
    people: context.people,
    joined: new Set([ana]),
    runs: [entryOf(device)],
    workflows: [],
    invites: [],
    ...more,
  };
}

export function entryOf(device: Device): RunEntry {
  return { run, title: 'Lisbon board trip', state: device.state(), summary: null, damagedEntries: 0 };
}
