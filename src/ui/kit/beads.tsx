/**
 * One capsule an open step, filled while it is held and hollow while it is only planned; stacked so that
 * people's loads compare down the page. Decorative: the words beside it say the same.
 */
import { Index } from 'solid-js';
import type { Tone } from '../../views/shared.ts';
import styles from './beads.module.css';

export function Beads(props: { readonly beads: readonly Tone[] }) {
  return (
    <span class={styles.beads} aria-hidden="true">
      <Index each={props.beads}>{(tone) => <span class={styles.bead} data-tone={tone()} />}</Index>
    </span>
  );
}
