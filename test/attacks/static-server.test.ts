/** The static server: no way out of its folder, and the page's policy with every answer that a browser may run. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMemoryFrameLog } from '../../sync-server/memory-frame-log.ts';
import { type RunningServer, startServer } from '../../sync-server/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'baton-attack-'));
const dist = join(folder, 'dist');
const secret = 'OUTSIDE-THE-FOLDER';
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'dist-other'));
  mkdirSync(join(folder, 'outside'));
  for (const file of ['secret.txt', 'outside/secret.txt', 'dist-other/secret.txt', 'baton.sqlite']) {
    writeFileSync(join(folder, file), secret);
  }
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Baton</title>');
  writeFileSync(join(dist, 'other.html'), '<!doctype html><title>Other</title>');
  writeFileSync(join(dist, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(dist, 'assets', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'link.txt'));
  symlinkSync(join(folder, 'outside'), join(dist, 'assets', 'linked'));
  symlinkSync('/', join(dist, 'root'));
  server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    distDir: dist,
    frameLog: makeMemoryFrameLog(),
  });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the request line byte for byte, which no client library would. */
function ask(target: string, headers: readonly string[] = [], method = 'GET'): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = connect({ host: '127.0.0.1', port: server.port });
    let text = '';
    stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    stream.on('error', reject);
    stream.on('close', () => resolve(text));
    const lines = [
      `${method} ${target} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Connection: close',
      ...headers,
      '',
      '',
    ];
    stream.write(lines.join('\r\n'), 'latin1');
  });
}

const dots = [
  '..',
  '%2e%2e',
  '.%2e',
  '%2E.',
  '%252e%252e',
  '%c0%ae%c0%ae',
  '%u002e%u002e',
  '..;',
  '. .',
  '%2e%2e%00',
];
const slashes = ['/', '%2f', '%5c', '\\', '%252f', '%255c', '//', '/./', '%c0%af'];
const goals = ['secret.txt', 'outside/secret.txt', 'dist-other/secret.txt', 'baton.sqlite'];

describe('path traversal', () => {
  it('leads nowhere, however dots and slashes are written', async () => {
    const targets = dots.flatMap((dot) =>
      slashes.flatMap((slash) => [
        ...goals.map((goal) => `/${dot}${slash}${goal}`),
        `/assets${slash}${dot}${slash}${dot}${slash}secret.txt`,
        `${slash}${dot}${slash}secret.txt`,
        `/${`${dot}${slash}`.repeat(12)}etc${slash}passwd`,
      ]),
    );
    for (const target of targets) {
      const answer = await ask(target, ['Accept: text/html']);
      expect(answer, target).not.toContain(secret);
      expect(answer, target).not.toContain('root:');
      expect(answer, target).toMatch(/^HTTP\/1\.1 (?:400|404|200)/);
      // An address that is no file may be answered with the app's own page, and with nothing else.
      if (answer.startsWith('HTTP/1.1 200')) expect(answer, target).toContain('<title>Baton</title>');
    }
  }, 30_000);

  it.each([
    '/link.txt',
    '/assets/linked/secret.txt',
    '/root/etc/passwd',
    '/root',
    `/root${folder}/secret.txt`,
    `${folder}/secret.txt`,
    `//${folder}/secret.txt`,
    '/etc/passwd',
    '//etc/passwd',
    'file:///etc/passwd',
    `http://127.0.0.1${folder}/secret.txt`,
    '/C:/secret.txt',
    '/c%3a%5csecret.txt',
    '/index.html/../../secret.txt',
    '/index.html%00.txt',
    '/%00/../secret.txt',
    '/secret.txt%00.js',
    '/assets/main.js/../../../secret.txt',
    '/?/../secret.txt',
    '/#/../../secret.txt',
    `/${'a/'.repeat(3000)}`,
    `/${'%2e'.repeat(2000)}`,
    '/assets/%E0%A4%A',
    '*',
    '',
  ])('does not serve %s', async (target) => {
    const answer = await ask(target);
    expect(answer).not.toContain(secret);
    expect(answer).not.toContain('root:');
  });

  it('leads nowhere under another method either, and the server goes on', async () => {
    for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']) {
      expect(await ask('/../secret.txt', ['Content-Length: 0'], method)).not.toContain(secret);
    }
    expect(await ask('/')).toContain('<title>Baton</title>');
  });
});

describe('the policy of the page', () => {
  const page = ['Accept: text/html', 'Sec-Fetch-Mode: navigate'];

  it.each([
    ['the page', '/', page, 'GET'],
    ['the page by name', '/index.html', page, 'GET'],
    ['an address inside the app', '/flows/run/step~~1', page, 'GET'],
    ['an invite', '/join', page, 'GET'],
    ['another page of the build', '/other.html', page, 'GET'],
    ['only the head of it', '/', page, 'HEAD'],
    ['a script', '/assets/main.js', [], 'GET'],
    ['a picture that may hold scripts', '/assets/icon.svg', page, 'GET'],
    ['what is missing', '/assets/none.js', page, 'GET'],
    ['what cannot be read', '/%zz', page, 'GET'],
    ['a refusal', '/', page, 'POST'],
    ['the relay’s address', '/relay', page, 'GET'],
  ])('comes with %s', async (_, target, headers, method) => {
    const answer = await ask(target, headers, method);
    const head = answer.split('\r\n\r\n', 1)[0] ?? '';
    const policy = /^Content-Security-Policy: (.*)$/im.exec(head)?.[1]?.split('; ') ?? [];
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types baton-dom baton-script',
    ]) {
      expect(policy).toContain(rule);
    }
    expect(policy.join()).not.toMatch(/unsafe|https?:|\*/u);
    expect(head).toMatch(/^X-Content-Type-Options: nosniff$/im);
    expect(head).toMatch(/^Referrer-Policy: no-referrer$/im);
    expect(head).not.toMatch(/^(?:Set-Cookie|Access-Control-Allow-Origin):/im);
  });

  it('comes with a page that is already known, too', async () => {
    const etag = /^ETag: (.*)$/im.exec(await ask('/', page))?.[1]?.trim();
    const answer = await ask('/', [...page, `If-None-Match: ${etag}`]);
    expect(answer).toMatch(/^HTTP\/1\.1 304/u);
    expect(answer).toMatch(/^Content-Security-Policy: .*require-trusted-types-for 'script'/im);
  });

  it('says nothing of the address in its answers, so nothing can be injected through it', async () => {
    for (const script of ['<script>alert(1)</script>', '%3Cscript%3Ealert(1)%3C/script%3E', '"onload="x']) {
      const answer = await ask(`/${script.replaceAll(' ', '')}`, page);
      expect(answer).not.toContain('alert');
      expect(answer).not.toContain('onload');
    }
    const injected = await ask('/a%0d%0aSet-Cookie:%20x=1', page);
    expect(injected).not.toMatch(/^Set-Cookie/im);
  });
});
