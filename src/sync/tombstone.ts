/** The owner's word that a room is over, as it is passed on and kept. */
import type { Bytes } from './bytes.ts';

export interface Tombstone {
  readonly bytes: Bytes;
  /** By O, over `closeStatement`. */
  readonly signature: Bytes;
}
