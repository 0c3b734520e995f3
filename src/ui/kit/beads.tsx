/**
 * One capsule an open step, filled while it is held and hollow while it is only planned; stacked so that
 * people's loads compare down the page. Decorative: the words beside it say the same.
 */
import { Index } from 'solid-js';
import styles from './beads.module.css';
import type { GlyphShape } from './state-glyph.tsx';

export function Beads(props: { readonly beads: readonly GlyphShape[] }) {
  return (
    <span class={styles.beads} aria-hidden="true">
      <Index each={props.beads}>{(tone) => <span class={styles.bead} data-tone={tone()} />}</Index>
    </span>
  );
}
