/**
 * Putting Baton on the home screen, and asking the browser to keep its data. Browsers differ: some offer
 * a prompt that has to be caught when they raise it, iOS wants the share sheet, and some have neither.
 */
import { computeInstallWay, type InstallWay } from './install-way.ts';

export type InstallState = 'installed' | 'offered' | 'byHand' | 'unavailable';

export interface Install {
  readonly state: () => InstallState;
  readonly way: () => InstallWay;
  readonly subscribe: (listener: (state: InstallState) => void) => () => void;
  /** Shows the browser's own question; only while `offered`. */
  readonly prompt: () => Promise<void>;
}

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

export function startInstall(): Install {
  const listeners = new Set<(state: InstallState) => void>();
  const standalone = matchMedia('(display-mode: standalone)');
  const isApple = 'standalone' in navigator;
  let caught: InstallPrompt | null = null;
  let installed = false;
  const way = (): InstallWay =>
    computeInstallWay({
      userAgent: navigator.userAgent,
      touchPoints: navigator.maxTouchPoints,
      prompted: caught !== null,
    });
  const state = (): InstallState => {
    const launched = isApple && (navigator as { readonly standalone?: boolean }).standalone === true;
    if (installed || standalone.matches || launched) return 'installed';
    if (caught !== null) return 'offered';
    return way() === 'none' ? 'unavailable' : 'byHand';
  };
  const tell = (): void => {
    for (const listener of listeners) listener(state());
  };
  window.addEventListener('beforeinstallprompt', (event) => {
    // Kept for the moment at which it makes sense to the person.
    event.preventDefault();
    caught = event as InstallPrompt;
    tell();
  });
  window.addEventListener('appinstalled', () => {
    installed = true;
    tell();
  });
  standalone.addEventListener('change', tell);
  return {
    state,
    way,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prompt: async () => {
      const prompt = caught;
      caught = null;
      await prompt?.prompt();
      tell();
    },
  };
}

/** Whether the browser promised not to clear this site's data by itself; null when it cannot say. */
export async function isStorageKept(): Promise<boolean | null> {
  return (await navigator.storage?.persisted?.()) ?? null;
}

/** Asks for that promise; browsers decide, some after asking the person. */
export async function keepStorage(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false;
}
