import { fileURLToPath } from 'node:url';
import Icons from 'unplugin-icons/vite';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

export default defineConfig({
  plugins: [
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
  worker: { format: 'es' },
  build: { target: 'es2023', sourcemap: true },
  test: { environment: 'node', include: ['test/**/*.test.{ts,tsx}'] },
});
