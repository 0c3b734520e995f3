/** How one document's link to its room stands. */
import type { RoomFaults } from './room-log.ts';
import type { Tombstone } from './tombstone.ts';

export type LinkPhase = 'connecting' | 'joining' | 'replay' | 'live' | 'refused' | 'closed';

export interface LinkState {
  readonly phase: LinkPhase;
  /** Edits that the log is not known to hold. */
  readonly pending: boolean;
  /** This device's clock, ms, when the log last held everything. */
  readonly syncedAt: number | null;
  /** The log has held some of this document, perhaps before this start. */
  readonly reached: boolean;
  /** The last wire error code, until the room is live again. */
  readonly refusal: number | null;
  /** What the owner said when the room was closed. */
  readonly tombstone: Tombstone | null;
  readonly faults: RoomFaults;
}
