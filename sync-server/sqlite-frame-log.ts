/**
 * The frame log in one SQLite file (node:sqlite).
 *
 * Write-ahead log with `synchronous=FULL`: a returned call is on disk. With `normal` it is with the operating
 * system, which a crash of the process leaves whole and a power cut may not. One process owns the file
 * (`locking_mode=EXCLUSIVE`), since heads are also held in memory; a second relay on it fails at the start.
 */
import { DatabaseSync } from 'node:sqlite';
import { emptyChain } from '../src/wire/room-id.ts';
import type { FrameLog, RoomRecord, Snapshot, SnapshotHeader, StoredFrame, Tombstone } from './frame-log.ts';
import { computeRetention } from './snapshot-retention.ts';
import type { Generation } from './snapshot-retention.ts';
import {
  FRAME_ROW_BYTES,
  PART_ROW_BYTES,
  ROOM_ROW_BYTES,
  sizeOfFrame,
  SNAPSHOT_ROW_BYTES,
} from './stored-size.ts';

const SCHEMA_VERSION = 2;
const SCHEMA = `
  CREATE TABLE room (
    id INTEGER PRIMARY KEY, room_id BLOB NOT NULL UNIQUE, head INTEGER NOT NULL, chain BLOB NOT NULL,
    bytes INTEGER NOT NULL, base INTEGER NOT NULL, snapshot_seq INTEGER NOT NULL,
    tombstone_signature BLOB, tombstone BLOB, live_bytes INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE frame (
    room INTEGER NOT NULL, seq INTEGER NOT NULL, chain BLOB NOT NULL, bytes BLOB NOT NULL, UNIQUE (room, seq)
  ) STRICT;
  CREATE TABLE snapshot (
    room INTEGER NOT NULL, covers_seq INTEGER NOT NULL, chain BLOB NOT NULL, created_at INTEGER NOT NULL,
    UNIQUE (room, covers_seq)
  ) STRICT;
  CREATE TABLE snapshot_part (
    room INTEGER NOT NULL, covers_seq INTEGER NOT NULL, part INTEGER NOT NULL,
    signature BLOB NOT NULL, sealed BLOB NOT NULL, UNIQUE (room, covers_seq, part)
  ) STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** What a room's rows come to, see stored-size.ts. */
const COUNT = `
  UPDATE room SET
    bytes = ${ROOM_ROW_BYTES} + coalesce(length(tombstone) + length(tombstone_signature), 0)
      + (SELECT coalesce(sum(${FRAME_ROW_BYTES} + length(f.bytes)), 0) FROM frame f WHERE f.room = room.id)
      + (SELECT ${SNAPSHOT_ROW_BYTES} * count(*) FROM snapshot s WHERE s.room = room.id)
      + (SELECT coalesce(sum(${PART_ROW_BYTES} + length(p.sealed)), 0) FROM snapshot_part p
         WHERE p.room = room.id),
    live_bytes = ${ROOM_ROW_BYTES} + coalesce(length(tombstone) + length(tombstone_signature), 0)
      + (SELECT coalesce(sum(${FRAME_ROW_BYTES} + length(f.bytes)), 0) FROM frame f
         WHERE f.room = room.id AND f.seq > room.snapshot_seq)
      + (SELECT ${SNAPSHOT_ROW_BYTES} * count(*) FROM snapshot s
         WHERE s.room = room.id AND s.covers_seq = room.snapshot_seq)
      + (SELECT coalesce(sum(${PART_ROW_BYTES} + length(p.sealed)), 0) FROM snapshot_part p
         WHERE p.room = room.id AND p.covers_seq = room.snapshot_seq)`;

/** Version 1 counted contents only. */
const FROM_VERSION_1 = `
  ALTER TABLE room ADD COLUMN live_bytes INTEGER NOT NULL DEFAULT 0;
  ${COUNT};
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

interface RoomRow {
  readonly id: number;
  readonly head: number;
  readonly chain: Uint8Array;
  readonly bytes: number;
  readonly base: number;
  readonly snapshot_seq: number;
  readonly tombstone_signature: Uint8Array | null;
  readonly tombstone: Uint8Array | null;
  readonly live_bytes: number;
}

/** What a write waits for: `full`, the disk; `normal`, the operating system. */
export type Synchronous = 'full' | 'normal';

/** Throws when the file is no database, belongs to a newer relay, or another process holds it for 5 s. */
export function openSqliteFrameLog(file: string, synchronous: Synchronous = 'full'): FrameLog {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    return makeLog(db, synchronous);
  } catch (error) {
    db.close();
    throw error;
  }
}

function makeLog(db: DatabaseSync, synchronous: Synchronous): FrameLog {
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;');
  db.exec(`PRAGMA synchronous = ${synchronous === 'full' ? 'FULL' : 'NORMAL'};`);
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > SCHEMA_VERSION)
    throw new Error(`the data file is of version ${version}, newer than this relay`);
  if (version === 0) transact(() => db.exec(SCHEMA));
  if (version === 1) transact(() => db.exec(FROM_VERSION_1));

  const insertRoom = db.prepare(
    `INSERT INTO room VALUES (NULL, ?, 0, ?, ${ROOM_ROW_BYTES}, 0, 0, NULL, NULL, ${ROOM_ROW_BYTES}) RETURNING *`,
  );
  const selectRoom = db.prepare('SELECT * FROM room WHERE room_id = ?');
  const updateHead = db.prepare(
    'UPDATE room SET head = ?1, chain = ?2, bytes = bytes + ?3, live_bytes = live_bytes + ?3 WHERE id = ?4',
  );
  const updateKept = db.prepare('UPDATE room SET base = ?, snapshot_seq = ? WHERE id = ?');
  const count = db.prepare(`${COUNT} WHERE id = ?`);
  const updateClosed = db.prepare(
    'UPDATE room SET base = head, snapshot_seq = 0, tombstone_signature = ?, tombstone = ? WHERE id = ?',
  );
  const insertFrame = db.prepare('INSERT INTO frame VALUES (?, ?, ?, ?)');
  const selectFrames = db.prepare(
    'SELECT seq, bytes FROM frame WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  const selectFrameChain = db.prepare('SELECT chain FROM frame WHERE room = ? AND seq = ?');
  const deleteFrames = db.prepare('DELETE FROM frame WHERE room = ? AND seq <= ?');
  const insertSnapshot = db.prepare('INSERT INTO snapshot VALUES (?, ?, ?, ?)');
  const selectSnapshots = db.prepare(
    'SELECT covers_seq AS coversSeq, created_at AS createdAt FROM snapshot WHERE room = ? ORDER BY covers_seq',
  );
  const selectSnapshotChain = db.prepare('SELECT chain FROM snapshot WHERE room = ? AND covers_seq = ?');
  const deleteSnapshot = db.prepare('DELETE FROM snapshot WHERE room = ? AND covers_seq = ?');
  const insertPart = db.prepare('INSERT INTO snapshot_part VALUES (?, ?, ?, ?, ?)');
  const selectParts = db.prepare(
    'SELECT signature, sealed FROM snapshot_part WHERE room = ? AND covers_seq = ? ORDER BY part',
  );
  const selectHeader = db.prepare(
    `SELECT signature, sealed, (SELECT count(*) FROM snapshot_part WHERE room = ?1 AND covers_seq = ?2) AS parts
     FROM snapshot_part WHERE room = ?1 AND covers_seq = ?2 AND part = 0`,
  );
  const deleteParts = db.prepare('DELETE FROM snapshot_part WHERE room = ? AND covers_seq = ?');
  const sumAll = db.prepare('SELECT coalesce(sum(bytes), 0) AS bytes FROM room');

  const find = (roomId: Uint8Array) => selectRoom.get(roomId) as RoomRow | undefined;
  const findOrCreate = (roomId: Uint8Array) =>
    find(roomId) ?? (insertRoom.get(roomId, emptyChain()) as unknown as RoomRow);
  let stored = readNumber(sumAll.get());

  function transact<Value>(write: () => Value): Value {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = write();
      db.exec('COMMIT');
      return value;
    } catch (error) {
      // A full disk may have rolled back by itself, and then this is no transaction any more.
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function readGenerations(room: number): readonly Generation[] {
    return selectSnapshots.all(room) as unknown as readonly Generation[];
  }

  /** Inside a transaction. */
  function retain(room: number, newest: number, now: number, keptMs: number): void {
    const { drop, base } = computeRetention(readGenerations(room), now, keptMs);
    for (const { coversSeq } of drop) {
      deleteSnapshot.run(room, coversSeq);
      deleteParts.run(room, coversSeq);
    }
    deleteFrames.run(room, base);
    updateKept.run(base, newest, room);
    count.run(room);
  }

  function readSnapshot(roomId: Uint8Array): Snapshot | null {
    const room = find(roomId);
    if (!room || room.snapshot_seq === 0) return null;
    const chain = readChainOf(selectSnapshotChain.get(room.id, room.snapshot_seq));
    const rows = selectParts.all(room.id, room.snapshot_seq) as unknown as Snapshot['parts'];
    const parts = rows.map(({ signature, sealed }) => ({ signature, sealed }));
    return chain && { coversSeq: room.snapshot_seq, chain, parts };
  }

  function readSnapshotHeader(roomId: Uint8Array): SnapshotHeader | null {
    const room = find(roomId);
    if (!room || room.snapshot_seq === 0) return null;
    const chain = readChainOf(selectSnapshotChain.get(room.id, room.snapshot_seq));
    const row = selectHeader.get(room.id, room.snapshot_seq);
    if (!chain || !row) return null;
    const { signature, sealed, parts } = row as unknown as Omit<SnapshotHeader, 'coversSeq' | 'chain'>;
    return { coversSeq: room.snapshot_seq, chain, parts, signature, sealed };
  }

  return {
    readRoom(roomId) {
      const room = find(roomId);
      return room ? rowToRecord(room) : null;
    },
    readFrames(roomId, after, maxBytes, maxFrames) {
      const room = find(roomId);
      if (!room) return [];
      const page: StoredFrame[] = [];
      let bytes = 0;
      for (const row of selectFrames.iterate(room.id, after, maxFrames)) {
        const frame = row as unknown as { readonly seq: number; readonly bytes: Uint8Array };
        page.push({ prev: frame.seq - 1, seq: frame.seq, bytes: frame.bytes });
        bytes += frame.bytes.length;
        if (bytes >= maxBytes) break;
      }
      return page;
    },
    readChain(roomId, seq) {
      const room = find(roomId);
      if (!room) return null;
      return (
        readChainOf(selectFrameChain.get(room.id, seq)) ?? readChainOf(selectSnapshotChain.get(room.id, seq))
      );
    },
    readSnapshot,
    readSnapshotHeader,
    append(appends) {
      const added = transact(() => {
        let sum = 0;
        for (const { roomId, frames } of appends) {
          const room = findOrCreate(roomId);
          let { head, chain } = room;
          // A room that this batch begins counts for itself, too.
          if (head === 0) sum += ROOM_ROW_BYTES;
          let bytes = 0;
          for (const frame of frames) {
            if (frame.prev !== head) throw new Error('a frame does not follow the head');
            insertFrame.run(room.id, frame.seq, frame.chain, frame.bytes);
            head = frame.seq;
            chain = frame.chain;
            bytes += sizeOfFrame(frame.bytes);
          }
          updateHead.run(head, chain, bytes, room.id);
          sum += bytes;
        }
        return sum;
      });
      stored += added;
    },
    keepSnapshot(roomId, snapshot, now, keptMs) {
      transact(() => {
        const room = findOrCreate(roomId);
        insertSnapshot.run(room.id, snapshot.coversSeq, snapshot.chain, now);
        for (const [index, part] of snapshot.parts.entries()) {
          insertPart.run(room.id, snapshot.coversSeq, index, part.signature, part.sealed);
        }
        retain(room.id, snapshot.coversSeq, now, keptMs);
      });
      stored = readNumber(sumAll.get());
    },
    dropOld(roomId, now, keptMs) {
      const room = find(roomId);
      const generations = room ? readGenerations(room.id) : [];
      if (!room || computeRetention(generations, now, keptMs).drop.length === 0) return false;
      transact(() => retain(room.id, room.snapshot_seq, now, keptMs));
      stored = readNumber(sumAll.get());
      return true;
    },
    closeRoom(roomId, tombstone) {
      const accepted = transact(() => {
        const room = findOrCreate(roomId);
        const first = rowToRecord(room).tombstone;
        if (first) return first;
        for (const { coversSeq } of readGenerations(room.id)) {
          deleteSnapshot.run(room.id, coversSeq);
          deleteParts.run(room.id, coversSeq);
        }
        deleteFrames.run(room.id, room.head);
        updateClosed.run(tombstone.signature, tombstone.bytes, room.id);
        count.run(room.id);
        return tombstone;
      });
      stored = readNumber(sumAll.get());
      return accepted;
    },
    storedBytes: () => stored,
    dispose: () => db.close(),
  };
}

function rowToRecord(row: RoomRow): RoomRecord {
  const { tombstone_signature: signature, tombstone: bytes } = row;
  // An empty blob comes back as null: the signature alone tells whether the room is closed.
  const tombstone: Tombstone | null = signature && { signature, bytes: bytes ?? new Uint8Array() };
  return {
    head: row.head,
    chain: row.chain,
    bytes: row.bytes,
    liveBytes: row.live_bytes,
    base: row.base,
    snapshotSeq: row.snapshot_seq,
    tombstone,
  };
}

function readChainOf(row: unknown): Uint8Array | null {
  return (row as { readonly chain: Uint8Array } | undefined)?.chain ?? null;
}

function readNumber(row: unknown): number {
  return (row as { readonly bytes: number }).bytes;
}
