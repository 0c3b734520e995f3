/** What an invite gives, and what its room says once it is over; both are sealed with the invite's own keys. */
import { asId, type PersonId } from '../model/ids.ts';
import type { Bytes } from './bytes.ts';
import type { EditorCapability } from './capability.ts';
import { decodeCapability, encodeCapability } from './capability-text.ts';
import type { RoomKeys } from './room-keys.ts';
import { decrypt, encrypt } from './seal.ts';

export interface InviteGrant {
  readonly grant: 'edit';
  readonly capability: EditorCapability;
  readonly spaceName: string;
  readonly inviterName: string;
  /** Whose part the link is meant for. */
  readonly person: { readonly id: PersonId; readonly name: string };
  /** The maker's clock, ms since 1970. */
  readonly expiresAt: number;
}

export type InviteEnd =
  | { readonly type: 'used'; readonly by: string }
  | { readonly type: 'takenBack' }
  | { readonly type: 'expired' };

const tombstoneLabel = 'invite-end/1';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function encodeGrant({ capability, person, ...rest }: InviteGrant): Bytes {
  const plain = {
    v: 1,
    ...rest,
    keys: encodeCapability(capability),
    personId: person.id,
    personName: person.name,
  };
  return encoder.encode(JSON.stringify(plain));
}

/** `null` when malformed or of a newer version. */
export function decodeGrant(bytes: Uint8Array): InviteGrant | null {
  const plain = parseObject(bytes);
  if (plain === null || plain['v'] !== 1 || plain['grant'] !== 'edit') return null;
  const { keys, spaceName, inviterName, personId, personName, expiresAt } = plain;
  const texts = [keys, spaceName, inviterName, personId, personName];
  if (!texts.every((text) => typeof text === 'string') || typeof expiresAt !== 'number') return null;
  const capability = decodeCapability(keys as string);
  if (!capability.ok || capability.value.role !== 'editor') return null;
  return {
    grant: 'edit',
    capability: capability.value,
    spaceName: spaceName as string,
    inviterName: inviterName as string,
    person: { id: asId<PersonId>(personId as string), name: personName as string },
    expiresAt,
  };
}

export function encodeInviteEnd(
  keys: RoomKeys,
  end: InviteEnd,
  randomBytes: (length: number) => Bytes,
): Bytes {
  return encrypt(keys, tombstoneLabel, encoder.encode(JSON.stringify({ v: 1, ...end })), randomBytes);
}

/** `null` when it says something that this version does not know. */
export function decodeInviteEnd(keys: RoomKeys, tombstone: Uint8Array): InviteEnd | null {
  const bytes = decrypt(keys, tombstoneLabel, tombstone);
  const plain = bytes === null ? null : parseObject(bytes);
  const type = plain?.['type'];
  if (type === 'takenBack' || type === 'expired') return { type };
  const by = plain?.['by'];
  return type === 'used' && typeof by === 'string' ? { type, by } : null;
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const plain: unknown = JSON.parse(decoder.decode(bytes));
    return typeof plain === 'object' && plain !== null ? (plain as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
