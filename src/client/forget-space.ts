/**
 * What the page itself remembers of a household (what was chosen in it last, notes that were begun) goes when the household
 * does. It lies under keys that name the household's id, in the browser's own storage; the worker cannot reach that.
 */
import type { Access } from '../model/access.ts';
import type { SpaceId } from '../model/ids.ts';

interface Line {
  readonly id: SpaceId;
  readonly access: Access;
}

function forget(storage: () => Storage, space: SpaceId): void {
  try {
    const own = storage();
    for (const key of Object.keys(own)) if (key.split(/[./]/).includes(space)) own.removeItem(key);
  } catch {
    // What may not be touched was never written.
  }
}

function isOut({ access }: Line): boolean {
  return access === 'removed' || access === 'leftBehind';
}

/** Forgets what is no longer among the device's households, and those that it is out of. */
export function forgetGoneSpaces(before: readonly Line[], now: readonly Line[]): void {
  const stays = new Set(now.flatMap((line) => (isOut(line) ? [] : [line.id])));
  for (const { id } of [...before, ...now]) {
    if (stays.has(id)) continue;
    forget(() => localStorage, id);
    forget(() => sessionStorage, id);
  }
}
