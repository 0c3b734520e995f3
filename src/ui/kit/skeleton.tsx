/** Stands in for rows that are on their way; appears only when they take their time. */
import { Index } from 'solid-js';
import styles from './skeleton.module.css';

export function Skeleton(props: { readonly label: string; readonly rows?: number }) {
  return (
    <div class={styles.lines} role="status" aria-label={props.label}>
      <Index each={Array.from({ length: props.rows ?? 4 })}>{() => <span class={styles.line} />}</Index>
    </div>
  );
}
