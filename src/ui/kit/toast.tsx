/**
 * One short message with at most one action. It stays for ten seconds, and as long as it is hovered or
 * focused; a new one replaces it. It is announced politely. While a modal is open the message shows
 * inside of it, because everything else is inert.
 */
import { createContext, createSignal, type JSX, onCleanup, Show, useContext } from 'solid-js';
import IconInfo from '~icons/lucide/info';
import styles from './toast.module.css';

const stayMs = 10_000;

export interface ToastMessage {
  readonly text: string;
  readonly detail?: string;
  readonly action?: {
    readonly label: string;
    readonly run: () => void;
    /** It takes back what the message tells. */
    readonly undoes?: true;
  };
}

export interface Toasts {
  readonly show: (message: ToastMessage) => void;
  readonly dismiss: () => void;
  /** Takes back what the message that is shown tells; false when there is nothing to take back. */
  readonly undo: () => boolean;
  /** Called by a modal while it is open; returns what ends it. */
  readonly enterModal: () => () => void;
}

interface ToastState extends Toasts {
  readonly current: () => ToastMessage | undefined;
  readonly modals: () => number;
  readonly hold: () => void;
  readonly release: () => void;
}

const ToastContext = createContext<ToastState>();

export function ToastProvider(props: { readonly children: JSX.Element }) {
  const [current, setCurrent] = createSignal<ToastMessage>();
  const [modals, setModals] = createSignal(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = stayMs;
  let startedAt = 0;
  const dismiss = (): void => {
    clearTimeout(timer);
    setCurrent(undefined);
  };
  const run = (): void => {
    clearTimeout(timer);
    startedAt = performance.now();
    timer = setTimeout(dismiss, left);
  };
  onCleanup(() => clearTimeout(timer));
  const state: ToastState = {
    current,
    modals,
    show: (message) => {
      left = stayMs;
      setCurrent(message);
      run();
    },
    dismiss,
    undo: () => {
      const action = current()?.action;
      if (action?.undoes !== true) return false;
      dismiss();
      action.run();
      return true;
    },
    enterModal: () => {
      setModals((count) => count + 1);
      return () => setModals((count) => count - 1);
    },
    hold: () => {
      clearTimeout(timer);
      left = Math.max(1000, left - (performance.now() - startedAt));
    },
    release: run,
  };
  return (
    <ToastContext.Provider value={state}>
      {props.children}
      <Toaster />
    </ToastContext.Provider>
  );
}

function useToastState(): ToastState {
  const state = useContext(ToastContext);
  if (state === undefined) throw new Error('useToasts outside of a ToastProvider');
  return state;
}

export function useToasts(): Toasts {
  return useToastState();
}

/** Where messages appear. The provider has one for the page; every modal has its own. */
export function Toaster(props: { readonly inModal?: boolean }) {
  const toasts = useToastState();
  const shows = () => (props.inModal ? true : toasts.modals() === 0);
  const act = (message: ToastMessage): void => {
    toasts.dismiss();
    message.action?.run();
  };
  return (
    <div class={styles.host} role="status" aria-live="polite" data-modal={props.inModal ?? false}>
      <Show when={shows() && toasts.current()} keyed>
        {(message) => (
          <div
            class={styles.toast}
            ref={(element) => element.style.setProperty('--toast-ms', `${stayMs}ms`)}
            onPointerEnter={() => toasts.hold()}
            onPointerLeave={() => toasts.release()}
            onFocusIn={() => toasts.hold()}
            onFocusOut={() => toasts.release()}
          >
            <Show when={message.action} fallback={<IconInfo />}>
              <svg class={styles.ring} viewBox="0 0 20 20" aria-hidden="true">
                <circle cx="10" cy="10" r="8" />
                <circle cx="10" cy="10" r="8" />
              </svg>
            </Show>
            <span class={styles.text}>
              {message.text}
              <Show when={message.detail}>
                <small>{message.detail}</small>
              </Show>
            </span>
            <Show when={message.action}>
              {(action) => (
                <button type="button" class={styles.action} onClick={() => act(message)}>
                  {action().label}
                </button>
              )}
            </Show>
          </div>
        )}
      </Show>
    </div>
  );
}
