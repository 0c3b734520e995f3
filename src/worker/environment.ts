/**
 * Everything the household takes from its surroundings. Made in the composition roots only: the
 * browser's module worker, and headless devices in tests.
 */
import type {
  DeviceId,
  EventId,
  GuestId,
  PersonId,
  RoleId,
  RunId,
  ScheduleId,
  SpaceId,
  StepId,
  WorkflowId,
} from '../model/ids.ts';
import { asId } from '../model/ids.ts';
import type { SyncTiming } from '../sync/sync-timing.ts';
import { type DeviceFacts, readDeviceFacts } from './device-facts.ts';

export interface Environment {
  /** Prefix of this device's databases, locks and tab channels; tells devices in one process apart. */
  readonly name: string;
  /** The page's origin; signed into every JOIN so that one relay's challenge is worth nothing at another. */
  readonly origin: string;
  readonly relayUrl: string;
  readonly WebSocketImpl: typeof WebSocket;
  readonly locks: LockManager;
  readonly randomBytes: (length: number) => Uint8Array<ArrayBuffer>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** SHA-256. */
  readonly sha256: (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
  /** Milliseconds between an edit and its sealing; edits in between travel in one frame. */
  readonly batchMs: number;
  /** Other waits of sync than its own, for tests of what takes hundreds of edits or days. */
  readonly timing?: Partial<SyncTiming>;
  /** How long a device out of reach leaves due starts to others, ms; five seconds when absent. */
  readonly startPatienceMs?: number;
  readonly deviceFacts: DeviceFacts;
}

type RandomId =
  | PersonId
  | DeviceId
  | WorkflowId
  | RunId
  | ScheduleId
  | StepId
  | EventId
  | SpaceId
  | GuestId
  | RoleId;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 100 random bits in an alphabet that is safe in addresses and hard to misread. */
export function randomId<Id extends RandomId>(environment: Environment): Id {
  let id = '';
  for (const byte of environment.randomBytes(20)) id += alphabet[byte & 31];
  return asId<Id>(id);
}

export function browserEnvironment(scope: typeof globalThis): Environment {
  const { origin, protocol, host } = scope.location;
  return {
    name: 'baton',
    origin,
    relayUrl: `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/relay`,
    WebSocketImpl: scope.WebSocket,
    locks: scope.navigator.locks,
    randomBytes: (length) => scope.crypto.getRandomValues(new Uint8Array(length)),
    now: () => Date.now(),
    sha256: async (bytes) => new Uint8Array(await scope.crypto.subtle.digest('SHA-256', bytes)),
    batchMs: 150,
    deviceFacts: readDeviceFacts(scope.navigator.userAgent),
  };
}
