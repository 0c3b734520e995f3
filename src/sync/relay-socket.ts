/**
 * The one real socket of a device, carrying many rooms. It owns every retry; rooms only hear "open" and
 * "lost". It connects while it is enabled (this tab holds the relay lock) and somebody rides on it.
 */
import { type ClientMessage, encodeClientMessage } from '../wire/client-message.ts';
import { ERROR_CODES } from '../wire/error-codes.ts';
import { decodeRelayMessage, type RelayMessage } from '../wire/relay-message.ts';
import { computeBackoff } from './backoff.ts';
import { type Bytes, copyBytes } from './bytes.ts';
import type { RawSocket, SyncEnvironment, Timer } from './environment.ts';

export interface RelayStatus {
  /** `closed`: waiting for the next try. `idle`: enabled, and nobody wants a room. */
  readonly phase: 'disabled' | 'idle' | 'connecting' | 'open' | 'closed';
  /** Why the relay refused the whole connection: a wire error code. */
  readonly refusal: number | null;
  /** This device's clock minus the relay's, ms, when it is off by more than two minutes. */
  readonly clockOffBy: number | null;
}

export type ChannelMessage = Exclude<RelayMessage, { readonly kind: 'challenge' }>;
type WithoutChannel<Message> = Message extends unknown ? Omit<Message, 'ch'> : never;

export interface RelayChannel {
  send(message: WithoutChannel<ClientMessage>): void;
  /** Later messages of this channel are dropped. Does not tell the relay. */
  release(): void;
}

export interface RelayRider {
  opened(): void;
  lost(): void;
}

export interface RelaySocket {
  /** What JOIN is signed for: the origin that the relay sees. */
  readonly origin: string;
  status(): RelayStatus;
  onStatus(listener: (status: RelayStatus) => void): () => void;
  /** Returns a function that gets off. `opened` is called at once when the socket is open. */
  ride(rider: RelayRider): () => void;
  /** The nonce to sign, `null` while the socket is not open. */
  challenge(): Bytes | null;
  /** Only while open. */
  openChannel(listener: (message: ChannelMessage) => void): RelayChannel;
  /** A tab without the relay lock does not connect. */
  setEnabled(enabled: boolean): void;
  /** Try now: the network came back, the page became visible. */
  kick(): void;
  /** The relay stopped answering: drop the socket and come back. */
  restart(): void;
  destroy(): void;
}

const challengeTimeout = 10_000;
const toleratedClockOffset = 2 * 60_000;
/** A refused version or origin does not mend itself soon. */
const refusedRetry = 5 * 60_000;

export function makeRelaySocket(options: {
  readonly url: string;
  readonly origin: string;
  readonly environment: SyncEnvironment;
  readonly enabled?: boolean;
}): RelaySocket {
  const { environment } = options;
  const riders = new Set<RelayRider>();
  const listeners = new Set<(status: RelayStatus) => void>();
  const channels = new Map<number, (message: ChannelMessage) => void>();
  let enabled = options.enabled ?? true;
  let destroyed = false;
  let socket: RawSocket | null = null;
  let nonce: Bytes | null = null;
  let nextChannel = 1;
  let tries = 0;
  let timer: Timer | undefined;
  let status: RelayStatus = { phase: enabled ? 'idle' : 'disabled', refusal: null, clockOffBy: null };

  function setStatus(change: Partial<RelayStatus>): void {
    status = { ...status, ...change };
    // A copy, here and below: who is called may come or go.
    const told = [...listeners];
    for (const listener of told) listener(status);
  }

  function isWanted(): boolean {
    return enabled && !destroyed && riders.size > 0;
  }

  function connect(): void {
    environment.clearTimeout(timer);
    if (!isWanted() || socket !== null) return;
    setStatus({ phase: 'connecting' });
    let opening: RawSocket;
    try {
      opening = environment.makeSocket(options.url);
    } catch {
      scheduleRetry(null);
      return;
    }
    socket = opening;
    opening.binaryType = 'arraybuffer';
    opening.onmessage = (event) => {
      if (socket === opening && event.data instanceof ArrayBuffer) receive(new Uint8Array(event.data));
    };
    // An error is always followed by a close; without a listener, Node would end the process.
    opening.onerror = () => undefined;
    opening.onclose = (event) => {
      if (socket === opening) dropped(event.code);
    };
    timer = environment.setTimeout(() => {
      if (socket === opening && nonce === null) restart();
    }, challengeTimeout);
  }

  function receive(bytes: Uint8Array): void {
    const decoded = decodeRelayMessage(bytes);
    if (!decoded.ok) {
      forget();
      scheduleRetry(decoded.error.type === 'otherVersion' ? ERROR_CODES.upgradeNeeded : null);
      return;
    }
    const message = decoded.value;
    if (message.kind !== 'challenge') {
      if (message.kind === 'frames' || message.kind === 'page') tries = 0;
      channels.get(message.ch)?.(message);
      return;
    }
    environment.clearTimeout(timer);
    nonce = copyBytes(message.nonce);
    const offset = environment.now() - message.relayTime;
    setStatus({
      phase: 'open',
      refusal: null,
      clockOffBy: Math.abs(offset) > toleratedClockOffset ? offset : null,
    });
    const told = [...riders];
    for (const rider of told) rider.opened();
  }

  function dropped(code: number): void {
    forget();
    scheduleRetry(code >= 4400 && code < 4600 && code !== ERROR_CODES.goingAway ? code : null);
  }

  /** Ends the socket without hearing of it again, and tells the riders. */
  function forget(): void {
    environment.clearTimeout(timer);
    const old = socket;
    socket = null;
    nonce = null;
    channels.clear();
    if (old === null) return;
    old.onmessage = null;
    old.onclose = null;
    old.close();
    const told = [...riders];
    for (const rider of told) rider.lost();
  }

  function scheduleRetry(refusal: number | null): void {
    if (!isWanted()) {
      setStatus({ phase: enabled ? 'idle' : 'disabled', refusal });
      return;
    }
    const isLasting = refusal === ERROR_CODES.upgradeNeeded || refusal === ERROR_CODES.wrongOrigin;
    const jitter = environment.random();
    const wait = isLasting ? refusedRetry * (0.5 + jitter / 2) : computeBackoff(tries, jitter);
    tries += 1;
    timer = environment.setTimeout(connect, wait);
    setStatus({ phase: 'closed', refusal });
  }

  function restart(): void {
    forget();
    scheduleRetry(null);
  }

  function kick(): void {
    tries = 0;
    if (socket === null) connect();
  }

  function stopIfUnwanted(): void {
    if (isWanted()) return;
    forget();
    setStatus({ phase: enabled ? 'idle' : 'disabled' });
  }

  const stopOnline = environment.onOnline(kick);

  return {
    origin: options.origin,
    status: () => status,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ride(rider) {
      riders.add(rider);
      if (nonce !== null) rider.opened();
      else if (status.phase === 'idle') connect();
      return () => {
        riders.delete(rider);
        stopIfUnwanted();
      };
    },
    challenge: () => nonce,
    openChannel(listener) {
      const ch = nextChannel;
      nextChannel += 1;
      channels.set(ch, listener);
      const carrier = socket;
      return {
        send(message) {
          if (carrier !== null && carrier === socket && nonce !== null) {
            carrier.send(encodeClientMessage({ ...message, ch }));
          }
        },
        release: () => void channels.delete(ch),
      };
    },
    setEnabled(next) {
      if (enabled === next) return;
      enabled = next;
      if (enabled) {
        setStatus({ phase: 'idle' });
        kick();
      } else stopIfUnwanted();
    },
    kick,
    restart,
    destroy() {
      destroyed = true;
      stopOnline();
      stopIfUnwanted();
      listeners.clear();
    },
  };
}
