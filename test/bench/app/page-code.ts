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
  const worker = closeOverImports(findWorkers(paths, read), read);
  return paths.map((path) => ({
    path,
    part: page.has(path) ? 'page' : worker.has(path) ? 'worker' : partByName(path),
    gzipBytes: gzipSync(read(path), { level: 9 }).length,
  }));
}

/** Kilobytes of 1000 bytes, to a tenth. */
export function sumKilobytes(files: readonly CodeFile[], part: CodeFile['part']): number {
  const bytes = files.filter((file) => file.part === part).reduce((sum, file) => sum + file.gzipBytes, 0);
  return Math.round(bytes / 100) / 10;
}

function partByName(path: string): CodeFile['part'] {
  return /^service[.-]worker|^sw\./.test(basename(path)) ? 'service worker' : 'later';
}

/** The build names a worker's file for its source, `household.worker-HASH.js`; it imports the household when it is wanted. */
function findWorkers(paths: readonly string[], read: (path: string) => string): readonly string[] {
  const workers = paths.filter((path) => /\.worker-/.test(basename(path)));
  const wanted = workers.flatMap((path) =>
    Array.from(read(path).matchAll(/import\(\s*["'`](\.\/household-[^"'`]+)["'`]/g), (match) =>
      join(dirname(path), match[1] ?? ''),
    ),
  );
  return [...workers, ...wanted];
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
