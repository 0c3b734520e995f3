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
import { decodeLogEntry, encodeLogEntry, isDamaged } from '../model/decode-event.ts';
import type { LogEvent, RunEvent } from '../model/event.ts';
import type { DeviceId, PersonId, RunId } from '../model/ids.ts';
import { err, ok, type Result } from '../model/result.ts';
import { openPersistedDocument, type PersistedDocument } from '../store/persisted-document.ts';
import { appendRunEntries, observeRunEntries, runEntries } from '../store/run-document.ts';
import { type CheckpointSlot, makeCheckpointKeeper, restoreRun } from './run-checkpoint.ts';

export interface Author {
  readonly actor: PersonId;
  /** Whom they speak for [E4]. */
  readonly onBehalfOf?: PersonId;
  readonly device: DeviceId;
  readonly now: number;
  readonly commandId: string;
}

export interface RunSession {
  readonly run: RunId;
  /** What it is read from, in step with others. */
  readonly document: PersistedDocument;
  /** Where commands write: the same, but for a guest. */
  readonly written: PersistedDocument;
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
  apply(command: Command, author: Author): Result<readonly Command[], ApplyFailure>;
  /** Writes entries as they are: what a guest wrote and the engine grants. */
  append(entries: readonly unknown[]): void;
  /** Writes the checkpoint now, if the log has changed since; never rejects. */
  saveCheckpoint(): Promise<void>;
  close(): Promise<void>;
}

export type ApplyFailure = Refusal | { readonly type: 'notForGuests' };

/** A log beside the run's, for who may not write the run: it is folded along, and commands write to it. */
export interface OwnLog {
  readonly document: PersistedDocument;
  readonly nameCommand: (random: string) => string;
  /** What of it is folded along, and not known yet. */
  readonly granted: (own: readonly LogEvent[], known: readonly LogEvent[]) => readonly LogEvent[];
  /** Whether all of it would be taken in, one after the other, by those who write the run. */
  readonly mayWrite: (events: readonly RunEvent[], before: RunState) => boolean;
}

export interface RunSessionOptions {
  readonly run: RunId;
  readonly databaseName: string;
  readonly checkpoint: CheckpointSlot;
  readonly own?: OwnLog;
  readonly onChange: () => void;
}

export async function openRunSession(options: RunSessionOptions): Promise<RunSession> {
  const { run, own, onChange } = options;
  const [document, record] = await Promise.all([
    openPersistedDocument(options.databaseName),
    options.checkpoint.read(),
  ]);
  const { doc } = document;
  const written = own?.document ?? document;
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

  function takeOwn(into: RunFold): void {
    if (own === undefined) return;
    const entries = runEntries(own.document.doc).map(decodeLogEntry);
    const events = entries.filter((entry): entry is LogEvent => !isDamaged(entry));
    into.add(own.granted(events, into.state.history));
  }

  /** Of all that the document has by now. */
  function folded(): RunFold {
    if (fold === null) {
      fold = createRunFold(run);
      take(fold, runEntries(doc));
      takeOwn(fold);
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

  function grown(entries: readonly unknown[]): void {
    if (fold === null) folded();
    else {
      take(fold, entries);
      takeOwn(fold);
    }
    restored = null;
    noteChange();
    onChange();
  }

  const stopObserving = [
    observeRunEntries(doc, grown),
    ...(own === undefined ? [] : [observeRunEntries(own.document.doc, () => grown([]))]),
  ];

  const state = (): RunState => restored?.state ?? folded().state;

  /** Nobody is offered what they would be refused. */
  function mayTakeBack(command: Command, author: Author): boolean {
    if (own === undefined) return true;
    const decision = decide(command, state(), { ...author, commandId: own.nameCommand('undo') });
    return decision.ok && own.mayWrite(decision.value, state());
  }

  return {
    run,
    document,
    written,
    state,
    events: () => restored?.events ?? folded().state.history.length,
    newerEntries: () => restored?.newer ?? folded().state.opaque.length,
    damagedEntries: () => {
      if (restored === null) folded();
      return document.damagedUpdates + (restored?.damaged ?? damagedInLog);
    },
    apply: (command, author) => {
      const before = state();
      const commandId = own?.nameCommand(author.commandId) ?? author.commandId;
      const decision = decide(command, before, { ...author, commandId });
      if (!decision.ok) return decision;
      // A guest says no, and leaves it to the members to send the section back.
      const events =
        own !== undefined && command.kind === 'vote' ? decision.value.slice(0, 1) : decision.value;
      if (own !== undefined && !own.mayWrite(events, before)) return err({ type: 'notForGuests' });
      const undo = computeUndo(command, before, author.actor);
      appendRunEntries(written.doc, events.map(encodeLogEntry));
      return ok(undo.every((each) => mayTakeBack(each, author)) ? undo : []);
    },
    append: (entries) => appendRunEntries(doc, entries),
    saveCheckpoint: () => keeper.save(),
    close: async () => {
      for (const stop of stopObserving) stop();
      await keeper.save();
      await document.close();
      if (written !== document) await written.close();
    },
  };
}
