/** The present moment for words like "2 min ago": ticks every half minute and whenever the page is shown. */
import {
  type Accessor,
  createContext,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  untrack,
  useContext,
} from 'solid-js';

const tickMs = 30_000;
const ClockContext = createContext<Accessor<number>>();

/** `now` gives milliseconds since 1970. */
export function ClockProvider(props: { readonly now: () => number; readonly children: JSX.Element }) {
  const [at, setAt] = createSignal(untrack(() => props.now()));
  onMount(() => {
    const tick = (): void => void setAt(props.now());
    const timer = setInterval(tick, tickMs);
    document.addEventListener('visibilitychange', tick);
    onCleanup(() => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    });
  });
  return <ClockContext.Provider value={at}>{props.children}</ClockContext.Provider>;
}

export function useNow(): Accessor<number> {
  const now = useContext(ClockContext);
  if (now === undefined) throw new Error('useNow outside of a ClockProvider');
  return now;
}
