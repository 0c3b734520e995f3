/**
 * What a device may do in a space, whatever its keys could still open.
 */
export type SpaceRole = 'owner' | 'editor' | 'viewer' | 'guest';

/**
 * A role, or why there is none any more:
 * `alone`: the keys cannot be read; everything works here and nothing is shared.
 * `removed`: put out by an owner. `leftBehind`: the space moved to new keys and did not know of this device.
 * Both keep their own copy, read only.
 */
export type Access = SpaceRole | 'alone' | 'removed' | 'leftBehind';

/** Whether the whole of it may be changed on this device. */
export function isMember(access: Access): boolean {
  return access === 'owner' || access === 'editor' || access === 'alone';
}

/** Whether anything may be changed on this device. A guest changes what it was given, see the guests' rules. */
export function mayChange(access: Access): boolean {
  return access === 'owner' || access === 'editor' || access === 'guest' || access === 'alone';
}
