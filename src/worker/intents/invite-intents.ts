/** Intents about invites: making one of any kind, and taking it back from any device that may write. */
import { omit } from '../../model/omit.ts';
import type { Person } from '../../model/person.ts';
import { err, ok, type Result } from '../../model/result.ts';
import {
  type InviteEntry,
  readDevices,
  readInvites,
  readRunIndex,
  writeInvite,
} from '../../store/space-document.ts';
import { writeGuest } from '../../store/space-guests.ts';
import { readSuccessions } from '../../store/space-successions.ts';
import { checkInvite, createInvite as postInvite, revokeInvite as takeBack } from '../../sync/invite.ts';
import type { InviteGift } from '../../sync/invite-grant.ts';
import { sealInviteSecret } from '../../sync/invite-secret.ts';
import { readableSuccessions } from '../../sync/succession.ts';
import { randomId } from '../environment.ts';
import { findInviteSecret, noteInviteEnd } from '../invite-desk.ts';
import { invitesOver } from '../invites-over.ts';
import type { GuestId, SpaceId } from '../../model/ids.ts';
import type { Intent, IntentFailure, IntentResult } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import {
  authorOf,
  changeHeld,
  failed,
  type IntentContext,
  patienceWithRelay,
  requireMe,
  settle,
} from './intent-context.ts';
import { bringPeopleIn } from './tell-runs.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

const inviteLifetime = 7 * 24 * 60 * 60_000;

export async function createInvite(
  context: IntentContext,
  intent: IntentOf<'createInvite'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const { writer } = session.rooms;
  if (writer === null) return failed({ type: 'keysDamaged' });
  const people = session.people();
  const person = people.find((each) => each.id === intent.person);
  if (person === undefined) return failed({ type: 'unknownPerson' });
  const { environment, relay, database } = context;
  const createdAt = environment.now();
  const expiresAt = createdAt + inviteLifetime;
  const head = {
    space: session.id,
    spaceName: session.snapshot().spaceName,
    inviterName: people.find((each) => each.id === me)?.name ?? '',
    expiresAt,
    moves: readableSuccessions(readSuccessions(session.document.doc)),
  };
  const found = await toGift(context, session, intent, head, person);
  if (!found.ok) return failed(found.error);
  const gift = found.value;
  const made = await postInvite(invitesOver(relay), gift);
  if (!made.ok) return failed(made.error);
  const { id, fragment } = made.value;
  await database.putInviteSecret({ id, secret: fragment });
  const { document, rooms } = session;
  // Written after a move, it would be told by nobody that its link leads to rooms that were left.
  if (rooms.writer !== writer) return moved(context, rooms.writer, fragment);
  const place = gift.grant === 'guest' ? gift.place : null;
  const written = await changeHeld(context, [document], { invite: { id, fragment, expiresAt } }, () => {
    writeInvite(document.doc, id, {
      kind: gift.grant,
      person: person.id,
      createdAt,
      expiresAt,
      sealedSecret: sealInviteSecret(writer, id, fragment, environment.randomBytes),
      run: place?.run ?? null,
      guest: place?.guest ?? null,
    });
    if (place !== null) writeGuest(document.doc, { ...place, person: person.id, createdAt });
  });
  if (!written.ok || place === null) return written;
  // A guest of whom this device alone knows would be read, and told that the link is over, by nobody if it were lost.
  const isKept = await session.flush(patienceWithRelay);
  if (rooms.writer !== writer) return moved(context, rooms.writer, fragment);
  return isKept ? written : failed({ type: 'offline' });
}

/** The household went on in other rooms while the link was made: whoever may still invite tries again. */
async function moved(
  { relay }: IntentContext,
  writer: SpaceSession['rooms']['writer'],
  fragment: string,
): Promise<IntentResult> {
  await takeBack(invitesOver(relay), fragment);
  return failed(writer === null ? { type: 'notAMember' } : { type: 'offline' });
}

type Head = Pick<InviteGift, 'space' | 'spaceName' | 'inviterName' | 'expiresAt' | 'moves'>;

async function toGift(
  context: IntentContext,
  session: SpaceSession,
  { gives = { kind: 'edit' } }: IntentOf<'createInvite'>,
  head: Head,
  { id, name }: Person,
): Promise<Result<InviteGift, IntentFailure>> {
  const { writer: capability } = session.rooms;
  if (capability === null) return err({ type: 'keysDamaged' });
  const person = { id, name };
  switch (gives.kind) {
    case 'edit':
    case 'view':
      return ok({ ...head, grant: gives.kind, capability, person });
    case 'own':
      // A device of one's own may do all that this one may; nobody else is handed the owner's key.
      if (capability.role !== 'owner' || id !== session.me()) return err({ type: 'ownerOnly' });
      return ok({ ...head, grant: 'own', capability, person });
    case 'guest': {
      // A guest speaks under this name alone, so it must not be that of somebody who is here.
      const isMember = readDevices(session.document.doc).some(
        (device) => device.person === id && device.role !== 'guest',
      );
      if (isMember || id === session.me()) return err({ type: 'personIsMember' });
      const entry = readRunIndex(session.document.doc).find(({ run }) => run === gives.run);
      const run = entry === undefined ? null : await session.run(gives.run);
      if (entry === undefined || run === null) return err({ type: 'runMissing' });
      const { status } = run.state();
      if (status !== 'running' && status !== 'suspended') return err({ type: 'runEnded' });
      // A run knows its people from its own log, and the guest has nothing else to know them from.
      bringPeopleIn(session, run, authorOf(context, session.me() ?? id));
      const written = await settle(context, [run.written]);
      if (!written.ok) return written;
      const guest = randomId<GuestId>(context.environment);
      const place = { run: gives.run, generation: entry.generation, guest };
      return ok({
        ...omit(head, 'moves'),
        grant: 'guest',
        capability,
        person,
        place,
        runTitle: run.state().title,
      });
    }
  }
}

/** The first end that the relay has stands: somebody may have used it meanwhile. */
export async function revokeInvite(
  context: IntentContext,
  intent: IntentOf<'revokeInvite'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { relay, database, environment } = context;
  const { document, rooms } = session;
  const invite = readInvites(document.doc).find(({ id }) => id === intent.invite);
  if (rooms.writer === null) return failed({ type: 'keysDamaged' });
  const secret = invite === undefined ? null : await findInviteSecret(database, rooms.writer, invite);
  if (invite === undefined || secret === null) return failed({ type: 'inviteUnknown' });
  const ended = await takeBack(invitesOver(relay), secret);
  const note = (end: Parameters<typeof noteInviteEnd>[2]): Promise<IntentResult> =>
    changeHeld(context, [document], {}, () => noteInviteEnd(document.doc, invite, end, environment.now()));
  if (ended.ok) return note({ type: 'takenBack' });
  if (ended.error.type === 'inviteUsed') {
    const standing = await checkInvite(invitesOver(relay), secret);
    if (standing.ok && standing.value.type === 'used') await note(standing.value);
  }
  return failed(ended.error);
}

/** Best effort, for invites that lead to a room which is about to be closed. */
export async function takeBackStored(
  context: IntentContext,
  space: SpaceId,
  ids: readonly string[],
): Promise<void> {
  const { relay, database, spaces } = context;
  const session = spaces.all().find(({ id }) => id === space);
  const writer = session?.rooms.writer ?? null;
  if (session === undefined || writer === null) return;
  const takeOne = async (invite: InviteEntry): Promise<void> => {
    const secret = await findInviteSecret(database, writer, invite);
    if (secret !== null) await takeBack(invitesOver(relay), secret);
  };
  const invites = readInvites(session.document.doc).filter(({ id }) => ids.includes(id));
  await Promise.all(invites.map(takeOne));
}
