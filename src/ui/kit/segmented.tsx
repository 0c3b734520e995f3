/** A few exclusive choices side by side: native radios, so arrows move between them. */
import { createUniqueId, For, type JSX } from 'solid-js';
import styles from './segmented.module.css';

export interface Segment<Key extends string> {
  readonly key: Key;
  readonly label: string;
  readonly icon?: JSX.Element;
}

export function Segmented<Key extends string>(props: {
  readonly legend: string;
  readonly segments: readonly Segment<Key>[];
  readonly chosen: Key;
  readonly onChoose: (key: Key) => void;
}) {
  const group = createUniqueId();
  return (
    <fieldset>
      <legend class={styles.legend}>{props.legend}</legend>
      <div class={styles.track}>
        <For each={props.segments}>
          {(segment) => (
            <label class={styles.segment}>
              <input
                class={styles.radio}
                type="radio"
                name={group}
                value={segment.key}
                checked={props.chosen === segment.key}
                onChange={() => props.onChoose(segment.key)}
              />
              {segment.icon}
              <span class={styles.label}>{segment.label}</span>
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
