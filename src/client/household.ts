/**
 * The page's handle on the household worker: views as Solid signals, intents as functions.
 * The page holds no documents and no keys; everything it shows arrives here as a view.
 */
import { type Endpoint, proxy, type Remote, transfer, wrap } from 'comlink';
import { type Accessor, batch, createContext, createEffect, onCleanup, untrack, useContext } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import type { WorkflowId } from '../model/ids.ts';
import type { Result } from '../model/result.ts';
import type { RailRow } from '../views/flow-view.ts';
import type {
  CapturePreview,
  PastedLines,
  HouseholdApi,
  Intent,
  IntentFailure,
  IntentResult,
  InvitePreview,
  TypingPlace,
  ViewByKind,
  ViewPatch,
  ViewQuery,
  WorkflowPreview,
} from '../worker/messages.ts';
import { afterPaint, nextPaint } from './after-paint.ts';
import type { RememberedViews } from './remembered-views.ts';
import { createGuesses, type RowGuess } from './row-guesses.ts';
import { useShown } from './shown.ts';

/** What starts by itself, as a form has it, and when it would. */
export type ScheduleDraft = Parameters<HouseholdApi['previewSchedule']>[0];
export type SchedulePreview = Awaited<ReturnType<HouseholdApi['previewSchedule']>>;

/** Files to hand on, and starts like earlier ones. */
type DailyApi = Pick<
  HouseholdApi,
  'previewAgain' | 'workflowToFile' | 'previewWorkflowFile' | 'calendarToFile'
>;
type Answer<Call extends keyof DailyApi> = Awaited<ReturnType<DailyApi[Call]>>;
export type AgainPreview = NonNullable<Answer<'previewAgain'>>;
export type NamedFile = NonNullable<Answer<'calendarToFile'>>;
export type WorkflowFilePreview = Extract<Answer<'previewWorkflowFile'>, { ok: true }>['value'];
export type CalendarOf = Parameters<DailyApi['calendarToFile']>[0];

/** What screens use. Tests and the gallery give a scripted one. */
export interface Household {
  readonly intent: (intent: Intent) => Promise<IntentResult>;
  /** `suppose` is told what comes of an intent before the worker says it. */
  readonly subscribe: (
    query: ViewQuery,
    listener: (patch: ViewPatch) => void,
    suppose?: (guess: RowGuess) => () => void,
  ) => () => void;
  /** What was shown for it last; undefined: it has to be waited for. */
  readonly remembered: RememberedViews['read'];
  /** Tells whenever something that was remembered has been looked at again; returns what ends that. */
  readonly onRemembered: (listener: () => void) => () => void;
  readonly previewWorkflow: (id: WorkflowId) => Promise<WorkflowPreview | null>;
  readonly previewSchedule: (draft: ScheduleDraft) => Promise<SchedulePreview>;
  readonly previewTyped: (text: string) => Promise<CapturePreview>;
  readonly textToOperations: HouseholdApi['textToOperations'];
  readonly readPasted: (text: string) => Promise<PastedLines>;
  readonly previewInvite: (text: string) => Promise<Result<InvitePreview, IntentFailure>>;
  readonly saveSpace: HouseholdApi['saveSpace'];
  readonly openSavedSpace: HouseholdApi['openSavedSpace'];
  /** A note is being written on this step, or none any more. */
  readonly setTyping: (at: TypingPlace | null) => void;
  readonly daily: DailyApi;
}

/** Longer than the worker gathers news before it tells them, ms. */
const settledMs = 300;

/** From the worker's answer until the views have followed it, at the latest; ms. */
const followedMs = 1000;

interface ShownView {
  readonly query: ViewQuery;
  readonly suppose: ((guess: RowGuess) => () => void) | undefined;
  /** Null until the worker has answered. */
  view: ViewByKind[keyof ViewByKind] | null;
}

function householdFromApi(
  api: Remote<HouseholdApi>,
  views: RememberedViews,
  onFailed: () => void,
): Household {
  const onScreen = new Set<ShownView>();
  const listeners = new Set<() => void>();
  const guesses = createGuesses();
  let asked = 0;
  /** Remembered before something was asked. */
  const outdated = new Map<ViewQuery['kind'], ViewQuery>();

  /** So that whoever comes back to a screen finds it as it is now, and at once. */
  async function rememberAgain(when: number): Promise<void> {
    for (const { query, view } of onScreen) {
      if (view === null) continue;
      views.note(query, view);
      outdated.delete(query.kind);
    }
    for (const [kind, query] of outdated) {
      const take = (view: ViewPatch): void => {
        if (asked !== when) return;
        views.note(query, view as ViewByKind[keyof ViewByKind]);
        for (const listener of listeners) listener();
      };
      const id = await api.subscribe(query, proxy(take));
      await api.unsubscribe(id);
      // Something was asked meanwhile: it will be looked at again after that.
      if (asked !== when) return;
      outdated.delete(kind);
    }
  }

  /** Undefined: nobody can tell, or nobody would see it. Otherwise what makes it undone, unless it has come true. */
  function suppose(intent: Intent): (() => void) | undefined {
    const shown = [...onScreen].flatMap(({ query, view, suppose: guess }) =>
      guess !== undefined && view?.kind === 'flow' && query.kind === 'flow' ? [{ view, guess }] : [],
    );
    const ends = shown.flatMap(({ view, guess }) => {
      const supposed = guesses.guess(view, intent);
      return supposed === null ? [] : [guess(supposed)];
    });
    return ends.length === 0
      ? undefined
      : () => {
          for (const end of ends) end();
        };
  }

  return {
    // What a view showed may be part of it, and stores do not travel to a worker as they are.
    intent: async (intent) => {
      for (const query of views.forget()) outdated.set(query.kind, query);
      asked += 1;
      const mine = asked;
      const forgetGuess = suppose(intent);
      if (forgetGuess !== undefined) await nextPaint();
      const result = await api.intent(unwrap(intent)).catch((error: unknown) => {
        forgetGuess?.();
        throw error;
      });
      if (!result.ok) forgetGuess?.();
      else if (forgetGuess !== undefined) setTimeout(forgetGuess, followedMs);
      views.forget();
      // By then the worker has said what has changed of what is on the screen; the rest is as it was.
      setTimeout(() => {
        if (asked === mine) rememberAgain(mine).catch(() => undefined);
      }, settledMs);
      return result;
    },
    remembered: views.read,
    onRemembered: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    subscribe: (query, listener, supposes) => {
      const shown: ShownView = { query, suppose: supposes, view: null };
      onScreen.add(shown);
      const take = (patch: ViewPatch): void => {
        shown.view = { ...shown.view, ...patch } as ViewByKind[keyof ViewByKind];
        if (onScreen.has(shown)) views.note(query, shown.view);
        listener(patch);
      };
      const subscription = api.subscribe(query, proxy(take));
      // Subscribing fails only when the household could not be opened at all.
      subscription.catch(onFailed);
      return () => {
        onScreen.delete(shown);
        subscription.then((id) => api.unsubscribe(id)).catch(() => undefined);
      };
    },
    previewWorkflow: async (id) => {
      const result = await api.previewWorkflow(id);
      return result.ok ? result.value : null;
    },
    previewSchedule: (draft) => api.previewSchedule(unwrap(draft)),
    previewTyped: (text) => api.previewTyped(text),
    textToOperations: (before, text) => api.textToOperations(before, text),
    readPasted: (text) => api.readPasted(text),
    previewInvite: (text) => api.previewInvite(text),
    saveSpace: (space, passphrase) => api.saveSpace(space, passphrase),
    openSavedSpace: (bytes, passphrase) => api.openSavedSpace(transfer(bytes, [bytes.buffer]), passphrase),
    daily: {
      previewAgain: (run) => api.previewAgain(run),
      workflowToFile: (workflow) => api.workflowToFile(workflow),
      previewWorkflowFile: (text) => api.previewWorkflowFile(text),
      calendarToFile: (of) => api.calendarToFile(of),
    },
    // Nobody is worse off for not being told.
    setTyping: (at) => void api.setTyping(at).catch(() => undefined),
  };
}

/**
 * Asks the worker for everything, and tells it whenever this tab becomes visible or hidden. `onFailed` is called, perhaps
 * more than once, when the household cannot be opened.
 */
export function connectHousehold(worker: Endpoint, views: RememberedViews, onFailed: () => void): Household {
  const api = wrap<HouseholdApi>(worker);
  const tell = (): void => {
    api.setVisible(document.visibilityState === 'visible').catch(onFailed);
  };
  document.addEventListener('visibilitychange', tell);
  tell();
  return householdFromApi(api, views, onFailed);
}

const HouseholdContext = createContext<Household>();
export const HouseholdProvider = HouseholdContext.Provider;

export function useHousehold(): Household {
  const household = useContext(HouseholdContext);
  if (household === undefined) throw new Error('useHousehold outside of a HouseholdProvider');
  return household;
}

interface Slot<Kind extends keyof ViewByKind> {
  readonly view: ViewByKind[Kind] | undefined;
}

const rowsByKey = { key: 'key', merge: false } as const;

/**
 * A live view. What was shown last, or `undefined`, until the first patch; rows keep their identity across patches by `id`,
 * `key` or `event`, so that only what changed is drawn again. What was there stays until another query is answered, and
 * while it is not on the screen.
 */
export function createView<Kind extends keyof ViewByKind>(
  query: Accessor<Extract<ViewQuery, { kind: Kind }>>,
): Accessor<ViewByKind[Kind] | undefined> {
  const household = useHousehold();
  const isShown = useShown();
  const [slot, setSlot] = createStore<Slot<Kind>>({ view: untrack(() => household.remembered(query())) });
  /** The types of a store's paths know no field of a view that is any of them. */
  const setField = setSlot as (view: 'view', field: string, change: (before: unknown) => unknown) => void;
  const setRow = setSlot as unknown as (
    view: 'view',
    rows: 'rows',
    which: (row: RailRow) => boolean,
    change: Partial<RailRow>,
  ) => void;
  /** What was remembered when it was shown last. */
  let known = untrack(() => household.remembered(query()));
  const show = (view: ViewByKind[Kind]): void => setSlot(reconcile({ view }, rowsByKey));
  /** While nobody looks, and so that nobody waits for it who comes back. */
  const catchUp = (): void => {
    const remembered = household.remembered(untrack(query));
    if (remembered === undefined || remembered === known) return;
    known = remembered;
    show(remembered);
  };
  /** In a flow alone; the worker's next patch of its rows puts an end to it. */
  const suppose = ({ key, look }: RowGuess): (() => void) => {
    const rows = (): readonly RailRow[] => (slot.view?.kind === 'flow' ? slot.view.rows : []);
    const change = (fields: Partial<RailRow>): void =>
      setRow('view', 'rows', (each) => each.key === key, fields);
    const now = rows().find((row) => row.key === key);
    if (now === undefined) return () => undefined;
    const before = { tone: now.tone, due: unwrap(now).due };
    change({ ...look, isGuess: true });
    return () => {
      if (rows().some((row) => row.key === key && row.isGuess)) change({ ...before, isGuess: undefined });
    };
  };
  createEffect(() => {
    if (!isShown()) {
      let stop = (): void => undefined;
      const ends = household.onRemembered(() => {
        stop();
        stop = afterPaint(catchUp);
      });
      onCleanup(() => {
        ends();
        stop();
      });
      return;
    }
    const asked = query();
    const remembered = household.remembered(asked);
    if (remembered !== undefined && remembered !== known) show(remembered);
    // The first patch is the view; from then on it is what has changed of it, and the rest need not be looked at.
    let isWhole = false;
    let closed = false;
    const take = (patch: ViewPatch): void => {
      if (closed) return;
      if (isWhole) {
        batch(() => {
          for (const [field, value] of Object.entries(patch))
            setField('view', field, reconcile(value, rowsByKey));
        });
      } else show(patch as ViewByKind[Kind]);
      isWhole = true;
    };
    const subscribe = (): (() => void) => household.subscribe(asked, take, suppose);
    // What is remembered is painted before the worker is kept busy with saying it again.
    const stop = remembered === undefined ? subscribe() : afterPaint(subscribe);
    onCleanup(() => {
      closed = true;
      stop();
      known = household.remembered(asked);
    });
  });
  return () => slot.view;
}
