/** Keeps keys to a sheet that stands inside another or inside a panel: Esc and the step's shortcuts are not for both. */
import type { JSX } from 'solid-js';
import styles from './facts.module.css';

export function OwnEscape(props: { readonly children: JSX.Element }) {
  return (
    <div
      class={styles.own ?? ''}
      onKeyDown={(event) => {
        event.stopPropagation();
      }}
    >
      {props.children}
    </div>
  );
}
