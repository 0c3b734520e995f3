/**
 * A device without a screen: the worker's own code in Node, with an IndexedDB in memory, so that many
 * devices run in one process. Two tabs of one device share a name, two devices never do.
 */
import 'fake-indexeddb/auto';
import { webcrypto } from 'node:crypto';
import { WebSocket as NodeWebSocket } from 'ws';
import type { Environment } from '../../src/worker/environment.ts';
import { type Household, openHousehold } from '../../src/worker/household.ts';
import type { IntentDone, Intent, ViewByKind, ViewPatch, ViewQuery } from '../../src/worker/messages.ts';

export interface HeadlessOptions {
  readonly name: string;
  /** The relay's port; without one the device is alone. */
  readonly port?: number;
  /** Added to the clock, for devices whose clock is wrong. */
  readonly skewMs?: number;
  readonly now?: () => number;
  /** How long due starts are left to others, ms. */
  readonly startPatienceMs?: number;
  /** Asked before each message; `false`: the connection ends instead, as if the device stopped there. */
  readonly maySend?: (bytes: Uint8Array) => boolean;
}

/** A port on which nothing listens: a device that never reaches a relay. */
const nowhere = 9;

function headlessEnvironment(options: HeadlessOptions): Environment {
  const port = options.port ?? nowhere;
  const origin = `http://127.0.0.1:${port}`;
  // Browsers send their origin with every socket; this one has to be told to.
  class OriginWebSocket extends NodeWebSocket {
    constructor(url: string | URL) {
      super(url, { origin });
      const send = this.send.bind(this) as (data: Uint8Array) => void;
      this.send = (data: unknown): void => {
        if (options.maySend?.(data as Uint8Array) ?? true) send(data as Uint8Array);
        else this.terminate();
      };
    }
  }
  const now = options.now ?? Date.now;
  return {
    name: `headless/${options.name}`,
    origin,
    relayUrl: `ws://127.0.0.1:${port}/relay`,
    WebSocketImpl: OriginWebSocket as unknown as typeof WebSocket,
    locks: navigator.locks,
    randomBytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)),
    now: () => now() + (options.skewMs ?? 0),
    sha256: async (bytes) => new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes)),
    batchMs: 5,
    ...(options.startPatienceMs === undefined ? {} : { startPatienceMs: options.startPatienceMs }),
    deviceFacts: { kind: 'phone', browser: 'other' },
  };
}

export interface HeadlessDevice {
  readonly household: Household;
  /** Does it and expects it to work. */
  readonly done: (intent: Intent) => Promise<IntentDone>;
  /** The view as it is now. */
  readonly view: <Kind extends keyof ViewByKind>(
    query: Extract<ViewQuery, { kind: Kind }>,
  ) => Promise<ViewByKind[Kind]>;
  /** Resolves with the first view that satisfies the condition; rejects after the time limit. */
  readonly until: <Kind extends keyof ViewByKind>(
    query: Extract<ViewQuery, { kind: Kind }>,
    condition: (view: ViewByKind[Kind]) => boolean,
    limitMs?: number,
  ) => Promise<ViewByKind[Kind]>;
}

export async function openHeadlessDevice(options: HeadlessOptions): Promise<HeadlessDevice> {
  const household = await openHousehold(headlessEnvironment(options));
  await household.setVisible(true);

  function until<Kind extends keyof ViewByKind>(
    query: Extract<ViewQuery, { kind: Kind }>,
    condition: (view: ViewByKind[Kind]) => boolean,
    limitMs = 10_000,
  ): Promise<ViewByKind[Kind]> {
    return new Promise((resolve, reject) => {
      let merged: ViewPatch<Kind> = {};
      let subscription: number | null = null;
      let settled = false;
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`waited in vain; the last ${query.kind} view was ${JSON.stringify(merged)}`));
      }, limitMs);
      function stop(): void {
        settled = true;
        clearTimeout(timer);
        if (subscription !== null) void household.unsubscribe(subscription);
      }
      const listening = household.subscribe(query, (patch) => {
        merged = { ...merged, ...(patch as ViewPatch<Kind>) };
        const view = merged as ViewByKind[Kind];
        if (settled || !condition(view)) return;
        stop();
        resolve(view);
      });
      void listening.then((number) => {
        subscription = number;
        if (settled) void household.unsubscribe(number);
      });
    });
  }

  return {
    household,
    done: async (intent) => {
      const result = await household.intent(intent);
      if (!result.ok) throw new Error(`${intent.kind} was refused: ${JSON.stringify(result.error)}`);
      return result.value;
    },
    view: (query) => until(query, () => true),
    until,
  };
}
