/**
 * What the page can ask of the device it runs on: newer versions, the home screen, kept storage. Composed in `main.tsx`; without it (tests, previews) the device offers nothing.
 */
import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js';
import type { AlertNotifier } from '../client/tell-alerts.ts';

export interface Device {
  readonly updates: Observable<'current' | 'waiting' | 'replaced'> & { readonly apply: () => void };
  readonly install: Observable<'installed' | 'offered' | 'byHand' | 'unavailable'> & {
    readonly prompt: () => Promise<void>;
    /** How it is done here, for the words. */
    readonly way: () => InstallWay;
  };
  readonly storage: {
    /** null: the browser cannot say. */
    readonly isKept: () => Promise<boolean | null>;
    readonly keep: () => Promise<boolean>;
  };
  /** The number on the app's icon. */
  readonly badge: (count: number) => void;
  /** What another app shared: one text, kept until it is forgotten. */
  readonly shared: { readonly read: () => Promise<string | null>; readonly forget: () => Promise<void> };
  /** A file that the system opened with Baton, or that was dropped on it. */
  readonly files: {
    readonly take: () => File | null;
    /** Somebody is to take this one. */
    readonly give: (file: File) => void;
    readonly subscribe: (listener: () => void) => () => void;
  };
  /** Loaded when somebody has something to be told. */
  readonly notifications: () => Promise<Notifications>;
  /** Everything on this device was deleted: what the page itself remembers goes too, and it starts again. */
  readonly beginAnew: () => Promise<void>;
}

export type InstallWay =
  | 'prompt'
  | 'iosSafari'
  | 'iosOther'
  | 'macSafari'
  | 'androidMenu'
  | 'chromiumMenu'
  | 'none';

/** `unasked`: nobody has said yes or no. */
export type NotificationState = 'unsupported' | 'unasked' | 'allowed' | 'denied';

export interface Notifications extends AlertNotifier {
  readonly state: () => NotificationState;
  /** The browser asks the person, if it was not asked before. */
  readonly ask: () => Promise<NotificationState>;
  /** Somebody pressed one: where it leads. */
  readonly onOpen: (listener: (path: string) => void) => () => void;
}

interface Observable<State> {
  readonly state: () => State;
  readonly subscribe: (listener: (state: State) => void) => () => void;
}

const deaf = (): (() => void) => () => undefined;

const silent: Notifications = {
  state: () => 'unsupported',
  ask: async () => 'unsupported',
  show: async () => undefined,
  keepOnly: async () => undefined,
  onOpen: deaf,
};

export const bareDevice: Device = {
  updates: { state: () => 'current', subscribe: deaf, apply: () => undefined },
  install: { state: () => 'unavailable', subscribe: deaf, prompt: async () => undefined, way: () => 'none' },
  storage: { isKept: async () => null, keep: async () => false },
  badge: () => undefined,
  shared: { read: async () => null, forget: async () => undefined },
  files: { take: () => null, give: () => undefined, subscribe: deaf },
  notifications: async () => silent,
  beginAnew: async () => undefined,
};

const DeviceContext = createContext<Device>(bareDevice);

export const DeviceProvider = DeviceContext.Provider;

export function useDevice(): Device {
  return useContext(DeviceContext);
}

/** A device's state as a signal of the caller's owner. */
export function createDeviceState<State extends string>(source: Observable<State>): Accessor<State> {
  const [state, setState] = createSignal<State>(source.state());
  onCleanup(source.subscribe((next) => setState(() => next)));
  return state;
}
