/** How long sync waits, ms, unless named otherwise. Tests shorten it; nothing depends on the numbers but traffic and patience. */
export interface SyncTiming {
  /** Local edits are gathered this long before they are sealed. */
  readonly batchMs: number;
  /** After a relay lost data, devices upload spread over this time. */
  readonly healMs: number;
  /** A room that the relay cannot serve now is tried again after at least this. */
  readonly holdMs: number;
  /** No answer for this long: the connection is dead. */
  readonly stallMs: number;
  /** The provider gives up after 30 s without a message. */
  readonly keepAliveMs: number;
  readonly cursorSaveMs: number;
  /** Frames, not time: so many after the last snapshot, another one is due. */
  readonly snapshotFrames: number;
  /** A snapshot that is due is made after half of this to all of it: the first one spares the others theirs. */
  readonly snapshotMs: number;
}

export const defaultTiming: SyncTiming = {
  batchMs: 150,
  healMs: 2_000,
  holdMs: 5_000,
  stallMs: 20_000,
  keepAliveMs: 12_000,
  cursorSaveMs: 500,
  snapshotFrames: 500,
  snapshotMs: 30_000,
};
