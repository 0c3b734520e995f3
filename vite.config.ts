/** The page and its workers for the browser, and the unit tests: those of the page in a DOM, the rest in plain Node. */
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

const pageTests = 'test/{ui,client,i18n,pwa}/**/*.test.{ts,tsx}';

export default defineConfig({
  plugins: [solid()],
  worker: { format: 'es' },
  build: { target: 'es2022' },
  test: {
    environment: 'node',
    projects: [
      {
        extends: false,
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [pageTests, 'test/e2e/**', 'test/bench/**', 'test/fixtures/**'],
        },
      },
      {
        extends: true,
        test: { name: 'page', environment: 'happy-dom', include: [pageTests] },
      },
    ],
  },
});
