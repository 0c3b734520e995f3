/** The page and its workers for the browser, and the unit tests: those of the page in a DOM, the rest in plain Node. */
import { fileURLToPath } from 'node:url';
import Icons from 'unplugin-icons/vite';
import type { Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import own from './package.json' with { type: 'json' };
import { pwa } from './src/pwa/vite-pwa.ts';
import { defineConfig } from 'vitest/config';

/** Of what has no clock, no storage and no globals: its files can share a worker, whose start takes longer than most of them. */
const pureTests = 'test/{model,engine,views,wire,templates,interchange,properties,contracts}/**/*.test.ts';
/** Their files share window and modules as well: what a page keeps, each test gives back. */
const screenTests = 'test/{ui,i18n}/**/*.test.{ts,tsx}';
/** Of what a page does once, when it is opened. */
const openingTests = 'test/{client,pwa}/**/*.test.ts';

/** What the worker begins with, and everything that these need. */
const newcomerParts =
  /\/src\/worker\/(environment|late-household|newcomer-view)\.ts$|\/src\/store\/stored-databases\.ts$/;

/**
 * What several screens share, with what is asked for together in one file: a file for each of them would be a hundred
 * files of a few lines, and a request each for whoever comes for the first time.
 */
const sharedParts = {
  name: 'shared',
  minShareCount: 2,
  entriesAware: true,
  /** Bytes before they are made small: fewer are put with what is asked for by almost the same screens. */
  entriesAwareMergeThreshold: 2_000,
};

/** What a newcomer sees, and all that it needs beside the start: one file, because they wait for it. */
const firstRun = { name: 'first-run', test: /\/screens\/start\/first-run-screen\.tsx$/ };

/**
 * Cascade layers get their order where they are first named, and the order in which style sheets load is not
 * ours to choose, so every sheet begins by naming them all.
 */
function layerOrder(): Plugin {
  return {
    name: 'baton-layer-order',
    enforce: 'pre',
    transform: (code, id) =>
      /\/src\/.*\.css$/.test(id) ? `@layer reset, tokens, kit, screens;\n${code}` : null,
  };
}

/**
 * What the household shares with what the worker begins with must have a chunk of its own: if it had to load the worker's
 * first file for it, WebKit would run that a second time, and answer everything twice.
 */
function entryIsLoadedOnce(): Plugin {
  return {
    name: 'baton-entry-is-loaded-once',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const entries = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
      for (const { fileName, imports } of chunks)
        if (imports.some((name) => entries.has(name)))
          this.error(`${fileName} loads a worker's first file again`);
    },
  };
}

export default defineConfig({
  plugins: [
    layerOrder(),
    pwa(),
    // Compiled templates go through our own `template`, the one maker of trusted HTML (src/ui/trusted-dom.ts).
    solid({ solid: { moduleName: 'baton-dom' } }),
    Icons({
      compiler: 'solid',
      scale: 1,
      iconCustomizer: (_collection, _icon, props) => {
        props['data-icon'] = '';
        props['aria-hidden'] = 'true';
      },
    }),
  ],
  resolve: {
    alias: { 'baton-dom': fileURLToPath(new URL('./src/ui/trusted-dom.ts', import.meta.url)) },
  },
  define: { __BATON_VERSION__: JSON.stringify(own.version) },
  worker: {
    format: 'es',
    plugins: () => [entryIsLoadedOnce()],
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'newcomer', test: newcomerParts }] } } },
  },
  build: {
    target: 'es2023',
    rolldownOptions: {
      output: {
        // Those that share many parts would be named for all of them.
        chunkFileNames: ({ name }) => `assets/${name.split('~', 1).join()}-[hash].js`,
        codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }, firstRun, sharedParts] },
      },
    },
  },
  test: {
    // The Solid plugin would ask for another one otherwise; each project names its own.
    environment: 'node',
    projects: [
      {
        extends: false,
        test: {
          name: 'pure',
          environment: 'node',
          include: [pureTests],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: false,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [pureTests, screenTests, openingTests, 'test/e2e/**', 'test/bench/**', 'test/fixtures/**'],
          // Properties over many histories take their time on a machine that is busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'page',
          environment: 'happy-dom',
          include: [screenTests],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: { name: 'opening', environment: 'happy-dom', include: [openingTests], testTimeout: 20_000 },
      },
    ],
  },
});
