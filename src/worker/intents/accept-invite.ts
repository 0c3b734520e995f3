/**
 * Accepting an invite, and looking at one before. What it gives becomes a space of this device: whole, to look
 * at, or one run of it.
 *
 * Invariants: the keys are stored before the invite is closed [W8]; a disk that fills up once it is closed fails
 * nothing any more, because a second try would find the invite used; documents of one room never meet another
 * room, whatever an invite calls its space.
 */
import { asId, type SpaceId } from '../../model/ids.ts';
import { omit } from '../../model/omit.ts';
import { err, ok, type Result } from '../../model/result.ts';
import type { SpaceRecord } from '../../store/device-database.ts';
import { isQuotaError } from '../../store/persisted-document.ts';
import { writeDevice, writeInvite } from '../../store/space-document.ts';
import { encodeCapability } from '../../sync/capability-text.ts';
import { confirmInvite, openInvite } from '../../sync/invite.ts';
import type { AcceptedBy } from '../../sync/invite-end.ts';
import type { InviteGrant } from '../../sync/invite-grant.ts';
import { invitesOver } from '../invites-over.ts';
import type { Intent, IntentFailure, IntentResult, InvitePreview } from '../messages.ts';
import type { SpaceSession } from '../space-session.ts';
import { findKnownSpace, type KnownSpace, roomNameOf } from './find-known-space.ts';
import { changeHeld, done, failed, type IntentContext, thisDevice } from './intent-context.ts';

/** How long a newcomer waits for the household's content before the screens open without it. */
const firstSyncLimit = 8_000;

function acceptedBy({ device, key }: IntentContext): AcceptedBy {
  return { device, publicKey: key.publicKey };
}

/** Nothing is taken yet: what somebody would get, in order to say it in words. */
export async function previewInvite(
  context: IntentContext,
  text: string,
): Promise<Result<InvitePreview, IntentFailure>> {
  const opened = await openInvite(invitesOver(context.relay), text, acceptedBy(context));
  if (!opened.ok) return opened;
  const { grant } = opened.value;
  const refused = refusalOf(await findKnownSpace(context, grant));
  if (refused !== null) return err(refused);
  return ok({
    gives: grant.grant,
    spaceName: grant.spaceName,
    inviterName: grant.inviterName,
    personName: grant.person?.name ?? null,
    runTitle: grant.grant === 'guest' ? grant.runTitle : null,
    expiresAt: grant.expiresAt,
  });
}

function refusalOf(known: KnownSpace): IntentFailure | null {
  if (known.type === 'member') return { type: 'alreadyMember' };
  return known.type === 'outdated' ? { type: 'inviteTakenBack' } : null;
}

export async function acceptInvite(
  context: IntentContext,
  intent: Extract<Intent, { kind: 'acceptInvite' }>,
): Promise<IntentResult> {
  const { environment, relay, database } = context;
  const opened = await openInvite(invitesOver(relay), intent.text, acceptedBy(context));
  if (!opened.ok) return failed(opened.error);
  const { id, grant } = opened.value;
  const known = await findKnownSpace(context, grant);
  const refused = refusalOf(known);
  if (refused !== null) return failed(refused);
  if (known.type === 'out' || known.type === 'less') {
    const given = { text: intent.text, opened: opened.value };
    const readmitted =
      grant.grant === 'guest' ? null : await known.session.moves?.readmit(grant.capability, given);
    if (!readmitted) return failed({ type: 'inviteUnknown' });
    if (!readmitted.ok) return failed(readmitted.error);
    const { person } = grant;
    if (person !== null) await unlessFull(context, known.session.setMe(person.id));
    await unlessFull(context, context.spaces.show(known.session.id));
    return takePart(context, known.session, grant, id);
  }
  const record = await toRecord(context, grant, environment.now());
  // First the keys on this device, then the invite is closed: a crash in between loses neither.
  await database.putSpace({ ...record, unconfirmedInvite: intent.text });
  const confirmed = await opened.value.confirm();
  if (confirmed.ok) await unlessFull(context, database.putSpace(record));
  else if (confirmed.error.type !== 'offline') {
    await database.deleteSpace(record.id);
    return failed(confirmed.error);
  }
  await unlessFull(context, context.spaces.open(record));
  const session = context.spaces.all().find((each) => each.id === record.id);
  return session === undefined ? failed({ type: 'storageFull' }) : takePart(context, session, grant, id);
}

/**
 * Waits for a write without which all works until the next start, which makes up for it: keys and the invite's text
 * are stored. No room for it is told on the screens.
 */
async function unlessFull(context: IntentContext, writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (reason) {
    if (!isQuotaError(reason)) throw reason;
    context.noteStorageFailure('storageFull');
  }
}

async function toRecord(
  { database }: IntentContext,
  grant: InviteGrant,
  joinedAt: number,
): Promise<SpaceRecord> {
  const { spaceName, inviterName, person } = grant;
  // What an invite calls its space is its maker's word: a name that is taken here is given to nobody else.
  const isTaken = (await database.spaces()).some(({ id }) => id === grant.space);
  const id = asId<SpaceId>(grant.grant === 'guest' || isTaken ? roomNameOf(grant.capability) : grant.space);
  const record = { id, capability: encodeCapability(grant.capability), me: person?.id ?? null, joinedAt };
  if (grant.grant !== 'guest') return record;
  const { runTitle } = grant;
  return { ...record, guestOf: { spaceName, inviterName, runTitle, personName: grant.person.name } };
}

/**
 * Waits for the content. Whoever may write the space says that they came; of others the members' devices
 * hear from the invite's end.
 */
async function takePart(
  context: IntentContext,
  session: SpaceSession,
  grant: InviteGrant,
  invite: string,
): Promise<IntentResult> {
  // Once for the space, which names the runs, and once for the runs' own rooms.
  await session.rooms.caughtUp(firstSyncLimit);
  await session.runsOpen();
  await session.rooms.caughtUp(firstSyncLimit);
  const me = session.me();
  const found = {
    ...(me === null ? {} : { person: me }),
    ...(grant.grant === 'guest' ? { run: grant.capability.run } : {}),
  };
  const { writer } = session.rooms;
  if (writer === null || me === null) return done(found);
  const { document } = session;
  const now = context.environment.now();
  const written = await changeHeld(context, [document], found, () => {
    writeDevice(document.doc, thisDevice(context, writer, me, session.joinedAt));
    writeInvite(document.doc, invite, { person: me, usedAt: now, endedAt: now });
  });
  // It is told, kept in memory, and fetched again from the others if need be.
  return !written.ok && written.error.type === 'storageFull' ? done(found) : written;
}

/** After a crash between taking the keys and closing the invite: closes it as soon as the relay is there. */
export async function confirmLater(context: IntentContext, record: SpaceRecord): Promise<void> {
  const { unconfirmedInvite } = record;
  if (unconfirmedInvite === undefined) return;
  const { relay, database } = context;
  const confirmed = await confirmInvite(invitesOver(relay), unconfirmedInvite, acceptedBy(context));
  // Offline: the next start tries again. Anything else is final either way.
  if (!confirmed.ok && confirmed.error.type === 'offline') return;
  await unlessFull(
    context,
    database.updateSpace(record.id, (stored) => omit(stored, 'unconfirmedInvite')),
  );
}
