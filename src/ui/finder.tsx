/** The way to the search and to the list of keys, from every screen. What they are made of loads beside the page. */
import {
  createContext,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  Show,
  Suspense,
  useContext,
} from 'solid-js';
import { useAppView } from './app-view.tsx';
import { lazyBeside } from './lazy-beside.tsx';

const Keyboard = lazyBeside(async () => (await import('./screens/shortcuts/keyboard.tsx')).Keyboard);

export type Finding = 'search' | 'keys';

export interface Finder {
  readonly shown: () => Finding | undefined;
  readonly show: (what: Finding | undefined) => void;
}

const FinderContext = createContext<Finder | null>(null);

/** Null where nothing can be found: outside of the frame. */
export function useFinder(): Finder | null {
  return useContext(FinderContext);
}

export function FinderProvider(props: { readonly children: JSX.Element }) {
  const app = useAppView();
  const [shown, setShown] = createSignal<Finding>();
  const finder: Finder = { shown, show: (what) => void setShown(what) };
  /** Waits for nothing: whoever opens the page and presses it at once means it. */
  const onKey = (event: KeyboardEvent): void => {
    const isSearch = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    if (!isSearch || event.defaultPrevented || app()?.stage !== 'ready') return;
    event.preventDefault();
    finder.show('search');
  };
  onMount(() => {
    document.addEventListener('keydown', onKey);
    onCleanup(() => document.removeEventListener('keydown', onKey));
  });
  return (
    <FinderContext.Provider value={finder}>
      {props.children}
      <Show when={app()?.stage === 'ready'}>
        <Suspense>
          <Keyboard finder={finder} />
        </Suspense>
      </Show>
    </FinderContext.Provider>
  );
}
