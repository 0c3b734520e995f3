/**
 * How the build makes the service worker and the manifest. Registration is ours (`update.ts`), because it
 * has to pass through Trusted Types and must never reload by itself.
 */
import type { PluginOption } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { manifest } from './manifest.ts';

export function pwa(): PluginOption {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/pwa',
    filename: 'service.worker.ts',
    injectRegister: false,
    manifest,
    manifestFilename: 'baton.webmanifest',
    includeManifestIcons: false,
    injectManifest: {
      globPatterns: ['**/*.{html,js,css,woff2,svg,png,txt}'],
      // Their names change with their content, so they need no second fingerprint.
      dontCacheBustURLsMatching: /^assets\//,
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    },
  });
}
