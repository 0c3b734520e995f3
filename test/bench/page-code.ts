/**
 * How much JavaScript the built page is made of, in three parts: what the browser has to load before
 * the page shows (`index.html`'s scripts, their `modulepreload`s and everything those import
 * statically), the workers, and what is loaded later or never.
 *
 * Sizes are gzip at level 9, each file by itself, as it would travel.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface CodeFile {
  /** Path inside `dist`. */
  readonly path: string;
  readonly part: 'page' | 'worker' | 'service worker' | 'later';
  readonly gzipBytes: number;
}

export function measureCode(dist: string): readonly CodeFile[] {
  const read = (path: string) => readFileSync(join(dist, path), 'utf8');
  const page = closeOverImports(findEntries(read('index.html')), read);
  const paths = globSync('**/*.js', { cwd: dist });
  return paths.map((path) => ({
    path,
    part: page.has(path) ? 'page' : partByName(path),
    gzipBytes: gzipSync(read(path), { level: 9 }).length,
  }));
}

/** Kilobytes of 1000 bytes, to a tenth. */
export function sumKilobytes(files: readonly CodeFile[], part: CodeFile['part']): number {
  const bytes = files.filter((file) => file.part === part).reduce((sum, file) => sum + file.gzipBytes, 0);
  return Math.round(bytes / 100) / 10;
}

/** The build names a worker's file for its source: `household.worker-HASH.js`. */
function partByName(path: string): CodeFile['part'] {
  if (/^service[.-]worker|^sw\./.test(basename(path))) return 'service worker';
  return /\.worker-/.test(basename(path)) ? 'worker' : 'later';
}

function findEntries(html: string): readonly string[] {
  const scripts = Array.from(html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g), (match) => match[1] ?? '');
  const preloads = Array.from(html.matchAll(/<link\b[^>]*>/g), (match) => match[0])
    .filter((tag) => tag.includes('modulepreload'))
    .map((tag) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? '');
  return [...scripts, ...preloads].map((path) => path.replace(/^\//, ''));
}

function closeOverImports(entries: readonly string[], read: (path: string) => string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const specifier of findStaticImports(read(path))) {
      waiting.push(relative('.', join(dirname(path), specifier)));
    }
  }
  return reached;
}

/** Minified code keeps its static imports and re-exports in this form: `from"./x.js"` or `import"./x.js"`. */
function findStaticImports(code: string): readonly string[] {
  return Array.from(code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+)["']/g), (match) => match[1] ?? '');
}
