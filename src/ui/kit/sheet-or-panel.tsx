/**
 * A sheet over the page, or where there is room a panel beside it that is part of the page's landmarks.
 *
 * Invariant: what it holds is made once and carried from the one into the other, so that nothing that was opened, chosen
 * or half typed is lost when a device is turned or a window is made smaller.
 */
import {
  createMemo,
  createSignal,
  createUniqueId,
  type JSX,
  onCleanup,
  onMount,
  Show,
  untrack,
} from 'solid-js';
import { afterPaint } from '../../client/after-paint.ts';
import { type CarriedPlace, putBack, takePlace } from './carried-place.ts';
import { rememberFocus } from '../focus-place.ts';
import styles from './sheet.module.css';
import { SheetDialog } from './sheet.tsx';
import { SheetContext, type SheetParts } from './sheet-parts.tsx';
import { createSheetSwipe } from './sheet-swipe.ts';

interface Placed {
  readonly beside: boolean;
  /** Where somebody was in it before it came here; null where it has just been opened. */
  readonly carried: CarriedPlace | null;
}

export function SheetOrPanel(props: {
  readonly beside: boolean;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}) {
  const titleId = createUniqueId();
  let content!: HTMLDivElement;
  let stop = (): void => undefined;
  onCleanup(() => stop());
  /** Gone at once; what it held is taken apart when what it lay over has been painted. */
  const close = (): void => {
    content.closest('dialog')?.close();
    stop();
    const { beside, onClose } = props;
    if (beside) onClose();
    else stop = afterPaint(onClose);
  };
  const swipe = createSheetSwipe(close);
  const [hasHead, setHasHead] = createSignal(false);
  const parts: SheetParts = {
    titleId,
    close,
    arrive: () => void setHasHead(true),
    get swipe() {
      return props.beside ? undefined : swipe;
    },
  };
  const returnFocus = rememberFocus();
  const made = (
    <div class={styles.content} ref={content}>
      <SheetContext.Provider value={parts}>{props.children}</SheetContext.Provider>
    </div>
  );
  // Read before anything moves: what shows it depends on this.
  const placed = createMemo(
    (before: Placed | undefined): Placed => ({
      beside: props.beside,
      carried: before === undefined ? null : untrack(() => takePlace(content)),
    }),
  );
  onCleanup(() => {
    if (!untrack(placed).beside) returnFocus();
    else if (content.contains(document.activeElement))
      queueMicrotask(() => {
        if (document.activeElement === document.body) returnFocus();
      });
  });
  return (
    <Show when={placed()} keyed>
      {({ beside, carried }) => {
        const arrive = carried === null ? undefined : () => putBack(carried);
        return beside ? (
          <Panel titleId={titleId} onClose={close} onOpen={arrive}>
            {made}
          </Panel>
        ) : (
          <SheetDialog tall titleId={titleId} hasHead={hasHead()} onClose={close} onOpen={arrive}>
            {made}
          </SheetDialog>
        );
      }}
    </Show>
  );
}

function Panel(props: {
  readonly titleId: string;
  readonly onClose: () => void;
  readonly onOpen: (() => void) | undefined;
  readonly children: JSX.Element;
}) {
  onMount(() => props.onOpen?.());
  return (
    <aside
      class={styles.panel}
      aria-labelledby={props.titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose();
      }}
    >
      {props.children}
    </aside>
  );
}
