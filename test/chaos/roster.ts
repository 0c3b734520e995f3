/** Who was put out of the household in a world, and which invites were taken back. */
import type { DeviceId } from '../../src/model/ids.ts';
import type { Device } from './device-host.ts';

/** A device that somebody else removed, and was told that it worked. */
export interface Removal {
  readonly device: Device;
  readonly id: DeviceId;
  /** The room that was closed by it, in base64url. */
  readonly left: string;
  /**
   * Ids of all events by this device that any disk had a moment after the removal; `null`: something of it
   * may have been in no place where it could be seen.
   */
  written: ReadonlySet<string> | null;
}

export interface Roster {
  /**
   * A relay that forgot one removal and hears of another one first splits the household, as sync/SPEC.md says of
   * itself: in worlds where the relay is set back nobody removes anybody from a room that somebody else began to leave.
   */
  readonly isOneByOne: boolean;
  /** Rooms that somebody began to leave. */
  readonly left: Set<string>;
  /** Devices that somebody began to remove. */
  readonly targets: Set<Device>;
  removals: Removal[];
  /** Fragments of open invites by id. */
  readonly fragments: Map<string, string>;
  readonly takenBack: Set<string>;
  /** Ids of entries that guests' devices were made to hold and no guest may write. */
  readonly forged: Set<string>;
  /** How often rooms were closed: what only the relay had of them may be gone. */
  closings: number;
}

export function makeRoster(isOneByOne: boolean): Roster {
  return {
    isOneByOne,
    left: new Set(),
    targets: new Set(),
    removals: [],
    fragments: new Map(),
    takenBack: new Set(),
    forged: new Set(),
    closings: 0,
  };
}
