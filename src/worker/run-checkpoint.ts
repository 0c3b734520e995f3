/**
 * The checkpoint of one run on this device: taken up when the document is exactly the one it was made of,
 * written again when the log has come to rest.
 *
 * Invariant: with or without it everybody sees the same; only how long opening takes differs.
 */
import {
  checkpointToState,
  type LogFields,
  type RunCheckpoint,
  stateToCheckpoint,
} from '../engine/checkpoint.ts';
import { decodeCheckpoint } from '../engine/decode-checkpoint.ts';
import type { RunState } from '../engine/run-state.ts';
import type { RunId } from '../model/ids.ts';
import { isSame } from '../model/is-same.ts';
import type { CheckpointRecord } from '../store/device-database.ts';
import type { PersistedDocument } from '../store/persisted-document.ts';
import { runVersion } from '../store/run-document.ts';

/** A shorter log folds as fast as its checkpoint is read. */
export const fewestEvents = 50;
/** How long a log has to be quiet; longer for a long one, whose checkpoint costs more to write. */
const quietMs = 3_000;
const quietMsPerEvent = 1;

/** Where the checkpoint of one run lies. Neither rejects. */
export interface CheckpointSlot {
  read(): Promise<CheckpointRecord | null>;
  write(record: CheckpointRecord): Promise<void>;
}

interface CheckpointContent {
  readonly state: RunCheckpoint;
  /** Entries of the log that are not even envelopes. */
  readonly damaged: number;
}

/** A run as its checkpoint says it is. */
export interface RestoredRun {
  readonly state: RunState;
  /** As many as its history has, and of them those that only a newer version understands. */
  readonly events: number;
  readonly newer: number;
  readonly damaged: number;
}

/** `null`: the log has to be folded. `log` is asked when somebody reads the log's own fields. */
export function restoreRun(
  run: RunId,
  record: CheckpointRecord | null,
  doc: PersistedDocument['doc'],
  log: () => LogFields,
): RestoredRun | null {
  if (record === null || !isSame([...record.version], [...runVersion(doc)])) return null;
  const content = decodeContent(record.content, run);
  if (content === null) return null;
  const { counts } = content.state;
  return {
    state: checkpointToState(content.state, log),
    events: counts.history,
    newer: counts.opaque,
    damaged: content.damaged,
  };
}

function decodeContent(content: unknown, run: RunId): CheckpointContent | null {
  if (typeof content !== 'object' || content === null) return null;
  const { state, damaged } = content as Partial<Record<keyof CheckpointContent, unknown>>;
  const decoded = decodeCheckpoint(state, run);
  return decoded === null || typeof damaged !== 'number' ? null : { state: decoded, damaged };
}

export interface CheckpointKeeper {
  /** The log has changed, or was folded because there was no checkpoint of it. */
  changed(): void;
  /** Writes what is still to be written, at once. */
  save(): Promise<void>;
}

export interface CheckpointKeeperOptions {
  readonly slot: CheckpointSlot;
  readonly doc: PersistedDocument['doc'];
  /** The state of the whole log, and how many of its entries are damaged. */
  readonly read: () => { readonly state: RunState; readonly damaged: number };
}

export function makeCheckpointKeeper({ slot, doc, read }: CheckpointKeeperOptions): CheckpointKeeper {
  let timer: ReturnType<typeof setTimeout> | null = null;

  async function save(): Promise<void> {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    const { state, damaged } = read();
    if (state.history.length < fewestEvents) return;
    const content: CheckpointContent = { state: stateToCheckpoint(state), damaged };
    await slot.write({ version: runVersion(doc), content });
  }

  return {
    changed: () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(() => void save(), quietMs + read().state.history.length * quietMsPerEvent);
    },
    save,
  };
}
