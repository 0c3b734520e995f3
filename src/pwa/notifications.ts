/**
 * Notifications through the service worker, the one way that phones have too. Nothing is shown by the service
 * worker itself: it hears of nothing while no tab is open.
 */

interface Shown {
  readonly tag: string;
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

type State = 'unsupported' | 'unasked' | 'allowed' | 'denied';

function toState(permission: NotificationPermission): State {
  if (permission === 'granted') return 'allowed';
  return permission === 'denied' ? 'denied' : 'unasked';
}

function canNotify(): boolean {
  return 'Notification' in globalThis && 'serviceWorker' in navigator;
}

/** Never waits for one that is not coming. */
async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  return canNotify() ? navigator.serviceWorker.getRegistration() : undefined;
}

export const notifications = {
  state: (): State => (canNotify() ? toState(Notification.permission) : 'unsupported'),
  ask: async (): Promise<State> =>
    canNotify() ? toState(await Notification.requestPermission()) : 'unsupported',
  show: async ({ tag, title, body, path }: Shown): Promise<void> => {
    const worker = await registration();
    await worker?.showNotification(title, { tag, body, icon: '/icons/baton-192.png', data: { path } });
  },
  keepOnly: async (tags: ReadonlySet<string>): Promise<void> => {
    const worker = await registration();
    for (const shown of (await worker?.getNotifications()) ?? []) if (!tags.has(shown.tag)) shown.close();
  },
  /** Somebody pressed a notification while a tab was open. */
  onOpen: (listener: (path: string) => void): (() => void) => {
    if (!canNotify()) return () => undefined;
    const hear = ({ data }: MessageEvent<unknown>): void => {
      if (typeof data !== 'object' || data === null || !('type' in data) || data.type !== 'OPEN') return;
      if ('path' in data && typeof data.path === 'string') listener(data.path);
    };
    navigator.serviceWorker.addEventListener('message', hear);
    return () => navigator.serviceWorker.removeEventListener('message', hear);
  },
};
