/**
 * Which layer may import what. The rule `baton/import-table` enforces this one table.
 *
 * Each row names everything of ours, and every fenced package, that a layer may import; whatever is
 * not named is forbidden. The files in `test/fixtures/lint` hold the same table a second time, written
 * out as imports that must and must not pass, so that a slip here is seen.
 */

/** Packages that only some layers may know; a package behind no fence is open to all of `src`. */
export const packagesByFence = {
  yjs: /^(yjs|lib0|y-[a-z]+)(\/|$)/,
  solid: /^(solid-js|@solidjs\/[a-z-]+)(\/|$)/,
  icons: /^~icons\//,
  workbox: /^workbox-/,
  pwa: /^virtual:pwa-register/,
  comlink: /^comlink(\/|$)/,
  noble: /^@noble\//,
  idb: /^idb(\/|$)/,
  ws: /^ws(\/|$)/,
  node: /^node:/,
} as const;

export type Fence = keyof typeof packagesByFence;

export interface Layer {
  /** Folder or file, from the repository's root; of two that fit a path, the longer one counts. */
  readonly path: string;
  /** Layers or files it may import, besides itself. */
  readonly values: readonly string[];
  /** Layers or files it may import types from, and nothing else. */
  readonly types: readonly string[];
  readonly packages: readonly Fence[];
  /** Layers whose workers it may start by address: other threads' code, which it does not import. */
  readonly starts: readonly string[];
}

interface Allowed {
  readonly values?: readonly string[];
  readonly types?: readonly string[];
  readonly packages?: readonly Fence[];
  readonly starts?: readonly string[];
}

function layer(path: string, { values = [], types = [], packages = [], starts = [] }: Allowed = {}): Layer {
  return { path, values, types, packages, starts };
}

const i18n = ['src/i18n', 'src/i18n/core'];

/** The language between page and worker, all of the worker that the page may know. */
const messages = 'src/worker/messages.ts';

export const layers: readonly Layer[] = [
  layer('src/model'),
  layer('src/wire'),
  layer('src/engine', { values: ['src/model'] }),
  layer('src/planner', { values: ['src/model', 'src/engine'] }),
  layer('src/views', { values: ['src/model', 'src/engine', 'src/planner'] }),
  layer('src/templates', { values: ['src/model', 'src/i18n/core'] }),
  layer('src/interchange', { values: ['src/model', 'src/i18n/core'] }),
  layer('src/store', { values: ['src/model'], packages: ['yjs', 'idb'] }),
  layer('src/sync', { values: ['src/model', 'src/store', 'src/wire'], packages: ['yjs', 'noble', 'idb'] }),
  layer('src/worker', {
    values: [
      'src/model',
      'src/engine',
      'src/planner',
      'src/views',
      'src/templates',
      'src/interchange',
      'src/store',
      'src/sync',
      'src/wire',
      'src/i18n/core',
    ],
    packages: ['comlink', 'idb'],
  }),
  layer('src/client', {
    // An occurrence's key is what its row is found by.
    values: ['src/model/occurrence.ts'],
    types: ['src/model', 'src/views', messages],
    packages: ['solid', 'comlink'],
    starts: ['src/worker'],
  }),
  layer('src/ui', {
    // An occurrence's key is parsed and an address is made of ids; so are places; all of these modules are a few lines.
    values: [
      'src/client',
      'src/styles',
      'src/model/ids.ts',
      'src/model/occurrence.ts',
      'src/model/place.ts',
      ...i18n,
    ],
    types: ['src/model', 'src/views', messages],
    packages: ['solid', 'icons'],
  }),
  layer('src/pwa', { values: i18n, packages: ['workbox', 'pwa'] }),
  layer('src/i18n', { values: ['src/i18n/core'], packages: ['solid'] }),
  layer('src/i18n/core'),
  layer('src/styles'),
  layer('src/main.tsx', {
    values: ['src/client', 'src/ui', 'src/pwa', 'src/styles', ...i18n],
    types: [messages],
    packages: ['solid'],
    starts: ['src/worker'],
  }),
  layer('sync-server', { values: ['src/wire'], packages: ['ws', 'node'] }),
];

/** Layers that any thread and plain Node can run: no clock, no randomness, no DOM, no network. */
export const pureLayers: readonly string[] = [
  'src/model',
  'src/engine',
  'src/planner',
  'src/views',
  'src/interchange',
  'src/templates',
  'src/wire',
  'src/i18n/core',
];
