/** One capsule a step, or one band where there are too many. Decorative: the words beside it say the same. */
import { Index } from 'solid-js';
import type { Tone } from '../../views/shared.ts';
import styles from './segment-bar.module.css';

/** With more steps than this, capsules come closer; with more than `mostCapsules` they make one band. */
const mostRoomy = 16;
const mostCapsules = 48;

export function SegmentBar(props: { readonly segments: readonly Tone[]; readonly dense?: boolean }) {
  const density = (): 'roomy' | 'dense' | 'band' => {
    if (props.segments.length > mostCapsules) return 'band';
    return (props.dense ?? props.segments.length > mostRoomy) ? 'dense' : 'roomy';
  };
  return (
    <span class={styles.bar} data-density={density()} aria-hidden="true">
      <Index each={props.segments}>{(tone) => <span class={styles.segment} data-tone={tone()} />}</Index>
    </span>
  );
}
