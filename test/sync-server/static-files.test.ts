import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { startServer } from '../../sync-server/start-server.ts';
import type { RunningServer } from '../../sync-server/start-server.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const folder = mkdtempSync(join(tmpdir(), 'baton-dist-'));
const distDir = join(folder, 'dist');
const script = `console.log(${JSON.stringify('long enough to be worth compressing '.repeat(60))})`;
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(distDir, 'assets'), { recursive: true });
  mkdirSync(join(distDir, '.hidden'));
  mkdirSync(join(folder, 'dist-sibling'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist-sibling', 'secret.txt'), 'secret');
  writeFileSync(join(distDir, '.hidden', 'secret.txt'), 'secret');
  writeFileSync(join(distDir, 'index.html'), '<!doctype html><title>Baton</title>');
  writeFileSync(join(distDir, 'sw.js'), 'self.skipWaiting()');
  writeFileSync(join(distDir, 'manifest.webmanifest'), '{}');
  writeFileSync(join(distDir, 'assets', 'main-1234.js'), script);
  symlinkSync(join(folder, 'secret.txt'), join(distDir, 'link.txt'));
  server = await serve(distDir);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function serve(dist: string): Promise<RunningServer> {
  return startServer({
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    distDir: dist,
    frameLog: makeMemoryFrameLog(),
  });
}

/** Sends the path exactly as it is, which `fetch` would not. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = server.port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const NAVIGATION = { Accept: 'text/html,application/xhtml+xml', 'Sec-Fetch-Mode': 'navigate' };

describe('serving the app', () => {
  it('gives the page, asked for again each time, under a strict policy', async () => {
    const { status, headers, body } = await ask('/', NAVIGATION);
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>Baton');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    const policy = String(headers['content-security-policy']);
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('lets hashed files be kept for ever, and the service worker never', async () => {
    const asset = await ask('/assets/main-1234.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const worker = await ask('/sw.js');
    expect(worker.headers['cache-control']).toBe('no-cache');
    expect((await ask('/manifest.webmanifest')).headers['content-type']).toContain(
      'application/manifest+json',
    );
  });

  it('compresses what is worth it, as the browser likes', async () => {
    const brotli = await ask('/assets/main-1234.js', { 'Accept-Encoding': 'gzip, deflate, br' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const zipped = await ask('/assets/main-1234.js', { 'Accept-Encoding': 'gzip, br;q=0' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).toString()).toBe(script);
    expect(zipped.headers['vary']).toBe('Accept-Encoding');
    expect((await ask('/sw.js', { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('answers 304 to what is already there, and HEAD without a body', async () => {
    const first = await ask('/assets/main-1234.js');
    const etag = String(first.headers['etag']);
    const again = await ask('/assets/main-1234.js', { 'If-None-Match': etag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const head = await ask('/assets/main-1234.js', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(script.length));
  });

  it('gives the page for an address inside the app, but not for a missing file', async () => {
    expect((await ask('/flows/abc?x=1', NAVIGATION)).body.toString()).toContain('Baton');
    expect((await ask('/flows/abc', { Accept: '*/*' })).status).toBe(404);
    expect((await ask('/flows/abc', { Accept: 'text/html', 'Sec-Fetch-Mode': 'cors' })).status).toBe(404);
    expect((await ask('/assets/main-old.js', NAVIGATION)).status).toBe(404);
    expect((await ask('/assets/missing', NAVIGATION)).status).toBe(404);
    expect((await ask('/icon-9.png', NAVIGATION)).status).toBe(404);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fdist-sibling/secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/link.txt',
    '/.hidden/secret.txt',
    '/assets',
    '//secret.txt',
    '/%00',
    '/%zz',
    '/%252e%252e/secret.txt',
  ])('keeps to its folder when asked for %s', async (path) => {
    const { status, body } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(body.toString()).not.toContain('secret');
  });

  it('refuses other methods, plain requests for the relay, and sockets elsewhere', async () => {
    const posted = await ask('/', {}, 'POST');
    expect([posted.status, posted.headers.allow]).toEqual([405, 'GET, HEAD']);
    expect((await ask('/relay')).status).toBe(426);
    const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' };
    const elsewhere = await ask('/other', { ...upgrade, 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==' });
    expect(elsewhere.status).toBe(404);
  });

  it('says so when the app is not built', async () => {
    const bare = await serve(join(folder, 'nothing'));
    const { status, body } = await ask('/', NAVIGATION, 'GET', bare.port);
    expect(status).toBe(503);
    expect(body.toString()).toContain('npm run build');
    await bare.close();
  });
});
