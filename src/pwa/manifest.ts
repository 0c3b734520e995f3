/** The web app manifest: how Baton looks once it is installed. Colours are those of the light paper. */
import type { ManifestOptions } from 'vite-plugin-pwa';

const paper = '#f9f6f1';

export const manifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Baton',
  short_name: 'Baton',
  description: 'Everyone knows whose turn it is, and nobody has to hold the whole process in their head.',
  lang: 'en',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: paper,
  background_color: paper,
  // A second window rather than an open one that is taken elsewhere: nobody's half-written line is left.
  launch_handler: { client_mode: 'auto' },
  shortcuts: [
    { name: 'New flow', url: '/new', icons: [{ src: '/icons/baton-192.png', sizes: '192x192' }] },
    { name: 'My batons', url: '/', icons: [{ src: '/icons/baton-192.png', sizes: '192x192' }] },
    { name: 'Flows', url: '/flows', icons: [{ src: '/icons/baton-192.png', sizes: '192x192' }] },
    { name: 'People', url: '/people', icons: [{ src: '/icons/baton-192.png', sizes: '192x192' }] },
  ],
  // Posted, so that nothing of it stands in an address; the service worker answers, and no server hears of it.
  share_target: {
    action: '/share',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: { title: 'title', text: 'text', url: 'url' },
  },
  file_handlers: [
    {
      action: '/open',
      accept: {
        'application/x-baton': ['.baton'],
        'application/json': ['.baton.json'],
        'text/calendar': ['.ics'],
      },
    },
  ],
  categories: ['productivity', 'lifestyle', 'business'],
  icons: [
    { src: '/icons/baton-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icons/baton-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icons/baton.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    { src: '/icons/baton-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icons/baton-maskable.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'maskable' },
    { src: '/icons/baton-monochrome-512.png', sizes: '512x512', type: 'image/png', purpose: 'monochrome' },
    { src: '/icons/baton-monochrome.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'monochrome' },
  ],
};
