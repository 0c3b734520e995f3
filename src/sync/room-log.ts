/**
 * Reading a room's log into a document: keeps the cursor, assembles parts, drops what must not be applied.
 *
 * A frame that cannot be opened or read is counted and passed over; the cursor advances all the same, and
 * never covers what was passed over. In a run document (`appendOnly`) no deletion is ever applied.
 */
import * as Y from 'yjs';
import { addCoverage, type Coverage, coverageOfDocument, coverageOfUpdate } from './coverage.ts';
import { type Cursor, startCursor, trustCursor } from './cursor.ts';
import { type Seen, seenChainLength } from './frame-content.ts';
import { makeForkWatch } from './fork-watch.ts';
import { makePartAssembler } from './part-assembler.ts';
import type { LogFrame } from './room-channel.ts';
import { stripDeletions } from './update-parts.ts';

/** What was passed over since the room was opened. */
export interface RoomFaults {
  /** Forged, undecryptable or malformed. */
  readonly badFrames: number;
  /** Opened, but no update that Yjs can read or apply. */
  readonly badUpdates: number;
  /** Frames whose author saw another log at the same place. */
  readonly forks: number;
}

export interface RoomLog {
  readonly cursor: () => Cursor;
  readonly faults: () => RoomFaults;
  readonly seen: () => Seen;
  /** Reads on; what others wrote waits until `apply`. */
  add(frames: readonly LogFrame[]): void;
  /** Applies what waits, in one transaction. */
  apply(): void;
  /** Back to the start when the document has less than the cursor says. */
  checkAgainstDocument(): void;
  restart(): void;
  /** The cursor may be stored: nobody would miss the first part of something. */
  isStorable(): boolean;
}

export function makeRoomLog(options: {
  readonly doc: Y.Doc;
  readonly appendOnly: boolean;
  readonly cursor: Cursor;
  /** Marks transactions that came from the log. */
  readonly origin: object;
}): RoomLog {
  const { doc, appendOnly } = options;
  let cursor = options.cursor;
  let assembler = makePartAssembler();
  let forkWatch = makeForkWatch();
  let waiting: Uint8Array[] = [];
  const faults = { badFrames: 0, badUpdates: 0, forks: 0 };

  function readUpdate(
    update: Uint8Array,
  ): { readonly update: Uint8Array; readonly coverage: Coverage } | null {
    const kept = appendOnly ? stripDeletions(update) : update;
    const coverage = kept === null ? null : coverageOfUpdate(kept);
    return kept === null || coverage === null ? null : { update: kept, coverage };
  }

  function addFrame({ position, opened, cid }: LogFrame): void {
    cursor = { ...position, coverage: cursor.coverage };
    forkWatch.record(position);
    if (!opened.ok || opened.content.kind !== 'update') {
      faults.badFrames += 1;
      return;
    }
    if (forkWatch.contradicts(opened.content.seen)) faults.forks += 1;
    const whole = assembler.add(position.seq, opened.content);
    if (whole === null) return;
    const read = readUpdate(whole);
    if (read === null) {
      faults.badUpdates += 1;
      return;
    }
    addCoverage(cursor.coverage, read.coverage);
    if (cid === null) waiting.push(read.update);
  }

  function restart(): void {
    cursor = startCursor();
    assembler = makePartAssembler();
    forkWatch = makeForkWatch();
    waiting = [];
  }

  return {
    cursor: () => cursor,
    faults: () => faults,
    seen: () => ({ seq: cursor.seq, chainPrefix: cursor.chain.subarray(0, seenChainLength) }),
    add: (frames) => frames.forEach(addFrame),
    apply() {
      const updates = waiting;
      waiting = [];
      if (updates.length === 0) return;
      doc.transact(() => {
        for (const update of updates) {
          try {
            Y.applyUpdate(doc, update, options.origin);
          } catch {
            faults.badUpdates += 1;
          }
        }
      }, options.origin);
    },
    checkAgainstDocument() {
      if (cursor.seq > 0 && trustCursor(cursor, coverageOfDocument(doc)) !== cursor) restart();
    },
    restart,
    isStorable: () => waiting.length === 0 && !assembler.hasOpenGroups(cursor.seq),
  };
}
