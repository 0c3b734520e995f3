/** What an invite's keys are to a device that may be, or have been, in that household. */
import { encodeBase64url } from '../../sync/base64url.ts';
import { decodeDeviceCapability } from '../../sync/capability-text.ts';
import { type DeviceCapability, guestRooms } from '../../sync/guest-capability.ts';
import type { InviteGrant } from '../../sync/invite-grant.ts';
import { spaceRoomName } from '../space-moves.ts';
import type { SpaceSession } from '../space-session.ts';
import type { IntentContext } from './intent-context.ts';

export type KnownSpace =
  | { readonly type: 'new' }
  | { readonly type: 'member' }
  /** A member who is given more than this device has. */
  | { readonly type: 'less'; readonly session: SpaceSession }
  /** The keys are to a room that the household has left. */
  | { readonly type: 'outdated' }
  /** This device was removed or left behind, and these are keys to where the household went on. */
  | { readonly type: 'out'; readonly session: SpaceSession };

const rank = { guest: 0, viewer: 1, editor: 2, owner: 3 } as const;

/** The room that tells what was given from anything else: a guest's own, else the space's. Base64url. */
export function roomNameOf(capability: DeviceCapability): string {
  return capability.role === 'guest'
    ? encodeBase64url(guestRooms(capability).guest.roomId)
    : spaceRoomName(capability);
}

export async function findKnownSpace(
  { database, spaces }: IntentContext,
  { capability, moves }: InviteGrant,
): Promise<KnownSpace> {
  const room = roomNameOf(capability);
  for (const session of spaces.all()) {
    if (await session.moves?.leadsTo(room, moves ?? [])) return { type: 'out', session };
  }
  for (const record of await database.spaces()) {
    const keys = decodeDeviceCapability(record.capability);
    const isIn = record.standing === undefined;
    if (isIn && keys.ok && roomNameOf(keys.value) === room) {
      const session = spaces.all().find(({ id }) => id === record.id);
      const isMore = rank[capability.role] > rank[keys.value.role];
      return isMore && session !== undefined ? { type: 'less', session } : { type: 'member' };
    }
    if (record.id === room) return { type: 'outdated' };
  }
  return { type: 'new' };
}
