/** The page and its workers for the browser, and the unit tests: those of the page in a DOM, the rest in plain Node. */
import { fileURLToPath } from 'node:url';
import Icons from 'unplugin-icons/vite';
import type { Plugin } from 'vite';
import solid from 'vite-plugin-solid';
import own from './package.json' with { type: 'json' };
import { pwa } from './src/pwa/vite-pwa.ts';
import { defineConfig } from 'vitest/config';

const pageTests = 'test/{ui,client,i18n,pwa}/**/*.test.{ts,tsx}';

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
  worker: { format: 'es' },
  build: { target: 'es2023' },
  test: {
    // The Solid plugin would ask for another one otherwise; each project names its own.
    environment: 'node',
    projects: [
      {
        extends: false,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [pageTests, 'test/e2e/**', 'test/bench/**', 'test/fixtures/**'],
          // Properties over many histories take their time on a machine that is busy with other things.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: { name: 'page', environment: 'happy-dom', include: [pageTests], testTimeout: 20_000 },
      },
    ],
  },
});
