/**
 * The smallest server that lets the harness be tested by itself: a page that stores, a service worker
 * that keeps it, and a list of visits on disk. It takes the same settings as the relay.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository-root.ts';

const { PORT = '0', HOST = '127.0.0.1', DATA_DIR = '.' } = process.env;
const pages = join(repositoryRoot, 'test/fixtures/harness');
const visits = join(DATA_DIR, 'visits');
const typeByFile: Readonly<Record<string, string>> = {
  '/index.html': 'text/html; charset=utf-8',
  '/page.js': 'text/javascript',
  '/service.js': 'text/javascript',
};
/** As strict as the app's own, so that the harness is seen to work under it. */
const policy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types baton";

mkdirSync(DATA_DIR, { recursive: true });
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') appendFileSync(visits, 'x');
  if (pathname === '/visits') {
    response.end(String(existsSync(visits) ? readFileSync(visits, 'utf8').length : 0));
    return;
  }
  const file = pathname in typeByFile ? pathname : '/index.html';
  response.writeHead(200, { 'content-type': typeByFile[file], 'content-security-policy': policy });
  response.end(readFileSync(join(pages, file)));
});
server.listen(Number(PORT), HOST);
process.once('SIGINT', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
