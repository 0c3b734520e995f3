/** What the frame around all screens shows: the stage, who holds the device, problems and sync. */
import { mayChange } from '../model/access.ts';
import type { AppView, Problem, SpaceLine } from './messages.ts';
import { isSpaceEmpty } from '../store/space-document.ts';
import type { OpenSpaces } from './open-spaces.ts';
import type { RelayLink } from './relay-link.ts';
import type { SharedDevice } from './shared-device.ts';
import type { SpaceSession } from './space-session.ts';
import { computeSyncProblems } from './sync-problems.ts';
import { computeHere } from '../views/compute-presence.ts';
import { countAlerts } from '../views/compute-alerts-view.ts';
import { countHolding } from '../views/count-holding.ts';

function problemsOf(
  session: SpaceSession | null,
  storageFailure: 'storageFull' | 'storageUnavailable' | null,
): readonly Problem[] {
  const problems: Problem[] = storageFailure === null ? [] : [{ type: storageFailure }];
  if (session !== null) problems.push(...contentProblems(session));
  if (session?.access() === 'alone') problems.push({ type: 'keysDamaged' });
  for (const { run, title, entries, newer } of session?.damaged() ?? []) {
    if (entries > 0) problems.push({ type: 'damagedEntries', run, title, count: entries });
    if (newer > 0) problems.push({ type: 'newerEvents', run, title, count: newer });
  }
  return problems;
}

function contentProblems(session: SpaceSession): readonly Problem[] {
  const { doc, damagedUpdates } = session.document;
  const problems: Problem[] = damagedUpdates === 0 ? [] : [{ type: 'damagedUpdates', count: damagedUpdates }];
  // A guest's own document begins empty: what they were given is the run.
  const isEmpty =
    session.guestOf() === null
      ? isSpaceEmpty(doc)
      : session.runStates().every(({ status }) => status === 'notStarted');
  if (isEmpty) {
    const rooms = session.rooms.statuses();
    // Once the relay has been read to its end, what did not come is nowhere it knows of.
    const lost =
      session.access() === 'alone' || (rooms.length > 0 && rooms.every(({ phase }) => phase === 'live'));
    problems.push({ type: 'contentMissing', lost });
  }
  return problems;
}

function toLine(session: SpaceSession, spaces: OpenSpaces, now: number): SpaceLine {
  const snapshot = session.snapshot();
  return {
    id: session.id,
    name: snapshot.spaceName,
    me: snapshot.people.find((person) => person.id === snapshot.me)?.name ?? null,
    others: snapshot.people.filter(({ id }) => id !== snapshot.me).map(({ name }) => name),
    joinedAt: session.joinedAt,
    access: session.access(),
    holdingCount: countHolding(snapshot, now),
    shown: session === spaces.current(),
  };
}

/** A copy that belongs to no household waits for nothing. */
function isOut(session: SpaceSession): boolean {
  const access = session.access();
  return access === 'removed' || access === 'leftBehind';
}

/** In a copy that can only be read, nobody can say who they are, and nothing is anybody's to do. */
function isAsked(session: SpaceSession, sharedDevice: SharedDevice): boolean {
  return sharedDevice.isAsking() && mayChange(session.access());
}

export function computeAppView(
  spaces: OpenSpaces,
  relay: RelayLink,
  storageFailure: 'storageFull' | 'storageUnavailable' | null,
  sharedDevice: SharedDevice,
  now: number,
): AppView {
  const session = spaces.current();
  const problems = problemsOf(session, storageFailure);
  if (session === null) {
    return {
      kind: 'app',
      stage: 'empty',
      spaceName: '',
      access: 'alone',
      mayChange: true,
      me: null,
      guestOf: null,
      here: [],
      problems,
      sync: relay.status([]),
      holdingCount: 0,
      alertCount: 0,
      spaces: [],
      shared: sharedDevice.isShared(),
    };
  }
  const rooms = session.rooms.statuses();
  const sync = relay.status(rooms);
  const snapshot = session.snapshot();
  const me = snapshot.people.find((person) => person.id === snapshot.me) ?? null;
  const lines = spaces.all().map((each) => toLine(each, spaces, now));
  return {
    kind: 'app',
    stage: snapshot.me === null || isAsked(session, sharedDevice) ? 'chooseMe' : 'ready',
    spaceName: snapshot.spaceName,
    access: session.access(),
    mayChange: mayChange(session.access()),
    me: me === null ? null : { id: me.id, name: me.name },
    guestOf: session.guestOf(),
    here: computeHere(snapshot),
    problems: [...problems, ...computeSyncProblems(rooms, sync.refusal)],
    sync: isOut(session) ? { ...sync, state: 'out', refusal: null, otherTab: false } : sync,
    holdingCount: lines.find(({ shown }) => shown)?.holdingCount ?? 0,
    alertCount: countAlerts(snapshot, now),
    spaces: lines,
    shared: sharedDevice.isShared(),
  };
}
