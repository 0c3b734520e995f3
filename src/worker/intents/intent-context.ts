/**
 * What every intent handler works with, and the two things all of them do: wait for the disk, and
 * answer with a value.
 */
import type { DeviceId, PersonId } from '../../model/ids.ts';
import { err, ok } from '../../model/result.ts';
import type { DeviceEntry } from '../../store/space-document.ts';
import type { DeviceDatabase } from '../../store/device-database.ts';
import type { PersistedDocument } from '../../store/persisted-document.ts';
import type { DeviceKey } from '../../sync/device-key.ts';
import type { SpaceCapability } from '../../sync/capability.ts';
import { describeThisDevice } from '../describe-this-device.ts';
import type { DraftDesk } from '../draft-desk.ts';
import type { CalendarDesk } from '../calendar-desk.ts';
import type { RelayLink } from '../relay-link.ts';
import type { Environment } from '../environment.ts';
import type { IntentDone, IntentFailure, IntentResult } from '../messages.ts';
import type { OpenSpaces } from '../open-spaces.ts';
import type { Author } from '../run-session.ts';
import type { SharedDevice } from '../shared-device.ts';
import type { SpaceSession } from '../space-session.ts';
import type { TabNews } from '../tab-channel.ts';
import { randomId } from '../environment.ts';

/** How long the relay has to take what somebody waits for, ms. */
export const patienceWithRelay = 5_000;

export interface IntentContext {
  readonly environment: Environment;
  readonly device: DeviceId;
  readonly key: DeviceKey;
  readonly database: DeviceDatabase;
  readonly relay: RelayLink;
  /** The space that is shown. */
  session(): SpaceSession | null;
  readonly spaces: OpenSpaces;
  /** Nothing is shown until the returned function is called: what is being written is not durable yet. */
  hold(): () => void;
  readonly drafts: DraftDesk;
  readonly sharedDevice: SharedDevice;
  readonly calendars: CalendarDesk;
  tellTabs(news: TabNews): void;
  /** Closes everything but the device's database, for good. */
  stop(): Promise<void>;
  noteStorageFailure(failure: 'storageFull' | 'storageUnavailable'): void;
}

export function done(value: IntentDone = {}): IntentResult {
  return ok(value);
}

export function failed(error: IntentFailure): IntentResult {
  return err(error);
}

/** The session and who holds the device; what most intents cannot do without. */
export function requireMe(
  context: IntentContext,
): { readonly session: SpaceSession; readonly me: PersonId } | null {
  const session = context.session();
  const me = session?.me() ?? null;
  return session === null || me === null ? null : { session, me };
}

export function authorOf(context: IntentContext, actor: PersonId): Author {
  const { environment, device } = context;
  return { actor, device, now: environment.now(), commandId: randomId(environment) };
}

/** What the space document is told of this device when it makes or joins a space. */
export function thisDevice(
  { environment, device, key }: IntentContext,
  capability: SpaceCapability | null,
  person: PersonId,
  joinedAt: number,
): Omit<DeviceEntry, 'name'> {
  const facts = environment.deviceFacts;
  return describeThisDevice({
    device,
    key,
    facts,
    capability,
    person,
    joinedAt,
    now: environment.now(),
  });
}

/** Changes documents and waits for the disk, with nothing of it shown before. */
export async function changeHeld(
  context: IntentContext,
  documents: readonly PersistedDocument[],
  value: IntentDone,
  change: () => void,
): Promise<IntentResult> {
  const release = context.hold();
  try {
    change();
    return await settle(context, documents, value);
  } finally {
    release();
  }
}

/**
 * Resolves when the documents are on disk. A device without usable storage keeps working in memory
 * and says so on the screen all the time, so that alone fails no intent.
 */
export async function settle(
  context: IntentContext,
  documents: readonly PersistedDocument[],
  value: IntentDone = {},
): Promise<IntentResult> {
  for (const document of documents) {
    const written = await document.durable();
    if (written.ok) continue;
    context.noteStorageFailure(written.error.type);
    if (written.error.type === 'storageFull') return failed(written.error);
  }
  return done(value);
}
