/** One capsule a step. Decorative: the words beside it say the same. */
import { Index } from 'solid-js';
import type { GlyphShape } from './state-glyph.tsx';
import styles from './segment-bar.module.css';

export function SegmentBar(props: { readonly segments: readonly GlyphShape[]; readonly dense?: boolean }) {
  return (
    <span class={styles.bar} data-dense={props.dense ?? props.segments.length > 16} aria-hidden="true">
      <Index each={props.segments}>{(tone) => <span class={styles.segment} data-tone={tone()} />}</Index>
    </span>
  );
}
