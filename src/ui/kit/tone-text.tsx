/** A state's word in its colour. */
import type { JSX } from 'solid-js';
import type { Tone } from '../../views/shared.ts';
import styles from './tone-text.module.css';

export function ToneText(props: { readonly tone: Tone; readonly children: JSX.Element }) {
  return (
    <b class={styles.word} data-tone={props.tone}>
      {props.children}
    </b>
  );
}
