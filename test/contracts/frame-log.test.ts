import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
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
