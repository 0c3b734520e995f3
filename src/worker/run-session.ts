/**
 * One run, open on this device: its document, its fold, and the way commands take through it.
 *
 * Read: document change → decoded events → fold. Write: command → `decide` → events → one transaction.
 * A checkpoint of exactly this document stands for the fold until the log changes or somebody reads it.
 */
import { decide } from '../engine/decide.ts';
import { createRunFold, type RunFold } from '../engine/fold-run.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { RunState } from '../engine/run-state.ts';
import { computeUndo } from '../engine/undo.ts';
import type { Command } from '../model/command.ts';
import { decodeLogEntry, encodeLogEntry } from '../model/decode-event.ts';
import type { LogEvent } from '../model/event.ts';
import type { DeviceId, PersonId, RunId } from '../model/ids.ts';
import { ok, type Result } from '../model/result.ts';
import { openPersistedDocument, type PersistedDocument } from '../store/persisted-document.ts';
import { appendRunEntries, observeRunEntries, runEntries } from '../store/run-document.ts';
import { type CheckpointSlot, makeCheckpointKeeper, restoreRun } from './run-checkpoint.ts';

export interface Author {
  readonly actor: PersonId;
  readonly device: DeviceId;
  readonly now: number;
  readonly commandId: string;
}

export interface RunSession {
  readonly run: RunId;
  readonly document: PersistedDocument;
  state(): RunState;
  /** How many events its history has; asks for no fold, as the two counts below. */
  events(): number;
  /** Events that only a newer version understands, or whose content is damaged. */
  newerEntries(): number;
  /** Entries of the log that are not even envelopes, and updates that could not be read. */
  damagedEntries(): number;
  /**
   * Decides and appends. The undo commands come back at once; the caller awaits `document.durable()`
   * before it tells anybody.
   */
  apply(command: Command, author: Author): Result<readonly Command[], Refusal>;
  /** Writes the checkpoint now, if the log has changed since; never rejects. */
  saveCheckpoint(): Promise<void>;
  close(): Promise<void>;
}

export interface RunSessionOptions {
  readonly run: RunId;
  readonly databaseName: string;
  readonly checkpoint: CheckpointSlot;
  readonly onChange: () => void;
}

export async function openRunSession(options: RunSessionOptions): Promise<RunSession> {
  const { run, onChange } = options;
  const [document, record] = await Promise.all([
    openPersistedDocument(options.databaseName),
    options.checkpoint.read(),
  ]);
  const { doc } = document;
  let fold: RunFold | null = null;
  let damagedInLog = 0;

  function take(into: RunFold, entries: readonly unknown[]): void {
    const events: LogEvent[] = [];
    for (const entry of entries) {
      const decoded = decodeLogEntry(entry);
      if ('damaged' in decoded) damagedInLog += 1;
      else events.push(decoded);
    }
    into.add(events);
  }

  /** Of all that the document has by now. */
  function folded(): RunFold {
    if (fold === null) {
      fold = createRunFold(run);
      take(fold, runEntries(doc));
    }
    return fold;
  }

  let restored = restoreRun(run, record, doc, () => folded().state);
  const keeper = makeCheckpointKeeper({
    slot: options.checkpoint,
    doc,
    read: () => ({ state: folded().state, damaged: damagedInLog }),
  });
  // A document that lives in memory is another one the next time.
  const noteChange = (): void => {
    if (document.persistent) keeper.changed();
  };
  if (restored === null) noteChange();

  const stopObserving = observeRunEntries(doc, (entries) => {
    if (fold === null) folded();
    else take(fold, entries);
    restored = null;
    noteChange();
    onChange();
  });

  const state = (): RunState => restored?.state ?? folded().state;

  return {
    run,
    document,
    state,
    events: () => restored?.events ?? folded().state.history.length,
    newerEntries: () => restored?.newer ?? folded().state.opaque.length,
    damagedEntries: () => {
      if (restored === null) folded();
      return document.damagedUpdates + (restored?.damaged ?? damagedInLog);
    },
    apply: (command, author) => {
      const before = state();
      const decision = decide(command, before, author);
      if (!decision.ok) return decision;
      const undo = computeUndo(command, before);
      appendRunEntries(doc, decision.value.map(encodeLogEntry));
      return ok(undo);
    },
    saveCheckpoint: () => keeper.save(),
    close: async () => {
      stopObserving();
      await keeper.save();
      await document.close();
    },
  };
}
