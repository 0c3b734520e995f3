/** What an invite's keys are to a device that may have been in that household before. */
import type { SpaceCapability } from '../../sync/capability.ts';
import { decodeCapability } from '../../sync/capability-text.ts';
import { spaceRoomName } from '../space-moves.ts';
import type { SpaceSession } from '../space-session.ts';
import type { IntentContext } from './intent-context.ts';

export type KnownSpace =
  | { readonly type: 'new' }
  | { readonly type: 'member' }
  /** The keys are to a room that the household has left. */
  | { readonly type: 'outdated' }
  /** This device was removed or left behind, and these are keys to where the household went on. */
  | { readonly type: 'out'; readonly session: SpaceSession };

export async function findKnownSpace(
  { database, spaces }: IntentContext,
  capability: SpaceCapability,
): Promise<KnownSpace> {
  const room = spaceRoomName(capability);
  const out = spaces.all().find((session) => session.moves.leadsTo(room));
  if (out !== undefined) return { type: 'out', session: out };
  for (const record of await database.spaces()) {
    const keys = decodeCapability(record.capability);
    const isIn = record.standing === undefined;
    if (isIn && keys.ok && spaceRoomName(keys.value) === room) return { type: 'member' };
    if (record.id === room) return { type: 'outdated' };
  }
  return { type: 'new' };
}
