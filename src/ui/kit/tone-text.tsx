/** A state's word in its colour. */
import type { JSX } from 'solid-js';
import type { GlyphShape } from './state-glyph.tsx';
import styles from './tone-text.module.css';

export function ToneText(props: { readonly tone: GlyphShape; readonly children: JSX.Element }) {
  return (
    <b class={styles.word} data-tone={props.tone}>
      {props.children}
    </b>
  );
}
