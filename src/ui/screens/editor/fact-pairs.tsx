/** What another workflow is handed: for each of its facts the one here, or none. */
import { For, Show } from 'solid-js';
import type { FactDefinition } from '../../../model/fact.ts';
import { asId, type FactId } from '../../../model/ids.ts';
import { SelectField } from '../../kit/select-field.tsx';
import { type FactPairs, fitting, withPair } from './match-facts.ts';
import styles from './step-editor.module.css';

export function FactPairFields(props: {
  readonly legend: string;
  /** What it is called when nothing is handed over. */
  readonly none: string;
  readonly theirs: readonly FactDefinition[];
  readonly own: readonly FactDefinition[];
  readonly pairs: FactPairs;
  readonly onChange: (pairs: FactPairs) => void;
}) {
  const choose = (theirs: string, own: string): void =>
    props.onChange(withPair(props.pairs, theirs, own === '' ? null : asId<FactId>(own)));
  return (
    <Show when={props.theirs.length > 0}>
      <fieldset class={styles.group}>
        <legend class={styles.legend}>{props.legend}</legend>
        <For each={props.theirs}>
          {(asked) => (
            <SelectField
              label={asked.name}
              value={props.pairs[asked.id] ?? ''}
              onChoose={(own) => choose(asked.id, own)}
            >
              <option value="" selected={props.pairs[asked.id] === undefined}>
                {props.none}
              </option>
              <For each={fitting(asked, props.own)}>
                {({ id, name }) => (
                  <option value={id} selected={props.pairs[asked.id] === id}>
                    {name}
                  </option>
                )}
              </For>
            </SelectField>
          )}
        </For>
      </fieldset>
    </Show>
  );
}
