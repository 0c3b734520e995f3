/** Head, body and foot of a sheet; the same parts stand in a panel beside the page on wide screens (`SheetOrPanel`). */
import { createContext, type JSX, onMount, Show, useContext } from 'solid-js';
import IconX from '~icons/lucide/x';
import { IconButton } from './button.tsx';
import styles from './sheet.module.css';

type PointerHandler = (event: PointerEvent & { readonly currentTarget: HTMLElement }) => void;

export interface SheetParts {
  readonly titleId: string;
  /** Where a finger may draw it down. */
  readonly swipe?:
    | {
        readonly onPointerDown: PointerHandler;
        readonly onPointerMove: PointerHandler;
        readonly onPointerUp: PointerHandler;
        readonly onPointerCancel: PointerHandler;
      }
    | undefined;
  readonly close: () => void;
  /** There is something to show. */
  readonly arrive: () => void;
}

export const SheetContext = createContext<SheetParts>();

export function useSheet(): SheetParts {
  const sheet = useContext(SheetContext);
  if (sheet === undefined) throw new Error('Sheet parts outside of a sheet');
  return sheet;
}

export function SheetHead(props: {
  readonly title: string;
  readonly closeLabel: string;
  readonly eyebrow?: JSX.Element;
  readonly sub?: JSX.Element;
  readonly before?: JSX.Element;
  /** Stands before Close. */
  readonly after?: JSX.Element;
  /** Set where this head replaced another one, so that focus follows. */
  readonly takesFocus?: boolean;
}) {
  const sheet = useSheet();
  let title!: HTMLHeadingElement;
  sheet.arrive();
  onMount(() => {
    if (props.takesFocus) title.focus();
  });
  return (
    <>
      <Show when={sheet.swipe}>{(swipe) => <div class={styles.grab} {...swipe()} />}</Show>
      <header class={styles.head} {...sheet.swipe}>
        {props.before}
        <div class={styles.titles}>
          <Show when={props.eyebrow !== undefined}>
            <p class={styles.eyebrow}>{props.eyebrow}</p>
          </Show>
          <h2 class={styles.title} id={sheet.titleId} ref={title} tabIndex={-1}>
            {props.title}
          </h2>
          <Show when={props.sub !== undefined}>
            <p class={styles.sub}>{props.sub}</p>
          </Show>
        </div>
        <Show when={props.after !== undefined}>
          <span class={styles.after}>{props.after}</span>
        </Show>
        <IconButton label={props.closeLabel} kind="soft" size={40} onClick={() => sheet.close()}>
          <IconX />
        </IconButton>
      </header>
    </>
  );
}

export function SheetBody(props: {
  /** It holds nothing to press: so that keys scroll it, it takes the focus itself. */
  readonly toRead?: boolean;
  readonly children: JSX.Element;
}) {
  return (
    <div class={styles.body} tabIndex={props.toRead ? 0 : undefined}>
      {props.children}
    </div>
  );
}

export function SheetFoot(props: { readonly children: JSX.Element }) {
  return <footer class={styles.foot}>{props.children}</footer>;
}
