/**
 * A native modal dialog: from below on a phone, from the side on a wide screen.
 * Esc, the X, a tap on the veil and a swipe down close it; focus goes to its title and comes back after.
 */
import { createUniqueId, type JSX, onCleanup, onMount } from 'solid-js';
import styles from './sheet.module.css';
import { SheetContext, type SheetParts } from './sheet-parts.tsx';
import { Toaster, useToasts } from './toast.tsx';

/** Swiping further than this closes, pixels. */
const closeDistance = 96;

export function Sheet(props: {
  readonly onClose: () => void;
  readonly children: JSX.Element;
  /** Takes the whole height on a phone. */
  readonly tall?: boolean;
  readonly place?: 'side' | 'centre';
}) {
  let dialog!: HTMLDialogElement;
  const titleId = createUniqueId();
  const toasts = useToasts();
  const opener = document.activeElement;

  onMount(() => {
    dialog.showModal();
    document.getElementById(titleId)?.focus();
    const leave = toasts.enterModal();
    onCleanup(() => {
      leave();
      dialog.close();
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    });
  });

  let startY: number | null = null;
  const drag = (event: PointerEvent): number => Math.max(0, event.clientY - (startY ?? event.clientY));
  const swipe: SheetParts['swipe'] = {
    onPointerDown: (event) => {
      if (event.button !== 0 || !matchMedia('(max-width: 719px)').matches) return;
      if (event.target instanceof Element && event.target.closest('button, a, input') !== null) return;
      startY = event.clientY;
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      if (startY !== null) dialog.style.setProperty('--drag', `${drag(event)}px`);
    },
    onPointerUp: (event) => {
      if (startY === null) return;
      const distance = drag(event);
      startY = null;
      dialog.style.removeProperty('--drag');
      if (distance > closeDistance) props.onClose();
    },
    onPointerCancel: () => {
      startY = null;
      dialog.style.removeProperty('--drag');
    },
  };

  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-tall={props.tall ?? false}
      data-place={props.place ?? 'side'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog) props.onClose();
      }}
    >
      <SheetContext.Provider value={{ titleId, swipe, close: () => props.onClose() }}>
        {props.children}
      </SheetContext.Provider>
      <Toaster inModal />
    </dialog>
  );
}
