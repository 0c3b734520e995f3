/**
 * What stays at the foot of a screen while the rest of it scrolls: its main button, above the bar. What is said in
 * passing stands above it (toast.module.css).
 */
import type { JSX } from 'solid-js';
import styles from './screen-foot.module.css';

export function ScreenFoot(props: { readonly children: JSX.Element }) {
  return (
    <footer class={styles.foot} data-foot>
      {props.children}
    </footer>
  );
}
