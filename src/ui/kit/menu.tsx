/**
 * A button that opens a short list of actions (a native popover, so Esc and a tap elsewhere close it).
 * Arrows, Home and End move; the menu opens under the button's end edge.
 */
import { createSignal, createUniqueId, For, type JSX } from 'solid-js';
import { IconButton } from './button.tsx';
import styles from './menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: JSX.Element;
  readonly run: () => void;
}

export function Menu(props: {
  readonly label: string;
  readonly icon: JSX.Element;
  readonly items: readonly MenuItem[];
}) {
  let menu!: HTMLDivElement;
  let button!: HTMLButtonElement;
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  const items = (): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const place = (): void => {
    const edge = button.getBoundingClientRect();
    const rtl = document.documentElement.dir === 'rtl';
    menu.style.setProperty('top', `${Math.min(edge.bottom + 4, innerHeight - menu.offsetHeight - 8)}px`);
    const start = rtl ? edge.left : edge.right - menu.offsetWidth;
    menu.style.setProperty('left', `${Math.max(8, Math.min(start, innerWidth - menu.offsetWidth - 8))}px`);
  };
  const move = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target =
      event.key === 'ArrowDown'
        ? (at + 1) % all.length
        : event.key === 'ArrowUp'
          ? (at + all.length - 1) % all.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? all.length - 1
              : -1;
    if (target < 0) return;
    event.preventDefault();
    all[target]?.focus();
  };
  return (
    <>
      <IconButton
        ref={button}
        label={props.label}
        aria-haspopup="menu"
        aria-expanded={open()}
        aria-controls={id}
        // Natively, so that the press that opened it closes it as well, and focus moves at once.
        popovertarget={id}
      >
        {props.icon}
      </IconButton>
      <div
        ref={menu}
        id={id}
        role="menu"
        aria-label={props.label}
        popover="auto"
        class={styles.menu}
        onToggle={(event) => {
          const shows = event.newState === 'open';
          setOpen(shows);
          if (shows) place();
        }}
        onKeyDown={move}
      >
        <For each={props.items}>
          {(item, at) => (
            <button
              type="button"
              role="menuitem"
              autofocus={at() === 0}
              tabIndex={-1}
              class={styles.item}
              onClick={() => {
                menu.hidePopover();
                item.run();
              }}
            >
              {item.icon}
              {item.label}
            </button>
          )}
        </For>
      </div>
    </>
  );
}
