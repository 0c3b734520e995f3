/**
 * The People screen: who holds how much, and the invites that are out.
 */
import { isOpen } from '../engine/is-open.ts';
import { readActiveRuns } from './active-runs.ts';
import { isHere } from './compute-presence.ts';
import { makePeopleDirectory, personToView } from './people-directory.ts';
import type { DeviceLine, InviteLine, PeopleView, PersonLine } from './people-view.ts';
import type { StepReading } from './run-reading.ts';
import type { PersonId } from '../model/ids.ts';
import { omit } from '../model/omit.ts';
import type { Person } from '../model/person.ts';
import type { Tone } from './shared.ts';
import type { InviteEntry, SpaceSnapshot } from './space-snapshot.ts';
import { isActive } from './tone.ts';

const mostBeads = 12;

export function computePeopleView(space: SpaceSnapshot, now: number): PeopleView {
  const asking = readActiveRuns(space, now).flatMap((run) =>
    run.steps.filter(({ occurrence, tone }) => isOpen(occurrence) || tone === 'recheck'),
  );
  const directory = makePeopleDirectory(space.me, space.people);
  const meFirst = [...space.people].sort((a, b) => Number(b.id === space.me) - Number(a.id === space.me));
  return {
    kind: 'people',
    spaceName: space.spaceName,
    me: directory.find(space.me),
    people: meFirst.map((person) =>
      toLine(
        person,
        asking.filter((reading) => isWith(reading, person.id)),
        space,
      ),
    ),
    holidays: space.holidays,
    invites: space.invites
      .map(
        (invite): InviteLine => ({
          id: invite.id,
          kind: invite.kind,
          flow: space.runs.find(({ run }) => run === invite.run)?.title ?? null,
          person: directory.find(invite.person),
          createdAt: invite.createdAt,
          expiresAt: invite.expiresAt,
          state: inviteState(invite, now),
        }),
      )
      .sort((a, b) => b.createdAt - a.createdAt),
    access: space.access,
    devices: [...space.devices]
      .sort((a, b) => Number(b.isThis) - Number(a.isThis) || a.joinedAt - b.joinedAt)
      .map((device): DeviceLine => ({ ...device, person: directory.find(device.person) })),
  };
}

function toLine(person: Person, theirs: readonly StepReading[], space: SpaceSnapshot): PersonLine {
  return {
    ...personToView(person, space.me),
    holding: theirs.filter((reading) => isHeld(reading)).length,
    late: theirs.filter(({ due }) => due?.late).length,
    stuck: theirs.filter(({ tone }) => tone === 'stuck').length,
    comingUp: theirs.filter(({ tone }) => tone === 'next' || tone === 'risk').length,
    beads: theirs
      .map(({ tone }) => tone)
      .sort((a, b) => beadOrder.indexOf(a) - beadOrder.indexOf(b))
      .slice(0, mostBeads),
    joined: space.joined.has(person.id),
    here: isHere(space, person.id),
    details: omit(person, 'id', 'name', 'colour', 'outside'),
  };
}

/** What is to be checked again is with whoever did it, too. */
function isWith({ holder, occurrence, tone }: StepReading, person: PersonId): boolean {
  return holder === person || (tone === 'recheck' && occurrence.closedBy.includes(person));
}

/** A wait is watched, not held, and what may not begin yet is still to come. */
function isHeld({ occurrence, step, startsAt, tone }: StepReading): boolean {
  if (tone === 'recheck') return true;
  return isActive(occurrence) && startsAt === null && step.kind !== 'wait';
}

const beadOrder: readonly Tone[] = [
  'stuck',
  'late',
  'conflict',
  'turn',
  'theirs',
  'recheck',
  'waiting',
  'paused',
  'risk',
  'next',
  'provisional',
  'done',
  'skipped',
  'withdrawn',
];

function inviteState(invite: InviteEntry, now: number): InviteLine['state'] {
  if (invite.usedAt !== null) return 'used';
  if (invite.takenBack) return 'takenBack';
  return now >= invite.expiresAt || invite.endedAt !== null ? 'expired' : 'open';
}
