/** One bead a step: filled = held now, hollow = still to come. Decorative: the words beside it say the same. */
import { Index, Show } from 'solid-js';
import styles from './beads.module.css';
import type { GlyphShape } from './state-glyph.tsx';

export function Beads(props: { readonly beads: readonly GlyphShape[] }) {
  return (
    <Show when={props.beads.length > 0}>
      <span class={styles.beads} aria-hidden="true">
        <Index each={props.beads}>{(tone) => <i data-tone={tone()} />}</Index>
      </span>
    </Show>
  );
}
