/** Baton's server: the app and the relay on one port. Settings come from the environment; README.md lists them. */
import { join } from 'node:path';
import { startServer } from './start-server.ts';

const root = join(import.meta.dirname, '..');
const host = process.env['HOST'] ?? '127.0.0.1';
const port = Number(process.env['PORT'] ?? 8787);
const dataDir = process.env['DATA_DIR'] ?? join(root, 'data');

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT has to be a number from 0 to 65535, not "${process.env['PORT']}".`);
  process.exit(1);
}

const synchronous = process.env['SYNCHRONOUS'] ?? 'full';
if (synchronous !== 'full' && synchronous !== 'normal') {
  console.error(`SYNCHRONOUS has to be "full" or "normal", not "${synchronous}".`);
  process.exit(1);
}

const server = await startServer({
  port,
  host,
  dataDir,
  distDir: join(root, 'dist'),
  synchronous,
  trustProxy: process.env['TRUST_PROXY'] === '1',
  log: (line) => console.error(line),
}).catch((error: unknown) => {
  console.error(`Baton could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});

console.log(`Baton is at http://localhost:${server.port}  (data in ${dataDir})

On a phone it needs HTTPS, for the app to work offline and to seal what it sends. With a domain name and Caddy:
  caddy reverse-proxy --from baton.example.org --to localhost:${server.port}
or inside your own Tailscale network:
  tailscale serve --bg ${server.port}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.close().then(() => process.exit(0));
  });
}
