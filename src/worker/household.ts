/**
 * The household: everything a device knows, behind one small API. Runs unchanged in the browser's
 * module worker and headless in tests.
 *
 * Invariants
 * - An intent resolves when its changes are on disk, and no view shows them before that.
 * - State that can be derived is derived: views come from the fold of the log, nowhere else.
 */
import type { DeviceId } from '../model/ids.ts';
import { err, ok } from '../model/result.ts';
import { openDeviceDatabase, type SpaceRecord } from '../store/device-database.ts';
import { isQuotaError } from '../store/persisted-document.ts';
import { suggestedRepeat } from '../templates/suggested-repeat.ts';
import { listToLines } from '../interchange/list-to-lines.ts';
import { computeRailLayout, computeTypedRail } from '../views/rail-layout.ts';
import { decodeDeviceCapability } from '../sync/capability-text.ts';
import { atMostEvery } from './at-most-every.ts';
import { makeCalendarDesk } from './calendar-desk.ts';
import { makeDailyApi } from './daily-api.ts';
import { makeEditorApi } from './editor-api.ts';
import type { SpaceSnapshot } from '../views/space-snapshot.ts';
import { computeAppView } from './app-view.ts';
import { computeView } from './compute-view.ts';
import { type Environment, randomId } from './environment.ts';
import { handleIntent, waitsForRelay } from './intents/handle-intent.ts';
import { confirmLater, previewInvite } from './intents/accept-invite.ts';
import { takeBackStored } from './intents/invite-intents.ts';
import type { IntentContext } from './intents/intent-context.ts';
import { captureDefinition, findWorkflow } from './intents/run-intents.ts';
import type { HouseholdApi, TypingPlace, ViewQuery } from './messages.ts';
import { openGuestSession } from './guest-session.ts';
import { makeDraftDesk } from './draft-desk.ts';
import { takeDraftLines, takeEditorEntry } from './take-editor-entry.ts';
import { makeInviteDesk } from './invite-desk.ts';
import { makeMapDesk } from './map-desk.ts';
import { finishErasing } from './drop-space.ts';
import { computeLeavingView } from './leaving-view.ts';
import { nextWakeOf } from './next-wake-of.ts';
import { makeOpenSpaces } from './open-spaces.ts';
import { openOwnDeviceKey } from './own-device-key.ts';
import { makeRelayLink } from './relay-link.ts';
import { openSavedSpace, saveSpace } from './saved-space.ts';
import { openSharedDevice } from './shared-device.ts';
import { isTypingAt, queriesToEditing, queriesToPlace } from './space-presence.ts';
import { openSpaceSession } from './open-space-session.ts';
import type { SpaceSession } from './space-session.ts';
import { emptySnapshot } from './take-snapshot.ts';
import { tellGuests } from './tell-guests.ts';
import { previewSchedule } from './preview-schedule.ts';
import { makeFollowUpDesk } from './follow-up-desk.ts';
import { startFollowing } from './start-following.ts';
import { makeStartPatience } from './start-patience.ts';
import { makeScheduleDesk } from './schedule-desk.ts';
import { startScheduled } from './start-scheduled.ts';
import { makeTabChannel, type TabNews } from './tab-channel.ts';
import { makeViewPublisher } from './view-publisher.ts';
import { makeWakeTimer } from './wake-timer.ts';

/** How often a write that failed is tried again. */
const storageRetryMs = 15_000;
/** How long due starts are left to others, as long as they cannot be reached. */
const startPatienceMs = 5_000;
/** As long as the end of a run, or of a step, is offered to be taken back. */
const followUpGraceMs = 10_000;
/** Every room of every run has news of its own while they connect; the screen says one thing about all of them. */
const syncNewsMs = 100;
/** How often a device that stays on the screen looks whether to say that it is there. */
const seenCheckMs = 60 * 60_000;

export interface Household extends HouseholdApi {
  /** Ends connections, timers and databases. What is stored stays. */
  close(): Promise<void>;
}

export async function openHousehold(environment: Environment): Promise<Household> {
  const database = await openDeviceDatabase(`${environment.name}/device`);
  const key = await openOwnDeviceKey(database, environment.randomBytes);
  const device = await database.deviceId(() => randomId<DeviceId>(environment));
  const sharedDevice = await openSharedDevice(database, environment.now, () => onChange());
  let storageFailure: 'storageFull' | 'storageUnavailable' | null = database.persistent
    ? null
    : 'storageUnavailable';

  let isVisible = false;
  let typing: TypingPlace | null = null;

  const publisher = makeViewPublisher((query) => {
    const now = environment.now();
    if (query.kind === 'app') {
      const view = computeAppView(spaces, relay, storageFailure, sharedDevice, now);
      return erased ? { ...view, stage: 'erased' } : view;
    }
    if (query.kind === 'leaving') {
      const leaving = spaces.all().find(({ id }) => id === query.space) ?? null;
      return computeLeavingView(leaving, device, now);
    }
    const session = spaces.current();
    // A finished run's document stays on disk until somebody looks at it.
    if (query.kind === 'flow' || query.kind === 'step' || query.kind === 'print')
      session?.openedRun(query.run);
    if (query.kind === 'log' && query.run !== undefined) session?.openedRun(query.run);
    // Whoever looks at the people sees how the invites stand that are out.
    if (query.kind === 'people' && session !== null) void invites.look([session]);
    const schedules =
      session === null || query.kind !== 'flows' ? {} : { schedules: desk.entriesOf(session) };
    const troubles =
      session === null || query.kind !== 'flow' ? {} : { followUpProblems: followUps.problemsOf(session) };
    const busy = session === null ? {} : calendars.read(session.id, session.me());
    const written =
      session === null
        ? {}
        : query.kind === 'flows'
          ? { drafts: takeDraftLines(session) }
          : editorOf(session, query);
    const shown = session?.snapshot() ?? emptySnapshot;
    const space = { ...shown, ...schedules, ...troubles, ...busy, ...written };
    return computeView(query, space, now, (shape) => maps.placementOf(shape));
  });

  const maps = makeMapDesk({
    load: async () => (await import('./place-map.ts')).placeMap,
    onReady: () => publisher.invalidate(),
  });

  function editorOf(session: SpaceSession, query: ViewQuery): Pick<SpaceSnapshot, 'editor'> {
    if (query.kind !== 'editor' && query.kind !== 'draftMap') return {};
    const editor = takeEditorEntry(session, drafts, query.workflow);
    return editor === null ? {} : { editor };
  }

  /** What the others may know: who has this tab in hand, in which space, and where in it. */
  function tellPresence(): void {
    const place = queriesToPlace(publisher.queries());
    const editing = queriesToEditing(publisher.queries());
    for (const session of spaces.all()) {
      const me = session.me();
      const isHere = isVisible && !sharedDevice.isAsking();
      const shows = isHere && session === spaces.current() && me !== null;
      const here = { at: place, typing: isTypingAt(place, typing), ...(editing !== null && { editing }) };
      session.presence?.say(shows ? { person: me, ...here } : null);
    }
  }

  function onChange(): void {
    publisher.invalidate();
    tellPresence();
    const now = environment.now();
    desk.refresh();
    followUps.refresh();
    wake.at(
      spaces
        .all()
        .flatMap((session) => session.runStates())
        .reduce<number | null>(
          (earliest, state) => {
            const next = nextWakeOf(state, now);
            return next === null ? earliest : earliest === null ? next : Math.min(earliest, next);
          },
          sooner(desk.nextWakeAt(), followUps.nextWakeAt()),
        ),
    );
  }

  const drafts = makeDraftDesk();
  const calendars = makeCalendarDesk(
    database,
    environment.now,
    () => publisher.invalidate(),
    () => tabs.tell('calendars'),
  );
  const wake = makeWakeTimer(environment.now, onChange);
  const syncChanged = atMostEvery(syncNewsMs, onChange);
  const relay = makeRelayLink(environment, database, syncChanged);
  const tabs = makeTabChannel(`${environment.name}/tabs`, (news) => {
    if (news === 'erased') void stop();
    else if (!erased) void takeIn(news);
  });

  async function takeIn(news: Exclude<TabNews, 'erased'>): Promise<void> {
    if (news === 'calendars') {
      calendars.reread();
      return;
    }
    await spaces.readStored();
    if (news === 'documents') await Promise.all(spaces.all().map((session) => session.reread()));
  }

  const spaces = makeOpenSpaces({ database, openSession, onChange });

  async function openSession(record: SpaceRecord): Promise<SpaceSession> {
    const capability = decodeDeviceCapability(record.capability);
    const onRecord = (): void => tabs.tell('space');
    const here = { environment, database, record, link: relay, onRecord, onChange };
    const session =
      capability.ok && capability.value.role === 'guest'
        ? await openGuestSession({ ...here, capability: capability.value })
        : await openSpaceSession({
            ...here,
            device,
            key,
            takeBackInvites: (ids) => takeBackStored(context, record.id, ids),
          });
    if (record.unconfirmedInvite !== undefined) void confirmLater(context, record);
    void lookAround(session);
    if (!session.document.persistent) storageFailure ??= 'storageUnavailable';
    return session;
  }

  const patience = makeStartPatience(environment.now, environment.startPatienceMs ?? startPatienceMs);
  const desk = makeScheduleDesk({
    now: environment.now,
    sessions: () => spaces.all(),
    start: async (session, schedule, slot) => {
      const result = await startScheduled(context, session, schedule, slot);
      return 'problem' in result ? result.problem : null;
    },
    patience,
    onChange,
  });

  const followUps = makeFollowUpDesk({
    sessions: () => spaces.all(),
    start: (session, state, followUp) => startFollowing(context, session, state, followUp),
    now: environment.now,
    patience,
    graceMs: environment.startPatienceMs ?? followUpGraceMs,
    onChange,
  });

  const invites = makeInviteDesk({ relay, database, now: environment.now });
  const stopLooking = relay.socket.onStatus(({ phase }) => {
    if (phase === 'open') for (const session of spaces.all()) void lookAround(session);
  });

  /** On becoming connected: who came by the invites that are out, and who has to be told that they are out. */
  async function lookAround(session: SpaceSession): Promise<void> {
    try {
      await invites.look([session]);
      await tellGuests(context, session);
    } catch {
      // The household was closed, or the disk is full: the next connection looks again.
    }
  }

  const seen = setInterval(() => {
    if (isVisible) noteSeen();
  }, seenCheckMs);

  function noteSeen(): void {
    for (const session of spaces.all()) session.refreshOwnEntry();
  }

  const retry = setInterval(() => {
    if (storageFailure !== 'storageFull') return;
    void Promise.all(spaces.all().map((session) => session.retryStorage())).then((written) => {
      if (written.includes(false)) return;
      storageFailure = null;
      onChange();
    });
  }, storageRetryMs);

  /** Everything on this device is being deleted, by this tab or another one. */
  let erased = false;
  async function stop(): Promise<void> {
    erased = true;
    desk.close();
    followUps.close();
    drafts.retain([]);
    sharedDevice.close();
    clearInterval(seen);
    clearInterval(retry);
    wake.cancel();
    relay.close();
    await spaces.close();
    syncChanged.cancel();
    onChange();
  }

  const context: IntentContext = {
    environment,
    device,
    key,
    database,
    relay,
    session: () => spaces.current(),
    spaces,
    hold: () => publisher.hold(),
    drafts,
    sharedDevice,
    calendars,
    tellTabs: (news) => tabs.tell(news),
    stop,
    noteStorageFailure: (failure) => {
      storageFailure = failure;
      onChange();
    },
  };

  // Nothing of it is open yet, and nobody has to wait for it.
  void finishErasing(context);
  await spaces.readStored();

  return {
    intent: async (intent) => {
      // What waits for others holds its own writes alone: screens must go on meanwhile.
      const release = waitsForRelay(intent) ? null : publisher.hold();
      const before = spaces.all().length;
      const shown = spaces.current();
      try {
        const result = await handleIntent(context, intent);
        const isChoice = intent.kind === 'chooseMe' && result.ok;
        if (isChoice) sharedDevice.answered();
        if (isChoice || spaces.all().length !== before || spaces.current() !== shown) tabs.tell('space');
        return result;
      } catch (reason) {
        // Of a space's keys, or of who holds the device: nothing that documents would write again.
        if (!isQuotaError(reason)) throw reason;
        context.noteStorageFailure('storageFull');
        return err({ type: 'storageFull' });
      } finally {
        release?.();
      }
    },
    subscribe: async (query, listener) => {
      const subscription = publisher.subscribe(query, listener);
      tellPresence();
      return subscription;
    },
    unsubscribe: async (subscription) => {
      publisher.unsubscribe(subscription);
      drafts.retain(publisher.queries());
      tellPresence();
    },
    previewWorkflow: async (id) => {
      const definition = findWorkflow(spaces.current(), id);
      if (definition === null) return err({ type: 'workflowMissing' });
      const repeat = suggestedRepeat(id);
      const rail = computeRailLayout(definition.steps);
      return ok(repeat === null ? { definition, rail } : { definition, rail, repeat });
    },
    previewSchedule: (draft) =>
      previewSchedule(draft, spaces.current()?.context().holidays ?? [], environment.now()),
    previewTyped: async (text) => {
      const capture = await captureDefinition(environment, spaces.current(), text);
      return { ...capture, rail: computeTypedRail(capture.definition.steps) };
    },
    readPasted: async (text) => {
      const names = spaces.current()?.people() ?? [];
      return listToLines(
        text,
        names.map((person) => person.name),
      );
    },
    ...makeEditorApi(environment, () => spaces.current()),
    ...makeDailyApi(() => spaces.current(), environment.now),
    previewInvite: (text) => previewInvite(context, text),
    saveSpace: (space, passphrase) => saveSpace(context, space, passphrase),
    openSavedSpace: (bytes, passphrase) => openSavedSpace(context, bytes, passphrase),
    setVisible: async (visible) => {
      sharedDevice.setVisible(visible);
      isVisible = visible;
      if (!visible) {
        tellPresence();
        await Promise.all(spaces.all().map((session) => session.saveCheckpoints()));
        return;
      }
      relay.takeOver();
      patience.woke();
      noteSeen();
      // A phone that slept has missed its timers: everything is computed again from the clock.
      onChange();
    },
    setTyping: async (at) => {
      typing = at;
      tellPresence();
    },
    close: async () => {
      desk.close();
      followUps.close();
      drafts.retain([]);
      clearInterval(retry);
      sharedDevice.close();
      clearInterval(seen);
      wake.cancel();
      stopLooking();
      tabs.close();
      relay.close();
      await spaces.close();
      syncChanged.cancel();
      database.close();
    },
  };
}

function sooner(...instants: readonly (number | null)[]): number | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : Math.min(...known);
}
