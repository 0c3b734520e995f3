/** Reads from documents and folds what the views are computed from. */
import type { Access } from '../model/access.ts';
import type { DeviceId, PersonId, RunId } from '../model/ids.ts';
import { omit } from '../model/omit.ts';
import {
  type DeviceEntry,
  readDevices,
  readInvites,
  readSettings,
  readWorkflows,
  type RunIndexEntry,
} from '../store/space-document.ts';
import { readHolidays } from '../store/space-holidays.ts';
import { readPeople } from '../store/space-people.ts';
import { readRoles } from '../store/space-roles.ts';
import { readArchivedRuns } from '../store/space-archive.ts';
import { readFollowingRuns } from '../store/space-follow-ups.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { templateById } from '../templates/templates.ts';
import type { WorkflowLookup } from '../engine/subflows/part.ts';
import { decodeRunSummary } from '../views/decode-run-summary.ts';
import type { DeviceInfo, HereEntry, RunEntry, SpaceSnapshot } from '../views/space-snapshot.ts';
import { findOpenGuests, type GuestEntry, readGuests } from '../store/space-guests.ts';
import type { GuestDesk } from './guest-desk.ts';
import type { RunSession } from './run-session.ts';
import { laidOut, shipped, workflowEntry } from './shipped-workflows.ts';

/** What a device without a space has to show: the workflows that can be started. */
export const emptySnapshot: SpaceSnapshot = {
  spaceName: '',
  zone: 'UTC',
  access: 'alone',
  me: null,
  people: [],
  roles: [],
  holidays: [],
  joined: new Set(),
  runs: [],
  workflows: shipped,
  invites: [],
  devices: [],
  here: [],
};

/**
 * What the index says of a run and what its session has folded, by the entry of the index: there may be a thousand runs,
 * and hardly any of them changes between two pictures.
 */
const known = new WeakMap<RunIndexEntry, RunEntry>();

function plainEntry(entry: RunIndexEntry, session: RunSession | null): RunEntry {
  const folded = session?.state() ?? null;
  // A log that has not arrived yet is no state: the screen says that the run is on its way.
  const state = folded === null || folded.status === 'notStarted' ? null : folded;
  const damagedEntries = session?.damagedEntries() ?? 0;
  const before = known.get(entry);
  if (before !== undefined && before.state === state && before.damagedEntries === damagedEntries)
    return before;
  const made: RunEntry = {
    run: entry.run,
    title: entry.title,
    state,
    summary: before?.summary ?? decodeRunSummary(entry.summary),
    damagedEntries,
    guests: [],
    setAside: [],
  };
  known.set(entry, made);
  return made;
}

function runEntry(
  guests: readonly GuestEntry[],
  desk: GuestDesk,
  entry: RunIndexEntry,
  session: RunSession | null,
): RunEntry {
  const plain = plainEntry(entry, session);
  if (guests.length === 0) return plain;
  return {
    ...plain,
    guests: findOpenGuests(guests, entry.run, entry.generation).flatMap(
      ({ guest, person, joinedAt, unused }) => {
        const here = joinedAt !== null || desk.isHere(guest);
        return unused && !here ? [] : [{ id: guest, person, here }];
      },
    ),
    setAside: desk.setAside(entry.run).map(({ guest, event, fault, alert }) => ({
      guest: guest.guest,
      person: guest.person,
      event,
      fault,
      alert,
    })),
  };
}

function deviceInfo(entry: DeviceEntry, own: DeviceId): DeviceInfo {
  const { device: id, publicKey } = entry;
  const isThis = id === own;
  const canFollow = publicKey !== null || isThis;
  return { ...omit(entry, 'device', 'publicKey', 'ownerProof'), id, isThis, canFollow };
}

export function takeSnapshot(
  doc: PersistedDocument['doc'],
  device: DeviceId,
  access: Access,
  me: PersonId | null,
  desk: GuestDesk,
  index: readonly RunIndexEntry[],
  sessionOf: (run: RunId) => RunSession | null,
  here: readonly HereEntry[],
): SpaceSnapshot {
  const kept = readWorkflows(doc);
  const workflowById: WorkflowLookup = (id) =>
    kept.find((workflow) => workflow.id === id)?.version.definition ?? templateById(id);
  const saved = kept.map(({ version }) => {
    const definition = laidOut(version.definition, workflowById);
    return workflowEntry(definition, { ...version, definition });
  });
  const devices = readDevices(doc);
  const guests = Map.groupBy(readGuests(doc), ({ run }) => run);
  const { name: spaceName, zone } = readSettings(doc);
  return {
    spaceName,
    zone,
    access,
    me,
    people: readPeople(doc),
    roles: readRoles(doc),
    holidays: readHolidays(doc),
    joined: new Set(devices.flatMap(({ person, role }) => (role === 'guest' ? [] : [person]))),
    runs: index.map((entry) => runEntry(guests.get(entry.run) ?? [], desk, entry, sessionOf(entry.run))),
    // What was kept of a shipped one stands in its place.
    workflows: [...shipped.filter(({ id }) => !saved.some((own) => own.id === id)), ...saved],
    following: readFollowingRuns(doc),
    archived: readArchivedRuns(doc),
    invites: readInvites(doc),
    devices: devices.map((entry) => deviceInfo(entry, device)),
    here,
  };
}
