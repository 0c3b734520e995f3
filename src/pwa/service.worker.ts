/**
 * The offline shell. Every file of the build is kept from the first visit on, and every address of the
 * app answers with the same page, so deep links open without a network.
 * Invariants: a new version waits until somebody asks for it (`SKIP_WAITING`), because a page must never
 * change under the hands of a person; nothing of the household passes through here, and what is shared to the app
 * goes no further than this device; the relay's address is never answered from the cache.
 */
import { clientsClaim } from 'workbox-core';
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { receiveShared } from './shared-store.ts';

declare const self: ServiceWorkerGlobalScope & {
  readonly __WB_MANIFEST: readonly (PrecacheEntry | string)[];
};

// The first version takes over the page that brought it, so the very first visit already works offline.
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute([...self.__WB_MANIFEST]);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/relay(\/|$)/] }));

registerRoute('/share', ({ request }) => receiveShared(request), 'POST');

/** An open tab goes there by itself; without one, one is opened. */
async function openApp(path: string): Promise<void> {
  const [tab] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tab === undefined) {
    await self.clients.openWindow(path);
    return;
  }
  tab.postMessage({ type: 'OPEN', path });
  await tab.focus();
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const data: unknown = event.notification.data;
  const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
  // Only ever a place of the app's own.
  const isOwn = typeof path === 'string' && /^\/(?!\/)/.test(path);
  event.waitUntil(openApp(isOwn ? path : '/'));
});

self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  const isSkip = typeof message === 'object' && message !== null && 'type' in message;
  if (isSkip && message.type === 'SKIP_WAITING') void self.skipWaiting();
});
