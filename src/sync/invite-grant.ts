/**
 * What an invite gives, sealed with the invite's own keys. Each kind carries the keys of its kind and no
 * others: what a person may do is what they were given, not what a screen allows.
 */
import { asId, type PersonId } from '../model/ids.ts';
import { encodeBase64url } from './base64url.ts';
import type { Bytes } from './bytes.ts';
import {
  deriveSpaceRoom,
  type EditorCapability,
  editorFromWriter,
  type OwnerCapability,
  type ViewerCapability,
  viewerFromWriter,
  type WriterCapability,
} from './capability.ts';
import { decodeDeviceCapability, encodeCapability } from './capability-text.ts';
import {
  type GuestCapability,
  type GuestPlace,
  makeGuestCapability,
  type DeviceCapability,
} from './guest-capability.ts';
import { parseObject } from './parse-object.ts';

export interface GrantPerson {
  readonly id: PersonId;
  readonly name: string;
}

interface GrantHead {
  /** What the maker's device calls the space: a device that has it already recognises it. */
  readonly space: string;
  readonly spaceName: string;
  readonly inviterName: string;
  /** The maker's clock, ms since 1970. */
  readonly expiresAt: number;
  /** Where the space has moved from and to ([V10]): who was left behind knows their household by it. */
  readonly moves?: readonly string[];
}

export type InviteGrant = GrantHead &
  (
    | {
        readonly grant: 'own';
        readonly capability: OwnerCapability;
        readonly person: GrantPerson;
      }
    | {
        readonly grant: 'edit';
        readonly capability: EditorCapability;
        /** Whose part the link is meant for. */
        readonly person: GrantPerson;
      }
    | {
        readonly grant: 'view';
        readonly capability: ViewerCapability;
        readonly person: GrantPerson | null;
      }
    | {
        readonly grant: 'guest';
        readonly capability: GuestCapability;
        readonly person: GrantPerson;
        readonly runTitle: string;
      }
  );

/** What somebody who may give wants to give; the keys are cut down to it here. */
export type InviteGift = GrantHead &
  (
    | { readonly grant: 'own'; readonly capability: OwnerCapability; readonly person: GrantPerson }
    | { readonly grant: 'edit'; readonly capability: WriterCapability; readonly person: GrantPerson }
    | { readonly grant: 'view'; readonly capability: WriterCapability; readonly person: GrantPerson | null }
    | {
        readonly grant: 'guest';
        readonly capability: WriterCapability;
        readonly person: GrantPerson;
        readonly place: GuestPlace;
        readonly runTitle: string;
      }
  );

export function grantFromGift(gift: InviteGift): InviteGrant {
  switch (gift.grant) {
    case 'own':
      return gift;
    case 'edit':
      return { ...gift, capability: editorFromWriter(gift.capability) };
    case 'view':
      return { ...gift, capability: viewerFromWriter(gift.capability) };
    case 'guest': {
      const { capability, place, ...rest } = gift;
      return { ...rest, capability: makeGuestCapability(capability, place, gift.person.id) };
    }
  }
}

const encoder = new TextEncoder();

export function encodeGrant({ capability, person, ...rest }: InviteGrant): Bytes {
  const plain = {
    v: 2,
    ...rest,
    keys: encodeCapability(capability),
    ...(person === null ? {} : { personId: person.id, personName: person.name }),
  };
  return encoder.encode(JSON.stringify(plain));
}

/** `null` when malformed or of a newer version. The first version knew `edit` alone and did not name the space. */
export function decodeGrant(bytes: Uint8Array): InviteGrant | null {
  const plain = parseObject(bytes);
  if (plain === null) return null;
  const { v, grant, keys, spaceName, inviterName, expiresAt, runTitle } = plain;
  if (v !== 2 && !(v === 1 && grant === 'edit')) return null;
  if (![keys, spaceName, inviterName].every((text) => typeof text === 'string')) return null;
  if (typeof expiresAt !== 'number') return null;
  const decoded = decodeDeviceCapability(keys as string);
  if (!decoded.ok) return null;
  const capability = decoded.value;
  const space = v === 1 ? spaceOf(capability) : plain['space'];
  if (typeof space !== 'string') return null;
  const moves = readMoves(plain);
  const head = {
    space,
    spaceName: spaceName as string,
    inviterName: inviterName as string,
    expiresAt,
    ...(moves.length === 0 ? {} : { moves }),
  };
  const person = readPerson(plain);
  if (grant === 'view' && capability.role === 'viewer') return { ...head, grant, capability, person };
  if (person === null) return null;
  if (grant === 'own' && capability.role === 'owner') return { ...head, grant, capability, person };
  if (grant === 'edit' && capability.role === 'editor') return { ...head, grant, capability, person };
  if (grant !== 'guest' || capability.role !== 'guest' || capability.person !== person.id) return null;
  return { ...head, grant, capability, person, runTitle: typeof runTitle === 'string' ? runTitle : '' };
}

/** A space was named by its room when there was one kind of invite. */
function spaceOf(capability: DeviceCapability): string | null {
  return capability.role === 'guest' ? null : encodeBase64url(deriveSpaceRoom(capability).roomId);
}

function readMoves({ moves }: Readonly<Record<string, unknown>>): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(moves) ? moves : [];
  return texts.filter((text) => typeof text === 'string');
}

function readPerson({ personId, personName }: Readonly<Record<string, unknown>>): GrantPerson | null {
  if (typeof personId !== 'string' || typeof personName !== 'string') return null;
  return { id: asId<PersonId>(personId), name: personName };
}
