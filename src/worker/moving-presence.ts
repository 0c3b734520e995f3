/** Presence that goes along when the space's room is another one: what was said is said again there. */
import type { RoomHandle } from '../sync/room.ts';
import { makeSpacePresence, type SpacePresence } from './space-presence.ts';

export interface MovingPresence extends SpacePresence {
  /** The room is another one, or none. */
  moved(): void;
}

export function makeMovingPresence(room: () => RoomHandle | null, onChange: () => void): MovingPresence {
  let said: Parameters<SpacePresence['say']>[0] = null;
  const meet = (): SpacePresence | null => {
    const awareness = room()?.awareness;
    return awareness === undefined ? null : makeSpacePresence(awareness, onChange);
  };
  let current = meet();
  return {
    here: () => current?.here() ?? [],
    say: (own) => {
      said = own;
      current?.say(own);
    },
    moved: () => {
      current?.close();
      current = meet();
      if (said !== null) current?.say(said);
    },
    close: () => current?.close(),
  };
}
