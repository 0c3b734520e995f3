/** Intents about invites: making one, taking it back, accepting one. */
import { asId, type SpaceId } from '../../model/ids.ts';
import { omit } from '../../model/omit.ts';
import type { SpaceRecord } from '../../store/device-database.ts';
import { writeDevice, writeInvite } from '../../store/space-document.ts';
import { encodeBase64url } from '../../sync/base64url.ts';
import { deriveSpaceRoom } from '../../sync/capability.ts';
import { encodeCapability } from '../../sync/capability-text.ts';
import {
  confirmInvite,
  type OpenedInvite,
  createInvite as postInvite,
  openInvite,
  revokeInvite as takeBack,
} from '../../sync/invite.ts';
import type { Intent, IntentResult } from '../messages.ts';
import type { RelayLink } from '../relay-link.ts';
import type { SpaceSession } from '../space-session.ts';
import { findKnownSpace } from './find-known-space.ts';
import { changeHeld, failed, type IntentContext, requireMe, thisDevice } from './intent-context.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { kind: Kind }>;

const inviteLifetime = 7 * 24 * 60 * 60_000;
/** How long the relay has to answer, ms, before a person is told that there is no connection. */
const patience = 5_000;
/** How long a newcomer waits for the household's content before the screens open without it. */
const firstSyncLimit = 8_000;

function invitesOver(relay: RelayLink): Parameters<typeof openInvite>[0] {
  return { relay: relay.socket, environment: relay.environment, timeoutMs: patience };
}

export async function createInvite(
  context: IntentContext,
  intent: IntentOf<'createInvite'>,
): Promise<IntentResult> {
  const ready = requireMe(context);
  if (ready === null) return failed({ type: 'noSpace' });
  const { session, me } = ready;
  const people = session.people();
  const person = people.find((each) => each.id === intent.person);
  if (person === undefined) return failed({ type: 'unknownPerson' });
  const { capability } = session.rooms;
  if (capability === null) return failed({ type: 'keysDamaged' });
  const { environment, relay, database } = context;
  const createdAt = environment.now();
  const made = await postInvite(invitesOver(relay), {
    capability,
    spaceName: session.snapshot().spaceName,
    inviterName: people.find((each) => each.id === me)?.name ?? '',
    person: { id: person.id, name: person.name },
    expiresAt: createdAt + inviteLifetime,
  });
  if (!made.ok) return failed(made.error);
  const { id, fragment, expiresAt } = made.value;
  await database.putInviteSecret({ id, secret: fragment });
  const { document } = session;
  return changeHeld(context, [document], { invite: { id, fragment, expiresAt } }, () =>
    writeInvite(document.doc, id, { person: person.id, createdAt, expiresAt }),
  );
}

/** Only the device that made an invite holds its secret, so only there it can be taken back. */
export async function revokeInvite(
  context: IntentContext,
  intent: IntentOf<'revokeInvite'>,
): Promise<IntentResult> {
  const session = context.session();
  if (session === null) return failed({ type: 'noSpace' });
  const { relay, database, environment } = context;
  const secret = await database.getInviteSecret(intent.invite);
  if (secret === null) return failed({ type: 'inviteUnknown' });
  const ended = await takeBack(invitesOver(relay), secret);
  if (!ended.ok) {
    if (ended.error.type === 'inviteUsed') {
      writeInvite(session.document.doc, intent.invite, { usedAt: environment.now() });
    }
    return failed(ended.error);
  }
  const { document } = session;
  return changeHeld(context, [document], {}, () =>
    writeInvite(document.doc, intent.invite, { takenBack: true }),
  );
}

export async function acceptInvite(
  context: IntentContext,
  intent: IntentOf<'acceptInvite'>,
): Promise<IntentResult> {
  const { environment, relay, device, database } = context;
  const invites = invitesOver(relay);
  const opened = await openInvite(invites, intent.text, device);
  if (!opened.ok) return failed(opened.error);
  const { id, grant } = opened.value;
  const space = asId<SpaceId>(encodeBase64url(deriveSpaceRoom(grant.capability).roomId));
  const known = await findKnownSpace(context, grant.capability);
  if (known.type === 'member') return failed({ type: 'alreadyMember' });
  if (known.type === 'outdated') return failed({ type: 'inviteTakenBack' });

  const me = grant.person.id;
  const joinedAt = environment.now();
  if (known.type === 'out') {
    const { session } = known;
    const readmitted = await session.moves.readmit(grant.capability, {
      text: intent.text,
      opened: opened.value,
    });
    if (!readmitted.ok) return failed(readmitted.error);
    await session.setMe(me);
    await context.spaces.show(session.id);
    return takePart(context, session, grant, id);
  }
  const record = { id: space, capability: encodeCapability(grant.capability), me, joinedAt };
  // First the keys on this device, then the invite is closed: a crash in between loses neither.
  await database.putSpace({ ...record, unconfirmedInvite: intent.text });
  const confirmed = await opened.value.confirm();
  if (confirmed.ok) await database.putSpace(record);
  else if (confirmed.error.type !== 'offline') {
    await database.deleteSpace(space);
    return failed(confirmed.error);
  }
  const session = await context.spaces.open(record);
  return takePart(context, session, grant, id);
}

/** Waits for the household's content, and says that this device is there. */
async function takePart(
  context: IntentContext,
  session: SpaceSession,
  { capability, person: { id: me } }: OpenedInvite['grant'],
  invite: string,
): Promise<IntentResult> {
  // Once for the space, which names the runs, and once for the runs' own rooms.
  await session.rooms.caughtUp(firstSyncLimit);
  await session.runsOpen();
  await session.rooms.caughtUp(firstSyncLimit);
  const { document } = session;
  return changeHeld(context, [document], { person: me }, () => {
    writeDevice(document.doc, thisDevice(context, capability, me, session.joinedAt));
    writeInvite(document.doc, invite, { person: me, usedAt: context.environment.now() });
  });
}

/** After a crash between taking the keys and closing the invite: closes it as soon as the relay is there. */
export async function confirmLater(context: IntentContext, record: SpaceRecord): Promise<void> {
  const { unconfirmedInvite } = record;
  if (unconfirmedInvite === undefined) return;
  const { relay, device, database } = context;
  const invites = invitesOver(relay);
  const confirmed = await confirmInvite(invites, unconfirmedInvite, device);
  // Offline: the next start tries again. Anything else is final either way.
  if (!confirmed.ok && confirmed.error.type === 'offline') return;
  await database.updateSpace(record.id, (stored) => omit(stored, 'unconfirmedInvite'));
}

/** Best effort, for invites that lead to a room which is about to be closed. */
export async function takeBackStored(context: IntentContext, ids: readonly string[]): Promise<void> {
  const { relay, database } = context;
  const takeOne = async (id: string): Promise<void> => {
    const secret = await database.getInviteSecret(id);
    if (secret !== null) await takeBack(invitesOver(relay), secret);
  };
  await Promise.all(ids.map(takeOne));
}
