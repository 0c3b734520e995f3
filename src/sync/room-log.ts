/**
 * Reading a room's log into a document: keeps the cursor, assembles parts, drops what must not be applied.
 *
 * A frame that cannot be opened or read is counted and passed over; the cursor advances all the same, and
 * never covers what was passed over. In a run document (`appendOnly`) no deletion is ever applied.
 *
 * The cursor's coverage is what somebody gets who reads the log from its start, which may be a snapshot. It
 * grows only by what was read here; what others claim about a snapshot can lower it and nothing else.
 */
import * as Y from 'yjs';
import { type CompactDocument, compactDocument } from './compact-document.ts';
import {
  addCoverage,
  copyCoverage,
  type Coverage,
  coverageOfDocument,
  coverageOfUpdate,
  covers,
  decodeCoverage,
  emptyCoverage,
  encodeCoverage,
  intersectCoverage,
} from './coverage.ts';
import { type Cursor, type SnapshotMark, startCursor, trustCursor } from './cursor.ts';
import {
  type FrameContent,
  maxBodyLength,
  type Seen,
  seenChainLength,
  singleContent,
} from './frame-content.ts';
import { makeForkWatch } from './fork-watch.ts';
import { makePartAssembler } from './part-assembler.ts';
import { makeRecentCoverage } from './recent-coverage.ts';
import type { LogFrame, LogPosition } from './room-channel.ts';
import type { ReadSnapshot, SnapshotNews } from './snapshot-reader.ts';
import { stripDeletedContent, stripDeletions } from './update-parts.ts';

/** What was passed over since the room was opened. */
export interface RoomFaults {
  /** Forged, undecryptable or malformed; of a snapshot, too. */
  readonly badFrames: number;
  /** Opened, but no update that Yjs can read or apply, or a snapshot that holds less than it says. */
  readonly badUpdates: number;
  /** Frames whose author saw another log at the same place. */
  readonly forks: number;
}

/** What follows from the header of a snapshot: `missing`: it lacks something of ours; `again`: read from the cursor. */
export type NewsVerdict = 'fine' | 'missing' | 'again';

export interface RoomLog {
  readonly cursor: () => Cursor;
  readonly faults: () => RoomFaults;
  readonly seen: () => Seen;
  /** Reads on; what others wrote waits until `apply`. `true`: a reader said that the log lacks something. */
  add(frames: readonly LogFrame[]): boolean;
  /** Begins again with a snapshot; it waits until `apply`, too. */
  takeSnapshot(snapshot: ReadSnapshot): void;
  /** Compares the header of a snapshot with the log as we read it, and with the document. */
  judge(news: SnapshotNews): NewsVerdict;
  /** Our own snapshot was kept. */
  mark(snapshot: SnapshotMark): void;
  /** What to tell the others when the snapshot that was read held less than it said and we cannot fill the gap. */
  report(): FrameContent | null;
  /** The content of a snapshot up to the cursor, `null` when this document may not speak for the log. */
  compact(): CompactDocument | null;
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
  /** May tell the others that a snapshot is bad. */
  readonly canReport: boolean;
}): RoomLog {
  const { doc, appendOnly } = options;
  let cursor = options.cursor;
  let assembler = makePartAssembler();
  let forkWatch = makeForkWatch();
  const recent = makeRecentCoverage(cursor.seq);
  let waiting: Uint8Array[] = [];
  /** What the header of a bad snapshot promised, until a report is acknowledged; `unknown`: it was unreadable. */
  let promised: Coverage | 'unknown' | null = null;
  /** Snapshots that made us read again: once is enough. */
  const reread = new Set<string>();
  const faults = { badFrames: 0, badUpdates: 0, forks: 0 };

  function readUpdate(
    update: Uint8Array,
    strip = stripDeletions,
  ): { readonly update: Uint8Array; readonly coverage: Coverage } | null {
    const kept = appendOnly ? strip(update) : update;
    const coverage = kept === null ? null : coverageOfUpdate(kept);
    return kept === null || coverage === null ? null : { update: kept, coverage };
  }

  /** A claim about a run document says nothing about deletions. */
  function readClaim(claimed: Coverage | null): Coverage {
    if (claimed === null) return emptyCoverage();
    return appendOnly ? { structs: claimed.structs, deletions: new Map() } : claimed;
  }

  /** Newcomers get no more than `held` and what follows it. `true` when that is less than we thought. */
  function lowerTo(held: Coverage, following: Coverage): boolean {
    const given = copyCoverage(held);
    addCoverage(given, following);
    if (covers(given, cursor.coverage)) return false;
    cursor = { ...cursor, coverage: intersectCoverage(cursor.coverage, given) };
    return true;
  }

  function addFrame({ position, opened, cid }: LogFrame): boolean {
    cursor = { ...cursor, seq: position.seq, chain: position.chain };
    forkWatch.record(position);
    const isKnown = opened.ok && (opened.content.kind === 'update' || opened.content.kind === 'lacking');
    if (!isKnown) {
      faults.badFrames += 1;
      return false;
    }
    const { content } = opened;
    if (forkWatch.contradicts(content.seen)) faults.forks += 1;
    if (content.kind === 'lacking') return addReport(content, cid !== null);
    const whole = assembler.add(position.seq, content);
    if (whole === null) return false;
    const read = readUpdate(whole.update);
    if (read === null) {
      faults.badUpdates += 1;
      return false;
    }
    addCoverage(cursor.coverage, read.coverage);
    recent.add(whole.firstSeq, position.seq, read.coverage);
    if (cid === null) waiting.push(read.update);
    return false;
  }

  function addReport({ body, seen }: FrameContent, isOwn: boolean): boolean {
    if (isOwn) promised = null;
    const held = decodeCoverage(body);
    if (held === null) {
      faults.badUpdates += 1;
      return false;
    }
    return !isOwn && lowerTo(readClaim(held), recent.after(seen.seq).coverage);
  }

  /** From here on the log is read as somebody would who begins at `position`. */
  function beginAt(position: LogPosition): void {
    assembler = makePartAssembler();
    forkWatch = makeForkWatch();
    if (position.seq > 0) forkWatch.record(position);
    recent.restartAt(position.seq);
  }

  function restart(): void {
    cursor = startCursor();
    beginAt(cursor);
    waiting = [];
    promised = null;
  }

  /** What was found in the body of a snapshot, and whether all of it could be read. */
  function takeBody(update: Uint8Array): { readonly found: Coverage; readonly isReadable: boolean } {
    if (appendOnly || waiting.length > 0 || !isEmpty(doc)) {
      const read = readUpdate(update, stripDeletedContent);
      if (read === null) return { found: emptyCoverage(), isReadable: false };
      waiting.push(read.update);
      return { found: read.coverage, isReadable: true };
    }
    // It goes in at once: what an empty document then holds is what was found, and it is read only once.
    try {
      Y.applyUpdate(doc, update, options.origin);
      return { found: coverageOfDocument(doc), isReadable: true };
    } catch {
      return { found: coverageOfDocument(doc), isReadable: false };
    }
  }

  function takeSnapshot({ position, digest, claimed, update }: ReadSnapshot): void {
    cursor = { ...position, coverage: emptyCoverage(), snapshot: { seq: position.seq, digest } };
    beginAt(position);
    promised = null;
    const body = update === null ? null : takeBody(update);
    if (body === null) faults.badFrames += 1;
    else addCoverage(cursor.coverage, body.found);
    const isWhole = body?.isReadable && claimed !== null && covers(body.found, readClaim(claimed));
    if (isWhole) return;
    if (update !== null) faults.badUpdates += 1;
    if (options.canReport) promised = claimed === null ? 'unknown' : readClaim(claimed);
  }

  function judge({ position, digest, claimed }: SnapshotNews): NewsVerdict {
    const name = digest.join();
    const mark = { seq: position.seq, digest };
    const isNewer = position.seq <= cursor.seq && cursor.snapshot?.digest.join() !== name;
    if (!isNewer) return 'fine';
    const held = readClaim(claimed);
    const isFirstTime = !reread.has(name);
    if (isFirstTime && !covers(coverageOfDocument(doc), held)) {
      // It has something that we lack.
      reread.add(name);
      restart();
      return 'again';
    }
    const following = recent.after(position.seq);
    if (!following.isComplete && isFirstTime) {
      // What follows it was read before this start: read it again, to know it from what the snapshot must hold.
      reread.add(name);
      cursor = { ...position, coverage: intersectCoverage(cursor.coverage, held), snapshot: mark };
      beginAt(position);
      return 'again';
    }
    cursor = { ...cursor, snapshot: mark };
    return lowerTo(held, following.coverage) ? 'missing' : 'fine';
  }

  function report(): FrameContent | null {
    if (promised === null) return null;
    const known = coverageOfDocument(doc);
    addCoverage(known, cursor.coverage);
    const body = encodeCoverage(cursor.coverage);
    // What this device has itself is pushed anyway.
    if ((promised !== 'unknown' && covers(known, promised)) || body.length > maxBodyLength) {
      promised = null;
      return null;
    }
    return { ...singleContent('lacking', body), seen: seen() };
  }

  function seen(): Seen {
    return { seq: cursor.seq, chainPrefix: cursor.chain.subarray(0, seenChainLength) };
  }

  return {
    cursor: () => cursor,
    faults: () => faults,
    seen,
    add: (frames) => frames.map(addFrame).includes(true),
    takeSnapshot,
    judge,
    mark(snapshot) {
      cursor = { ...cursor, snapshot };
    },
    report,
    compact: () => compactDocument(doc, cursor.coverage, appendOnly),
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
    isStorable: () => waiting.length === 0 && promised === null && !assembler.hasOpenGroups(cursor.seq),
  };
}

function isEmpty({ store }: Y.Doc): boolean {
  return store.clients.size === 0 && store.pendingStructs === null && store.pendingDs === null;
}
