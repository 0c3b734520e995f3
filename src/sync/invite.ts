/**
 * Invites: a link carries a random secret I; the room derived from I holds, sealed, what is given. Whoever
 * has I owns that room, so accepting, taking back or expiring closes it, once and for everybody.
 *
 * Accepting has two steps, so that a crash between them loses nothing: `openInvite` reads the grant, the caller
 * makes it durable, and `confirm` closes the room. Confirming again is harmless.
 */
import { err, ok, type Result } from '../model/result.ts';
import type { Bytes } from './bytes.ts';
import type { SyncEnvironment } from './environment.ts';
import { type FrameContent, singleContent } from './frame-content.ts';
import { type AcceptedBy, decodeInviteEnd, encodeInviteEnd, type InviteEnd } from './invite-end.ts';
import {
  decodeGrant,
  encodeGrant,
  grantFromGift,
  type InviteGift,
  type InviteGrant,
} from './invite-grant.ts';
import { decodeInvite, encodeInvite } from './invite-text.ts';
import type { RelaySocket } from './relay-socket.ts';
import {
  deriveSecret,
  ownerKeyFromSecret,
  type RoomKeys,
  roomKeysFromOwnerSecret,
  secretLength,
  type SigningKey,
} from './room-keys.ts';
import { encodeBase64url } from './base64url.ts';
import { makeClosedRoom, postClosed } from './closed-room.ts';
import { defaultPatience, type VisitFailure, visitRoom } from './visit-room.ts';

export type InviteFailure =
  /** Cut or mistyped; nobody was asked. */
  | { readonly type: 'inviteDamaged' }
  | { readonly type: 'inviteUsed' }
  | { readonly type: 'inviteTakenBack' }
  | { readonly type: 'inviteExpired' }
  /** The relay has no such invite: it lost its data, or the link is from elsewhere. */
  | { readonly type: 'inviteUnknown' }
  | { readonly type: 'offline' };

export interface InviteContext {
  readonly relay: RelaySocket;
  readonly environment: SyncEnvironment;
  /** ms; 8 s when left out. */
  readonly timeoutMs?: number;
}

export interface CreatedInvite {
  /** Names the invite without giving anything. */
  readonly id: string;
  /** Starts with `#`. A secret: shown, stored, never logged. */
  readonly fragment: string;
  readonly expiresAt: number;
}

export interface OpenedInvite {
  /** As in `CreatedInvite`. */
  readonly id: string;
  readonly grant: InviteGrant;
  /** Closes the invite. Call it when the grant is durable. */
  confirm(): Promise<Result<null, InviteFailure>>;
}

type InviteKeys = RoomKeys & { readonly ownerKey: SigningKey };

function inviteKeys(secret: Bytes): InviteKeys {
  const ownerSecret = deriveSecret(secret, 'invite');
  return { ...roomKeysFromOwnerSecret(ownerSecret), ownerKey: ownerKeyFromSecret(ownerSecret) };
}

/** Needs the relay, which holds the grant until it is taken. */
export async function createInvite(
  context: InviteContext,
  gift: InviteGift,
): Promise<Result<CreatedInvite, InviteFailure>> {
  const secret = context.environment.randomBytes(secretLength);
  const keys = inviteKeys(secret);
  const grant = encodeGrant(grantFromGift(gift));
  const posted = await visitRoom(visitOf(context, keys), singleContent('grant', grant));
  if (!posted.ok) return err(failureOf(keys, posted.error));
  return ok({
    id: encodeBase64url(keys.roomId),
    fragment: encodeInvite(secret),
    expiresAt: gift.expiresAt,
  });
}

/** `acceptedBy` names this device, to those who gave, and to itself after a crash. */
export async function openInvite(
  context: InviteContext,
  text: string,
  acceptedBy: AcceptedBy,
): Promise<Result<OpenedInvite, InviteFailure>> {
  const secret = decodeInvite(text);
  if (secret === null) return err({ type: 'inviteDamaged' });
  const keys = inviteKeys(secret);
  const read = await visitRoom(visitOf(context, keys));
  if (!read.ok) return err(failureOf(keys, read.error));
  const grant = findGrant(read.value);
  if (grant === null) return err({ type: 'inviteUnknown' });
  if (await expires(context, keys, grant.expiresAt)) return err({ type: 'inviteExpired' });
  return ok({ id: encodeBase64url(keys.roomId), grant, confirm: () => confirm(context, keys, acceptedBy) });
}

/** Closes an invite that is past its time. */
async function expires(context: InviteContext, keys: InviteKeys, expiresAt: number): Promise<boolean> {
  if (expiresAt > context.environment.now()) return false;
  // A device whose clock is known to be wrong must not end somebody's invite.
  if (context.relay.status().clockOffBy === null) await endInvite(context, keys, { type: 'expired' });
  return true;
}

/**
 * How an invite stands, for those who gave it; one past its time is closed by asking. `inviteUnknown`: the
 * relay has lost it, so that nobody can use it.
 */
export async function checkInvite(
  context: InviteContext,
  text: string,
): Promise<Result<{ readonly type: 'open' } | InviteEnd, InviteFailure>> {
  const secret = decodeInvite(text);
  if (secret === null) return err({ type: 'inviteDamaged' });
  const keys = inviteKeys(secret);
  const read = await visitRoom(visitOf(context, keys));
  if (!read.ok) {
    const end = read.error.type === 'closed' ? decodeInviteEnd(keys, read.error.tombstone) : null;
    return end === null ? err(failureOf(keys, read.error)) : ok(end);
  }
  const grant = findGrant(read.value);
  if (grant === null) return err({ type: 'inviteUnknown' });
  return ok({ type: (await expires(context, keys, grant.expiresAt)) ? 'expired' : 'open' });
}

function findGrant(contents: readonly FrameContent[]): InviteGrant | null {
  for (const { kind, body } of contents) {
    const grant = kind === 'grant' ? decodeGrant(body) : null;
    if (grant !== null) return grant;
  }
  return null;
}

async function confirm(
  context: InviteContext,
  keys: InviteKeys,
  by: AcceptedBy,
): Promise<Result<null, InviteFailure>> {
  const standing = await endInvite(context, keys, { type: 'used', by });
  if (!standing.ok) return standing;
  const isOurs = standing.value.type === 'used' && standing.value.by.device === by.device;
  return isOurs ? ok(null) : err(failureOfEnd(standing.value));
}

/** For a device that stored the grant and stopped before `confirm`: closes the invite in its name. */
export async function confirmInvite(
  context: InviteContext,
  text: string,
  acceptedBy: AcceptedBy,
): Promise<Result<null, InviteFailure>> {
  const secret = decodeInvite(text);
  return secret === null ? err({ type: 'inviteDamaged' }) : confirm(context, inviteKeys(secret), acceptedBy);
}

/** Takes an invite back. `inviteUsed` when somebody was faster. */
export async function revokeInvite(
  context: InviteContext,
  text: string,
): Promise<Result<null, InviteFailure>> {
  const secret = decodeInvite(text);
  if (secret === null) return err({ type: 'inviteDamaged' });
  const standing = await endInvite(context, inviteKeys(secret), { type: 'takenBack' });
  if (!standing.ok) return standing;
  return standing.value.type === 'used' ? err({ type: 'inviteUsed' }) : ok(null);
}

async function endInvite(
  context: InviteContext,
  keys: InviteKeys,
  end: InviteEnd,
): Promise<Result<InviteEnd, InviteFailure>> {
  const tombstone = encodeInviteEnd(keys, end, context.environment.randomBytes);
  const closed = await postClosed(visitOf(context, keys), makeClosedRoom(keys, tombstone));
  if (!closed.ok) return err(failureOf(keys, closed.error));
  const standing = decodeInviteEnd(keys, closed.value.bytes);
  return standing === null ? err({ type: 'inviteUnknown' }) : ok(standing);
}

function visitOf(context: InviteContext, keys: InviteKeys): Parameters<typeof visitRoom>[0] {
  const { relay, environment, timeoutMs = defaultPatience } = context;
  return { relay, environment, keys, timeoutMs };
}

function failureOf(keys: InviteKeys, failure: VisitFailure): InviteFailure {
  // A relay that cannot serve the room now is, to a person, a relay that is not there.
  if (failure.type !== 'closed') return { type: 'offline' };
  const end = decodeInviteEnd(keys, failure.tombstone);
  return end === null ? { type: 'inviteUnknown' } : failureOfEnd(end);
}

function failureOfEnd(end: InviteEnd): InviteFailure {
  switch (end.type) {
    case 'used':
      return { type: 'inviteUsed' };
    case 'takenBack':
      return { type: 'inviteTakenBack' };
    case 'expired':
      return { type: 'inviteExpired' };
  }
}
