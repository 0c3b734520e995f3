/** A short single choice as a row of pills: native radios, one legend. */
import { createUniqueId, For, type JSX } from 'solid-js';
import styles from './pills.module.css';

export interface Pill<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly start?: JSX.Element;
}

export function Pills<Value extends string>(props: {
  readonly legend: string;
  /** Where a heading above says it already. */
  readonly hideLegend?: boolean;
  readonly pills: readonly Pill<Value>[];
  readonly chosen: Value;
  readonly onChoose: (value: Value) => void;
}) {
  const group = createUniqueId();
  return (
    <fieldset>
      <legend class={styles.legend} data-hidden={props.hideLegend ?? false}>
        {props.legend}
      </legend>
      <div class={styles.pills}>
        <For each={props.pills}>
          {(pill) => (
            <label class={styles.pill}>
              <input
                type="radio"
                name={group}
                class={styles.radio}
                checked={props.chosen === pill.value}
                onChange={() => props.onChoose(pill.value)}
              />
              {pill.start}
              {pill.label}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
