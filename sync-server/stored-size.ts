/**
 * What stored things count for, in bytes: what they hold, and what keeping them takes beside that (row, index, chain,
 * keys), as SQLite was seen to need it. Otherwise ten thousand frames of one byte would count for ten thousand bytes
 * and take a megabyte. What is left unused in SQLite's pages is not counted.
 */
import type { Snapshot, Tombstone } from './frame-log.ts';

export const ROOM_ROW_BYTES = 150;
export const FRAME_ROW_BYTES = 80;
export const SNAPSHOT_ROW_BYTES = 80;
/** The signature included. */
export const PART_ROW_BYTES = 144;

export function sizeOfFrame(bytes: Uint8Array): number {
  return FRAME_ROW_BYTES + bytes.length;
}

export function sizeOfSnapshot({ parts }: Pick<Snapshot, 'parts'>): number {
  return parts.reduce((sum, { sealed }) => sum + PART_ROW_BYTES + sealed.length, SNAPSHOT_ROW_BYTES);
}

/** In a room that has a row already. */
export function sizeOfTombstone({ signature, bytes }: Tombstone): number {
  return signature.length + bytes.length;
}
