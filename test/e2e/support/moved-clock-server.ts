/**
 * The app's own server with a clock that a spec moves: page, household and relay are that many milliseconds ahead
 * which stand in `release/ahead.txt`. The scripts of the build get a few words in front that ask for it; the build
 * itself knows nothing of it. It takes the same settings as the server, and `BUILD` for a build in another folder.
 */
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../../sync-server/start-server.ts';
import { repositoryRoot } from '../../support/repository-root.ts';

const { PORT = '0', HOST = '127.0.0.1', DATA_DIR = '.', BUILD = join(repositoryRoot, 'dist') } = process.env;
const release = join(DATA_DIR, 'release');
const moved = join(release, 'ahead.txt');

/**
 * Asked once, before anything else of the script runs: the first script of a thread to be loaded sets its clock. What is
 * loaded without a network has the real time.
 */
const prelude = `if (!globalThis.aheadOfTime) {
  const ask = new XMLHttpRequest();
  ask.open('GET', '/ahead.txt?' + Math.random(), false);
  try {
    ask.send();
  } catch {}
  const ahead = Number(ask.responseText);
  globalThis.aheadOfTime = true;
  const realNow = Date.now;
  Date.now = () => realNow() + ahead;
}
`;

const ahead = existsSync(moved) ? readFileSync(moved, 'utf8') : '0';
rmSync(release, { recursive: true, force: true });
cpSync(BUILD, release, { recursive: true });
writeFileSync(moved, ahead);
for (const script of globSync('assets/{index,household}*.js', { cwd: release })) {
  const path = join(release, script);
  writeFileSync(path, prelude + readFileSync(path, 'utf8'));
}

const server = await startServer({
  port: Number(PORT),
  host: HOST,
  dataDir: DATA_DIR,
  distDir: release,
  trustProxy: false,
  now: () => Date.now() + Number(readFileSync(moved, 'utf8')),
  log: (line) => console.error(line),
});
process.once('SIGINT', () => void server.close().then(() => process.exit(0)));
