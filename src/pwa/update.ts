/**
 * Keeps the installed version fresh without ever changing a page under somebody's hands.
 * Flow: register → a newer version installs and waits → `waiting` → the person taps the chip → `apply` →
 * the new version takes over → this page loads again. A sibling tab that took a new version over leaves
 * this one on old code: `replaced`, and the same tap loads it again.
 * Invariant: nothing but `apply` reloads.
 */

export type UpdateState = 'current' | 'waiting' | 'replaced';

export interface Updates {
  readonly state: () => UpdateState;
  /** Calls back after every change; gives back how to stop. */
  readonly subscribe: (listener: (state: UpdateState) => void) => () => void;
  /** Takes the newer version now and loads the page again. Without one it does nothing. */
  readonly apply: () => void;
}

/** The part of workbox-window that is used, so that tests can play it. */
export interface Registrar {
  addEventListener(type: 'waiting' | 'controlling', listener: (event: RegistrarEvent) => void): void;
  register(): Promise<unknown>;
  update(): Promise<void>;
  messageSkipWaiting(): void;
}
interface RegistrarEvent {
  readonly isUpdate?: boolean | undefined;
  readonly isExternal?: boolean | undefined;
}

export interface UpdateDeps {
  readonly registrar: Registrar;
  readonly reload: () => void;
  /** Whether a service worker already served this page when it was opened. */
  readonly wasControlled: boolean;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  /** Calls back when the page becomes visible, and now and then while it is open. */
  readonly onOccasion: (look: () => void) => void;
}

/** A look for a newer version costs one request; more often than this helps nobody. */
const lookEveryMs = 10 * 60_000;

export function createUpdates(deps: UpdateDeps): Updates {
  const listeners = new Set<(state: UpdateState) => void>();
  let state: UpdateState = 'current';
  let applying = false;
  let lookedAt = deps.clock();
  const become = (next: UpdateState): void => {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener(next);
  };

  deps.registrar.addEventListener('waiting', () => become('waiting'));
  deps.registrar.addEventListener('controlling', (event) => {
    if (applying) deps.reload();
    // The first version taking over the page that brought it is no news.
    else if (deps.wasControlled && (event.isUpdate === true || event.isExternal === true)) become('replaced');
  });
  deps.onOccasion(() => {
    if (deps.clock() - lookedAt < lookEveryMs) return;
    lookedAt = deps.clock();
    // Offline, or the server is away: the next occasion will do.
    deps.registrar.update().catch(() => undefined);
  });
  // Refused registrations (a private window, a full disk) leave a working page that needs the network.
  deps.registrar.register().catch(() => undefined);

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    apply: () => {
      if (state === 'current') return;
      if (state === 'replaced') {
        deps.reload();
        return;
      }
      applying = true;
      deps.registrar.messageSkipWaiting();
    },
  };
}

const never: Updates = { state: () => 'current', subscribe: () => () => undefined, apply: () => undefined };

/**
 * Registers the service worker of this page. `script` is its address as Trusted Types want it (the DOM's
 * types know it as text only). Where there are no service workers it does nothing.
 */
export function startUpdates(script: string, time: Promise<void>): Updates {
  if (!('serviceWorker' in navigator)) return never;
  return createUpdates({
    registrar: loadRegistrar(script, time),
    reload: () => location.reload(),
    wasControlled: navigator.serviceWorker.controller !== null,
    clock: () => performance.now(),
    onOccasion: (look) => {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') look();
      });
      setInterval(look, 60 * 60_000);
    },
  });
}

/** Nobody waits for it, so it loads when the first screen stands. */
function loadRegistrar(script: string, time: Promise<void>): Registrar {
  const loaded = time
    .then(() => import('workbox-window'))
    .then(({ Workbox }) => new Workbox(script, { scope: '/', type: 'classic' }));
  // That it did not load is told by `register`.
  const whenLoaded = (act: (registrar: Registrar) => void): void => void loaded.then(act, () => undefined);
  return {
    addEventListener: (type, listener) =>
      whenLoaded((registrar) => registrar.addEventListener(type, listener)),
    register: async () => (await loaded).register(),
    update: async () => (await loaded).update(),
    messageSkipWaiting: () => whenLoaded((registrar) => registrar.messageSkipWaiting()),
  };
}
