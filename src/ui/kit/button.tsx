/** Buttons. `turn` is copper and belongs to the baton; `ink` is the primary action everywhere else. */
import { type JSX, Show, splitProps } from 'solid-js';
import styles from './button.module.css';

type NativeButton = JSX.ButtonHTMLAttributes<HTMLButtonElement>;

export interface ButtonProps extends NativeButton {
  readonly kind?: 'plain' | 'turn' | 'ink' | 'soft' | 'ghost';
  readonly size?: 52 | 48 | 40;
  readonly grow?: boolean;
  readonly wraps?: boolean;
  /** The key that does the same, shown where there is a keyboard. */
  readonly shortcut?: string;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ['kind', 'size', 'grow', 'wraps', 'shortcut', 'children', 'class']);
  return (
    <button
      type="button"
      {...rest}
      class={`${styles.button} ${own.class ?? ''}`}
      data-kind={own.kind ?? 'plain'}
      data-size={own.size ?? 52}
      data-grow={own.grow ?? false}
      data-wraps={own.wraps ?? false}
      aria-keyshortcuts={own.shortcut}
    >
      {own.children}
      <Show when={own.shortcut}>{(key) => <kbd aria-hidden="true">{key()}</kbd>}</Show>
    </button>
  );
}

export function ButtonLink(
  props: Pick<ButtonProps, 'kind' | 'size' | 'grow' | 'wraps'> & {
    readonly href: string;
    /** When the words alone do not say what it leads to. */
    readonly label?: string;
    /** What a file is called that is kept instead of opened. */
    readonly download?: string;
    /** Besides following it. */
    readonly onFollow?: () => void;
    readonly children: JSX.Element;
  },
) {
  return (
    <a
      href={props.href}
      download={props.download}
      onClick={() => props.onFollow?.()}
      aria-label={props.label}
      class={styles.button}
      data-kind={props.kind ?? 'plain'}
      data-size={props.size ?? 52}
      data-grow={props.grow ?? false}
      data-wraps={props.wraps ?? false}
    >
      {props.children}
    </a>
  );
}

export interface IconButtonProps extends NativeButton {
  /** Names the action; the icon alone says nothing to a screen reader. */
  readonly label: string;
  readonly kind?: 'plain' | 'soft' | 'turn';
  readonly size?: 48 | 40;
}

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'kind', 'size', 'class']);
  return (
    <button
      type="button"
      {...rest}
      class={`${styles.icon} ${own.class ?? ''}`}
      data-kind={own.kind ?? 'plain'}
      data-size={own.size ?? 48}
      aria-label={own.label}
      title={own.label}
    />
  );
}

export function IconLink(props: {
  readonly href: string;
  readonly label: string;
  readonly children: JSX.Element;
}) {
  return (
    <a href={props.href} class={styles.icon} data-size={48} aria-label={props.label} title={props.label}>
      {props.children}
    </a>
  );
}
