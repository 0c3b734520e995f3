/**
 * What screens showed last, for the moment until the worker has said what they show now: when one comes back to a
 * screen, and of the first screen also when the page is opened again, long before a thousand flows have been read.
 *
 * Invariants: only what the worker has said is remembered, which is what is stored. Whatever is asked of the household
 * makes all of it a thing of the past, on the device's disk too: no page begins with what was before something that was
 * done here. It is written again once things are quiet, and when the page goes. It lies under the household's id and goes
 * with it; of a device that several people use nothing is remembered.
 */
import type { AppView, ViewByKind, ViewQuery } from '../worker/messages.ts';

type AnyView = ViewByKind[keyof ViewByKind];
type NowView = ViewByKind['now'];

export interface RememberedViews {
  /** Undefined: it has to be waited for. */
  readonly read: <Kind extends keyof ViewByKind>(
    query: Extract<ViewQuery, { kind: Kind }>,
  ) => ViewByKind[Kind] | undefined;
  /** The worker said this, whole. */
  readonly note: (query: ViewQuery, view: AnyView) => void;
  /** Something is asked that may change everything; called again once that is done. Tells what was remembered. */
  readonly forget: () => readonly ViewQuery[];
  /** Whether the first screen can be drawn without the worker. */
  readonly hasFirstScreen: boolean;
}

interface Stored {
  /** Names the worker whose views these are: another one may make others. */
  readonly version: string;
  readonly app: AppView;
  readonly now: NowView;
}

const prefix = 'baton.first.';
/** How long nothing may have happened before it is kept, ms. */
const quietMs = 1000;
/** Characters. More would take longer to read than it saves, and belongs to others who store here. */
const most = 500_000;
/** One comes back to these all day. Of each, one is remembered: of a log that was searched through, what was looked for last. */
const recurring: ReadonlySet<ViewQuery['kind']> = new Set(['app', 'now', 'flows', 'people', 'log']);

export function rememberViews(version: string): RememberedViews {
  const memory = new Map<ViewQuery['kind'], { readonly query: ViewQuery; readonly view: AnyView }>();
  const stored = readStored(version);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const remember = (query: ViewQuery, view: AnyView): void => void memory.set(query.kind, { query, view });
  const read = (query: ViewQuery): AnyView | undefined => {
    const known = memory.get(query.kind);
    return known !== undefined && nameQuery(known.query) === nameQuery(query) ? known.view : undefined;
  };
  if (stored !== null) {
    remember({ kind: 'app' }, stored.app);
    remember({ kind: 'now' }, stored.now);
  }

  function keepSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(keep, quietMs);
  }
  function keep(): void {
    const [app, now] = [read({ kind: 'app' }), read({ kind: 'now' })];
    if (app?.kind !== 'app' || now?.kind !== 'now') return;
    writeStored({ version, app: asBegun(app), now });
  }
  function forget(): readonly ViewQuery[] {
    const queries = [...memory.values()].map(({ query }) => query);
    const app = read({ kind: 'app' });
    memory.clear();
    // The frame is always there, so what it shows is always told anew.
    if (app !== undefined) remember({ kind: 'app' }, app);
    forgetStored();
    keepSoon();
    return queries;
  }

  // What came in the last second would be lost: there may be no later.
  addEventListener('pagehide', keep);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') keep();
  });

  return {
    read: <Kind extends keyof ViewByKind>(query: Extract<ViewQuery, { kind: Kind }>) =>
      read(query) as ViewByKind[Kind] | undefined,
    note: (query, view) => {
      if (!recurring.has(query.kind)) return;
      if (view.kind === 'app') {
        const before = read(query);
        if (before?.kind === 'app' && whoseOf(before) !== whoseOf(view)) forget();
        if (!isRememberable(view)) {
          memory.clear();
          forgetStored();
          return;
        }
      }
      // What cannot be told apart from somebody else's is not remembered.
      if (view.kind !== 'app' && !memory.has('app')) return;
      remember(query, view);
      if (view.kind === 'app' || view.kind === 'now') keepSoon();
    },
    forget,
    hasFirstScreen: stored !== null,
  };
}

function nameQuery(query: ViewQuery): string {
  return JSON.stringify(query);
}

/** Whether what is shown to whoever uses this device may be kept for the same person. */
export function isRememberable({ stage, shared, guestOf, access }: AppView): boolean {
  return stage === 'ready' && !shared && guestOf === null && access !== 'removed' && access !== 'leftBehind';
}

function shownSpace({ spaces }: AppView): string | undefined {
  return spaces.find(({ shown }) => shown)?.id;
}

/** Views of one household, seen by one person, are of one kind. */
function whoseOf(app: AppView): string {
  return `${shownSpace(app)}/${app.me?.id}`;
}

/** As the worker would say it before it has heard of anybody. */
function asBegun(app: AppView): AppView {
  const { state, syncedAt } = app.sync;
  const sync: AppView['sync'] = {
    state: state === 'alone' ? 'alone' : 'offline',
    syncedAt,
    pending: false,
    refusal: null,
    clockOffBy: null,
    otherTab: false,
  };
  return { ...app, here: [], problems: [], sync };
}

function readStored(version: string): Stored | null {
  try {
    const key = Object.keys(localStorage).find((each) => each.startsWith(prefix));
    const stored = key === undefined ? null : (JSON.parse(localStorage.getItem(key) ?? 'null') as Stored);
    return stored?.version === version ? stored : null;
  } catch {
    // Blocked, or not ours: then the worker is waited for.
    return null;
  }
}

function writeStored(stored: Stored): void {
  const space = shownSpace(stored.app);
  const text = JSON.stringify(stored);
  if (space === undefined || text.length > most) {
    forgetStored();
    return;
  }
  try {
    const key = `${prefix}${space}`;
    // How the relay is, for one, is news to this page and nothing to the next.
    if (localStorage.getItem(key) !== text) localStorage.setItem(key, text);
  } catch {
    // Full, or blocked: what was there before would be older.
    forgetStored();
  }
}

/** Another tab may have written it. */
function forgetStored(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // What may not be touched was never written.
  }
}
