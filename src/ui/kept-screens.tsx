/**
 * The screens that one comes back to all day are made once: whoever leaves one finds it again as it was, and at once.
 *
 * Invariants: a screen that is not shown is neither seen, read out nor focused, and asks the household for nothing; it
 * stays in the document, so that the browser keeps what it has worked out for it. Where a sheet or a menu was open on it
 * when it was left, it is made anew. None outlives a change of household or of person, and on a device that several people
 * use none is kept.
 */
import { useMatch } from '@solidjs/router';
import {
  type Component,
  createContext,
  createEffect,
  createMemo,
  createRoot,
  getOwner,
  type JSX,
  on,
  onCleanup,
  Suspense,
  untrack,
  useContext,
} from 'solid-js';
import { afterPaint } from '../client/after-paint.ts';
import { isRememberable } from '../client/remembered-views.ts';
import { ShownProvider } from '../client/shown.ts';
import { useMessages } from '../i18n/messages-context.tsx';
import { useAppView } from './app-view.tsx';
import styles from './kept-screens.module.css';
import { Skeleton } from './kit/skeleton.tsx';

interface KeptScreen {
  readonly element: HTMLElement;
  readonly isShown: () => boolean;
  readonly dispose: () => void;
}

interface Keeping {
  /** It goes once the screen that one went to has been painted: to take it apart takes longer than a finger waits. */
  readonly lingers?: true;
}

/** Makes it, unless it is there. It shows whenever its address is where one is. */
type ShowScreen = (path: string, Screen: Component, keeping: Keeping) => void;

const KeptScreensContext = createContext<ShowScreen>();

const lyingOver = 'dialog[open], [aria-haspopup="menu"][aria-expanded="true"]';

export function KeptScreensProvider(props: { readonly children: JSX.Element }) {
  const app = useAppView();
  const owner = getOwner();
  const host = (<div />) as HTMLElement;
  const kept = new Map<string, KeptScreen>();

  function drop(path: string): void {
    const screen = kept.get(path);
    kept.delete(path);
    screen?.element.remove();
    screen?.dispose();
  }

  const show: ShowScreen = (path, Screen, { lingers = false }) => {
    if (kept.has(path)) return;
    const screen = createRoot((dispose): KeptScreen => {
      const match = useMatch(() => path);
      const isShown = createMemo(() => match() !== undefined && app()?.stage === 'ready');
      const element = (
        <div class={styles.screen} data-shown={isShown()}>
          <ShownProvider value={isShown}>
            <InTime Screen={Screen} />
          </ShownProvider>
        </div>
      ) as HTMLElement;
      createEffect(
        on(isShown, (shown) => {
          if (shown) return;
          if (!mayKeep() || element.querySelector(lyingOver) !== null) drop(path);
          else if (lingers) onCleanup(afterPaint(() => drop(path)));
        }),
      );
      return { element, isShown, dispose };
    }, owner);
    kept.set(path, screen);
    host.append(screen.element);
  };

  const mayKeep = (): boolean => {
    const view = app();
    return view !== undefined && isRememberable(view);
  };
  const whose = createMemo(() => {
    const view = app();
    return mayKeep() ? `${view?.spaces.find(({ shown }) => shown)?.id}/${view?.me?.id}` : undefined;
  });
  createEffect(
    on(
      whose,
      () => {
        for (const [path, { isShown }] of kept) if (!untrack(isShown)) drop(path);
      },
      { defer: true },
    ),
  );
  onCleanup(() => {
    for (const path of kept.keys()) drop(path);
  });
  return (
    <KeptScreensContext.Provider value={show}>
      {host}
      {props.children}
    </KeptScreensContext.Provider>
  );
}

function InTime(props: { readonly Screen: Component }) {
  const messages = useMessages();
  return (
    <Suspense fallback={<Skeleton label={messages.frame.loading} />}>
      <props.Screen />
    </Suspense>
  );
}

/** The screen of an address, kept when one goes elsewhere. Stands inside of a `KeptScreensProvider`. */
export function keptAt(path: string, Screen: Component, keeping: Keeping = {}): Component {
  return () => {
    const show = useContext(KeptScreensContext);
    if (show === undefined) throw new Error('A kept screen outside of a KeptScreensProvider');
    show(path, Screen, keeping);
    return null;
  };
}
