/** Every limit of the relay, in one place and injectable. Over a limit comes a numbered error or a pause, never a silent drop. */
export interface Limits {
  /** Time for a new socket to prove a key, milliseconds. */
  readonly joinWithinMs: number;
  /** Time for a plain connection to say what it wants, milliseconds. */
  readonly requestWithinMs: number;
  /** Time for a socket that was told to go to take its leave, milliseconds; then it is cut off. */
  readonly leaveWithinMs: number;
  readonly roomsPerSocket: number;
  readonly connections: number;
  /** Loose: a household, or a whole office, shares one address. */
  readonly connectionsPerAddress: number;
  /** Plain connections, those that became a socket of the relay included; a browser opens several for a page. */
  readonly streams: number;
  readonly streamsPerAddress: number;
  /** Token bucket a connection: over it, the relay stops reading the socket until there are tokens again. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Bytes waiting in a socket's buffer: from here on the reader asks for pages. */
  readonly bufferedBytes: number;
  /** Bytes waiting in a socket's buffer: from here on the connection ends. */
  readonly bufferedBytesEnd: number;
  /** Bytes waiting in all sockets' buffers: from here on whoever has more than a page waiting asks for pages. */
  readonly bufferedBytesAll: number;
  /** A page ends with the frame that reaches this many bytes, or this many frames. */
  readonly pageBytes: number;
  readonly pageFrames: number;
  /** A commit takes in what one turn of the event loop brings, at most this many frames: a flood is not all held at once. */
  readonly commitFrames: number;
  /** Frames sent and not yet acknowledged on one channel, while that channel is paging. */
  readonly owedAcks: number;
  readonly snapshotBytes: number;
  /** Snapshots being assembled, all connections together. */
  readonly assemblyBytes: number;
  /** How long a snapshot that is no longer among the last two is kept, milliseconds. */
  readonly snapshotKeptMs: number;
  /** A room's newest snapshot and the frames after it; like all that is stored, counted as `stored-size.ts` does. */
  readonly roomBytes: number;
  /** A room's history beside that: older snapshots, and frames that are still kept behind them. */
  readonly roomHistoryBytes: number;
  /** For a room's snapshots alone, when the rest is used up: so a full room can be made smaller. */
  readonly roomSnapshotBytes: number;
  readonly storedBytes: number;
  /** From here on only rooms that already hold something may grow: strangers' new rooms cannot crowd them out. */
  readonly storedBytesForNewRooms: number;
  /** Disk space that the relay leaves free. */
  readonly diskReserveBytes: number;
  /** Between two pings, milliseconds; a socket that missed one ends at the next. */
  readonly heartbeatMs: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const DEFAULT_LIMITS: Limits = {
  joinWithinMs: 5_000,
  requestWithinMs: 10_000,
  leaveWithinMs: 2_000,
  roomsPerSocket: 200,
  connections: 2_000,
  connectionsPerAddress: 200,
  streams: 4_000,
  streamsPerAddress: 800,
  messagesPerSecond: 200,
  messageBurst: 2_000,
  bytesPerSecond: 2 * MIB,
  byteBurst: 16 * MIB,
  bufferedBytes: 4 * MIB,
  bufferedBytesEnd: 16 * MIB,
  bufferedBytesAll: 256 * MIB,
  pageBytes: 256 * KIB,
  pageFrames: 1_000,
  commitFrames: 500,
  owedAcks: 1_000,
  snapshotBytes: 16 * MIB,
  assemblyBytes: 64 * MIB,
  snapshotKeptMs: 7 * 24 * 3_600_000,
  roomBytes: 64 * MIB,
  roomHistoryBytes: 64 * MIB,
  // One snapshot of the largest kind, its rows included.
  roomSnapshotBytes: 17 * MIB,
  storedBytes: 4 * 1024 * MIB,
  storedBytesForNewRooms: 3 * 1024 * MIB,
  diskReserveBytes: 256 * MIB,
  heartbeatMs: 30_000,
};
