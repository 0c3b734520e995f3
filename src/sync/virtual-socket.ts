/**
 * What the unmodified y-websocket provider takes for a WebSocket. It has no connection of its own: its host
 * opens it when the shared socket is open and closes it when that is lost. Until then it stays
 * CONNECTING, so that the provider's own backoff, which has no jitter, never runs.
 */
import type { Bytes } from './bytes.ts';

export interface VirtualSocketHost {
  created(socket: VirtualSocket): void;
  /** Bytes from the provider. */
  received(socket: VirtualSocket, bytes: Uint8Array): void;
  /** The provider closed it (its watchdog, `disconnect`, `destroy`). */
  closedByProvider(socket: VirtualSocket): void;
}

export interface VirtualSocket {
  readonly isOpen: () => boolean;
  readonly isConnecting: () => boolean;
  open(): void;
  deliver(bytes: Bytes): void;
  /** The connection is over; 4400 to 4499 tells the provider not to come back. */
  finish(code: number): void;
}

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/** A class whose instances report to `host`; nothing is emitted inside the constructor. */
export function makeVirtualSocketClass(host: VirtualSocketHost): typeof WebSocket {
  class RoomWebSocket {
    static readonly CONNECTING = CONNECTING;
    static readonly OPEN = OPEN;
    static readonly CLOSING = 2;
    static readonly CLOSED = CLOSED;
    readonly CONNECTING = CONNECTING;
    readonly OPEN = OPEN;
    readonly CLOSING = 2;
    readonly CLOSED = CLOSED;
    readonly url: string;
    binaryType = 'arraybuffer';
    readyState = CONNECTING;
    onopen: ((event: object) => void) | null = null;
    onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
    onclose: ((event: { code: number; reason: string }) => void) | null = null;
    onerror: ((event: object) => void) | null = null;
    private readonly handle: VirtualSocket;

    constructor(url: string) {
      this.url = url;
      this.handle = {
        isOpen: () => this.readyState === OPEN,
        isConnecting: () => this.readyState === CONNECTING,
        open: () => {
          if (this.readyState !== CONNECTING) return;
          this.readyState = OPEN;
          this.onopen?.({});
        },
        deliver: (bytes) => {
          if (this.readyState === OPEN) this.onmessage?.({ data: bytes.buffer });
        },
        finish: (code) => {
          if (this.readyState === CLOSED) return;
          this.readyState = CLOSED;
          this.onclose?.({ code, reason: '' });
        },
      };
      queueMicrotask(() => {
        if (this.readyState === CONNECTING) host.created(this.handle);
      });
    }

    send(data: Uint8Array | ArrayBuffer): void {
      if (this.readyState === OPEN) host.received(this.handle, new Uint8Array(data));
    }

    close(): void {
      if (this.readyState === CLOSED) return;
      this.readyState = CLOSED;
      host.closedByProvider(this.handle);
    }
  }
  return RoomWebSocket as unknown as typeof WebSocket;
}
