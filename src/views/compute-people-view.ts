/**
 * The People screen: who holds how much, and the invites that are out.
 */
import { findAwayPeriod } from '../engine/away.ts';
import { isOpen } from '../engine/is-open.ts';
import { readActiveRuns } from './active-runs.ts';
import { isHere } from './compute-presence.ts';
import { findFullDay } from './full-day.ts';
import { makePeopleDirectory, personToViewAt } from './people-directory.ts';
import type { DeviceLine, InviteLine, PeopleView, PersonLine } from './people-view.ts';
import { isWanted, type StepReading } from './run-reading.ts';
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
        now,
      ),
    ),
    roles: space.roles.map(({ id, name, people }) => ({ id, name, people })),
    zone: space.zone,
    calendars: space.calendars ?? [],
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

function toLine(
  person: Person,
  theirs: readonly StepReading[],
  space: SpaceSnapshot,
  now: number,
): PersonLine {
  const { coveredBy } = findAwayPeriod(person, now, space.zone) ?? {};
  return {
    ...personToViewAt(person, space, now),
    fullDay: findFullDay(theirs, space.zone, now),
    standIn: makePeopleDirectory(space.me, space.people).find(coveredBy),
    holding: theirs.filter((reading) => isHeld(reading)).length,
    late: theirs.filter(({ due }) => due?.late).length,
    stuck: theirs.filter(({ tone }) => tone === 'stuck').length,
    comingUp: theirs.filter((each) => isWanted(each) && (each.tone === 'next' || each.tone === 'risk'))
      .length,
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
function isWith({ heldBy, occurrence, tone }: StepReading, person: PersonId): boolean {
  return heldBy.includes(person) || (tone === 'recheck' && occurrence.closedBy.includes(person));
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
