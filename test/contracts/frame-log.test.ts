import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { openSqliteFrameLog } from '../../sync-server/sqlite-frame-log.ts';
import { describeFrameLog } from './frame-log-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-frame-log-'));
let files = 0;
const currentFile = () => join(folder, `${files}.sqlite`);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeFrameLog('memory', makeMemoryFrameLog, null);
describeFrameLog(
  'SQLite',
  () => {
    files += 1;
    return openSqliteFrameLog(currentFile());
  },
  (log) => {
    log.dispose();
    return openSqliteFrameLog(currentFile());
  },
);

describe('SQLite', () => {
  const frames = (count: number, size: number) =>
    Array.from({ length: count }, (_, index) => ({
      prev: index,
      seq: index + 1,
      chain: randomBytes(32),
      bytes: randomBytes(size),
    }));

  it.each([
    { rooms: 1, count: 5_000, size: 1 },
    { rooms: 1, count: 2_000, size: 300 },
    { rooms: 2_000, count: 1, size: 1 },
  ])('takes what is counted: $rooms rooms of $count frames of $size bytes', ({ rooms, count, size }) => {
    files += 1;
    const log = openSqliteFrameLog(currentFile(), 'normal');
    for (let room = 0; room < rooms; room++)
      log.append([{ roomId: randomBytes(32), frames: frames(count, size) }]);
    const counted = log.storedBytes();
    log.dispose();
    const taken = statSync(currentFile()).size;
    expect(taken / counted).toBeGreaterThan(0.7);
    expect(taken / counted).toBeLessThan(1.1);
  });

  it('counts a file of the first version anew', () => {
    files += 1;
    const before = openSqliteFrameLog(currentFile());
    const [roomId, closed] = [randomBytes(32), randomBytes(32)];
    before.append([{ roomId, frames: frames(9, 50) }]);
    before.keepSnapshot(
      roomId,
      {
        coversSeq: 6,
        chain: randomBytes(32),
        parts: [{ signature: randomBytes(64), sealed: randomBytes(9) }],
      },
      0,
      1,
    );
    before.closeRoom(closed, { signature: randomBytes(64), bytes: randomBytes(5) });
    const records = [before.readRoom(roomId), before.readRoom(closed)];
    const counted = before.storedBytes();
    before.dispose();
    const db = new DatabaseSync(currentFile());
    db.exec('ALTER TABLE room DROP COLUMN live_bytes; UPDATE room SET bytes = 1; PRAGMA user_version = 1;');
    db.close();
    const after = openSqliteFrameLog(currentFile());
    expect([after.readRoom(roomId), after.readRoom(closed)]).toEqual(records);
    expect(after.storedBytes()).toBe(counted);
    after.append([{ roomId, frames: [{ prev: 9, seq: 10, chain: randomBytes(32), bytes: randomBytes(1) }] }]);
    after.dispose();
  });

  it.each(['full', 'normal'] as const)('keeps what it returned from, with %s', (synchronous) => {
    files += 1;
    const log = openSqliteFrameLog(currentFile(), synchronous);
    const roomId = randomBytes(32);
    log.append([{ roomId, frames: frames(3, 10) }]);
    log.dispose();
    const again = openSqliteFrameLog(currentFile(), synchronous);
    expect(again.readRoom(roomId)?.head).toBe(3);
    again.dispose();
  });
});
