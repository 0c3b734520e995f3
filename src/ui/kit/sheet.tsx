/**
 * A native modal dialog: from below on a phone, from the side on a wide screen.
 * Esc, the X, a tap on the veil and a swipe down close it; focus goes to its title and comes back after.
 */
import { createEffect, createSignal, createUniqueId, type JSX, onCleanup, onMount } from 'solid-js';
import { rememberFocus } from '../focus-place.ts';
import styles from './sheet.module.css';
import { SheetContext } from './sheet-parts.tsx';
import { createSheetSwipe } from './sheet-swipe.ts';
import { Toaster, useToasts } from './toast.tsx';

/** It comes with what it says, or empty after this long; ms. */
const patienceMs = 100;

interface SheetLook {
  /** Takes the whole height on a phone. */
  readonly tall?: boolean | undefined;
  readonly place?: 'side' | 'centre' | undefined;
}

export function Sheet(props: SheetLook & { readonly onClose: () => void; readonly children: JSX.Element }) {
  const titleId = createUniqueId();
  const close = (): void => props.onClose();
  const [hasHead, setHasHead] = createSignal(false);
  const arrive = (): void => void setHasHead(true);
  onCleanup(rememberFocus());
  return (
    <SheetDialog titleId={titleId} hasHead={hasHead()} tall={props.tall} place={props.place} onClose={close}>
      <SheetContext.Provider value={{ titleId, swipe: createSheetSwipe(close), close, arrive }}>
        {props.children}
      </SheetContext.Provider>
    </SheetDialog>
  );
}

/** The dialog alone, around parts that say what its title is called and what closes it. */
export function SheetDialog(
  props: SheetLook & {
    readonly titleId: string;
    readonly hasHead: boolean;
    readonly onClose: () => void;
    /** Once it is open, instead of going to its title. */
    readonly onOpen?: (() => void) | undefined;
    readonly children: JSX.Element;
  },
) {
  let dialog!: HTMLDialogElement;
  const toasts = useToasts();

  onMount(() => {
    const open = (): void => {
      clearTimeout(timer);
      if (dialog.open) return;
      leave = toasts.enterModal();
      dialog.showModal();
      if (props.onOpen === undefined) document.getElementById(props.titleId)?.focus();
      else props.onOpen();
    };
    let leave = (): void => undefined;
    const timer = setTimeout(open, patienceMs);
    createEffect(() => {
      if (props.hasHead) open();
    });
    // It is no longer modal when it is gone; closed before that, all of the page would be worked out twice.
    onCleanup(() => {
      clearTimeout(timer);
      leave();
    });
  });

  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-tall={props.tall ?? false}
      data-place={props.place ?? 'side'}
      aria-labelledby={props.titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog) props.onClose();
      }}
    >
      {props.children}
      <Toaster inModal />
    </dialog>
  );
}
