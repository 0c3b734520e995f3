/**
 * Serves the built app. A path is looked up inside the folder and nowhere else; an address that a person opens
 * and that is no file gets index.html, because the page does its own routing; a missing script or picture gets
 * 404, so that a half-updated page fails loudly instead of running HTML.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { RELAY_PATH } from '../src/wire/protocol-version.ts';
import { SECURITY_HEADERS, cacheControlOf, contentTypeOf, isCompressible } from './response-headers.ts';

type Encoding = 'br' | 'gzip' | 'identity';

interface ServedFile {
  readonly modifiedMs: number;
  readonly size: number;
  readonly contentType: string;
  readonly etag: string;
  /** Compressed once, when first asked for. */
  readonly bodyByEncoding: Map<Encoding, Promise<Buffer>>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const SMALLEST_TO_COMPRESS = 1024;

/** `distDir` may be missing or empty; then every page says so. */
export function makeStaticFiles(
  distDir: string,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const fileByPath = new Map<string, ServedFile>();

  async function findFile(path: string): Promise<ServedFile | null> {
    const root = await realpath(distDir).catch(() => null);
    if (root === null) return null;
    // Resolving links first: a link inside the folder must not lead out of it.
    const full = await realpath(join(root, path)).catch(() => null);
    if (full === null || !full.startsWith(root + sep)) return null;
    const found = await stat(full);
    if (!found.isFile()) return null;
    const known = fileByPath.get(full);
    if (known && known.modifiedMs === found.mtimeMs && known.size === found.size) return known;
    const bytes = await readFile(full);
    const file: ServedFile = {
      modifiedMs: found.mtimeMs,
      size: found.size,
      contentType: contentTypeOf(extname(full).toLowerCase()),
      etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 22),
      bodyByEncoding: new Map([['identity', Promise.resolve(bytes)]]),
    };
    fileByPath.set(full, file);
    return file;
  }

  async function compress(file: ServedFile, encoding: Encoding): Promise<Buffer> {
    const known = file.bodyByEncoding.get(encoding);
    if (known) return known;
    const bytes = (await file.bodyByEncoding.get('identity')) ?? Buffer.alloc(0);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    const body = encoding === 'br' ? compressBrotli(bytes, quality) : compressGzip(bytes, { level: 9 });
    file.bodyByEncoding.set(encoding, body);
    return body;
  }

  return async (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendText(response, 405, 'Only GET and HEAD are served here.');
    }
    const path = readPath(request.url ?? '/');
    if (path === null) return sendText(response, 400, 'This address cannot be read.');
    if (path === RELAY_PATH) return sendText(response, 426, 'A WebSocket is served here.');
    const wanted = path === '/' ? '/index.html' : path;
    const isHidden = wanted.split('/').some((segment) => segment.startsWith('.'));
    const direct = isHidden ? null : await findFile(wanted);
    const file = direct ?? (isNavigation(request, path) ? await findFile('/index.html') : null);
    if (file === null) {
      return wanted === '/index.html'
        ? sendText(response, 503, 'The app is not built yet: run npm run build.')
        : sendText(response, 404, 'There is nothing here.');
    }
    response.setHeader('Cache-Control', cacheControlOf(direct ? path : '/index.html'));
    response.setHeader('Content-Type', file.contentType);
    const mayCompress = isCompressible(file.contentType) && file.size >= SMALLEST_TO_COMPRESS;
    const encoding = mayCompress ? chooseEncoding(request.headers['accept-encoding']) : 'identity';
    if (mayCompress) response.setHeader('Vary', 'Accept-Encoding');
    const etag = `"${file.etag}-${encoding}"`;
    response.setHeader('ETag', etag);
    if (request.headers['if-none-match']?.includes(etag)) {
      response.writeHead(304).end();
      return;
    }
    const body = await compress(file, encoding);
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Length', body.length);
    response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  };
}

/** The path of a request target, decoded, or null for one that tries to leave or cannot be read. */
function readPath(target: string): string | null {
  const raw = target.split(/[?#]/, 1)[0] ?? '/';
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  const isPlain = path.startsWith('/') && !path.includes('\0') && !path.includes('\\');
  return isPlain && !path.split('/').includes('..') ? path : null;
}

/** Somebody opens an address, as against a page that asks for one of its files. */
function isNavigation(request: IncomingMessage, path: string): boolean {
  const mode = request.headers['sec-fetch-mode'];
  const acceptsPages = request.headers.accept?.includes('text/html') ?? false;
  const looksLikeFile = (path.split('/').at(-1) ?? '').includes('.') || path.startsWith('/assets/');
  return acceptsPages && (mode === undefined || mode === 'navigate') && !looksLikeFile;
}

function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '')
    .split(',')
    .map((offer) => offer.trim().toLowerCase())
    .filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer))
    .map((offer) => offer.split(';', 1)[0]);
  if (offers.includes('br')) return 'br';
  return offers.includes('gzip') ? 'gzip' : 'identity';
}

function sendText(response: ServerResponse, status: number, text: string): void {
  const body = `${text}\n`;
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.writeHead(status).end(response.req.method === 'HEAD' ? undefined : body);
}
