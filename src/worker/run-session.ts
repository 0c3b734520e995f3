/**
 * One run, open on this device: its document, its fold, and the way commands take through it.
 *
 * Read: document change → decoded events → fold. Write: command → `decide` → events → one transaction.
 */
import { decide } from '../engine/decide.ts';
import { createRunFold } from '../engine/fold-run.ts';
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
  /** Entries of the log that are not even envelopes, and updates that could not be read. */
  damagedEntries(): number;
  /**
   * Decides and appends. The undo commands come back at once; the caller awaits `document.durable()`
   * before it tells anybody.
   */
  apply(command: Command, author: Author): Result<readonly Command[], Refusal>;
  close(): Promise<void>;
}

export async function openRunSession(
  run: RunId,
  databaseName: string,
  onChange: () => void,
): Promise<RunSession> {
  const document = await openPersistedDocument(databaseName);
  const fold = createRunFold(run);
  let damaged = document.damagedUpdates;

  function take(entries: readonly unknown[]): void {
    const events: LogEvent[] = [];
    for (const entry of entries) {
      const decoded = decodeLogEntry(entry);
      if ('damaged' in decoded) damaged += 1;
      else events.push(decoded);
    }
    fold.add(events);
  }

  take(runEntries(document.doc));
  const stopObserving = observeRunEntries(document.doc, (entries) => {
    take(entries);
    onChange();
  });

  return {
    run,
    document,
    state: () => fold.state,
    damagedEntries: () => damaged,
    apply: (command, author) => {
      const before = fold.state;
      const decision = decide(command, before, author);
      if (!decision.ok) return decision;
      const undo = computeUndo(command, before);
      appendRunEntries(document.doc, decision.value.map(encodeLogEntry));
      return ok(undo);
    },
    close: async () => {
      stopObserving();
      await document.close();
    },
  };
}
