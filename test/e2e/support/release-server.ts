/**
 * The app's own server, with a release of its own at every start: the built app with another service worker,
 * as a deployment brings it. It takes the same settings as the server.
 */
import { appendFileSync, cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startServer } from '../../../sync-server/start-server.ts';
import { repositoryRoot } from '../../support/repository-root.ts';

const { PORT = '0', HOST = '127.0.0.1', DATA_DIR = '.' } = process.env;
const release = join(DATA_DIR, 'release');

rmSync(release, { recursive: true, force: true });
cpSync(join(repositoryRoot, 'dist'), release, { recursive: true });
appendFileSync(join(release, 'service.worker.js'), `\n// Released ${process.hrtime.bigint()}\n`);

const server = await startServer({
  port: Number(PORT),
  host: HOST,
  dataDir: DATA_DIR,
  distDir: release,
  trustProxy: false,
  log: (line) => console.error(line),
});
process.once('SIGINT', () => void server.close().then(() => process.exit(0)));
