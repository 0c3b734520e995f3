/**
 * Everything outside: sockets, clock, chance, timers. Injected, because the same code runs in a browser's
 * module worker and, many devices to a process, in Node.
 */
import type { Bytes } from './bytes.ts';

/** The part of the WebSocket interface that is used; the browser's class and `ws` both have it. */
export interface RawSocket {
  binaryType: string;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: ((event: never) => void) | null;
  send(data: Bytes): void;
  close(code?: number): void;
}

export type Timer = ReturnType<typeof setTimeout>;

export interface SyncEnvironment {
  readonly makeSocket: (url: string) => RawSocket;
  readonly randomBytes: (length: number) => Bytes;
  /** 0 ≤ n < 1, for jitter only. */
  readonly random: () => number;
  /** This device's clock, ms since 1970. */
  readonly now: () => number;
  readonly setTimeout: (callback: () => void, milliseconds: number) => Timer;
  readonly clearTimeout: (timer: Timer | undefined) => void;
  /** `null` where the platform has none. */
  readonly subtle: SubtleCrypto | null;
  /** Calls back when the network may have come back; returns a function that stops it. */
  readonly onOnline: (listener: () => void) => () => void;
}

export function defaultEnvironment(overrides: Partial<SyncEnvironment> = {}): SyncEnvironment {
  return {
    makeSocket: (url) => new WebSocket(url) as unknown as RawSocket,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    random: Math.random,
    now: Date.now,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
    clearTimeout: (timer) => {
      if (timer !== undefined) clearTimeout(timer);
    },
    // Typed as always there; a page that is not a secure context has none.
    subtle: (globalThis.crypto as Crypto | undefined)?.subtle ?? null,
    onOnline: (listener) => {
      if (typeof globalThis.addEventListener !== 'function') return () => undefined;
      globalThis.addEventListener('online', listener);
      return () => globalThis.removeEventListener('online', listener);
    },
    ...overrides,
  };
}
